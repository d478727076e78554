import type { EntityClass } from '@mikro-orm/core';
import type pg from 'pg';
import { loadDemonstration } from '../seeds/demonstration.js';
import { loadReference } from '../seeds/reference.js';
import { AuditEntry } from './audit/audit-entry.entity.js';
import { OfficialCalendar } from './calendar/official-calendar.entity.js';
import { workingDays } from './calendar/official-calendar.reads.js';
import { catalogue } from './catalogue/catalogue.reads.js';
import { CatalogueField } from './catalogue/catalogue-field.entity.js';
import { CatalogueItem } from './catalogue/catalogue-item.entity.js';
import { ClassificationRule } from './catalogue/classification-rule.entity.js';
import { Rejection } from './collection/rejection.entity.js';
import { Submission } from './collection/submission.entity.js';
import { type Config, ConfigurationError } from './config.js';
import { Correction } from './corrections/correction.entity.js';
import { correctionJob } from './corrections/correction.jobs.js';
import { joinEmbeddedDatabase } from './database/embedded.js';
import { LoadedData } from './database/loaded-data.entity.js';
import { migrate, underMigrationLock } from './database/migrate.js';
import { openOrm } from './database/orm.js';
import { ReferenceData } from './database/snapshot.js';
import { Department } from './departments/department.entity.js';
import { departments } from './departments/department.reads.js';
import { Mandate } from './departments/mandate.entity.js';
import { mandates } from './departments/mandate.reads.js';
import { PurposeScope } from './departments/purpose-scope.entity.js';
import type { Job } from './jobs/clockwork.js';
import { CreditRecord } from './records/credit-record.entity.js';
import { Industry } from './registry/industry.entity.js';
import { LegalEntity } from './registry/legal-entity.entity.js';
import { Region } from './registry/region.entity.js';
import { industries, regions } from './registry/registry.reads.js';
import type { Resources } from './server/request-context.js';
import { Consent } from './sharing/consent.entity.js';
import { grantees } from './sharing/consent.reads.js';
import { grants } from './sharing/grant.reads.js';
import { sharingJob } from './sharing/sharing.jobs.js';
import { SharingRequest } from './sharing/sharing-request.entity.js';
import { SharingStep } from './sharing/sharing-step.entity.js';
import { SharingUse } from './sharing/sharing-use.entity.js';

/** Every stored noun. */
export const nouns: readonly EntityClass<unknown>[] = [
  AuditEntry,
  CatalogueField,
  CatalogueItem,
  ClassificationRule,
  Consent,
  Correction,
  CreditRecord,
  Department,
  Industry,
  LegalEntity,
  LoadedData,
  Mandate,
  OfficialCalendar,
  PurposeScope,
  Region,
  Rejection,
  SharingRequest,
  SharingStep,
  SharingUse,
  Submission,
];

/** Everything that is held in memory. */
const snapshots = [catalogue, departments, grantees, grants, industries, mandates, regions, workingDays];

/** Everything that runs by the clock. */
export const jobs = (resources: Resources): readonly Job[] => [sharingJob(resources), correctionJob(resources)];

/** A database that is up to date and open, and how to leave it. */
export interface Platform extends Resources {
  close(): Promise<void>;
}

/** Where a database is, and how to leave it. */
export interface Place {
  readonly url: string;
  leave(): Promise<void>;
}

/** A failing statement holds the values it was to write: they stay out of the database's log. */
const quiet = { log_min_error_statement: 'panic', log_error_verbosity: 'terse' };

/** The database of the set-up: DATABASE_URL, or the embedded one. */
export async function placeOf(config: Config, log: (line: string) => void): Promise<Place> {
  if (config.databaseUrl) return { url: config.databaseUrl, leave: async () => undefined };
  return joinEmbeddedDatabase({ dataDir: config.dataDir, log, settings: quiet });
}

/**
 * Opens the platform's database: migrated, with its reference data and, if wanted, the demonstration city. Instances that
 * start together take turns.
 */
export async function openPlatform(
  place: Place,
  options: { readonly demonstration: boolean; readonly log: (line: string) => void },
): Promise<Platform> {
  let pool: pg.Pool | undefined;
  let reference: ReferenceData | undefined;
  const orm = await openOrm({
    url: place.url,
    entities: nouns,
    onPool: (made) => {
      pool = made;
    },
  });
  const close = async () => {
    await reference?.close();
    await orm.close();
    await place.leave();
  };
  try {
    await underMigrationLock(place.url, async () => {
      for (const name of await migrate(orm)) options.log(`migrated: ${name}`);
      if (await loadReference(orm.em.fork())) options.log('loaded the reference data');
      reference = await ReferenceData.open(place.url, pool!, snapshots, options.log);
      if (options.demonstration && (await loadDemonstration(orm, reference)))
        options.log('loaded the demonstration city');
    });
    return { orm, pool: pool!, reference: reference!, close };
  } catch (error) {
    await close().catch(() => undefined);
    throw unreachable(error) ?? error;
  }
}

/** A database that cannot be used at all is a matter of the set-up. */
function unreachable(error: unknown): Error | undefined {
  const code = (error as { code?: string }).code;
  const faults: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'nobody listens there',
    ENOTFOUND: 'there is no such host',
    '28P01': 'the password is wrong',
    '28000': 'the user may not connect',
    '3D000': 'the database does not exist',
  };
  const fault = code === undefined ? undefined : faults[code];
  return fault === undefined
    ? undefined
    : new ConfigurationError(`DATABASE_URL: the database cannot be used: ${fault}.`);
}
