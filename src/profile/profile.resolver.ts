import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, only, ownEntity, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Day } from '../calendar/day.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import type { Context } from '../context.js';
import { type Connection, pageArguments } from '../database/connection.js';
import { Refusal } from '../messages/refusal.js';
import { CreditRecord } from '../records/credit-record.entity.js';
import { type RecordRow, recordsOfEntity } from '../records/record.reads.js';
import { CreditRecordConnection } from '../records/record.resolver.js';
import { mostCited } from '../records/record-texts.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import type { EntityRow } from '../registry/legal-entity.reads.js';
import { RestrictionInForce } from '../restrictions/restriction-in-force.js';
import { restrictionsOfEntity } from '../restrictions/restriction-in-force.reads.js';
import { CommitmentsGiven, CreditProfile, ProfileLine } from './profile.js';
import { cited, commitmentsOf, linesOf, profileOf, totalOf } from './profile.reads.js';
import { ProfileDimension } from './profile.words.js';
import { PromisesMade } from './promises.js';
import { promisesOf } from './promises.reads.js';

/** How many of a line's records are cited. */
export const citedArgument = {
  defaultValue: 5,
  description: `The newest of them, 1 to ${mostCited}; all of them: \`records\` of the entity, narrowed. 引用条数`,
};

/** The first of the ids that a line may cite. */
export function firstOf(ids: readonly string[], first: number): readonly string[] {
  if (!(first >= 1 && first <= mostCited)) throw new Refusal('PAGE_SIZE', { value: first, most: mostCited });
  return ids.slice(0, first);
}

/** The profile, on the entity. */
@Resolver(() => LegalEntity)
export class EntityProfileResolver {
  @Access(anyone)
  @FieldResolver(() => CreditProfile, {
    description: 'The aggregated view of it, made of what the viewer may see. 信用画像',
  })
  profile(
    @Root() entity: EntityRow,
    @Arg('asOf', () => DateScalar, {
      nullable: true,
      description: 'How it stood on this day, as known now or at `knownAt`. 截至日期（业务时间）',
    })
    asOf: Day | null,
    @Arg('knownAt', () => DateTimeScalar, {
      nullable: true,
      description:
        'As far as was known at this instant; without `asOf` of the day on which it falls. 截至时刻（记录时间）',
    })
    knownAt: Date | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CreditProfile> {
    return profileOf(context, info.path, entity, { asOf, knownAt });
  }
}

/** What a profile is made of. */
@Resolver(() => CreditProfile)
export class ProfileResolver {
  @Access(anyone)
  @FieldResolver(() => ProfileLine, { description: 'All records together. 合计' })
  total(@Root() profile: CreditProfile, @Ctx() context: Context): Promise<ProfileLine> {
    return totalOf(context, profile);
  }

  @Access(anyone)
  @FieldResolver(() => [ProfileLine], { description: 'The records by class, department or item, most first. 分类统计' })
  lines(
    @Root() profile: CreditProfile,
    @Arg('by', () => ProfileDimension, {
      defaultValue: ProfileDimension.CLASS,
      description: 'What a line stands for. 统计维度',
    })
    by: ProfileDimension,
    @Ctx() context: Context,
  ): Promise<ProfileLine[]> {
    return linesOf(context, profile, by);
  }

  @Access(anyone)
  @FieldResolver(() => CommitmentsGiven, { description: 'Commitments that it gave, kept and broken. 信用承诺' })
  commitments(@Root() profile: CreditProfile, @Ctx() context: Context): Promise<CommitmentsGiven> {
    return commitmentsOf(context, profile);
  }

  @Access(
    only(
      ownEntity<CreditProfile>(({ entity }) => entity.uscc),
      role(Role.ARREARS_ADMIN, Role.CREDIT_CENTRE, Role.SUPERVISOR),
    ),
  )
  @FieldResolver(() => PromisesMade, {
    nullable: true,
    description: 'What became of what the city promised it, for those who may see these promises. 政策承诺兑现情况',
  })
  promises(@Root() profile: CreditProfile, @Ctx() context: Context): Promise<PromisesMade> {
    return promisesOf(context, profile);
  }

  @Access(anyone)
  @FieldResolver(() => [RestrictionInForce], {
    nullable: true,
    description:
      'The restrictions in force now that the viewer may know of; of a past moment null. 执行中的失信惩戒措施',
  })
  restrictions(
    @Root() { entity, moment }: CreditProfile,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RestrictionInForce[]> | null {
    return moment === null ? restrictionsOfEntity(context, info.path, entity) : null;
  }

  @Access(anyone)
  @FieldResolver(() => CreditRecordConnection, {
    description: 'The records one by one, newest determination first. 时间轴',
  })
  timeline(
    @Root() { entity, moment }: CreditProfile,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<RecordRow>> {
    return recordsOfEntity(context, info.path, entity, {}, { first: count, after: cursor }, moment ?? {});
  }
}

/** The records behind a line. */
@Resolver(() => ProfileLine)
export class ProfileLineResolver {
  @Access(anyone)
  @FieldResolver(() => [CreditRecord], { description: 'The records that it counts, newest first. 对应记录' })
  records(
    @Root() { ids, moment }: ProfileLine,
    @Arg('first', () => Int, citedArgument) first: number,
    @Ctx() context: Context,
  ): Promise<RecordRow[]> {
    return cited(context, firstOf(ids, first), moment);
  }
}

/** The records behind what is said of commitments. */
@Resolver(() => CommitmentsGiven)
export class CommitmentsGivenResolver {
  @Access(anyone)
  @FieldResolver(() => [CreditRecord], { description: 'The records that it counts, newest first. 对应记录' })
  records(
    @Root() { ids, moment }: CommitmentsGiven,
    @Arg('first', () => Int, citedArgument) first: number,
    @Ctx() context: Context,
  ): Promise<RecordRow[]> {
    return cited(context, firstOf(ids, first), moment);
  }
}
