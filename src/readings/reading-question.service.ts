import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { validate as isUuid, v7 as uuid } from 'uuid';
import type { Viewer } from '../access/viewer.js';
import { Role } from '../access/words.js';
import { type Actor, audit } from '../audit/audit.js';
import type { Day } from '../calendar/day.js';
import { workingDays } from '../calendar/official-calendar.reads.js';
import type { WorkingDays } from '../calendar/working-days.js';
import type { Acting, Context } from '../context.js';
import { Refusal } from '../messages/refusal.js';
import { entityByCode } from '../registry/legal-entity.reads.js';
import { clockOf, dueOf, startOf } from '../workflow/clock.js';
import { takeOrRefuse } from '../workflow/take.js';
import { type PartyOf, type StateOf, type StepOf, type TheClock } from '../workflow/workflow.js';
import { needed } from '../workflow/written.js';
import { questionWorkflow } from './question.workflow.js';
import type { QuestionReadingInput, ReadingQuestionInput } from './reading.inputs.js';
import { readingById } from './reading.reads.js';
import { ReadingQuestion } from './reading-question.entity.js';

type Party = PartyOf<typeof questionWorkflow> | TheClock;
type Step = StepOf<typeof questionWorkflow>;

/** What the viewer is to the question; null: nothing, then there is none for it. */
export function partyOf(
  viewer: Viewer,
  question: Pick<ReadingQuestion, 'readerRole' | 'readerDepartment'>,
  isAboutViewer: boolean,
): PartyOf<typeof questionWorkflow> | null {
  if (isAboutViewer) return 'ENTITY';
  if (viewer.role === question.readerRole && (viewer.department ?? null) === question.readerDepartment) return 'READER';
  return viewer.role === Role.SUPERVISOR ? 'SUPERVISOR' : null;
}

/** Enters a state: the clock that runs in it starts. */
function enter(
  question: ReadingQuestion,
  to: StateOf<typeof questionWorkflow>,
  today: Day,
  calendar: WorkingDays,
): void {
  const clock = clockOf(questionWorkflow, to);
  question.startedOn = clock ? startOf(clock, today, question.dueOn) : null;
  question.dueOn = clock ? dueOf(clock, question.startedOn!, {}, calendar).dueOn : null;
  question.state = to;
}

/** An entity asks the reader why its data were read. */
export async function questionReading(context: Context, input: QuestionReadingInput): Promise<ReadingQuestion> {
  const { viewer, now, today, reference } = context;
  const asked = needed('question', input.question);
  const itself = await context.load(entityByCode, viewer.uscc!);
  const reading = isUuid(input.reading) ? await context.load(readingById, input.reading) : null;
  // one of somebody else is no more there than one that does not exist
  if (!itself || !reading || reading.entityId !== itself.id)
    throw new Refusal('UNKNOWN_READING', { id: input.reading.slice(0, 100) });
  const { to } = takeOrRefuse(questionWorkflow, 'ask', { state: null, party: 'ENTITY', guards: {}, history: [] });
  return context.em
    .transactional(async (em) => {
      const question = em.create(ReadingQuestion, {
        id: uuid(),
        readingId: reading.id,
        entityId: itself.id,
        readerRole: reading.role,
        readerDepartment: reading.role === Role.DEPARTMENT ? reading.onBehalfOf : null,
        state: to,
        history: ['ask'],
        question: asked,
        askedAt: now,
        answer: null,
        answeredAt: null,
        referral: null,
        finding: null,
        startedOn: null,
        dueOn: null,
        rehearsed: context.rehearsed,
      });
      enter(question, to, today, reference(workingDays));
      await em.persist(question).flush();
      record(em, context, question, 'ask');
      return question;
    })
    .catch((error: { code?: string }) => {
      if (error.code === '23505') throw new Refusal('READING_QUESTIONED', { id: reading.id });
      throw error;
    });
}

/** Takes a step of a question that the viewer is a party to: its statement goes where the step says. */
export async function takeQuestionStep(
  context: Context,
  step: Extract<Step, 'answer' | 'refer' | 'close'>,
  input: ReadingQuestionInput,
): Promise<ReadingQuestion> {
  const said = needed('statement', input.statement);
  const { viewer, now, today, reference } = context;
  return context.em.transactional(async (em) => {
    const question = isUuid(input.question)
      ? await em.findOne(ReadingQuestion, input.question, { lockMode: LockMode.PESSIMISTIC_WRITE })
      : null;
    const own = viewer.uscc === undefined ? null : await context.load(entityByCode, viewer.uscc);
    const party = question && partyOf(viewer, question, own?.id === question.entityId);
    if (!question || !party) throw new Refusal('UNKNOWN_QUESTION', { id: input.question.slice(0, 100) });
    move(question, step, party, today, reference(workingDays));
    if (step === 'answer') Object.assign(question, { answer: said, answeredAt: now });
    if (step === 'refer') question.referral = said;
    if (step === 'close') question.finding = said;
    record(em, context, question, step);
    return question;
  });
}

function move(question: ReadingQuestion, step: Step, party: Party, today: Day, calendar: WorkingDays): void {
  const { state, history } = question;
  const { to } = takeOrRefuse(questionWorkflow, step, { state, party, guards: {}, history });
  enter(question, to, today, calendar);
  question.history = [...history, step];
}

function record(em: EntityManager, actor: Actor, question: ReadingQuestion, step: Step): void {
  question.rehearsed ||= actor.rehearsed;
  audit(em, actor, {
    deed: `readingQuestion.${step}`,
    subjectType: 'ReadingQuestion',
    subjectId: question.id,
    facts: { reading: question.readingId, state: question.state, dueOn: question.dueOn },
  });
}

/** Takes the platform's own step, unless the deadline has not passed or it was answered. */
export function takeOverdueStep(acting: Acting, id: string, step: Step): Promise<void> {
  const { today, reference } = acting;
  return acting.em.transactional(async (em) => {
    const question = await em.findOne(ReadingQuestion, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    if (!question?.dueOn || question.dueOn >= today) return;
    move(question, step, 'CLOCK', today, reference(workingDays));
    record(em, acting, question, step);
  });
}
