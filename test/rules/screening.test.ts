import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '../../src/access/viewer.js';
import { Role } from '../../src/access/words.js';
import { Polarity } from '../../src/catalogue/catalogue-item.entity.js';
import { EntityKind } from '../../src/registry/legal-entity.entity.js';
import {
  type AtHand,
  guardsOf,
  isScreened,
  mayKnow,
  partyOf,
  type Ruling,
} from '../../src/screening/screening.rules.js';
import { type ScreeningParty, ScreeningState, screeningWorkflow } from '../../src/screening/screening.workflow.js';
import { take } from '../../src/workflow/take.js';
import { as, officer } from './standings.js';

const today = '2026-11-23';
const holding: AtHand = { ruling: null, document: '（2026）内02破3号之二', reason: '计划执行完毕', today };

const states = [null, ...Object.values(ScreeningState)] as const;
const steps = ['screen', 'screenLate', 'complete', 'restore'] as const;
const parties: readonly (ScreeningParty | 'CLOCK' | null)[] = ['COURT', 'REVIEWER', 'PLATFORM', 'CLOCK', null];

/** What may be done, and where it leads. Whatever is not listed here is refused. */
const allowed: Readonly<Record<string, ScreeningState>> = {
  '- screen COURT': ScreeningState.IN_FORCE,
  '- screen REVIEWER': ScreeningState.IN_FORCE,
  'IN_FORCE screenLate PLATFORM': ScreeningState.IN_FORCE,
  'IN_FORCE complete COURT': ScreeningState.COMPLETED,
  'IN_FORCE complete REVIEWER': ScreeningState.COMPLETED,
  'IN_FORCE restore COURT': ScreeningState.RESTORED,
  'IN_FORCE restore REVIEWER': ScreeningState.RESTORED,
};

const begins = (state: ScreeningState | null, step: string): boolean => (state === null) === (step === 'screen');

describe('every step in every state by everyone', () => {
  test.each(states.flatMap((state) => steps.flatMap((step) => parties.map((party) => ({ state, step, party })))))(
    '$state: $step by $party',
    ({ state, step, party }) => {
      const taken = take(screeningWorkflow, step, { state, party, guards: guardsOf(holding), history: [] });
      const to = allowed[`${state ?? '-'} ${step} ${party}`];
      if (to !== undefined) return expect(taken).toMatchObject({ refused: null, to });
      const possible = begins(state, step) && (state === null || state === ScreeningState.IN_FORCE);
      expect(taken.refused?.reason).toBe(possible ? 'STEP_NOT_YOURS' : 'STEP_NOT_ALLOWED_FROM');
    },
  );
});

const ruled: Ruling = { ruledOn: '2026-11-20', kind: EntityKind.ENTERPRISE, inForce: null };

describe('a screening begins', () => {
  test.each<[string, Partial<Ruling>, string | undefined]>([
    ['by a ruling of the past', {}, undefined],
    ['by one of today', { ruledOn: today }, undefined],
    ['not by one of tomorrow', { ruledOn: '2026-11-24' }, 'SCREENING_RULING_FUTURE'],
    ['not for a sole trader, who is a natural person', { kind: EntityKind.SOLE_TRADER }, 'SCREENING_NATURAL_PERSON'],
    ['for a cooperative', { kind: EntityKind.COOPERATIVE }, undefined],
    ['not while another is in force', { inForce: 'B-20261101-000001' }, 'SCREENING_IN_FORCE'],
  ])('%s', (_what, changed, reason) => {
    expect(guardsOf({ ...holding, ruling: { ...ruled, ...changed } }).screenable?.reason).toBe(reason);
  });
});

describe('and ends', () => {
  test.each<[string, Partial<AtHand>, string | undefined]>([
    ['by a document, with a reason', {}, undefined],
    ['not without the document', { document: null }, 'SCREENING_DOCUMENT'],
    ['not without the reason', { reason: null }, 'REASON_REQUIRED'],
  ])('%s', (_what, changed, reason) => {
    expect(guardsOf({ ...holding, ...changed }).documented?.reason).toBe(reason);
  });
});

test.each<[string, Polarity, string | null, boolean]>([
  ['an adverse one is', Polarity.ADVERSE, null, true],
  ['one that a law excludes from repair is not', Polarity.ADVERSE, '法释〔2017〕7号第十条', false],
  ['a neutral one is not', Polarity.NEUTRAL, null, false],
  ['a favourable one is not', Polarity.FAVOURABLE, null, false],
])('of the items %s screened', (_what, polarity, repairExclusion, screened) => {
  expect(isScreened({ polarity, repairExclusion })).toBe(screened);
});

const uscc = '91150204MA0T3QT3XE';

test.each<[string, Viewer, ScreeningParty | null, boolean]>([
  ['the court', officer('COURT'), 'COURT', true],
  ['another department', officer('MARKET'), null, false],
  ['the credit centre', as(Role.CREDIT_CENTRE), 'REVIEWER', true],
  ['the supervisor', as(Role.SUPERVISOR), null, true],
  ['the entity itself', as(Role.ENTERPRISE, { uscc }), null, true],
  ['another entity', as(Role.ENTERPRISE, { uscc: '91150203MA0T3QT218' }), null, false],
  ['the arrears administration', as(Role.ARREARS_ADMIN), null, false],
  ['the administrator', as(Role.ADMINISTRATOR), null, false],
  ['anyone', as(Role.PUBLIC), null, false],
])('%s: as whom it acts, whether it knows of it', (_who, viewer, party, knows) => {
  expect(partyOf(viewer)).toBe(party);
  expect(mayKnow(viewer, { uscc })).toBe(knows);
});
