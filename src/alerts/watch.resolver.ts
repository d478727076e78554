import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import { Consumer } from '../propagation/consumer.entity.js';
import { consumerByCode } from '../propagation/propagation.reads.js';
import type { LegalEntity } from '../registry/legal-entity.entity.js';
import { LegalEntityConnection } from '../registry/legal-entity.resolver.js';
import { Watch } from './watch.entity.js';
import { ChangeWatchInput, EndWatchInput, WatchEntitiesInput, WatchFilter } from './watch.inputs.js';
import { countsOfWatch, type WatchRow, watchById, watchedEntities, watchesPage } from './watch.reads.js';
import { changeWatch, endWatch, watchEntities } from './watch.service.js';

const WatchConnection = connectionType('Watch', Watch);

const watchers = only(role(Role.DEPARTMENT, Role.ENTERPRISE));
const seers = only(role(Role.DEPARTMENT, Role.ENTERPRISE, Role.SUPERVISOR));
const input = { description: 'What is said. 办理内容' };

/** Watches: what is watched, by whom and what for. */
@Resolver(() => Watch)
export class WatchResolver {
  @Access(watchers)
  @Mutation(() => Watch, {
    description:
      'A department or an enterprise is told of what happens to entities from now on; of a department the purpose and case that the request states are kept and judged by. 设立风险提示监测',
  })
  watchEntities(
    @Arg('input', () => WatchEntitiesInput, input) asked: WatchEntitiesInput,
    @Ctx() context: Context,
  ): Promise<WatchRow> {
    return watchEntities(context, asked);
  }

  @Access(watchers)
  @Mutation(() => Watch, { description: 'Changes what is watched and how the watcher is told. 变更风险提示监测' })
  changeWatch(
    @Arg('input', () => ChangeWatchInput, input) asked: ChangeWatchInput,
    @Ctx() context: Context,
  ): Promise<WatchRow> {
    return changeWatch(context, asked);
  }

  @Access(watchers)
  @Mutation(() => Watch, {
    description: 'Ends a watch: nothing of it is told any more, not even what was found before. 终止风险提示监测',
  })
  endWatch(
    @Arg('input', () => EndWatchInput, input) { id }: EndWatchInput,
    @Ctx() context: Context,
  ): Promise<WatchRow> {
    return endWatch(context, id);
  }

  @Access(seers)
  @Query(() => WatchConnection, {
    description: 'The watches of the viewer, newest first; the supervisor sees all. 风险提示监测列表',
  })
  watches(
    @Arg('filter', () => WatchFilter, { nullable: true, description: 'Narrows the list. 筛选条件' })
    filter: WatchFilter | null,
    @Arg('first', () => Int, pageArguments.first) first: number,
    @Arg('after', () => String, pageArguments.after) after: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<WatchRow>> {
    return watchesPage(context, filter ?? {}, { first, after });
  }

  @Access(seers)
  @Query(() => Watch, {
    nullable: true,
    description: 'A watch by its id, if it exists for the viewer. 风险提示监测查询',
  })
  watch(
    @Arg('id', () => ID, { description: 'Its id. 监测标识' }) id: string,
    @Ctx() context: Context,
  ): Promise<WatchRow | null> {
    return context.load(watchById, id);
  }

  @Access(anyone)
  @FieldResolver(() => Department, {
    nullable: true,
    description: 'The department that watches; null: an enterprise does. 监测部门',
  })
  department(@Root() { departmentCode }: WatchRow, @Ctx() { reference }: Context): Department | null {
    return departmentCode === null ? null : (reference(departments).get(departmentCode) ?? null);
  }

  @Access(anyone)
  @FieldResolver(() => Consumer, {
    nullable: true,
    description: 'The system to which alerts are posted; null: they stand in the inbox alone. 接收系统',
  })
  consumer(
    @Root() { consumerCode }: WatchRow,
    @Ctx() context: Context,
  ): Promise<Omit<Consumer, 'secret'> | null> | null {
    return consumerCode === null ? null : context.load(consumerByCode, consumerCode);
  }

  @Access(anyone)
  @FieldResolver(() => Int, { description: 'How many entities it names; 0 where it watches a region. 监测主体数' })
  async entityCount(@Root() { id }: WatchRow, @Ctx() context: Context): Promise<number> {
    return (await context.load(countsOfWatch, id)).entities;
  }

  @Access(anyone)
  @FieldResolver(() => Int, { description: 'How many of its alerts nobody has read. 未读提示数' })
  async unread(@Root() { id }: WatchRow, @Ctx() context: Context): Promise<number> {
    return (await context.load(countsOfWatch, id)).unread;
  }

  @Access(anyone)
  @FieldResolver(() => LegalEntityConnection, {
    description: 'The entities that it names, in the order of their codes. 监测主体',
  })
  entities(
    @Root() { id }: WatchRow,
    @Arg('first', () => Int, pageArguments.first) first: number,
    @Arg('after', () => String, pageArguments.after) after: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<LegalEntity>> {
    return watchedEntities(context, id, { first, after });
  }
}
