import { Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, type Condition, departmentOf, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import { DateScalar } from '../calendar/scalars.js';
import { addressee } from '../workflow/addressee.js';

/** Whoever objected knows its own objection. */
const theObjector: Condition = {
  says: 'the objector',
  holds: (viewer, row) => addressee(viewer) === (row as ListingObjection).by,
};

/** An objection to a red listing, as it is stored with the listing. Who objected is kept from the entity and its proposer. */
@ObjectType({
  simpleResolvers: true,
  description: 'An objection to a listing that is announced, and what was decided on it. 名单异议',
})
export class ListingObjection {
  @Access(anyone)
  @Field(() => Int, { description: 'Which one of the listing it is, from 1. 序号' })
  readonly number!: number;

  @Access(
    only(
      theObjector,
      departmentOf<ListingObjection>('the deciding department', ({ decider }) => decider),
      role(Role.CREDIT_CENTRE, Role.SUPERVISOR),
    ),
  )
  @Field(() => String, {
    nullable: true,
    description: 'Who objected: DEPARTMENT:<code>, ENTERPRISE:<code> or CREDIT_CENTRE. 异议人',
  })
  readonly by!: string;

  /** Code of the department that decides on it. */
  readonly decider!: string;

  /** Account that objected, which does not decide. */
  readonly account!: string;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'Day of the objection. 提出日期' })
  readonly on!: string;

  @Access(anyone)
  @Field(() => String, { description: 'The reason. 异议理由' })
  readonly reason!: string;

  @Access(anyone)
  @Field(() => Boolean, { nullable: true, description: 'Whether it was upheld; null: not decided yet. 是否成立' })
  readonly upheld!: boolean | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'Day of the decision. 决定日期' })
  readonly decidedOn!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'The reason of the decision. 决定理由' })
  readonly decision!: string | null;
}
