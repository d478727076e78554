import { Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { Explanation, explained } from '../access/explanation.js';
import { relationTo } from '../access/policy.js';
import { Purpose } from '../access/purpose.js';
import { anyone } from '../access/rules.js';
import type { Viewer } from '../access/viewer.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import { Mandate } from '../departments/mandate.entity.js';
import { mandates } from '../departments/mandate.reads.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { entityByCode } from '../registry/legal-entity.reads.js';

/** Who is asking, as the platform understood the token. */
@ObjectType('Viewer', {
  simpleResolvers: true,
  description: 'Who is asking, as the platform understood the token. 当前访问者',
})
export class ViewerInfo {
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
  @FieldResolver(() => Purpose, {
    nullable: true,
    description: 'The purpose that the request states in Credit-Purpose. 所述使用目的',
  })
  purpose(@Ctx() { stated }: Context): Purpose | null {
    return stated.purpose;
  }

  @Access(anyone)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The case that it states in Credit-Case. 所述案号',
  })
  caseNumber(@Ctx() { stated }: Context): string | null {
    return stated.caseNumber;
  }

  @Access(anyone)
  @FieldResolver(() => Explanation, {
    nullable: true,
    description: 'Why no purpose holds for the request; null when one does or none is needed. 使用目的不成立的理由',
  })
  purposeBar(@Ctx() { viewer, stated, standing, language }: Context): Explanation | null {
    const { bar } = standing;
    return bar === null || needsNoPurpose(viewer, stated.purpose) ? null : explained(bar, language);
  }

  @Access(anyone)
  @FieldResolver(() => [Mandate], {
    description: 'The purposes that the caller may state, each with its law. 可用的使用目的及法律依据',
  })
  mandates(@Root() { department, role }: Viewer, @Ctx() context: Context): readonly Mandate[] {
    return context.reference(mandates).of(department ?? role);
  }
}

/** Outside government no purpose is asked for; one that is stated all the same is answered, but for the entity's own record. */
const needsNoPurpose = (viewer: Viewer, stated: Purpose | null): boolean =>
  relationTo(viewer, { providerCode: '' }) === 'PUBLIC' &&
  (stated === null || (stated === Purpose.OWN_RECORD && viewer.role === Role.ENTERPRISE));
