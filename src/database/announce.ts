import { Trigger } from '@mikro-orm/decorators/legacy';
import { referenceChannel } from './snapshot.js';

/** Class decorator of reference nouns: every change of the table is told to the snapshots that hold it. */
export const announcesChanges: ClassDecorator = (target) =>
  Trigger({
    name: 'announce_change',
    timing: 'after',
    events: ['insert', 'update', 'delete'],
    forEach: 'statement',
    body: `perform pg_notify('${referenceChannel}', tg_table_name); return null;`,
  })(target as never);

/** Class decorator of nouns that only grow: the database itself refuses to change or remove their rows. */
export const appendOnly: ClassDecorator = (target) =>
  Trigger({
    name: 'append_only',
    timing: 'before',
    events: ['update', 'delete'],
    forEach: 'row',
    body: `raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';`,
  })(target as never);
