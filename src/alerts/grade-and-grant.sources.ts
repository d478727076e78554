import { AlertKind } from './alert.words.js';
import { type AlertSource, wants } from './alert-source.js';

/** The item under which a comprehensive grade is declared, and so who may know of it. */
const gradeItem = 'DRC_CREDIT_GRADE';

const same = '(b.evaluated_on, b.recorded_at, b.id) < (x.evaluated_on, x.recorded_at, x.id)';

// Whether the watch may know of evaluations of the entity
const gradeKnown = (
  today: string,
): string => `(exists (select from catalogue_item i where i.code = '${gradeItem}' and i.in_force_until is null
      and (i.id = any(s."all") or i.id = any(s.in_force) or i.id = any(s.published)))
    or exists (select from consent c where c.entity_id = t.entity_id and c.grantee = coalesce(w.department_code, w.uscc)
      and c.withdrawn_at is null and c.valid_from <= ${today} and c.valid_until >= ${today} and '${gradeItem}' = any(c.items)
      and exists (select from catalogue_item i where i.code = '${gradeItem}' and i.id = any(s.by_consent)))
    or t.entity_id = (select own.id from legal_entity own where own.uscc = w.uscc))`;

/** Grades that differ from the one before (GB/T 45255-2025); the first of an entity is no change. */
export const grades: AlertSource = {
  name: 'credit_grade',
  kinds: [AlertKind.GRADE_CHANGED],
  table: 'credit_grade',
  id: 'id',
  happened: (window) => `
    select x.id as event_id, x.transaction_id, x.entity_id, null::uuid as record_id, null::uuid as case_id,
      '${gradeItem}' as item_code, null::text as severity, false as listed
    from credit_grade x cross join lateral (
      select b.grade from credit_grade b where b.entity_id = x.entity_id and not b.rehearsed and ${same}
      order by b.evaluated_on desc, b.recorded_at desc, b.id desc limit 1) before
    where ${window} and not x.rehearsed and before.grade <> x.grade`,
  kind: wants(AlertKind.GRADE_CHANGED),
  known: gradeKnown,
};

const lost = `('SUSPENDED', 'REVOKED')`;

/**
 * Grants of the fast track that were suspended or revoked. Which are in force is public, of bodies, and so is that one is not any
 * more; of a sole trader it is known to those who may know of its evaluations.
 */
export const grants: AlertSource = {
  name: 'fast_track_grant',
  kinds: [AlertKind.GRANT_LOST],
  table: 'case_step',
  id: 'id',
  happened: (window) => `
    select x.id as event_id, x.transaction_id, g.entity_id, null::uuid as record_id, x.case_id,
      null::text as item_code, null::text as severity, false as listed
    from case_step x join fast_track_grant g on g.id = x.case_id
    where ${window} and x.case_kind = 'FAST_TRACK_GRANT' and x."to" in ${lost} and x."from" is distinct from x."to"`,
  kind: wants(AlertKind.GRANT_LOST),
  known: (today) => `exists (select from fast_track_grant g join legal_entity e on e.id = g.entity_id
    where g.id = t.case_id and g.state in ${lost} and (e.kind <> 'SOLE_TRADER' or ${gradeKnown(today)}))`,
};
