import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import { Restriction } from './restriction.entity.js';
import { RestrictionUse } from './restriction-use.entity.js';
import { ReportRestrictionUseInput, RestrictionUseFilter } from './restriction-use.inputs.js';
import { restrictionUsesPage, usesOfRestriction } from './restriction-use.reads.js';
import { reportRestrictionUse } from './restriction-use.service.js';

const RestrictionUseConnection = connectionType('RestrictionUse', RestrictionUse);

/** How departments use what they are told about restrictions. */
@Resolver(() => RestrictionUse)
export class RestrictionUseResolver {
  @Access(only(role(Role.DEPARTMENT)))
  @Mutation(() => RestrictionUse, {
    description: 'A department reports how it used what it was told at its counter. 应用反馈',
  })
  reportRestrictionUse(
    @Arg('input', () => ReportRestrictionUseInput, { description: 'What came of it. 应用情况' })
    input: ReportRestrictionUseInput,
    @Ctx() context: Context,
  ): Promise<RestrictionUse> {
    return reportRestrictionUse(context, input);
  }

  @Access(only(role(Role.ENTERPRISE, Role.DEPARTMENT, Role.CREDIT_CENTRE, Role.SUPERVISOR)))
  @Query(() => RestrictionUseConnection, {
    description:
      'Uses of restrictions, newest first: those that the department reported, those about the entity itself, or all. 应用反馈列表',
  })
  restrictionUses(
    @Arg('filter', () => RestrictionUseFilter, { nullable: true, description: 'Narrows the list. 筛选条件' })
    filter: RestrictionUseFilter | null,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<RestrictionUse>> {
    return restrictionUsesPage(context, filter ?? {}, { first: count, after: cursor });
  }

  @Access(anyone)
  @FieldResolver(() => Department, { description: 'The department that reported it. 反馈部门' })
  department(@Root() { departmentCode }: RestrictionUse, @Ctx() context: Context): Department {
    return context.reference(departments).get(departmentCode)!;
  }
}

/** How a restriction was used, on the restriction. */
@Resolver(() => Restriction)
export class RestrictionUsesResolver {
  @Access(anyone)
  @FieldResolver(() => RestrictionUseConnection, {
    description: 'How it was used, newest first, as far as the caller may know of it. 应用情况',
  })
  uses(
    @Root() { id }: Restriction,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<RestrictionUse>> {
    return usesOfRestriction(context, id, { first: count, after: cursor });
  }
}
