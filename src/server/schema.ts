import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { guardFields } from '../access/guard.js';
import { shieldOperations } from '../access/shield.js';
import { CalendarResolver } from '../calendar/official-calendar.resolver.js';
import { CatalogueResolver } from '../catalogue/catalogue.resolver.js';
import { RejectionResolver, SubmissionResolver } from '../collection/submission.resolver.js';
import { CorrectionResolver } from '../corrections/correction.resolver.js';
import { DepartmentResolver } from '../departments/department.resolver.js';
import { ConsumerResolver, DeliveryResolver, RecordChangeResolver } from '../propagation/propagation.resolver.js';
import {
  EntityReadingsResolver,
  ReadingQuestionResolver,
  ReadingResolver,
  SharingReadingsResolver,
} from '../readings/reading.resolver.js';
import { EntityRecordsResolver, RecordResolver } from '../records/record.resolver.js';
import { LegalEntityResolver } from '../registry/legal-entity.resolver.js';
import { AccessPreviewResolver } from '../sharing/access-preview.resolver.js';
import { ConsentResolver, EntityConsentsResolver } from '../sharing/consent.resolver.js';
import { SharingResolver, SharingStepResolver } from '../sharing/sharing.resolver.js';
import { SharingDeedsResolver } from '../sharing/sharing-step.resolver.js';
import { ViewerResolver } from './viewer.resolver.js';
import { ViewerRightsResolver } from './viewer-rights.resolver.js';

/** The published schema with its rules in force. */
export const buildPlatformSchema = (): GraphQLSchema => enforced(declaredSchema());

/** The schema with its rules declared and none in force: nothing answers by it but what `enforced` makes of it. */
export function declaredSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [
      AccessPreviewResolver,
      CalendarResolver,
      CatalogueResolver,
      ConsentResolver,
      ConsumerResolver,
      CorrectionResolver,
      DeliveryResolver,
      DepartmentResolver,
      EntityConsentsResolver,
      EntityReadingsResolver,
      EntityRecordsResolver,
      LegalEntityResolver,
      ReadingQuestionResolver,
      ReadingResolver,
      RecordChangeResolver,
      RecordResolver,
      RejectionResolver,
      SharingReadingsResolver,
      SharingDeedsResolver,
      SharingResolver,
      SharingStepResolver,
      SubmissionResolver,
      ViewerResolver,
      ViewerRightsResolver,
    ],
    validate: false,
  });
}

/** Puts the declared rules in force. */
export const enforced = (schema: GraphQLSchema): GraphQLSchema => shieldOperations(guardFields(schema));
