import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { decide, type Relation, relationTo } from '../access/policy.js';
import { anyone, asTheCatalogueSays } from '../access/rules.js';
import { shown, type Verdict } from '../access/verdict.js';
import type { Viewer } from '../access/viewer.js';
import { withheldReasons } from '../access/withheld-reasons.js';
import { Visibility, WithheldReason } from '../access/words.js';
import type { Item } from '../catalogue/catalogue.js';
import type { Language } from '../messages/language.js';

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

  /** Code of the entity that the record is about: a sealed value opens with it. */
  uscc!: string;
}

type Form = Omit<RecordField, 'value' | 'uscc'>;

const forms = new WeakMap<Item, Map<string, readonly Form[]>>();

/** How the item's fields look to one kind of viewer, worked out once: the same for every record of the item. */
function formsOf(item: Item, relation: Relation, language: Language): readonly Form[] {
  const known = forms.get(item) ?? new Map<string, readonly Form[]>();
  forms.set(item, known);
  const kind = relation + language;
  const form = known.get(kind) ?? item.fields.map((field) => formOf(item, field, relation, language));
  known.set(kind, form);
  return form;
}

function formOf(item: Item, field: Item['fields'][number], relation: Relation, language: Language): Form {
  const { key, title } = field;
  const verdict = decide(relation, item, field);
  if (verdict.state === 'SHOWN') return plain(key, title, Visibility.SHOWN);
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

const plain = (key: string, title: string, state: Visibility): Form => ({
  key,
  title,
  state,
  reason: null,
  rule: null,
  basis: null,
  remedy: null,
  verdict: shown,
});

/**
 * The fields of a record, in the order of the catalogue. A field that the viewer may see says EMPTY when there is no
 * value; one that is withheld looks the same either way.
 */
export function recordFields(
  viewer: Viewer,
  language: Language,
  item: Item,
  record: { readonly uscc: string; readonly content: Readonly<Record<string, string>> },
): RecordField[] {
  const { uscc } = record;
  return formsOf(item, relationTo(viewer, item, uscc), language).map((form) => {
    const value = record.content[form.key];
    if (value === undefined && form.state !== Visibility.WITHHELD) {
      return { ...plain(form.key, form.title, Visibility.EMPTY), uscc, value: null };
    }
    return { ...form, uscc, value: value ?? null };
  });
}
