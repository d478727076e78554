import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import type { Context } from '../context.js';
import { Department } from './department.entity.js';
import { departments } from './department.reads.js';

/** Questions about departments. */
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
}
