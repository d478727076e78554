import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { ListEntry } from './list-entry.entity.js';
import {
  DecideListingObjectionInput,
  ListingStepInput,
  ProposeListingInput,
  RemoveFromListInput,
} from './listing.inputs.js';
import { listEntryBy } from './listing.reads.js';
import { proposeListing } from './listing.service.js';
import {
  answerListingNotice,
  decideListingObjection,
  enterOnList,
  objectToListing,
  rejectListing,
  removeFromList,
} from './listing-decision.service.js';

const departments = only(role(Role.DEPARTMENT));
const enterprises = only(role(Role.ENTERPRISE));
const objectors = only(role(Role.ENTERPRISE, Role.DEPARTMENT, Role.CREDIT_CENTRE));

const step = { description: 'The listing and what the step needs. 办理内容' };

/** The listing as it stands after a deed: what its record says is joined anew. */
const after = async (context: Context, deed: Promise<string>): Promise<ListEntry | null> =>
  listEntryBy(context, await deed);

const answered = (description: string) => ({ nullable: true, description });

/** The steps by which entities come on lists and off them. */
@Resolver(() => ListEntry)
export class ListingStepResolver {
  @Access(departments)
  @Mutation(
    () => ListEntry,
    answered(
      'The department that keeps a list of serious dishonesty proposes an entity, which is told in writing; any department proposes one for a red list, which is announced. 提出列入建议（提名）',
    ),
  )
  proposeListing(
    @Arg('input', () => ProposeListingInput, { description: 'Whom, for which list, on what. 列入建议' })
    input: ProposeListingInput,
    @Ctx() context: Context,
  ): Promise<ListEntry | null> {
    return after(context, proposeListing(context, input));
  }

  @Access(enterprises)
  @Mutation(() => ListEntry, answered('The entity answers the written notice, in time. 陈述申辩'))
  answerListingNotice(
    @Arg('input', () => ListingStepInput, step) input: ListingStepInput,
    @Ctx() context: Context,
  ): Promise<ListEntry | null> {
    return after(context, answerListingNotice(context, input));
  }

  @Access(departments)
  @Mutation(
    () => ListEntry,
    answered(
      'Another account of the deciding department enters it: the decision is served, with the notice of how to be repaired, and recorded. 决定列入',
    ),
  )
  enterOnList(
    @Arg('input', () => ListingStepInput, step) input: ListingStepInput,
    @Ctx() context: Context,
  ): Promise<ListEntry | null> {
    return after(context, enterOnList(context, input));
  }

  @Access(departments)
  @Mutation(() => ListEntry, answered('Another account of the deciding department does not enter it. 不予列入'))
  rejectListing(
    @Arg('input', () => ListingStepInput, step) input: ListingStepInput,
    @Ctx() context: Context,
  ): Promise<ListEntry | null> {
    return after(context, rejectListing(context, input));
  }

  @Access(objectors)
  @Mutation(
    () => ListEntry,
    answered(
      'Any enterprise, department or the credit centre objects to a red listing that is announced; the announcement stands still until it is decided. 对公示提出异议',
    ),
  )
  objectToListing(
    @Arg('input', () => ListingStepInput, step) input: ListingStepInput,
    @Ctx() context: Context,
  ): Promise<ListEntry | null> {
    return after(context, objectToListing(context, input));
  }

  @Access(departments)
  @Mutation(
    () => ListEntry,
    answered('The deciding department decides on an objection; upheld, nothing is entered. 名单异议处理'),
  )
  decideListingObjection(
    @Arg('input', () => DecideListingObjectionInput, step) input: DecideListingObjectionInput,
    @Ctx() context: Context,
  ): Promise<ListEntry | null> {
    return after(context, decideListingObjection(context, input));
  }

  @Access(departments)
  @Mutation(
    () => ListEntry,
    answered(
      'The deciding department removes an entry of which the basis was revoked: its record is withdrawn at once. Other removals before the term are repairs. 移出名单',
    ),
  )
  removeFromList(
    @Arg('input', () => RemoveFromListInput, step) input: RemoveFromListInput,
    @Ctx() context: Context,
  ): Promise<ListEntry | null> {
    return after(context, removeFromList(context, input));
  }
}
