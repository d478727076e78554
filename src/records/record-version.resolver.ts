import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { asSubject } from '../access/standing.js';
import { isItself } from '../access/viewer.js';
import { workingDays } from '../calendar/official-calendar.reads.js';
import type { Context } from '../context.js';
import { Deadline } from '../workflow/deadline.js';
import { CreditRecord } from './credit-record.entity.js';
import type { RecordRow } from './record.reads.js';
import { namesOfValue, RecordField, recordFields } from './record-field.js';
import { RecordVersion, Withdrawal } from './record-version.js';
import { versionsOfRecord } from './record-version.reads.js';
import { withdrawalDeadline } from './withdrawal.rules.js';

/** The versions of a record, on the record. */
@Resolver(() => CreditRecord)
export class RecordVersionsResolver {
  @Access(anyone)
  @FieldResolver(() => [RecordVersion], {
    description:
      'Every version of it, newest first. Of one that was repaired, whoever learns no more than that is told of none. 历史版本',
  })
  versions(
    @Root() record: RecordRow,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RecordVersion[]> {
    return versionsOfRecord(context, info.path, record);
  }
}

/** What a version held. */
@Resolver(() => RecordVersion)
export class RecordVersionResolver {
  @Access(anyone)
  @FieldResolver(() => [RecordField], {
    description: 'What it held, each value under its own rule; of what is published, only what still holds. 数据项',
  })
  fields(@Root() version: RecordVersion, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): RecordField[] {
    const { viewer, standing } = context;
    const footing = isItself(viewer, version.uscc) ? asSubject : standing.towards(version.item);
    const asked = { path: info.path, names: namesOfValue(info) };
    return recordFields(context, footing, version.atHand, version, asked);
  }
}

/** The clock of a withdrawal. */
@Resolver(() => Withdrawal)
export class WithdrawalResolver {
  @Access(anyone)
  @FieldResolver(() => Deadline, {
    nullable: true,
    description:
      'By when it had to be withdrawn: three working days (Administrative Penalty Law, arts 48, 85). 撤回期限',
  })
  deadline(@Root() { revokedOn, withdrawnOn }: Withdrawal, @Ctx() { reference }: Context): Deadline {
    return withdrawalDeadline(revokedOn, withdrawnOn, reference(workingDays));
  }

  @Access(anyone)
  @FieldResolver(() => Boolean, { nullable: true, description: 'Whether it was withdrawn too late. 是否逾期撤回' })
  late(@Root() { revokedOn, withdrawnOn }: Withdrawal, @Ctx() { reference }: Context): boolean {
    return withdrawalDeadline(revokedOn, withdrawnOn, reference(workingDays)).overdue;
  }
}
