import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, only, onlyElse, ownEntity, role } from '../access/rules.js';
import { Role, WithheldReason } from '../access/words.js';
import { workingDays } from '../calendar/official-calendar.reads.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { type EntityRow, entityByCode, entityById } from '../registry/legal-entity.reads.js';
import { SharingRequest } from '../sharing/sharing-request.entity.js';
import { Deadline, deadlineIn } from '../workflow/deadline.js';
import { ReadingDeferral } from './deferral.entity.js';
import { deferReadings } from './deferral.service.js';
import { questionWorkflow } from './question.workflow.js';
import {
  DeferReadingsInput,
  QuestionReadingInput,
  ReadingQuestionFilter,
  ReadingQuestionInput,
} from './reading.inputs.js';
import { Reading } from './reading.js';
import { readingById, readingsOfEntity, readingsUnderGrant } from './reading.reads.js';
import { ReadingQuestion } from './reading-question.entity.js';
import { questionOfReading, readingQuestionsPage } from './reading-question.reads.js';
import { questionReading, takeQuestionStep } from './reading-question.service.js';

const ReadingConnection = connectionType('Reading', Reading);
const ReadingQuestionConnection = connectionType('ReadingQuestion', ReadingQuestion);

const input = { description: 'What is said. 办理内容' };
const ofCases = only(role(Role.ENTERPRISE, Role.DEPARTMENT, Role.CREDIT_CENTRE, Role.ARREARS_ADMIN, Role.SUPERVISOR));
const readers = only(role(Role.DEPARTMENT, Role.CREDIT_CENTRE, Role.ARREARS_ADMIN, Role.SUPERVISOR));

/** Who read what of an entity, on the entity. */
@Resolver(() => LegalEntity)
export class EntityReadingsResolver {
  @Access(
    onlyElse(
      WithheldReason.SUBJECT_ONLY,
      ownEntity<LegalEntity>(({ uscc }) => uscc),
      role(Role.SUPERVISOR),
    ),
  )
  @FieldResolver(() => ReadingConnection, {
    nullable: true,
    description: 'Who was shown what of it that is not public, newest first. 查询留痕',
  })
  readings(
    @Root() entity: EntityRow,
    @Arg('first', () => Int, pageArguments.first) first: number,
    @Arg('after', () => String, pageArguments.after) after: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<Reading>> {
    return readingsOfEntity(context, entity.id, { first, after });
  }
}

/** What was read under a granted request: its use (State Council Order 809, art. 29). */
@Resolver(() => SharingRequest)
export class SharingReadingsResolver {
  @Access(anyone)
  @FieldResolver(() => ReadingConnection, {
    description: 'What was read under it, newest first: its recorded use (State Council Order 809, art. 29). 使用记录',
  })
  readings(
    @Root() { id }: SharingRequest,
    @Arg('first', () => Int, pageArguments.first) first: number,
    @Arg('after', () => String, pageArguments.after) after: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<Reading>> {
    return readingsUnderGrant(context, id, { first, after });
  }
}

/** A reading, with what belongs to it. */
@Resolver(() => Reading)
export class ReadingResolver {
  @Access(anyone)
  @FieldResolver(() => Department, { nullable: true, description: 'The department that read. 查询部门' })
  department(@Root() { role: as, onBehalfOf }: Reading, @Ctx() { reference }: Context): Department | null {
    return as === Role.DEPARTMENT ? (reference(departments).get(onBehalfOf!) ?? null) : null;
  }

  @Access(anyone)
  @FieldResolver(() => LegalEntity, {
    nullable: true,
    description: 'The authorised third party that read. 被授权第三方',
  })
  thirdParty(@Root() { role: as, onBehalfOf }: Reading, @Ctx() context: Context): Promise<LegalEntity | null> | null {
    return as === Role.ENTERPRISE ? context.load(entityByCode, onBehalfOf!) : null;
  }

  @Access(anyone)
  @FieldResolver(() => LegalEntity, { nullable: true, description: 'The entity it was about. 被查询主体' })
  entity(@Root() { entityId }: Reading, @Ctx() context: Context): Promise<LegalEntity | null> {
    return context.load(entityById, entityId);
  }

