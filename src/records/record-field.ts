import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { unexplained } from '../access/explanation.js';
import type { Footing, RecordAtHand } from '../access/policy.js';
import { anyone, asTheCatalogueSays, type Whose } from '../access/rules.js';
import { shown, type Verdict } from '../access/verdict.js';
import { Visibility, WithheldReason } from '../access/words.js';
import type { Item } from '../catalogue/catalogue.js';
import type { Language } from '../messages/language.js';
import { fieldAccess } from '../sharing/field-access.js';
import type { CreditRecord } from './credit-record.entity.js';

/** One value of a record under the rule that the catalogue declares for it. */
@ObjectType({
  simpleResolvers: true,
  description: 'One value of a record, under the rule that the catalogue declares for it. 记录数据项',
})
export class RecordField {
  @Access(anyone)
  @Field(() => String, { description: 'Key, such as CF_WSH. 字段代码' })
  key!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Title. 字段名称' })
  title!: string;

  @Access(asTheCatalogueSays)
  @Field(() => String, { nullable: true, description: 'The value as far as the viewer may see it. 值' })
  value!: string | null;

  @Access(anyone)
  @Field(() => Visibility, { description: 'What became of the value. 可见状态' })
  state!: Visibility;

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
  @Field(() => String, { nullable: true, description: 'What the viewer can do. 救济途径' })
  remedy!: string | null;

  /** What the policy decided; the guard acts on it. */
  verdict!: Verdict;

  /** Whose value it is, for the readings. */
  whose!: Whose;

  /** Code of the entity that the record is about: a sealed value opens with it. */
  uscc!: string;
}

/**
 * The fields of a record, in the order of the catalogue. A field that the viewer may see says EMPTY when there is no
 * value; one that is withheld looks the same either way.
 */
export function recordFields(
  footing: Footing,
  atHand: RecordAtHand,
  language: Language,
  item: Item,
  record: Pick<CreditRecord, 'id' | 'entityId' | 'content'> & { readonly uscc: string },
): RecordField[] {
  const { uscc } = record;
  return fieldAccess(footing, item, atHand, language).map((field) => {
    const { key, title } = field;
    const value = record.content[key];
    const whose = { entityId: record.entityId, item: item.code, record: record.id, key };
    if (value === undefined && field.state !== Visibility.WITHHELD) {
      return { key, title, state: Visibility.EMPTY, ...unexplained, verdict: shown, uscc, value: null, whose };
    }
    return { ...field, uscc, value: value ?? null, whose };
  });
}
