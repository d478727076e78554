import { Field, ObjectType } from 'type-graphql';
import type { Language } from '../messages/language.js';
import { Access } from './access.decorator.js';
import { anyone } from './rules.js';
import { withheldReasons } from './withheld-reasons.js';
import { WithheldReason } from './words.js';

/** Why something is closed: the rule, what it rests on and what to do. */
@ObjectType({ simpleResolvers: true, description: 'Why something is closed, on which basis, and what to do. 理由说明' })
export class Explanation {
  @Access(anyone)
  @Field(() => WithheldReason, { description: 'The reason, of a closed list. 理由' })
  reason!: WithheldReason;

  @Access(anyone)
  @Field(() => String, { description: 'The rule, in one sentence. 规则' })
  rule!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Article or standard of the rule. 依据' })
  basis!: string;

  @Access(anyone)
  @Field(() => String, { description: 'What the viewer can do. 救济途径' })
  remedy!: string;
}

/** The reason as it is told in a language. */
export function explained(reason: WithheldReason, language: Language): Explanation {
  const { rule, basis, remedy } = withheldReasons[reason];
  return { reason, rule: rule[language], basis, remedy: remedy[language] };
}

/** Where nothing is closed, there is nothing to explain. */
export const unexplained = { reason: null, rule: null, basis: null, remedy: null } as const;
