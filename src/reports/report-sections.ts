import { particularsSection } from './particulars-section.js';
import { recordsSection } from './records-section.js';
import type { ReportSection } from './report-section.js';

/** The sections of every report, in the order of print. Another one is one line here. */
export const reportSections = [particularsSection, recordsSection] as const satisfies readonly ReportSection[];
