import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { Purpose } from '../access/purpose.js';
import { anyone } from '../access/rules.js';
import { dayAsked } from '../calendar/as-of.js';
import type { Day } from '../calendar/day.js';
import { DateScalar } from '../calendar/scalars.js';
import type { Context } from '../context.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import { CreditRecord } from '../records/credit-record.entity.js';
import { type RecordRow, recordById } from '../records/record.reads.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import type { EntityRow } from '../registry/legal-entity.reads.js';
import { UsccScalar } from '../registry/uscc.scalar.js';
import { PunishmentMeasure } from './punishment-measure.entity.js';
import { measureList } from './punishment-measure.reads.js';
import { RestrictionCheck, RestrictionInForce } from './restriction-in-force.js';
import { restrictionCheck, restrictionsOfEntity } from './restriction-in-force.reads.js';

/** What is in force: the list of measures, and what a counter is told. */
@Resolver(() => RestrictionInForce)
export class RestrictionInForceResolver {
  @Access(anyone)
  @Query(() => [PunishmentMeasure], {
    description:
      'The measures of the national basic list that are in force on a day: the only ones that can be proposed. 全国失信惩戒措施基础清单',
  })
  punishmentMeasures(
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day, today at the latest; left out: today. 日期' })
    on: Day | null,
    @Ctx() context: Context,
  ): PunishmentMeasure[] {
    return context.reference(measureList).inForce(dayAsked(context, on));
  }

  @Access(anyone)
  @Query(() => RestrictionCheck, {
    description:
      'At a counter: whether an entity is restricted in a matter, as far as the caller may know. Without a stated purpose a department is told what the public is. 失信惩戒核查',
  })
  restrictions(
    @Arg('uscc', () => UsccScalar, { description: 'Code of the entity. 统一社会信用代码' }) uscc: string,
    @Arg('matter', () => Purpose, { description: 'What is being decided. 办理事项' }) matter: Purpose,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RestrictionCheck> {
    return restrictionCheck(context, info.path, uscc, matter);
  }

  @Access(anyone)
  @FieldResolver(() => CreditRecord, { nullable: true, description: 'The record on which it rests. 来源记录' })
  record(@Root() { recordId }: RestrictionInForce, @Ctx() context: Context): Promise<RecordRow | null> {
    return context.load(recordById, recordId);
  }
}

/** Who carries a measure out, on the measure. */
@Resolver(() => PunishmentMeasure)
export class PunishmentMeasureResolver {
  @Access(anyone)
  @FieldResolver(() => [Department], {
    description:
      'The departments of the city that carry it out, and so may propose it; none: other bodies take it of their own accord, or persons alone are its object. 实施单位',
  })
  executingUnits(@Root() { units }: PunishmentMeasure, @Ctx() context: Context): Department[] {
    return units.map((code) => context.reference(departments).get(code)!);
  }
}

/** What restricts an entity, on the entity. */
@Resolver(() => LegalEntity)
export class EntityRestrictionsResolver {
  @Access(anyone)
  @FieldResolver(() => [RestrictionInForce], {
    description:
      'The restrictions in force of whose records the caller may know; the public of those whose record is public. 执行中的失信惩戒措施',
  })
  restrictions(
    @Root() entity: EntityRow,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RestrictionInForce[]> {
    return restrictionsOfEntity(context, info.path, entity);
  }
}
