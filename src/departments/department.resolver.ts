import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import type { Context } from '../context.js';
import { Department } from './department.entity.js';
import { departments } from './department.reads.js';
import { Mandate } from './mandate.entity.js';
import { mandates } from './mandate.reads.js';
import { PurposeScope } from './purpose-scope.entity.js';

/** Questions about departments and what they may read for. */
@Resolver(() => Department)
export class DepartmentResolver {
  @Access(anyone)
  @Query(() => [Department], { description: 'Every department, by code. 部门列表' })
  departments(@Ctx() context: Context): Department[] {
    return [...context.reference(departments).values()];
  }

  @Access(anyone)
  @Query(() => Department, { nullable: true, description: 'One department by its code. 按代码查询部门' })
  department(
    @Arg('code', () => String, { description: 'Department code, such as TAX. 部门代码' }) code: string,
    @Ctx() context: Context,
  ): Department | null {
    return context.reference(departments).get(code) ?? null;
  }

  @Access(anyone)
  @Query(() => [PurposeScope], {
    description: 'The purposes that may be stated in Credit-Purpose, and what each opens. 使用目的及其开放范围',
  })
  purposes(@Ctx() context: Context): readonly PurposeScope[] {
    return context.reference(mandates).scopes;
  }

  @Access(anyone)
  @FieldResolver(() => [Mandate], {
    description: 'The purposes for which it may read, each with its law. 可用的使用目的及法律依据',
  })
  mandates(@Root() { code }: Department, @Ctx() context: Context): readonly Mandate[] {
    return context.reference(mandates).of(code);
  }
}
