import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { CreditRecord } from '../records/credit-record.entity.js';
import type { RecordRow } from '../records/record.reads.js';
import { CorrectRecordInput, WithdrawRecordInput } from './amendment.inputs.js';
import { correctRecord, withdrawRecord } from './amendment.service.js';

const officers = only(role(Role.DEPARTMENT));

/** What a provider does to its own records, beside sending them. */
@Resolver()
export class AmendmentResolver {
  @Access(officers)
  @Mutation(() => CreditRecord, {
    description: 'The provider corrects a record: a new version says what is right, the old one stays. 更正记录',
  })
  correctRecord(
    @Arg('input', () => CorrectRecordInput, { description: 'The correction. 更正内容' }) input: CorrectRecordInput,
    @Ctx() context: Context,
  ): Promise<RecordRow> {
    return correctRecord(context, input);
  }

  @Access(officers)
  @Mutation(() => CreditRecord, {
    description:
      'The provider withdraws a record that was changed, revoked or held void, within three working days (Administrative Penalty Law, arts 48, 85). 撤回记录',
  })
  withdrawRecord(
    @Arg('input', () => WithdrawRecordInput, { description: 'The withdrawal. 撤回内容' }) input: WithdrawRecordInput,
    @Ctx() context: Context,
  ): Promise<RecordRow> {
    return withdrawRecord(context, input);
  }
}
