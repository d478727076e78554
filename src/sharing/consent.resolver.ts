import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, only, onlyElse, ownEntity, role } from '../access/rules.js';
import { Role, WithheldReason } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { type EntityRow, entityByCode, entityById } from '../registry/legal-entity.reads.js';
import { Consent } from './consent.entity.js';
import { GrantConsentInput, WithdrawConsentInput } from './consent.inputs.js';
import { type ConsentRow, consentsOfEntity } from './consent.reads.js';
import { isInForce } from './consent.rules.js';
import { grantConsent, withdrawConsent } from './consent.service.js';

/** A page of authorisations. */
export const ConsentConnection = connectionType('Consent', Consent);

/** Authorising others, and whom one has authorised. */
@Resolver(() => Consent)
export class ConsentResolver {
  @Access(only(role(Role.ENTERPRISE)))
  @Mutation(() => Consent, {
    description: 'An entity authorises a department or a third party to read items about itself. 授权查询本主体信息',
  })
  grantConsent(
    @Arg('input', () => GrantConsentInput, { description: 'To whom, what, for what and how long. 授权内容' })
    input: GrantConsentInput,
    @Ctx() context: Context,
  ): Promise<Consent> {
    return grantConsent(context, input);
  }

  @Access(only(role(Role.ENTERPRISE)))
  @Mutation(() => Consent, {
    description: 'An entity withdraws an authorisation: it opens nothing from the next request on. 撤回授权',
  })
  withdrawConsent(
    @Arg('input', () => WithdrawConsentInput, { description: 'Which one. 撤回对象' }) input: WithdrawConsentInput,
    @Ctx() context: Context,
  ): Promise<Consent> {
    return withdrawConsent(context, input);
  }

  @Access(anyone)
  @FieldResolver(() => LegalEntity, { description: 'The entity that gave it. 授权主体' })
  entity(@Root() { entityId }: ConsentRow, @Ctx() context: Context): Promise<LegalEntity | null> {
    return context.load(entityById, entityId);
  }

  @Access(anyone)
  @FieldResolver(() => Department, { nullable: true, description: 'The department that is authorised. 被授权部门' })
  department(@Root() { grantee }: ConsentRow, @Ctx() context: Context): Department | null {
    return context.reference(departments).get(grantee) ?? null;
  }

  @Access(anyone)
  @FieldResolver(() => LegalEntity, {
    nullable: true,
    description: 'The third party that is authorised, where it is no department. 被授权第三方',
  })
  thirdParty(@Root() { grantee }: ConsentRow, @Ctx() context: Context): Promise<LegalEntity | null> | null {
    return context.reference(departments).has(grantee) ? null : context.load(entityByCode, grantee);
  }

  @Access(anyone)
  @FieldResolver(() => Boolean, { description: 'Whether it opens its items today. 是否有效' })
  inForce(@Root() consent: ConsentRow, @Ctx() { today }: Context): boolean {
    return isInForce(consent, today);
  }
}

/** The authorisations of an entity, on the entity. */
@Resolver(() => LegalEntity)
export class EntityConsentsResolver {
  @Access(
    onlyElse(
      WithheldReason.SUBJECT_ONLY,
      ownEntity<EntityRow>(({ uscc }) => uscc),
      role(Role.CREDIT_CENTRE, Role.SUPERVISOR),
    ),
  )
  @FieldResolver(() => ConsentConnection, {
    nullable: true,
    description: 'The authorisations that it has given, newest first: to itself and to those who oversee. 已作出的授权',
  })
  consents(
    @Root() entity: EntityRow,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<ConsentRow>> {
    return consentsOfEntity(context, entity.id, { first: count, after: cursor });
  }
}
