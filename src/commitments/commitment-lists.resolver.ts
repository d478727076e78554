import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { departmentOf, only, ownEntity, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { Department } from '../departments/department.entity.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import type { EntityRow } from '../registry/legal-entity.reads.js';
import { commitmentsPage } from './commitment.reads.js';
import { PolicyCommitment } from './policy-commitment.entity.js';

/** A page of promises. */
export const CommitmentConnection = connectionType('PolicyCommitment', PolicyCommitment);

/** What was promised to an entity, on the entity. */
@Resolver(() => LegalEntity)
export class EntityCommitmentsResolver {
  @Access(
    only(
      ownEntity<EntityRow>(({ uscc }) => uscc),
      role(Role.ARREARS_ADMIN, Role.CREDIT_CENTRE, Role.SUPERVISOR),
    ),
  )
  @FieldResolver(() => CommitmentConnection, {
    nullable: true,
    description: 'What the city has promised it, newest first. 应兑现的政策承诺',
  })
  commitments(
    @Root() { uscc }: EntityRow,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<PolicyCommitment>> {
    return commitmentsPage(context, { beneficiary: uscc }, { first: count, after: cursor });
  }
}

/** What a department must keep, on the department. */
@Resolver(() => Department)
export class DepartmentCommitmentsResolver {
  @Access(
    only(
      departmentOf<Department>('the department itself', ({ code }) => code),
      role(Role.ARREARS_ADMIN, Role.SUPERVISOR),
    ),
  )
  @FieldResolver(() => CommitmentConnection, {
    nullable: true,
    description: 'The promises that it must keep, newest first. 应兑现的承诺',
  })
  commitments(
    @Root() { code }: Department,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<PolicyCommitment>> {
    return commitmentsPage(context, { owner: code }, { first: count, after: cursor });
  }
}
