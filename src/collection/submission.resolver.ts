import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { validate as isUuid } from 'uuid';
import { Access } from '../access/access.decorator.js';
import { anyone, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Item } from '../catalogue/catalogue.js';
import { catalogue } from '../catalogue/catalogue.reads.js';
import { CatalogueItem } from '../catalogue/catalogue-item.entity.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { explain, Refusal } from '../messages/refusal.js';
import { rowOf } from './file-reader.js';
import { Rejection } from './rejection.entity.js';
import { Submission, SubmissionFormat } from './submission.entity.js';
import { SubmissionFilter, SubmitRecordsInput } from './submission.inputs.js';
import { rejectionsPage, submissionById, submissionsPage } from './submission.reads.js';
import { itemToSubmit, receiveSubmission } from './submission.service.js';

const SubmissionConnection = connectionType('Submission', Submission);
const RejectionConnection = connectionType('Rejection', Rejection);

/** How many rows `submitRecords` takes. */
const mostRows = 1000;

const followers = only(role(Role.DEPARTMENT, Role.CREDIT_CENTRE, Role.SUPERVISOR));

/** Sending records, and what became of them. */
@Resolver(() => Submission)
export class SubmissionResolver {
  @Access(only(role(Role.DEPARTMENT)))
  @Mutation(() => Submission, {
    description:
      'A department sends rows of one of its own items; larger deliveries go to POST /submissions/{item}. 报送信用记录',
  })
  async submitRecords(
    @Arg('input', () => SubmitRecordsInput, { description: 'Item and rows. 报送内容' }) input: SubmitRecordsInput,
    @Ctx() context: Context,
  ): Promise<Submission> {
    const item = itemToSubmit(context, input.item);
    const count = input.rows.length;
    if (count < 1 || count > mostRows) throw new Refusal('TOO_MANY_ROWS', { count, most: mostRows, item: item.code });
    return receiveSubmission(
      context,
      item,
      SubmissionFormat.ROWS,
      input.rows.map((row, i) => rowOf(i + 1, row)),
    );
  }

  @Access(followers)
  @Query(() => Submission, {
    nullable: true,
    description: "A submission: a department's own, or any for the credit centre and the supervisor. 报送批次",
  })
  async submission(
    @Arg('id', () => ID, { description: 'Its id. 批次标识' }) id: string,
    @Ctx() context: Context,
  ): Promise<Submission | null> {
    return isUuid(id) ? ((await submissionById(context, id)) ?? null) : null;
  }

  @Access(followers)
  @Query(() => SubmissionConnection, {
    description: 'Submissions that the viewer may follow, newest first. 报送批次列表',
  })
  submissions(
    @Arg('filter', () => SubmissionFilter, { nullable: true, description: 'Narrows the list. 筛选条件' })
    filter: SubmissionFilter | null,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<Submission>> {
    return submissionsPage(context, filter ?? {}, { first: count, after: cursor });
  }

  @Access(anyone)
  @FieldResolver(() => CatalogueItem, {
    description: 'The edition of the item under which the rows were checked. 目录项',
  })
  item(@Root() submission: Submission, @Ctx() context: Context): Item {
    return context.reference(catalogue).edition(submission.itemId);
  }

  @Access(only(role(Role.DEPARTMENT)))
  @FieldResolver(() => RejectionConnection, {
    nullable: true,
    description: 'What was refused, row by row; as CSV at GET /submissions/{id}/rejections.csv. 拒收明细',
  })
  rejections(
    @Root() submission: Submission,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<Rejection>> {
    return rejectionsPage(context, submission, { first: count, after: cursor });
  }
}

/** The texts of a rejection, in the caller's language. */
@Resolver(() => Rejection)
export class RejectionResolver {
  @Access(anyone)
  @FieldResolver(() => String, { description: 'What is wrong, in a sentence. 说明' })
  message(@Root() { reason, params }: Rejection, @Ctx() { language }: Context): string {
    return explain(reason, params, language).message;
  }

  @Access(anyone)
  @FieldResolver(() => String, { nullable: true, description: 'Standard or article of the rule. 依据' })
  basis(@Root() { reason, params }: Rejection, @Ctx() { language }: Context): string | null {
    return explain(reason, params, language).basis ?? null;
  }
}
