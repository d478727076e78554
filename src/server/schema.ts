import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { guardFields } from '../access/guard.js';
import { shieldOperations } from '../access/shield.js';
import { AlertNoticeResolver, AlertResolver } from '../alerts/alert.resolver.js';
import { WatchResolver } from '../alerts/watch.resolver.js';
import { ArrearsResolver, DepartmentArrearsResolver, EntityArrearsResolver } from '../arrears/arrears.resolver.js';
import { ArrearsPaymentResolver } from '../arrears/arrears-payment.resolver.js';
import { ArrearsStatisticsResolver } from '../arrears/arrears-statistics.resolver.js';
import { ArrearsVerificationResolver } from '../arrears/arrears-verification.resolver.js';
import { AttachmentResolver } from '../attachments/attachment.resolver.js';
import { CalendarResolver } from '../calendar/official-calendar.resolver.js';
import { CatalogueResolver } from '../catalogue/catalogue.resolver.js';
import { AmendmentResolver } from '../collection/amendment.resolver.js';
import { RejectionResolver, SubmissionResolver } from '../collection/submission.resolver.js';
import { CommitmentResolver } from '../commitments/commitment.resolver.js';
import { DepartmentCommitmentsResolver, EntityCommitmentsResolver } from '../commitments/commitment-lists.resolver.js';
import { CommitmentStepResolver } from '../commitments/commitment-step.resolver.js';
import { CommitmentSupervisionResolver } from '../commitments/commitment-supervision.resolver.js';
import { CorrectionResolver } from '../corrections/correction.resolver.js';
import { DepartmentResolver } from '../departments/department.resolver.js';
import { DisclosureResolver } from '../disclosures/disclosure.resolver.js';
import { CaseDocumentResolver } from '../documents/case-document.resolver.js';
import {
  FastTrackDecisionResolver,
  FastTrackResolver,
  ServiceItemResolver,
} from '../fast-track/fast-track.resolver.js';
import { EntityGrantsResolver, GrantResolver, ProfileGrantsResolver } from '../fast-track/grant.resolver.js';
import { EntityToleranceResolver, ToleranceResolver } from '../fast-track/tolerance.resolver.js';
import { ToleranceStepResolver } from '../fast-track/tolerance-step.resolver.js';
import { CreditListResolver, EntityListingsResolver } from '../lists/credit-list.resolver.js';
import { ListingResolver } from '../lists/listing.resolver.js';
import { ListingStepResolver } from '../lists/listing-step.resolver.js';
import { EntityObjectionsResolver, ObjectionResolver } from '../objections/objection.resolver.js';
import { ObjectionStepResolver } from '../objections/objection-step.resolver.js';
import { PayableResolver, PaymentWarningResolver, PublicContractResolver } from '../procurement/contract.resolver.js';
import { ContractDeedsResolver } from '../procurement/contract-deeds.resolver.js';
import { LoanPrimeRateResolver } from '../procurement/loan-prime-rate.resolver.js';
import { EvaluationResolver } from '../profile/evaluation.resolver.js';
import { FiredRuleResolver, GradingResolver, ProfileGradeResolver } from '../profile/grading.resolver.js';
import {
  CommitmentsGivenResolver,
  EntityProfileResolver,
  ProfileLineResolver,
  ProfileResolver,
} from '../profile/profile.resolver.js';
import {
  ConsumerResolver,
  DeliveryResolver,
  RecordChangeResolver,
  RecordChangesResolver,
} from '../propagation/propagation.resolver.js';
import {
  EntityReadingsResolver,
  ReadingQuestionResolver,
  ReadingResolver,
  SharingReadingsResolver,
} from '../readings/reading.resolver.js';
import { EntityRecordsResolver, RecordResolver } from '../records/record.resolver.js';
import {
  RecordVersionResolver,
  RecordVersionsResolver,
  WithdrawalResolver,
} from '../records/record-version.resolver.js';
import { LegalEntityResolver } from '../registry/legal-entity.resolver.js';
import { EntityRepairResolver, RepairResolver } from '../repair/repair.resolver.js';
import { RepairStepResolver } from '../repair/repair-step.resolver.js';
import { EntityReportsResolver, ReportResolver } from '../reports/report.resolver.js';
import { RestrictionResolver } from '../restrictions/restriction.resolver.js';
import {
  EntityRestrictionsResolver,
  PunishmentMeasureResolver,
  RestrictionInForceResolver,
} from '../restrictions/restriction-in-force.resolver.js';
import { RestrictionStepResolver } from '../restrictions/restriction-step.resolver.js';
import { RestrictionUseResolver, RestrictionUsesResolver } from '../restrictions/restriction-use.resolver.js';
import { EntityScreeningsResolver, ScreeningResolver } from '../screening/screening.resolver.js';
import { AccessPreviewResolver } from '../sharing/access-preview.resolver.js';
import { ConsentResolver, EntityConsentsResolver } from '../sharing/consent.resolver.js';
import { SharingResolver, SharingStepResolver } from '../sharing/sharing.resolver.js';
import { SharingDeedsResolver } from '../sharing/sharing-step.resolver.js';
import { TaskResolver } from '../tasks/task.resolver.js';
import { findExtensionsByName } from './extensions-by-name.js';
import { ViewerResolver } from './viewer.resolver.js';
import { ViewerRightsResolver } from './viewer-rights.resolver.js';

