import { describe, expect, test } from '@jest/globals';
import { workflows } from '../../src/server/workflows.js';
import { clockOf } from '../../src/workflow/clock.js';
import type { Workflow } from '../../src/workflow/workflow.js';

const flat = (words: readonly (readonly string[])[]): string[] => [...new Set(words.flat())];

/** Everything that is wrong with a table; what the compiler does not see. */
function faultsOf({ states, parties, guards, steps }: Workflow): string[] {
  const known = Object.keys(states);
  const leaves = flat(steps.map(({ from }) => from));
  const clocks = (state: string) =>
    new Set(steps.filter(({ to }) => to === state).map(({ within }) => JSON.stringify(within)));
  const byClock = flat(steps.filter(({ by }) => by.includes('CLOCK')).map(({ from }) => from));
  const reached = new Set<string>();
  const reach = (state: string): void => {
    if (reached.has(state)) return;
    reached.add(state);
    for (const { from, to } of steps) if (from.includes(state)) reach(to);
  };
  for (const { from, to } of steps) if (from.length === 0) reach(to);
  const canEnd = (state: string, seen: readonly string[] = []): boolean =>
    !leaves.includes(state) ||
    steps.some(
      ({ from, to, by }) =>
        from.includes(state) &&
        !seen.includes(to) &&
        !by.every((one) => one === 'CLOCK') &&
        canEnd(to, [...seen, state]),
    );
  return [
    ...known.filter((state) => !reached.has(state)).map((state) => `${state} is never reached`),
    ...known.filter((state) => !canEnd(state)).map((state) => `of ${state} nobody can find an end`),
    ...flat(steps.map(({ from, to }) => [...from, to]))
      .filter((state) => !known.includes(state))
      .map((state) => `${state} is no state`),
    ...flat(steps.map(({ by }) => by))
      .filter((party) => party !== 'CLOCK' && !(party in parties))
      .map((party) => `${party} is no party`),
    ...Object.keys(parties)
      .filter((party) => !steps.some(({ by }) => by.includes(party)))
      .map((party) => `${party} has nothing to do`),
    ...steps.filter(({ when }) => when !== undefined && !(when in guards)).map(({ when }) => `${when} is no guard`),
    ...Object.keys(guards)
      .filter((guard) => !steps.some(({ when }) => when === guard))
      .map((guard) => `${guard} guards nothing`),
    ...known.filter((state) => clocks(state).size > 1).map((state) => `${state} is entered with different clocks`),
    ...byClock.filter((state) => clocks(state).has(undefined as never)).map((state) => `no clock runs in ${state}`),
    ...steps.filter(({ by }) => by.length === 0).map(({ step }) => `${step} is for nobody`),
    ...steps.filter(({ basis }) => !/\p{L}/u.test(basis)).map(({ step }) => `${step} has no basis`),
  ];
}

const sound: Workflow = {
  name: { en: 'Test', zh: '测试' },
  states: { OPEN: { en: 'Open', zh: '待办' }, DONE: { en: 'Done', zh: '办结' } },
  parties: { OFFICER: { en: 'officer', zh: '经办人' } },
  guards: {},
  steps: [
    { step: 'open', from: [], to: 'OPEN', by: ['OFFICER'], basis: 'rule', says: { en: 'Open', zh: '登记' } },
    { step: 'finish', from: ['OPEN'], to: 'DONE', by: ['OFFICER'], basis: 'rule', says: { en: 'Finish', zh: '办结' } },
  ],
};
const [open, finish] = sound.steps as [Workflow['steps'][number], Workflow['steps'][number]];

describe('the law of workflows finds', () => {
  test.each<[string, Workflow, string[]]>([
    ['nothing in a sound table', sound, []],
    [
      'a state that is never reached',
      { ...sound, states: { ...sound.states, LOST: { en: 'Lost', zh: '遗失' } } },
      ['LOST is never reached'],
    ],
    [
      'a state out of which only the clock leads back',
      {
        ...sound,
        steps: [open, { ...finish, to: 'OPEN' }, { ...finish, step: 'wake', from: ['OPEN'], by: ['CLOCK'] }],
      },
      ['of OPEN nobody can find an end', 'no clock runs in OPEN'],
    ],
    [
      'a state that is not declared',
      { ...sound, steps: [open, { ...finish, to: 'GONE' }] },
      ['DONE is never reached', 'GONE is no state'],
    ],
    [
      'a party that is not declared',
      { ...sound, steps: [open, { ...finish, by: ['NOBODY'] }] },
      ['NOBODY is no party'],
    ],
    ['a guard that is not declared', { ...sound, steps: [open, { ...finish, when: 'ready' }] }, ['ready is no guard']],
    [
      'two clocks of one state',
      { ...sound, steps: [open, { ...open, step: 'file', within: { workingDays: 3, basis: 'rule' } }, finish] },
      ['OPEN is entered with different clocks'],
    ],
    ['a step without a basis', { ...sound, steps: [open, { ...finish, basis: '' }] }, ['finish has no basis']],
  ])('%s', (_what, workflow, faults) => {
    expect(faultsOf(workflow)).toEqual(faults);
  });
});

describe.each(workflows.map((workflow): [string, Workflow] => [workflow.name.en, workflow]))(
  '%s',
  (_name, workflow) => {
    test('every state is reached and can end, everyone named is known', () => {
      expect(faultsOf(workflow)).toEqual([]);
    });

    test.each(Object.keys(workflow.states))('%s: whoever is silent decides nothing', (state) => {
      for (const { from, to, by } of workflow.steps) {
        if (!from.includes(state) || !by.includes('CLOCK')) continue;
        // telling the supervisor leaves the case where it is
        if (to !== state) expect(to).not.toMatch(/AGREED|APPROVED|GRANTED|REFUSED|UPHELD|CONFIRMED|CORRECTED|ANSWERED/);
        expect(clockOf(workflow, state)).toBeDefined();
      }
    });

    test('everything is said in both languages', () => {
      const { name, states, parties, guards, steps } = workflow;
      const texts = [
        name,
        ...[states, parties, guards].flatMap((words) => Object.values(words)),
        ...steps.map(({ says }) => says),
      ];
      for (const { en, zh } of texts) {
        expect(en).toMatch(/^[A-Za-z][^|\n]*[^.|\n]$/);
        expect(zh).toMatch(/^\p{Script=Han}[^|\n]*[^。|\n]$/u);
      }
    });
  },
);
