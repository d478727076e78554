import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { audit } from '../audit/audit.js';
import type { Day } from '../calendar/day.js';
import { workingDays } from '../calendar/official-calendar.reads.js';
import type { Acting } from '../context.js';
import type { Addressee } from './addressee.js';
import type { Case } from './case.entity.js';
import { CaseStep } from './case-step.entity.js';
import { type ClockFacts, clockOf, dueOf, startOf, wholeDueOf } from './clock.js';
import { type PartyOf, type RowOf, type StateOf, sinceAnew, type TheClock, type Workflow } from './workflow.js';

/** A kind of case: what the engine must know of it. */
export interface CaseKind<W extends Workflow, C extends Case & { state: StateOf<W> }> {
  /** In the steps, files and documents of its cases, such as REPAIR. */
  readonly code: string;
  /** In the audit: `repair.approve`. */
  readonly deed: string;
  /** Name of the noun in the audit. */
  readonly noun: string;
  readonly workflow: W;
  /** The facts that choose periods. */
  readonly facts?: (one: C) => ClockFacts;
  /** The day from which the clock of the whole case counts; not named: that of filing. Null: not yet. */
  readonly wholeFrom?: (one: C) => Day | null;
  /** Who a party is in this case. */
  readonly addressee: (party: PartyOf<W>, one: C) => Addressee;
}

/** What a case has before its first step. */
export const unbegun = (now: Date, today: Day) => ({
  filedAt: now,
  filedOn: today,
  history: [] as string[],
  startedOn: null,
  dueOn: null,
  resultDueOn: null,
  pauses: [] as Case['pauses'],
  awaits: null,
  escalatedAt: null,
  rehearsed: false,
});

/** A step that was decided. */
export interface Entering<W extends Workflow> {
  readonly row: RowOf<W>;
  readonly by: PartyOf<W> | TheClock;
  readonly reason?: string | null;
  readonly basis?: string | null;
  /** More for the audit; never a record's value. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/**
 * Writes what follows from a step that was decided: state, clocks, whose turn it is, the step itself, the audit. Nothing else
 * assigns a state.
 */
export function enterStep<W extends Workflow, C extends Case & { state: StateOf<W> }>(
  em: EntityManager,
  acting: Acting,
  kind: CaseKind<W, C>,
  one: C,
  { row, by, reason = null, basis = null, facts = {} }: Entering<W>,
): void {
  const { viewer, now, rehearsed } = acting;
  const { workflow } = kind;
  const from = one.history.length === 0 ? null : one.state;
  const { step, to } = row;
  one.history = [...one.history, step];
  one.rehearsed ||= rehearsed;
  setClocks(acting, kind, one, row, from);
  one.state = to;
  const waitsFor = workflow.awaits?.[to] as PartyOf<W> | undefined;
  one.awaits = waitsFor === undefined ? null : kind.addressee(waitsFor, one);
  const taken = em.create(CaseStep, {
    ...{ id: uuid(), caseKind: kind.code, caseId: one.id, step, from, to, by, at: now, reason, basis, rehearsed },
    ...{ departmentCode: viewer.department ?? null, uscc: viewer.uscc ?? null },
    ...{ account: viewer.subject, dueOn: one.dueOn },
  });
  em.persist([one, taken]);
  audit(em, acting, {
    deed: `${kind.deed}.${step}`,
    subjectType: kind.noun,
    subjectId: one.id,
    facts: { number: one.number, from, to, by, dueOn: one.dueOn, basis, ...facts },
  });
}

function setClocks<W extends Workflow, C extends Case & { state: StateOf<W> }>(
  { now, today, reference }: Acting,
  { workflow, facts, wholeFrom }: CaseKind<W, C>,
  one: C,
  { to, resumes, by }: RowOf<W>,
  from: StateOf<W> | null,
): void {
  const calendar = reference(workingDays);
  const stands = (state: StateOf<W> | null) => state !== null && workflow.pauses?.includes(state) === true;
  // only what ends a standstill takes up the clock from before it; an escalation within leaves the one that runs
  const interrupted = stands(from) && !stands(to) ? one.pauses.at(-1)!.startedOn : one.startedOn;
  if (stands(from) && !stands(to)) one.pauses = one.pauses.map((pause) => ({ ...pause, until: pause.until ?? today }));
  if (stands(to) && !stands(from)) one.pauses = [...one.pauses, { from: today, until: null, startedOn: one.startedOn }];
  const clock = clockOf(workflow, to);
  if (resumes) one.startedOn = interrupted;
  else one.startedOn = clock ? startOf(clock, today, one.dueOn) : null;
  one.dueOn =
    clock && one.startedOn !== null
      ? dueOf(clock, one.startedOn, facts?.(one) ?? {}, calendar, one.pauses).dueOn
      : null;
  const { whole } = workflow;
  const since = wholeFrom ? wholeFrom(one) : one.filedOn;
  const runs = since !== null && whole?.in.includes(to) === true && !stands(to);
  one.resultDueOn = runs
    ? wholeDueOf(whole!, since, sinceAnew(workflow, one.history), calendar, one.pauses).dueOn
    : null;
  // what is late stays told until a party acts: the act that is awaited then is another one
  one.escalatedAt = by.includes('CLOCK') && resumes ? now : null;
}
