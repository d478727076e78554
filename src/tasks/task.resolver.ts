import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { TaskFilter } from './task.inputs.js';
import { Task, TaskCount } from './task.js';
import { taskCounts, tasksPage } from './task.reads.js';

const TaskConnection = connectionType('Task', Task);

const workers = only(role(Role.ENTERPRISE, Role.DEPARTMENT, Role.CREDIT_CENTRE, Role.ARREARS_ADMIN, Role.SUPERVISOR));

const narrows = { nullable: true, description: 'Narrows the list. 筛选条件' };

/** Work lists. */
@Resolver(() => Task)
export class TaskResolver {
  @Access(workers)
  @Query(() => TaskConnection, {
    description:
      "What waits for the viewer's act, most urgent first; to the supervisor everything that is late, whosever it is. 我的待办",
  })
  tasks(
    @Arg('filter', () => TaskFilter, narrows) filter: TaskFilter | null,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<Task>> {
    return tasksPage(context, filter ?? {}, { first: count, after: cursor });
  }

  @Access(workers)
  @Query(() => [TaskCount], { description: 'How many acts wait for the viewer, by kind and state. 待办统计' })
  taskCounts(
    @Arg('filter', () => TaskFilter, narrows) filter: TaskFilter | null,
    @Ctx() context: Context,
  ): Promise<TaskCount[]> {
    return taskCounts(context, filter ?? {});
  }
}
