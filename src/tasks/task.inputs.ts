import { Field, InputType } from 'type-graphql';
import { TaskKind } from './task.js';

/** Narrows a list of tasks; all that is given must hold. */
@InputType({ description: 'Narrows a list of tasks; all that is given must hold. 待办筛选条件' })
export class TaskFilter {
  @Field(() => TaskKind, { nullable: true, description: 'Kind of the case. 类别' })
  kind?: TaskKind | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what is late. 仅逾期' })
  overdue?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of the supervisor: whose acts, such as DEPARTMENT:MARKET. 待办方（监督机关用）',
  })
  awaits?: string | null;
}
