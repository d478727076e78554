import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { Attachment } from '../attachments/attachment.entity.js';
import { attachmentsOf } from '../attachments/attachment.reads.js';
import { caseKey } from '../attachments/case-key.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import { CaseDocument } from '../documents/case-document.entity.js';
import { documentsOf } from '../documents/case-document.reads.js';
import { CreditRecord } from '../records/credit-record.entity.js';
import { type RecordRow, recordById } from '../records/record.reads.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { entityById } from '../registry/legal-entity.reads.js';
import { caseDeadline, timelineOf } from '../workflow/case.reads.js';
import { CaseStep } from '../workflow/case-step.entity.js';
import { Deadline } from '../workflow/deadline.js';
import { StepChoice, stepChoices } from '../workflow/step-choice.js';
import { CreditList } from './credit-list.entity.js';
import { creditLists } from './credit-list.reads.js';
import { concerned, ListEntry } from './list-entry.entity.js';
import { listEntryCase } from './list-entry-case.js';
import { ListEntryFilter } from './listing.inputs.js';
import { listEntriesPage, listEntryBy, subjectOfListing } from './listing.reads.js';
import { guardsOf, objectionsKnown, partiesOf } from './listing.rules.js';
import { listingWorkflow } from './listing.workflow.js';
import { ListingObjection } from './listing-objection.js';

const ListEntryConnection = connectionType('ListEntry', ListEntry);

/** Questions about listings. */
@Resolver(() => ListEntry)
export class ListingResolver {
  @Access(anyone)
  @Query(() => ListEntry, {
    nullable: true,
    description:
      'A listing by its id or number, if it exists for the viewer: what stands on a list or is announced for anybody. 名单事项查询',
  })
  listEntry(
    @Arg('id', () => ID, { description: 'Its id or its number. 标识或编号' }) id: string,
    @Ctx() context: Context,
  ): Promise<ListEntry | null> {
    return listEntryBy(context, id);
  }

  @Access(anyone)
  @Query(() => ListEntryConnection, {
    description:
      'Listings that exist for the viewer, newest first: what stands on a list or is announced for anybody; what is proposed, rejected or over for the entity, the departments concerned, the credit centre and the supervisor. 名单查询',
  })
  listEntries(
    @Arg('filter', () => ListEntryFilter, { nullable: true, description: 'Narrows the list. 筛选条件' })
    filter: ListEntryFilter | null,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<ListEntry>> {
    return listEntriesPage(context, filter ?? {}, { first: count, after: cursor });
  }

  @Access(anyone)
  @FieldResolver(() => CreditList, { description: 'The list, in the edition under which it was proposed. 名单' })
  list(@Root() { listId }: ListEntry, @Ctx() context: Context): CreditList {
    return context.reference(creditLists).edition(listId);
  }

  @Access(anyone)
  @FieldResolver(() => LegalEntity, { nullable: true, description: 'The entity. 主体' })
  entity(@Root() { entityId }: ListEntry, @Ctx() context: Context): Promise<LegalEntity | null> {
    return context.load(entityById, entityId);
  }

  @Access(anyone)
  @FieldResolver(() => Department, { description: 'The department that proposed it. 提名部门' })
  proposer(@Root() { proposerCode }: ListEntry, @Ctx() context: Context): Department {
    return context.reference(departments).get(proposerCode)!;
  }

  @Access(anyone)
  @FieldResolver(() => CreditRecord, {
    nullable: true,
    description: 'The record of the entry; null where there is none, or for whoever may not know of it. 列入记录',
  })
  record(@Root() { recordId }: ListEntry, @Ctx() context: Context): Promise<RecordRow | null> | null {
    return recordId === null ? null : context.load(recordById, recordId);
  }

  @Access(concerned)
  @FieldResolver(() => CreditRecord, {
    nullable: true,
    description: 'The record from which it follows, as far as the viewer may know of it. 来源记录',
  })
  sourceRecord(@Root() { sourceRecordId }: ListEntry, @Ctx() context: Context): Promise<RecordRow | null> | null {
    return sourceRecordId === null ? null : context.load(recordById, sourceRecordId);
  }

  @Access(anyone)
  @FieldResolver(() => [ListingObjection], {
    description: 'Objections: all of them for whoever is concerned, to others their own. 异议',
  })
  objections(@Root() entry: ListEntry, @Ctx() { viewer }: Context): ListingObjection[] {
    return [...objectionsKnown(viewer, entry)];
  }

  @Access(anyone)
  @FieldResolver(() => Deadline, { nullable: true, description: 'By when the next act is due. 办理期限' })
  deadline(@Root() entry: ListEntry, @Ctx() context: Context): Deadline | null {
    return caseDeadline(context, listEntryCase, entry);
  }

  @Access(anyone)
  @FieldResolver(() => [StepChoice], { description: 'The steps that the viewer can take now. 可办理步骤' })
  async availableSteps(@Root() entry: ListEntry, @Ctx() context: Context): Promise<StepChoice[]> {
    const { viewer, language } = context;
    const parties = partiesOf(viewer, entry);
    if (parties.length === 0) return [];
    const { state, history } = entry;
    const subject = await context.load(subjectOfListing, entry.entityId);
    const removal = entry.removedFor ?? null;
    const guards = guardsOf({ entry, named: null, viewer, objection: null, removal, ...subject });
    return parties.flatMap((party) => stepChoices(listingWorkflow, { state, party, guards, history }, language));
  }

  @Access(concerned)
  @FieldResolver(() => [CaseStep], { nullable: true, description: 'Who did what when, in order. 办理过程' })
  timeline(@Root() entry: ListEntry, @Ctx() context: Context): Promise<CaseStep[]> {
    return timelineOf(context, listingWorkflow, entry);
  }

  @Access(concerned)
  @FieldResolver(() => [Attachment], { nullable: true, description: 'The evidence. 证据附件' })
  attachments(@Root() { id }: ListEntry, @Ctx() context: Context): Promise<Attachment[]> {
    return context.load(attachmentsOf, caseKey(listEntryCase.code, id));
  }

  @Access(concerned)
  @FieldResolver(() => [CaseDocument], {
    nullable: true,
    description: 'What was issued: notice, announcement, decision, notice of repair, removal. 文书',
  })
  documents(@Root() { id }: ListEntry, @Ctx() context: Context): Promise<CaseDocument[]> {
    return context.load(documentsOf, caseKey(listEntryCase.code, id));
  }
}
