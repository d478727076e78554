import type { Term } from '../calendar/deadline.js';
import type { Clock, Step, WholeClock, Workflow } from './workflow.js';

/** A row of the printed table. */
type Shown = Omit<Step<string, string, string>, 'within'> & { readonly within?: Clock | undefined };

/** `schema/workflows.md`: one chart and one table a workflow, printed from the tables that decide. */
export function workflowDocument(workflows: readonly Workflow[]): string {
  return `# Workflows

Printed from the tables in \`src/**/*.workflow.ts\` by \`npm run schema\`; never edited. A clock starts when the state is
entered: it is the deadline of the next act. CLOCK is the platform itself, when a deadline has passed; nothing overdue
approves itself. Steps that leave a state as it is stand in the tables only.

${workflows.map(section).join('\n\n')}
`;
}

function section(workflow: Workflow): string {
  const { name, states, parties, guards, steps, pauses = [], whole } = workflow;
  return [
    `## ${name.en} ${name.zh}`,
    chart(workflow),
    table(
      ['state', 'meaning'],
      Object.entries(states).map(([state, { en, zh }]) => [state, `${en}. ${zh}`]),
    ),
    table(
      ['step', 'from', 'to', 'by', 'when', 'the next act within', 'basis', 'meaning'],
      inSight(steps).map((step) => row(step, guards)),
    ),
    ...(pauses.length > 0 ? [`Clocks stand still in: ${pauses.join(', ')}.`] : []),
    ...(whole ? [inSum(whole)] : []),
    Object.entries(parties)
      .map(([party, { en, zh }]) => `${party}: ${en} ${zh}.`)
      .join(' '),
  ].join('\n\n');
}

/** A step that leaves the state as it is stands once, with every state in which it can be taken. */
function inSight(steps: Workflow['steps']): Shown[] {
  const rows = new Map<string, Shown>();
  for (const [i, step] of steps.entries()) {
    const { from, to, within, ...rest } = step;
    const key = isLoop(step) ? JSON.stringify(rest) : String(i);
    const known = rows.get(key);
    if (known) rows.set(key, { ...known, from: [...known.from, ...from], to: 'as it is', within: undefined });
    else rows.set(key, step);
  }
  return [...rows.values()];
}

const isLoop = ({ from, to }: Pick<Workflow['steps'][number], 'from' | 'to'>): boolean =>
  from.length === 1 && from[0] === to;

function chart({ states, steps }: Workflow): string {
  const arrows = steps
    .filter((step) => !isLoop(step))
    .flatMap(({ step, from, to }) =>
      (from.length === 0 ? ['[*]'] : from).map((state) => `  ${state} --> ${to} : ${step}`),
    );
  const ends = Object.keys(states)
    .filter((state) => !steps.some(({ from }) => from.includes(state)))
    .map((state) => `  ${state} --> [*]`);
  return ['```mermaid', 'stateDiagram-v2', ...arrows, ...ends, '```'].join('\n');
}

function row(step: Shown, guards: Workflow['guards']): string[] {
  const { from, to, by, when, once, resumes, within, basis, says } = step;
  const conditions = [
    ...(when === undefined ? [] : [`${guards[when]!.en} ${guards[when]!.zh}`]),
    ...(once ? ['once'] : []),
    ...(resumes ? ['the clock goes on'] : []),
  ];
  return [
    step.step,
    from.join(', '),
    to,
    by.join(', '),
    conditions.join('; '),
    within ? `${inWords(within)} (${within.basis})` : '',
    basis,
    `${says.en}. ${says.zh}`,
  ];
}

function inSum({ unit, length, basis, in: states, lengthenedBy }: WholeClock): string {
  const word = unit === 'days' ? 'days' : 'working days';
  const more = lengthenedBy ? `, ${lengthenedBy.by} more after ${lengthenedBy.step}` : '';
  return `The whole case within ${length} ${word}${more}, counted in: ${states.join(', ')} (${basis}).`;
}

function inWords(clock: Clock): string {
  const more = clock.onTop ? ' more' : '';
  if ('until' in clock) return `until ${clock.until}`;
  if ('workingDaysOf' in clock) return `as many working days as ${clock.workingDaysOf}, ${clock.most} at most`;
  if (!('byFact' in clock)) return period(clock) + more;
  const terms = Object.entries(clock.terms).map(([value, term]) => `${period(term)}${more} (${value})`);
  return `by ${clock.byFact}: ${terms.join(', ')}`;
}

function period(term: Term): string {
  if ('workingDays' in term) return many(term.workingDays, 'working day');
  if ('days' in term) return many(term.days, 'day');
  return 'months' in term ? many(term.months, 'month') : many(term.years, 'year');
}

const many = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
