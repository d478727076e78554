import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, departmentOf, only, ownEntity, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import { DateScalar } from '../calendar/scalars.js';
import { programMay } from '../database/rights.js';
import { Department } from '../departments/department.entity.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { Case } from '../workflow/case.entity.js';
import { described } from '../workflow/described.js';
import { CreditList } from './credit-list.entity.js';
import { ListingGround, ListKind, ListRemoval, ListStanding } from './list.words.js';
import { ListingState, listingStates, openStates } from './listing.states.js';
import type { ListingObjection } from './listing-objection.js';

registerEnumType(ListingState, {
  name: 'ListingState',
  description: 'Where a listing stands as a case: 国办发〔2020〕49号. 名单认定状态',
  valuesConfig: described(listingStates),
});

/** Who knows of a listing whatever becomes of it. The predicate of the reads and `isConcerned` say the same. */
export const concerned = only(
  ownEntity<ListEntry>(({ uscc }) => uscc),
  departmentOf<ListEntry>('the deciding department', ({ departmentCode }) => departmentCode),
  departmentOf<ListEntry>('the proposing department', ({ proposerCode }) => proposerCode),
  role(Role.CREDIT_CENTRE, Role.SUPERVISOR),
);

/** What a step may change. What was proposed, of whom and on what is not among it. */
const changing = [
  ...['state', 'history', 'startedOn', 'dueOn', 'resultDueOn', 'pauses', 'awaits', 'escalatedAt', 'rehearsed'],
  ...['statement', 'objections', 'recordId'],
];

const words = (states: readonly string[]): string => states.map((state) => `'${state}'`).join(', ');

/**
 * A listing: an entity on its way to a list, or on it. Whether it stands there follows from the record that the entry made:
 * it is joined by the reads and stored nowhere else. Everybody knows of what is on a list, and of what is announced.
 */
@ObjectType({
  simpleResolvers: true,
  description: 'An entity on a list of serious dishonesty or a red list, or on its way there. 名单认定事项',
})
@programMay({ update: changing })
@Entity()
@Index({
  name: 'list_entry_open',
  expression: `create unique index list_entry_open on list_entry (list_code, entity_id) where state in (${words(openStates)})`,
})
@Index({
  name: 'list_entry_decision',
  expression: `create unique index list_entry_decision on list_entry (decision_number) where state <> 'REJECTED'`,
})
@Index({
  name: 'list_entry_record',
  expression: 'create unique index list_entry_record on list_entry (record_id) where record_id is not null',
})
@Index({ properties: ['entityId', 'id'] })
@Index({ properties: ['departmentCode', 'id'] })
@Index({ properties: ['awaits', 'dueOn'] })
@Check({
  name: 'list_entry_recorded',
  expression: "(record_id is not null) = (state in ('ENTERED', 'REMOVED', 'LOST'))",
})
@Check({ name: 'list_entry_ground', expression: "(kind = 'RED') = (ground is null)" })
export class ListEntry extends Case {
  @Access(anyone)
  @Field(() => ListingState, { description: 'Where it stands as a case. 办理状态' })
  @Enum({ items: () => ListingState })
  state!: ListingState;

  /** Edition of the list under which it was proposed. */
  @ManyToOne(() => CreditList, { fieldName: 'list_id', mapToPk: true })
  listId!: string;

  /** Code of the list, the same in every edition. */
  @Property({ type: 'text' })
  listCode!: string;

  @Access(anyone)
  @Field(() => ListKind, { description: 'For or against whom the list is kept. 名单类别' })
  @Enum({ items: () => ListKind })
  kind!: ListKind;

  /** Code of the department that decides. */
  @ManyToOne(() => Department, { fieldName: 'department_code', mapToPk: true })
  departmentCode!: string;

  /** Code of the department that proposed it. */
  @ManyToOne(() => Department, { fieldName: 'proposer_code', mapToPk: true })
  proposerCode!: string;

  /** Account that proposed it, which does not decide. */
  @Property({ type: 'text' })
  proposedBy!: string;

  @ManyToOne(() => LegalEntity, { fieldName: 'entity_id', mapToPk: true })
  entityId!: string;

  /** Code of the entity. */
  @Property({ type: 'text' })
  uscc!: string;

  @Access(anyone)
  @Field(() => String, { description: 'The facts on which it rests. 事由' })
  @Property({ type: 'text' })
  facts!: string;

  @Access(anyone)
  @Field(() => String, { description: 'The law on which it rests. 依据' })
  @Property({ type: 'text' })
  basis!: string;

  @Access(anyone)
  @Field(() => ListingGround, { nullable: true, description: 'The ground; of a red list none. 列入情形' })
  @Enum({ items: () => ListingGround, nullable: true })
  ground!: ListingGround | null;

  @Access(anyone)
  @Field(() => String, { description: 'Number of the decision by which it is entered. 列入决定文号' })
  @Property({ type: 'text' })
  decisionNumber!: string;

  /** Id of the record from which it follows, such as that of the penalty. */
  @Property({ type: 'uuid', nullable: true })
  sourceRecordId!: string | null;

  @Access(concerned)
  @Field(() => String, { nullable: true, description: 'What the entity answered to the notice. 陈述申辩' })
  @Property({ type: 'text', nullable: true })
  statement!: string | null;

  @Property({ type: 'jsonb' })
  objections!: ListingObjection[];

  /** Id of the credit record that the entry made. */
  @Property({ type: 'uuid', nullable: true })
  recordId!: string | null;

  // Not stored: what its record says, joined by the reads.

  @Access(anyone)
  @Field(() => ListStanding, {
    nullable: true,
    description: 'Whether the entry stands, as its record says; null: it was not entered. 在列状态',
  })
  standing?: ListStanding | null;

  @Access(anyone)
  @Field(() => ListRemoval, { nullable: true, description: 'Why it stands no longer. 移出原因' })
  removedFor?: ListRemoval | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'Day of the entry. 列入日期' })
  enteredOn?: string | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'Last day of the entry. 在列截止日期' })
  until?: string | null;
}
