import { arrearsWorkflow } from '../arrears/arrears.workflow.js';
import { commitmentWorkflow } from '../commitments/commitment.workflow.js';
import { correctionWorkflow } from '../corrections/correction.workflow.js';
import { disclosureWorkflow } from '../disclosures/disclosure.workflow.js';
import { grantWorkflow } from '../fast-track/grant.workflow.js';
import { toleranceWorkflow } from '../fast-track/tolerance.workflow.js';
import { listingWorkflow } from '../lists/listing.workflow.js';
import { objectionWorkflow } from '../objections/objection.workflow.js';
import { questionWorkflow } from '../readings/question.workflow.js';
import { repairWorkflow } from '../repair/repair.workflow.js';
import { restrictionWorkflow } from '../restrictions/restriction.workflow.js';
import { screeningWorkflow } from '../screening/screening.workflow.js';
import { sharingWorkflow } from '../sharing/sharing.workflow.js';
import type { Workflow } from '../workflow/workflow.js';

/** Every workflow of the house: printed in `schema/workflows.md` and walked by a law. */
export const workflows: readonly Workflow[] = [
  sharingWorkflow,
  correctionWorkflow,
  questionWorkflow,
  objectionWorkflow,
  repairWorkflow,
  screeningWorkflow,
  arrearsWorkflow,
  disclosureWorkflow,
  commitmentWorkflow,
  restrictionWorkflow,
  listingWorkflow,
  grantWorkflow,
  toleranceWorkflow,
];
