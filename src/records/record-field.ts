import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { unexplained } from '../access/explanation.js';
import type { Footing, RecordAtHand } from '../access/policy.js';
import { anyone, asTheCatalogueSays, type Whose } from '../access/rules.js';
import { shown, type Verdict } from '../access/verdict.js';
import { Visibility, WithheldReason } from '../access/words.js';
import type { Item } from '../catalogue/catalogue.js';
import type { Language } from '../messages/language.js';
import { type FieldAccess, fieldAccess } from '../sharing/field-access.js';
import type { CreditRecord } from './credit-record.entity.js';

/** What a field needs of its record. */
type OfRecord = Pick<CreditRecord, 'id' | 'entityId' | 'content'> & { readonly uscc: string };

/**
 * One value of a record under the rule that the catalogue declares for it. There are hundreds in an answer: each holds its value
 * and points at what it shares with the others.
 */
@ObjectType({
  simpleResolvers: true,
  description: 'One value of a record, under the rule that the catalogue declares for it. 记录数据项',
})
export class RecordField {
  @Access(asTheCatalogueSays)
  @Field(() => String, { nullable: true, description: 'The value as far as the viewer may see it. 值' })
  readonly value: string | null;

  constructor(
    private readonly access: Omit<FieldAccess, 'pattern'>,
    value: string | null,
    private readonly record: OfRecord,
    private readonly item: string,
  ) {
    this.value = value;
  }

  @Access(anyone)
  @Field(() => String, { description: 'Key, such as CF_WSH. 字段代码' })
  get key(): string {
    return this.access.key;
  }

  @Access(anyone)
  @Field(() => String, { description: 'Title. 字段名称' })
  get title(): string {
    return this.access.title;
  }

  @Access(anyone)
  @Field(() => Visibility, { description: 'What became of the value. 可见状态' })
  get state(): Visibility {
    return this.access.state;
  }

  @Access(anyone)
  @Field(() => WithheldReason, { nullable: true, description: 'Why it is masked or withheld. 理由' })
  get reason(): WithheldReason | null {
    return this.access.reason;
  }

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'The rule, in one sentence. 规则' })
  get rule(): string | null {
    return this.access.rule;
  }

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Article or standard of the rule. 依据' })
  get basis(): string | null {
    return this.access.basis;
  }

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'What the viewer can do. 救济途径' })
  get remedy(): string | null {
    return this.access.remedy;
  }

  /** What the policy decided; the guard acts on it. */
  get verdict(): Verdict {
    return this.access.verdict;
  }

  /** Code of the entity that the record is about: a sealed value opens with it. */
  get uscc(): string {
    return this.record.uscc;
  }

  /** Whose value it is, for the readings. */
  get whose(): Whose {
    const { entityId, id } = this.record;
    return { entityId, item: this.item, record: id, key: this.access.key };
  }
}

const empties = new WeakMap<FieldAccess, Omit<FieldAccess, 'pattern'>>();

/** How a field looks of which there is no value, to one who may see it. */
function emptied(access: FieldAccess): Omit<FieldAccess, 'pattern'> {
  let empty = empties.get(access);
  if (!empty) {
    empty = { key: access.key, title: access.title, state: Visibility.EMPTY, ...unexplained, verdict: shown };
    empties.set(access, empty);
  }
  return empty;
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
  record: OfRecord,
): RecordField[] {
  return fieldAccess(footing, item, atHand, language).map((access) => {
    const value = record.content[access.key] ?? null;
    const empty = value === null && access.state !== Visibility.WITHHELD;
    return new RecordField(empty ? emptied(access) : access, value, record, item.code);
  });
}
