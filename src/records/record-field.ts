import type { GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { asShown } from '../access/as-shown.js';
import { unexplained } from '../access/explanation.js';
import type { Footing, RecordAtHand } from '../access/policy.js';
import { anyone, asTheCatalogueSays } from '../access/rules.js';
import { Visibility, WithheldReason } from '../access/words.js';
import type { Item } from '../catalogue/catalogue.js';
import type { Context } from '../context.js';
import { type FieldAccess, fieldAccess } from '../sharing/field-access.js';
import type { CreditRecord } from './credit-record.entity.js';

/** What fields need of their record. */
type OfRecord = Pick<CreditRecord, 'id' | 'entityId' | 'content'> & { readonly uscc: string; readonly item: Item };

/** What a field shares with the same field of other records. */
type Look = Omit<FieldAccess, 'pattern' | 'verdict'>;

type Path = Parameters<Context['withheld']['add']>[0];

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
    private readonly access: Look,
    value: string | null,
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
}

/** How a field looks of which there is no value, to one who may see it. */
function emptied(access: FieldAccess): Look {
  let empty = empties.get(access);
  if (!empty) {
    empty = { key: access.key, title: access.title, state: Visibility.EMPTY, ...unexplained };
    empties.set(access, empty);
  }
  return empty;
}

const empties = new WeakMap<FieldAccess, Look>();

/** Where in the answer the fields stand, and under which names their values were asked for. */
export interface Asked {
  readonly path: Path;
  readonly names: readonly string[];
}

/**
 * The fields of a record, in the order of the catalogue, each value as far as the viewer may see it. A field that the viewer may
 * see says EMPTY when there is no value; one that is withheld looks the same either way. What is not shown is told, what is
 * shown that is not public is entered into the readings; a value that was not asked for is neither.
 */
export function recordFields(
  { secrets, withheld, readings, language }: Context,
  footing: Footing,
  atHand: RecordAtHand,
  record: OfRecord,
  { path, names }: Asked,
): RecordField[] {
  const { item, uscc, content, entityId, id } = record;
  return fieldAccess(footing, item, atHand, language).map((access, i) => {
    const { key, verdict } = access;
    const kept = content[key];
    if (kept === undefined && verdict.state !== 'WITHHELD') return new RecordField(emptied(access), null);
    if (names.length === 0) return new RecordField(access, null);
    if (verdict.state !== 'SHOWN') {
      for (const name of names) withheld.add({ prev: { prev: path, key: i }, key: name }, verdict);
    }
    if (kept === undefined || verdict.state === 'WITHHELD') return new RecordField(access, null);
    if (verdict.nonPublic) readings.value({ entityId, item: item.code, record: id, key }, verdict.state === 'MASKED');
    return new RecordField(access, asShown(kept, uscc, verdict, secrets));
  });
}

const looked = new WeakMap<object, { readonly variables: object; readonly names: readonly string[] }>();

/** The names under which an operation asks for the values of fields: `value`, and whatever else it calls them. */
export function namesOfValue(info: GraphQLResolveInfo): readonly string[] {
  const { schema, fragments, variableValues: variables, fieldNodes } = info;
  // the records of a page ask alike, and a directive may hang on the variables of the request
  const before = looked.get(fieldNodes);
  if (before?.variables === variables) return before.names;
  const type = schema.getType('RecordField') as GraphQLObjectType;
  const asked = collectSubfields(schema, fragments, variables, type, fieldNodes);
  const names = Array.from(asked).flatMap(([name, [field]]) => (field!.name.value === 'value' ? name : []));
  looked.set(fieldNodes, { variables, names });
  return names;
}
