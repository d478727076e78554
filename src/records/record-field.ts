import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { decide, type Footing, type RecordAtHand } from '../access/policy.js';
import { anyone, asTheCatalogueSays, type Whose } from '../access/rules.js';
import { shown, type Verdict } from '../access/verdict.js';
import { withheldReasons } from '../access/withheld-reasons.js';
import { Visibility, WithheldReason } from '../access/words.js';
import type { Item } from '../catalogue/catalogue.js';
import type { Language } from '../messages/language.js';
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

type Form = Omit<RecordField, 'value' | 'whose' | 'uscc'>;

const forms = new WeakMap<Footing, Map<string, readonly Form[]>>();

/** How the item's fields look on one footing, worked out once: the same for every record of the item that stands alike. */
function formsOf(item: Item, footing: Footing, atHand: RecordAtHand, language: Language): readonly Form[] {
  const known = forms.get(footing) ?? new Map<string, readonly Form[]>();
  forms.set(footing, known);
  const kind = `${item.id}${atHand.publication}${atHand.consented}${language}`;
  const form = known.get(kind) ?? item.fields.map((field) => formOf(item, field, footing, atHand, language));
  known.set(kind, form);
  return form;
}

function formOf(
  item: Item,
  field: Item['fields'][number],
  footing: Footing,
  atHand: RecordAtHand,
  language: Language,
): Form {
  const { key, title } = field;
  const verdict = decide(footing, item, field, atHand);
  if (verdict.state === 'SHOWN') return plain(key, title, Visibility.SHOWN, verdict);
  const { rule, basis, remedy } = withheldReasons[verdict.reason];
  return {
    key,
    title,
    state: Visibility[verdict.state],
    reason: verdict.reason,
    rule: rule[language],
    basis,
    remedy: remedy[language],
    verdict,
  };
}

const plain = (key: string, title: string, state: Visibility, verdict: Verdict): Form => ({
  key,
  title,
  state,
  reason: null,
  rule: null,
  basis: null,
  remedy: null,
  verdict,
});

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
  return formsOf(item, footing, atHand, language).map((form) => {
    const { key } = form;
    const value = record.content[key];
    const whose = { entityId: record.entityId, item: item.code, record: record.id, key };
    if (value === undefined && form.state !== Visibility.WITHHELD) {
      return { ...plain(key, form.title, Visibility.EMPTY, shown), uscc, value: null, whose };
    }
    return { ...form, uscc, value: value ?? null, whose };
  });
}
