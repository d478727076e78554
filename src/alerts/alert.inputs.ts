import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '../calendar/scalars.js';
import { AlertKind } from './alert.words.js';

/** Narrows the inbox. */
@InputType({ description: 'Narrows a list of alerts; all that is given must hold. 风险提示筛选条件' })
export class AlertFilter {
  @Field(() => ID, { nullable: true, description: 'Id of the watch. 监测标识' })
  watch?: string | null;

  @Field(() => AlertKind, { nullable: true, description: 'What happened. 提示类型' })
  kind?: AlertKind | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what is unread, or what was read. 是否未读' })
  unread?: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Told at this instant or later. 提示时间起' })
  since?: Date | null;
}

/** Alerts that somebody has read. */
@InputType({ description: 'Alerts that somebody of the watcher has read. 标记已读' })
export class MarkAlertsReadInput {
  @Field(() => [ID], { description: 'Ids of the alerts, at most 1,000. 风险提示标识' })
  ids!: string[];
}
