import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, FieldResolver, Info, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access, ruleOf } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import type { Viewer } from '../access/viewer.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { entityByCode } from '../registry/legal-entity.reads.js';

/** Who is asking, as the platform understood the token. */
@ObjectType('Viewer', {
  simpleResolvers: true,
  description: 'Who is asking, as the platform understood the token. 当前访问者',
})
class ViewerInfo {
  @Access(anyone)
  @Field(() => Role, { description: 'As whom the caller acts. 角色' })
  role!: Role;

  @Access(anyone)
  @Field(() => String, { description: 'Account at the identity provider. 账号' })
  subject!: string;
}

/** Who am I. */
@Resolver(() => ViewerInfo)
export class ViewerResolver {
  @Access(anyone)
  @Query(() => ViewerInfo, { description: 'Who am I, and what may I call. 当前访问者' })
  viewer(@Ctx() context: Context): Viewer {
    return context.viewer;
  }

  @Access(anyone)
  @FieldResolver(() => Department, {
    nullable: true,
    description: 'The department for which the caller acts. 所属部门',
  })
  department(@Root() { department }: Viewer, @Ctx() context: Context): Department | null {
    return department === undefined ? null : (context.reference(departments).get(department) ?? null);
  }

  @Access(anyone)
  @FieldResolver(() => LegalEntity, { nullable: true, description: 'The entity for which the caller acts. 所属主体' })
  entity(@Root() { uscc }: Viewer, @Ctx() context: Context): Promise<LegalEntity | null> | null {
    return uscc === undefined ? null : context.load(entityByCode, uscc);
  }

  @Access(anyone)
  @FieldResolver(() => [String], { description: 'Queries and mutations that the caller may use. 可调用的操作' })
  mayCall(@Ctx() context: Context, @Info() { schema }: GraphQLResolveInfo): string[] {
    return [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.values(type?.getFields() ?? {})
        .filter((field) => ruleOf(field)?.decide(context, undefined).state === 'SHOWN')
        .map((field) => `${type!.name}.${field.name}`),
    );
  }
}