/** The published schema with its rules in force. */
export const buildPlatformSchema = (): GraphQLSchema => enforced(declaredSchema());

/** The schema with its rules declared and none in force: nothing answers by it but what `enforced` makes of it. */
export function declaredSchema(): GraphQLSchema {
  findExtensionsByName();
  return buildSchemaSync({
    resolvers: [
      AccessPreviewResolver,
      AlertNoticeResolver,
      AlertResolver,
      AmendmentResolver,
      ArrearsStatisticsResolver,
      ArrearsPaymentResolver,
      ArrearsResolver,
      ArrearsVerificationResolver,
      AttachmentResolver,
      CalendarResolver,
      CaseDocumentResolver,
      CatalogueResolver,
      CommitmentResolver,
      CommitmentStepResolver,
      CommitmentSupervisionResolver,
      ConsentResolver,
      ConsumerResolver,
      ContractDeedsResolver,
      CorrectionResolver,
      DeliveryResolver,
      DepartmentArrearsResolver,
      DepartmentResolver,
      EntityArrearsResolver,
      DisclosureResolver,
      DepartmentCommitmentsResolver,
      EntityCommitmentsResolver,
      CreditListResolver,
      EntityListingsResolver,
      ListingResolver,
      ListingStepResolver,
      EntityConsentsResolver,
      EntityGrantsResolver,
      EntityToleranceResolver,
      EntityObjectionsResolver,
      EntityReadingsResolver,
      EntityRecordsResolver,
      EntityRepairResolver,
      EntityRestrictionsResolver,
      EntityReportsResolver,
      EntityScreeningsResolver,
      FastTrackDecisionResolver,
      FastTrackResolver,
      GrantResolver,
      ProfileGrantsResolver,
      ToleranceResolver,
      ToleranceStepResolver,
      LegalEntityResolver,
      LoanPrimeRateResolver,
      ObjectionResolver,
      ObjectionStepResolver,
      ReadingQuestionResolver,
      ReadingResolver,
      CommitmentsGivenResolver,
      EntityProfileResolver,
      EvaluationResolver,
      FiredRuleResolver,
      GradingResolver,
      ProfileGradeResolver,
      ProfileLineResolver,
      ProfileResolver,
      PayableResolver,
      PaymentWarningResolver,
      PublicContractResolver,
      PunishmentMeasureResolver,
      RecordChangeResolver,
      RecordChangesResolver,
      RecordResolver,
      RecordVersionResolver,
      RecordVersionsResolver,
      RejectionResolver,
      RepairResolver,
      RepairStepResolver,
      RestrictionInForceResolver,
      RestrictionResolver,
      RestrictionStepResolver,
      RestrictionUseResolver,
      RestrictionUsesResolver,
      ReportResolver,
      ScreeningResolver,
      SharingReadingsResolver,
      SharingDeedsResolver,
      SharingResolver,
      SharingStepResolver,
      ServiceItemResolver,
      SubmissionResolver,
      TaskResolver,
      ViewerResolver,
      ViewerRightsResolver,
      WatchResolver,
      WithdrawalResolver,
    ],
    validate: false,
  });
}

/** Puts the declared rules in force. */
export const enforced = (schema: GraphQLSchema): GraphQLSchema => shieldOperations(guardFields(schema));
