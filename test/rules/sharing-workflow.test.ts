import { describe, expect, test } from '@jest/globals';
import { WorkingDays } from '../../src/calendar/working-days.js';
import { CorrectionState, correctionWorkflow } from '../../src/corrections/correction.workflow.js';
import { QuestionState, questionWorkflow } from '../../src/readings/question.workflow.js';
import { SharingState, sharingWorkflow } from '../../src/sharing/sharing.workflow.js';
import { clockOf, startOf } from '../../src/workflow/clock.js';
import { deadlineIn } from '../../src/workflow/deadline.js';
import { take } from '../../src/workflow/take.js';
import type { GuardOf, PartyOf, StateOf, StepOf, TheClock, Workflow } from '../../src/workflow/workflow.js';
import { notices } from './notices.js';

type Walk<W extends Workflow> = readonly [StepOf<W>, PartyOf<W> | TheClock][];

/** Takes the steps one after the other, every guard holding; the states it came through, or the reason of a refusal. */
function walk<W extends Workflow>(workflow: W, steps: Walk<W>): string[] {
  const guards = Object.fromEntries(Object.keys(workflow.guards).map((guard) => [guard, null])) as {
    [G in GuardOf<W>]: null;
  };
  const history: string[] = [];
  const came: string[] = [];
  let state: StateOf<W> | null = null;
  for (const [step, party] of steps) {
    const taken: ReturnType<typeof take<W>> = take(workflow, step, { state, party, guards, history });
    if (taken.refused) return [...came, taken.refused.reason];
    state = taken.to;
    came.push(taken.to);
    history.push(step);
  }
  return came;
}

const asked: Walk<typeof sharingWorkflow> = [['submit', 'REQUESTER']];
const delivered: Walk<typeof sharingWorkflow> = [...asked, ['agree', 'PROVIDER'], ['deliver', 'PROVIDER']];

describe('a data-sharing request (State Council Order 809)', () => {
  test.each<[string, Walk<typeof sharingWorkflow>, string]>([
    ['art. 21: agreed', [...asked, ['agree', 'PROVIDER']], 'AGREED'],
    ['art. 21: refused', [...asked, ['refuse', 'PROVIDER']], 'REFUSED'],
    ['only the provider answers', [...asked, ['agree', 'REQUESTER']], 'STEP_NOT_YOURS'],
    ['nor does the authority', [...asked, ['agree', 'AUTHORITY']], 'STEP_NOT_YOURS'],
    ['silence agrees to nothing', [...asked, ['agree', 'CLOCK']], 'STEP_NOT_YOURS'],
    ['silence escalates', [...asked, ['escalate', 'CLOCK']], 'ESCALATED'],
    ['after which the provider still answers', [...asked, ['escalate', 'CLOCK'], ['agree', 'PROVIDER']], 'AGREED'],
    [
      'or the authority is asked',
      [...asked, ['escalate', 'CLOCK'], ['dispute', 'REQUESTER'], ['overrule', 'AUTHORITY']],
      'AGREED',
    ],
    [
      'art. 21: what is missing is supplied',
      [...asked, ['askSupplement', 'PROVIDER'], ['supplement', 'REQUESTER']],
      'SUBMITTED',
    ],
    [
      'and is asked for once only',
      [...asked, ['askSupplement', 'PROVIDER'], ['supplement', 'REQUESTER'], ['askSupplement', 'PROVIDER']],
      'STEP_ONLY_ONCE',
    ],
    ['extended', [...asked, ['extend', 'PROVIDER']], 'EXTENDED'],
    ['not twice', [...asked, ['extend', 'PROVIDER'], ['extend', 'PROVIDER']], 'STEP_NOT_ALLOWED_FROM'],
    [
      'art. 28: disputed, upheld',
      [...asked, ['refuse', 'PROVIDER'], ['dispute', 'REQUESTER'], ['upholdRefusal', 'AUTHORITY']],
      'REFUSAL_UPHELD',
    ],
    [
      'art. 28: disputed, overruled',
      [...asked, ['refuse', 'PROVIDER'], ['dispute', 'REQUESTER'], ['overrule', 'AUTHORITY']],
      'AGREED',
    ],
    [
      'the provider does not judge its own refusal',
      [...asked, ['refuse', 'PROVIDER'], ['dispute', 'REQUESTER'], ['upholdRefusal', 'PROVIDER']],
      'STEP_NOT_YOURS',
    ],
    [
      'art. 22: late delivery is delivery',
      [...asked, ['agree', 'PROVIDER'], ['missDelivery', 'CLOCK'], ['deliver', 'PROVIDER']],
      'IN_USE',
    ],
    ['art. 27: done and disposed of', [...delivered, ['complete', 'REQUESTER'], ['dispose', 'REQUESTER']], 'DISPOSED'],
    ['not disposed of while in use', [...delivered, ['dispose', 'REQUESTER']], 'STEP_NOT_ALLOWED_FROM'],
    ['the term ends by itself', [...delivered, ['expire', 'CLOCK'], ['dispose', 'REQUESTER']], 'DISPOSED'],
    ['art. 27: misuse suspends, mended', [...delivered, ['suspend', 'PROVIDER'], ['resume', 'PROVIDER']], 'IN_USE'],
    [
      'art. 27: misuse ends it',
      [...delivered, ['suspend', 'PROVIDER'], ['terminate', 'PROVIDER'], ['dispose', 'REQUESTER']],
      'DISPOSED',
    ],
    [
      'withdrawn before anything was delivered',
      [...asked, ['agree', 'PROVIDER'], ['withdraw', 'REQUESTER']],
      'WITHDRAWN',
    ],
    ['not once it is in use', [...delivered, ['withdraw', 'REQUESTER']], 'STEP_NOT_ALLOWED_FROM'],
    [
      'what is suspended can be done with',
      [...delivered, ['suspend', 'PROVIDER'], ['complete', 'REQUESTER']],
      'COMPLETED',
    ],
    [
      'a delivery that does not come is disputed',
      [...asked, ['agree', 'PROVIDER'], ['missDelivery', 'CLOCK'], ['dispute', 'REQUESTER']],
      'DISPUTED',
    ],
    [
      'what ended does not come back',
      [...delivered, ['terminate', 'PROVIDER'], ['resume', 'PROVIDER']],
      'STEP_NOT_ALLOWED_FROM',
    ],
  ])('%s', (_what, steps, ends) => {
    expect(walk(sharingWorkflow, steps).at(-1)).toBe(ends);
  });

  const calendar = new WorkingDays(notices);
  const due = (state: SharingState, startedOn: string, facts: Record<string, string> = {}) =>
    deadlineIn(sharingWorkflow, { state, startedOn, facts }, calendar, startedOn)?.dueOn;

  test.each([
    ['UNCONDITIONAL', '2026-11-23'],
    ['CONDITIONAL', '2026-12-04'],
  ])('art. 21: what is shared %s is answered by %s', (sharing, dueOn) => {
    expect(due(SharingState.SUBMITTED, '2026-11-22', { sharing })).toBe(dueOn);
  });

  test('art. 21: ten working days more, from the former deadline; art. 22: delivery within twenty', () => {
    const from = startOf(clockOf(sharingWorkflow, SharingState.EXTENDED)!, '2026-11-25', '2026-12-04');
    expect(due(SharingState.EXTENDED, from)).toBe('2026-12-18');
    expect(due(SharingState.AGREED, '2026-09-24')).toBe('2026-10-29');
    expect(due(SharingState.IN_USE, '2026-09-24', { useUntil: '2027-06-30' })).toBe('2027-06-30');
    expect(due(SharingState.ESCALATED, '2026-09-24')).toBeUndefined();
  });
});