  @Access(anyone)
  @FieldResolver(() => ReadingQuestion, {
    nullable: true,
    description: 'The question about it, if one was asked. 质询',
  })
  question(@Root() { id }: Reading, @Ctx() context: Context): Promise<ReadingQuestion | null> {
    return context.load(questionOfReading, id);
  }

  @Access(only(role(Role.SUPERVISOR)))
  @Mutation(() => ReadingDeferral, {
    description: "The supervisor's readings of a case are told to the entities only after a day. 暂缓告知",
  })
  deferReadings(
    @Arg('input', () => DeferReadingsInput, input) asked: DeferReadingsInput,
    @Ctx() context: Context,
  ): Promise<ReadingDeferral> {
    return deferReadings(context, asked);
  }
}

/** Questions about readings, and what is said to them. */
@Resolver(() => ReadingQuestion)
export class ReadingQuestionResolver {
  @Access(ofCases)
  @Query(() => ReadingQuestionConnection, {
    description: 'Questions to which the viewer is a party, newest first. 质询列表',
  })
  readingQuestions(
    @Arg('filter', () => ReadingQuestionFilter, { nullable: true, description: 'Narrows the list. 筛选条件' })
    filter: ReadingQuestionFilter | null,
    @Arg('first', () => Int, pageArguments.first) first: number,
    @Arg('after', () => String, pageArguments.after) after: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<ReadingQuestion>> {
    return readingQuestionsPage(context, filter ?? {}, { first, after });
  }

  @Access(only(role(Role.ENTERPRISE)))
  @Mutation(() => ReadingQuestion, {
    description: 'An entity asks why its data were read; the reader answers within 5 working days. 提出查询质询',
  })
  questionReading(
    @Arg('input', () => QuestionReadingInput, input) asked: QuestionReadingInput,
    @Ctx() context: Context,
  ): Promise<ReadingQuestion> {
    return questionReading(context, asked);
  }

  @Access(readers)
  @Mutation(() => ReadingQuestion, { description: 'The reader says for what the data were read. 答复质询' })
  answerReadingQuestion(
    @Arg('input', () => ReadingQuestionInput, input) asked: ReadingQuestionInput,
    @Ctx() context: Context,
  ): Promise<ReadingQuestion> {
    return takeQuestionStep(context, 'answer', asked);
  }

  @Access(only(role(Role.ENTERPRISE)))
  @Mutation(() => ReadingQuestion, { description: 'The entity refers the answer to the supervisor, once. 转监督机关' })
  referReadingQuestion(
    @Arg('input', () => ReadingQuestionInput, input) asked: ReadingQuestionInput,
    @Ctx() context: Context,
  ): Promise<ReadingQuestion> {
    return takeQuestionStep(context, 'refer', asked);
  }

  @Access(only(role(Role.SUPERVISOR)))
  @Mutation(() => ReadingQuestion, {
    description: 'The supervisor closes a referred question with a finding. 办结质询',
  })
  closeReadingQuestion(
    @Arg('input', () => ReadingQuestionInput, input) asked: ReadingQuestionInput,
    @Ctx() context: Context,
  ): Promise<ReadingQuestion> {
    return takeQuestionStep(context, 'close', asked);
  }

  @Access(anyone)
  @FieldResolver(() => Reading, { nullable: true, description: 'The reading in question. 被质询的查询' })
  reading(@Root() { readingId }: ReadingQuestion, @Ctx() context: Context): Promise<Reading | null> {
    return context.load(readingById, readingId);
  }

  @Access(anyone)
  @FieldResolver(() => Deadline, { nullable: true, description: 'By when it is to be answered. 答复期限' })
  deadline(@Root() { state, startedOn }: ReadingQuestion, @Ctx() { reference, today }: Context): Deadline | null {
    return startedOn === null
      ? null
      : deadlineIn(questionWorkflow, { state, startedOn }, reference(workingDays), today);
  }
}
