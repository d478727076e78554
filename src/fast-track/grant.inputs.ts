import { Field, ID, InputType } from 'type-graphql';
import { UsccScalar } from '../registry/uscc.scalar.js';
import { GrantState } from './grant.states.js';

/** A grant that a department proposes for its own matters. */
@InputType({ description: 'A grant that a department proposes for its own matters. 提出绿色通道与容缺受理资格' })
export class GrantFastTrackInput {
  @Field(() => UsccScalar, { description: 'Code of the entity. 统一社会信用代码' })
  uscc!: string;

  @Field(() => String, { description: 'Code of the rule under which it is earned (fastTrackRules). 规则代码' })
  rule!: string;

  @Field(() => [String], {
    nullable: true,
    description: "Codes of the department's service items that it covers; left out: all of them. 适用事项代码",
  })
  serviceItems?: string[] | null;

  @Field(() => String, { description: 'Why it is trusted. 理由' })
  reason!: string;
}

/** A grant that its holder does not want. */
@InputType({ description: 'A grant that its holder does not want. 放弃资格' })
export class RenounceGrantInput {
  @Field(() => ID, { description: 'Id of the grant. 资格标识' })
  id!: string;
}

/** An objection to a grant, or what is decided on one. */
@InputType({ description: 'An objection to a grant, or what is decided on one. 异议及其处理' })
export class GrantObjectionInput {
  @Field(() => ID, { description: 'Id of the grant. 资格标识' })
  id!: string;

  @Field(() => String, { description: 'The reason. 理由' })
  reason!: string;
}

/** Narrows a list of grants; all that is given must hold. */
@InputType('FastTrackGrantFilter', {
  description: 'Narrows a list of grants; all that is given must hold. 资格筛选条件',
})
export class GrantFilter {
  @Field(() => GrantState, {
    nullable: true,
    description: 'Where it stood when the platform last looked, every minute. 状态',
  })
  state?: GrantState | null;

  @Field(() => String, { nullable: true, description: 'Code of the rule. 规则代码' })
  rule?: string | null;

  @Field(() => UsccScalar, { nullable: true, description: 'Code of the holder. 统一社会信用代码' })
  uscc?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Only what awaits the viewer's act. 仅待我办理" })
  awaitingMe?: boolean | null;
}
