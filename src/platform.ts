import type { EntityClass } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { loadDemonstration } from '../seeds/demonstration.js';
import { loadReference } from '../seeds/reference.js';
import { Alert } from './alerts/alert.entity.js';
import { alertJob } from './alerts/alert.jobs.js';
import { alertContent } from './alerts/alert-content.js';
import { AlertNotice } from './alerts/alert-notice.entity.js';
import { AlertPosition } from './alerts/alert-position.entity.js';
import { Watch } from './alerts/watch.entity.js';
import { WatchedEntity } from './alerts/watched-entity.entity.js';
import { arrearsJob } from './arrears/arrears.jobs.js';
import { ArrearsCase } from './arrears/arrears-case.entity.js';
import { RepaymentPlan } from './arrears/repayment-plan.entity.js';
import { Attachment } from './attachments/attachment.entity.js';
import { attachmentJob } from './attachments/attachment.jobs.js';
import { DiskStore } from './attachments/disk-store.js';
import { S3Store } from './attachments/s3-store.js';
import { AuditEntry } from './audit/audit-entry.entity.js';
import { AuditLog } from './audit/audit-log.js';
import { ReadingEntry } from './audit/reading-entry.entity.js';
import { Seal } from './audit/seal.entity.js';
import { signingKey } from './audit/signing-key.js';
import { BudgetSecret } from './budget/budget-secret.entity.js';
import { BudgetUse } from './budget/budget-use.entity.js';
import { Budgets } from './budget/budgets.js';
import { OfficialCalendar } from './calendar/official-calendar.entity.js';
import { workingDays } from './calendar/official-calendar.reads.js';
import { catalogue } from './catalogue/catalogue.reads.js';
import { CatalogueField } from './catalogue/catalogue-field.entity.js';
import { CatalogueItem } from './catalogue/catalogue-item.entity.js';
import { ClassificationRule } from './catalogue/classification-rule.entity.js';
import { Rejection } from './collection/rejection.entity.js';
import { sealStored } from './collection/stored-secrets.js';
import { Submission } from './collection/submission.entity.js';
import { commitmentJob } from './commitments/commitment.jobs.js';
import { PolicyCommitment } from './commitments/policy-commitment.entity.js';
import { type Config, ConfigurationError } from './config.js';
import { Correction } from './corrections/correction.entity.js';
import { correctionJob } from './corrections/correction.jobs.js';
import { ensureApplicationRole, type Login, RoleRefused, urlAs } from './database/application-role.js';
import { checkDataKey, keepDataKey } from './database/data-key.js';
import { joinEmbeddedDatabase } from './database/embedded.js';
import { LoadedData } from './database/loaded-data.entity.js';
import { migrate, underMigrationLock } from './database/migrate.js';
import { openOrm } from './database/orm.js';
import { grantRights } from './database/rights.js';
import { openSecrets, type Secrets } from './database/secrets.js';
import { ReferenceData } from './database/snapshot.js';
import { Department } from './departments/department.entity.js';
import { departments } from './departments/department.reads.js';
import { Mandate } from './departments/mandate.entity.js';
import { mandates } from './departments/mandate.reads.js';
import { PurposeScope } from './departments/purpose-scope.entity.js';
import { ArrearsDisclosure } from './disclosures/arrears-disclosure.entity.js';
import { disclosureJob, disclosureOverdueJob } from './disclosures/disclosure.jobs.js';
import { CaseDocument } from './documents/case-document.entity.js';
import { FastTrackRule } from './fast-track/fast-track-rule.entity.js';
import { fastTrackRules } from './fast-track/fast-track-rule.reads.js';
import { FastTrackGrant } from './fast-track/grant.entity.js';
import { grantJob, grantProposalJob } from './fast-track/grant.jobs.js';
import { GrantRound } from './fast-track/grant-round.entity.js';
import { ServiceItem } from './fast-track/service-item.entity.js';
import { serviceItems } from './fast-track/service-item.reads.js';
import { toleranceJob } from './fast-track/tolerance.jobs.js';
import { ToleranceSignature } from './fast-track/tolerance-signature.entity.js';
import { TolerantAcceptance } from './fast-track/tolerant-acceptance.entity.js';
import { type Clockwork, clockQueue, clockWorker, type Job } from './jobs/clockwork.js';
import type { Worker } from './jobs/queue.js';
import { grantQueueRights, prepareQueues } from './jobs/queue-schema.js';
import { CreditList } from './lists/credit-list.entity.js';
import { creditLists } from './lists/credit-list.reads.js';
import { ListEntry } from './lists/list-entry.entity.js';
import { listingJob, redListJob } from './lists/listing.jobs.js';
import { Objection } from './objections/objection.entity.js';
import { objectionJob } from './objections/objection.jobs.js';
import { BudgetLine } from './procurement/budget-line.entity.js';
import { LedgerEntry } from './procurement/ledger-entry.entity.js';
import { LoanPrimeRate } from './procurement/loan-prime-rate.entity.js';
import { loanPrimeRates } from './procurement/loan-prime-rate.reads.js';
import { Payable } from './procurement/payable.entity.js';
import { Payment } from './procurement/payment.entity.js';
import { PaymentWarning } from './procurement/payment-warning.entity.js';
import { paymentJob } from './procurement/procurement.jobs.js';
import { PublicContract } from './procurement/public-contract.entity.js';
import { CreditGrade } from './profile/credit-grade.entity.js';
import { evaluationJob } from './profile/evaluation.jobs.js';
import { evaluationEditions } from './profile/evaluation.reads.js';
import { EvaluationDimension } from './profile/evaluation-dimension.entity.js';
import { EvaluationEdition } from './profile/evaluation-edition.entity.js';
import { EvaluationRule } from './profile/evaluation-rule.entity.js';
import { EvaluationRun } from './profile/evaluation-run.entity.js';
import { GradedField } from './profile/graded-field.entity.js';
import { Consumer } from './propagation/consumer.entity.js';
import { sealConsumers } from './propagation/consumer-secrets.js';
import { Delivery } from './propagation/delivery.entity.js';
import { deliveryQueue } from './propagation/delivery.queue.js';
import { deliveryWorker } from './propagation/delivery.worker.js';
import { RecordChange } from './propagation/record-change.entity.js';
import { ReadingDeferral } from './readings/deferral.entity.js';
import { ReadingQuestion } from './readings/reading-question.entity.js';
import { readingQuestionJob } from './readings/reading-question.jobs.js';
import { CreditRecord } from './records/credit-record.entity.js';
import { Industry } from './registry/industry.entity.js';
import { LegalEntity } from './registry/legal-entity.entity.js';
import { Region } from './registry/region.entity.js';
import { industries, regions } from './registry/registry.reads.js';
import { repairCompletionJob, repairOverdueJob } from './repair/repair.jobs.js';
import { RepairApplication } from './repair/repair-application.entity.js';
import { RepairBan } from './repair/repair-ban.entity.js';
import { CreditReport } from './reports/credit-report.entity.js';
import { ReportKey } from './reports/report-key.entity.js';
import { PunishmentMeasure } from './restrictions/punishment-measure.entity.js';
import { measureList } from './restrictions/punishment-measure.reads.js';
import { Restriction } from './restrictions/restriction.entity.js';
import { restrictionJob } from './restrictions/restriction.jobs.js';
import { RestrictionUse } from './restrictions/restriction-use.entity.js';
import { ScreenedRecord } from './screening/screened-record.entity.js';
import { Screening } from './screening/screening.entity.js';
import { screeningJob } from './screening/screening.jobs.js';
import type { Resources } from './server/request-context.js';
import { Consent } from './sharing/consent.entity.js';
import { grantees } from './sharing/consent.reads.js';
import { grants } from './sharing/grant.reads.js';
import { sharingJob } from './sharing/sharing.jobs.js';
import { SharingRequest } from './sharing/sharing-request.entity.js';
import { SharingStep } from './sharing/sharing-step.entity.js';
import { SharingUse } from './sharing/sharing-use.entity.js';
import { CaseStep } from './workflow/case-step.entity.js';

