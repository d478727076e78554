import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { explained, unexplained } from '../access/explanation.js';
import { barTo, type Footing, knownByConsent, reachOf } from '../access/policy.js';
import { anyone } from '../access/rules.js';
import { asSubject } from '../access/standing.js';
import { isItself } from '../access/viewer.js';
import { WithheldReason } from '../access/words.js';
import type { Item } from '../catalogue/catalogue.js';
import { itemInForce } from '../catalogue/catalogue.reads.js';
import type { Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { entityByCode } from '../registry/legal-entity.reads.js';
import { authorised, consentedItems } from './consent.reads.js';
import { FieldAccess, fieldAccess } from './field-access.js';

/** How far records of an item may be known of. */
export enum RecordReach {
  ALL = 'ALL',
  IN_FORCE = 'IN_FORCE',
  PUBLISHED = 'PUBLISHED',
  NONE = 'NONE',
}
registerEnumType(RecordReach, {
  name: 'RecordReach',
  description: 'How far records of an item may be known of. 记录可知范围',
  valuesConfig: {
    ALL: { description: 'Every record, in every state. 全部记录' },
    IN_FORCE: { description: 'Records in force. 有效记录' },
    PUBLISHED: { description: 'Records that are published just now. 公示期内的记录' },
    NONE: { description: 'None. 无' },
  },
});

/** What somebody may know of an item's records, and how their fields look. */
@ObjectType({
  simpleResolvers: true,
  description: "What the viewer may know of an item's records, and how their fields look. 目录项可见情况",
})
export class ItemAccess {
  @Access(anyone)
  @Field(() => RecordReach, { description: 'Which records may be known of. 可知的记录' })
  records!: RecordReach;

  @Access(anyone)
  @Field(() => WithheldReason, { nullable: true, description: 'Why only those published, or none. 理由' })
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

  @Access(anyone)
  @Field(() => [FieldAccess], { description: 'How the fields of a record that is published look. 数据项' })
  fields!: readonly FieldAccess[];
}

/**
 * What the viewer itself may see of an item on the standing of this request: of the entity with the code, under its
 * authorisation if it has given one, or of entities in general.
 */
export async function itemAccess(context: Context, code: string, uscc: string | null): Promise<ItemAccess> {
  const { viewer, standing, language, reference } = context;
  const item = itemInForce(context, code);
  const entity = uscc === null ? null : await context.load(entityByCode, uscc);
  if (uscc !== null && entity === null) throw new Refusal('UNKNOWN_ENTITY', { uscc });
  const ofItself = entity !== null && isItself(viewer, entity.uscc);
  const footing = ofItself ? asSubject : standing.towards(item);
  const mayBeConsented = entity !== null && !ofItself && authorised(viewer, reference) !== null;
  const consented = mayBeConsented && (await context.load(consentedItems, entity.id)).includes(item.code);
  const { records, reason } = reachAndWhy(footing, item, consented);
  return {
    records,
    ...(reason === null ? unexplained : explained(reason, language)),
    fields: fieldAccess(footing, item, { publication: 'PUBLISHED', consented }, language),
  };
}

function reachAndWhy(
  footing: Footing,
  item: Item,
  consented: boolean,
): { readonly records: RecordReach; readonly reason: WithheldReason | null } {
  const reach = reachOf(footing, item);
  if (reach === 'ALL' || reach === 'IN_FORCE') return { records: RecordReach[reach], reason: null };
  if (consented && knownByConsent(footing, item)) return { records: RecordReach.IN_FORCE, reason: null };
  if (reach !== 'PUBLISHED') return { records: RecordReach.NONE, reason: reach };
  const outside = footing.relation === 'PUBLIC';
  return {
    records: RecordReach.PUBLISHED,
    reason: outside ? WithheldReason.PUBLICITY_ENDED : barTo(footing, item),
  };
}