describe('a check of shared data (State Council Order 809, art. 26)', () => {
  const requested: Walk<typeof correctionWorkflow> = [['request', 'REQUESTER']];

  test.each<[string, Walk<typeof correctionWorkflow>, string]>([
    ['corrected', [...requested, ['correct', 'PROVIDER']], CorrectionState.CORRECTED],
    ['confirmed', [...requested, ['confirm', 'PROVIDER']], CorrectionState.CONFIRMED],
    ['silence escalates', [...requested, ['escalate', 'CLOCK']], CorrectionState.ESCALATED],
    [
      'after which it is still answered',
      [...requested, ['escalate', 'CLOCK'], ['confirm', 'PROVIDER']],
      CorrectionState.CONFIRMED,
    ],
    ['who asks does not answer', [...requested, ['correct', 'REQUESTER']], 'STEP_NOT_YOURS'],
    ['an answer stands', [...requested, ['confirm', 'PROVIDER'], ['correct', 'PROVIDER']], 'STEP_NOT_ALLOWED_FROM'],
  ])('%s', (_what, steps, ends) => {
    expect(walk(correctionWorkflow, steps).at(-1)).toBe(ends);
  });

  test('the provider has ten working days', () => {
    expect(clockOf(correctionWorkflow, CorrectionState.REQUESTED)).toMatchObject({ workingDays: 10 });
  });
});

describe('a question about a reading', () => {
  const answered: Walk<typeof questionWorkflow> = [
    ['ask', 'ENTITY'],
    ['answer', 'READER'],
  ];

  test.each<[string, Walk<typeof questionWorkflow>, string]>([
    ['answered', answered, QuestionState.ANSWERED],
    [
      'silence escalates',
      [
        ['ask', 'ENTITY'],
        ['escalate', 'CLOCK'],
      ],
      QuestionState.ESCALATED,
    ],
    [
      'after which it is still answered',
      [
        ['ask', 'ENTITY'],
        ['escalate', 'CLOCK'],
        ['answer', 'READER'],
      ],
      QuestionState.ANSWERED,
    ],
    ['referred and closed', [...answered, ['refer', 'ENTITY'], ['close', 'SUPERVISOR']], QuestionState.CLOSED],
    ['referred', [...answered, ['refer', 'ENTITY']], QuestionState.REFERRED],
    ['the reader does not close it', [...answered, ['refer', 'ENTITY'], ['close', 'READER']], 'STEP_NOT_YOURS'],
    [
      'an unanswered question is not referred',
      [
        ['ask', 'ENTITY'],
        ['refer', 'ENTITY'],
      ],
      'STEP_NOT_ALLOWED_FROM',
    ],
  ])('%s', (_what, steps, ends) => {
    expect(walk(questionWorkflow, steps).at(-1)).toBe(ends);
  });

  test('the reader has five working days', () => {
    expect(clockOf(questionWorkflow, QuestionState.ASKED)).toMatchObject({ workingDays: 5 });
  });
});