/** Every stored noun. */
export const nouns: readonly EntityClass<unknown>[] = [
  Alert,
  AlertNotice,
  AlertPosition,
  ArrearsCase,
  ArrearsDisclosure,
  Attachment,
  AuditEntry,
  BudgetLine,
  BudgetSecret,
  BudgetUse,
  CaseStep,
  CaseDocument,
  CatalogueField,
  CatalogueItem,
  ClassificationRule,
  Consent,
  Consumer,
  Correction,
  CreditGrade,
  CreditList,
  CreditRecord,
  CreditReport,
  Delivery,
  Department,
  FastTrackGrant,
  FastTrackRule,
  GrantRound,
  EvaluationDimension,
  EvaluationEdition,
  EvaluationRule,
  EvaluationRun,
  GradedField,
  Industry,
  LedgerEntry,
  LegalEntity,
  ListEntry,
  LoadedData,
  LoanPrimeRate,
  Mandate,
  Objection,
  OfficialCalendar,
  Payable,
  Payment,
  PaymentWarning,
  PublicContract,
  PolicyCommitment,
  PunishmentMeasure,
  PurposeScope,
  ReadingDeferral,
  ReadingEntry,
  ReadingQuestion,
  RecordChange,
  Region,
  Rejection,
  RepairApplication,
  RepairBan,
  RepaymentPlan,
  Restriction,
  RestrictionUse,
  ReportKey,
  ScreenedRecord,
  Screening,
  Seal,
  SharingRequest,
  SharingStep,
  SharingUse,
  ServiceItem,
  Submission,
  ToleranceSignature,
  TolerantAcceptance,
  Watch,
  WatchedEntity,
];

/** Everything that is held in memory. */
const snapshots = [
  catalogue,
  creditLists,
  departments,
  fastTrackRules,
  evaluationEditions,
  grantees,
  grants,
  industries,
  loanPrimeRates,
  mandates,
  measureList,
  regions,
  serviceItems,
  workingDays,
];

