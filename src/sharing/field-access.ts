import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { explained, unexplained } from '../access/explanation.js';
import { decide, type Footing, type RecordAtHand } from '../access/policy.js';
import { anyone } from '../access/rules.js';
import type { Verdict } from '../access/verdict.js';
import { MaskingPattern, Visibility, WithheldReason } from '../access/words.js';
import type { Item } from '../catalogue/catalogue.js';
import type { Language } from '../messages/language.js';

/** How a field of an item's records looks on one footing, whatever its value. */
@ObjectType({
  simpleResolvers: true,
  description: "How a field of an item's records looks to somebody, whatever its value. 数据项可见情况",
})
export class FieldAccess {
  @Access(anyone)
  @Field(() => String, { description: 'Key, such as CF_WSH. 字段代码' })
  key!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Title. 字段名称' })
  title!: string;

  @Access(anyone)
  @Field(() => Visibility, { description: 'What becomes of a value; never EMPTY. 可见状态' })
  state!: Visibility;

  @Access(anyone)
  @Field(() => MaskingPattern, { nullable: true, description: 'How a masked value is shown. 脱敏规则' })
  pattern!: MaskingPattern | null;

  @Access(anyone)
  @Field(() => WithheldReason, { nullable: true, description: 'Why it is masked or withheld. 理由' })
  reason!: WithheldReason | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'The rule, in one sentence. 规则' })
  rule!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Article or standard of the rule. 依据' })
  basis!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'What one can do. 救济途径' })
  remedy!: string | null;

  /** What the policy decided. */
  verdict!: Verdict;
}

const worked = new WeakMap<Footing, Map<string, readonly FieldAccess[]>>();

/**
 * How the item's fields look on one footing, in the order of the catalogue: worked out once, the same for every record of
 * the item that stands alike. Records are shown by it, and so is what is said about them beforehand.
 */
export function fieldAccess(
  footing: Footing,
  item: Item,
  atHand: RecordAtHand,
  language: Language,
): readonly FieldAccess[] {
  const known = worked.get(footing) ?? new Map<string, readonly FieldAccess[]>();
  worked.set(footing, known);
  const kind = `${item.id}${atHand.publication}${atHand.consented}${language}`;
  const fields =
    known.get(kind) ??
    item.fields.map(({ key, title, disclosure, masking }) => ({
      key,
      title,
      ...told(decide(footing, item, { key, disclosure, masking }, atHand), language),
    }));
  known.set(kind, fields);
  return fields;
}

function told(verdict: Verdict, language: Language): Omit<FieldAccess, 'key' | 'title'> {
  const state = Visibility[verdict.state];
  return {
    state,
    pattern: verdict.state === 'MASKED' ? verdict.pattern : null,
    ...(verdict.state === 'SHOWN' ? unexplained : explained(verdict.reason, language)),
    verdict,
  };
}