/** Everything that runs by the clock. */
export const jobs = (resources: Resources): readonly Job[] => [
  sharingJob(resources),
  correctionJob(resources),
  readingQuestionJob(resources),
  objectionJob(resources),
  repairOverdueJob(resources),
  repairCompletionJob(resources),
  screeningJob(resources),
  restrictionJob(resources),
  paymentJob(resources),
  disclosureJob(resources),
  disclosureOverdueJob(resources),
  arrearsJob(resources),
  commitmentJob(resources),
  listingJob(resources),
  redListJob(resources),
  toleranceJob(resources),
  grantJob(resources),
  grantProposalJob(resources),
  attachmentJob(resources),
  // the longest comes last
  evaluationJob(resources),
  // last: what the jobs before it did is news as well
  alertJob(resources),
];

/** Every queue. */
const queues = [clockQueue, deliveryQueue];

/** Everybody who takes jobs from the queues; the clock says when it is. */
export const workers = (
  resources: Resources,
  log: Clockwork['log'],
  clock: () => Date = () => new Date(),
): readonly Worker[] => [
  clockWorker({ pool: resources.pool, jobs: jobs(resources), log }, clock),
  deliveryWorker({ ...resources, contents: { ALERT: alertContent(resources) }, log }, clock),
];

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

/** How to open the platform's database. */
export interface Opening {
  readonly config: Pick<Config, 'production' | 'dataDir' | 'dataKeys' | 'reportKey' | 'dailyBudget' | 'bucket'>;
  /** Whether the invented city is brought in. */
  readonly demonstration: boolean;
  /** Minutes that an entry of the audit may stay unsealed; without it nobody seals, as for a command. */
  readonly sealingLimit?: number;
  readonly log: (line: string) => void;
}

/**
 * Opens the platform's database: migrated, with its reference data and, if wanted, the demonstration city. Instances that
 * start together take turns. The owner brings the schema and the reference data up to date; from then on the program works
 * as a role that may do no more than its nouns declare.
 */
export async function openPlatform(place: Place, opening: Opening): Promise<Platform> {
  const { config, log } = opening;
  let pool: pg.Pool | undefined;
  let reference: ReferenceData | undefined;
  let budgets: Budgets | undefined;
  let login: Login | undefined;
  let orm: MikroORM | undefined;
  const close = async () => {
    await budgets?.close();
    await reference?.close();
    await orm?.close();
    await place.leave();
  };
  try {
    const secrets = await openSecrets(config.dataKeys, config.dataDir);
    const reportKey = await signingKey(config.dataDir, 'report-signing', config.reportKey);
    const ours = await openOrm({
      url: place.url,
      entities: nouns,
      login: () => login,
      onPool: (made) => {
        pool = made;
      },
    });
    orm = ours;
    return await underMigrationLock(place.url, async (owner) => {
      await checkDataKey(owner, secrets);
      for (const name of await migrate(ours)) log(`migrated: ${name}`);
      for (const deed of await prepareQueues(owner, queues)) log(deed);
      if (await loadReference(ours.em.fork())) log('loaded the reference data');
      await keepDataKey(owner, secrets, sealAll, log);
      login = await applicationLogin(owner, place.url, ours, opening);
      await ours.reconnect();
      reference = await ReferenceData.open(login ? urlAs(place.url, login) : place.url, pool!, snapshots, log);
      budgets = new Budgets(pool!, config.dailyBudget, log);
      const auditLog = new AuditLog(pool!, opening.sealingLimit);
      const files = config.bucket ? new S3Store(config.bucket) : new DiskStore(config.dataDir);
      const { production } = config;
      const held = { secrets, reportKey, production, budgets, auditLog, files };
      const platform = { orm: ours, pool: pool!, reference, ...held, close };
      if (opening.demonstration && (await loadDemonstration(platform))) log('loaded the demonstration city');
      return platform;
    });
  } catch (error) {
    await close().catch(() => undefined);
    throw unreachable(error) ?? error;
  }
}

/** Seals anew everything that is kept sealed; says how many rows were written. */
const sealAll = async (owner: pg.Client, secrets: Secrets): Promise<number> =>
  (await sealStored(owner, secrets)) + (await sealConsumers(owner, secrets));

/** As whom the program works; in a trial, for want of a role of its own, as the owner. */
async function applicationLogin(
  owner: pg.Client,
  url: string,
  orm: MikroORM,
  { config, log }: Opening,
): Promise<Login | undefined> {
  try {
    const login = await ensureApplicationRole(owner, url);
    const changed = await grantRights(owner, login.user, orm.getMetadata(), nouns);
    if ((await grantQueueRights(owner, login.user)) || changed) log(`set the rights of ${login.user}`);
    return login;
  } catch (error) {
    if (!(error instanceof RoleRefused)) throw error;
    if (config.production) throw new ConfigurationError(error.message);
    log(`warning: the program works as the owner of the database. ${error.message}`);
    return undefined;
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
