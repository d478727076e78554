import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { validate as isUuid } from 'uuid';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { asSubject } from '../access/standing.js';
import { isItself } from '../access/viewer.js';
import type { Day } from '../calendar/day.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { type EntityRow, entityById } from '../registry/legal-entity.reads.js';
import { CreditRecord } from './credit-record.entity.js';
import { RecordFilter } from './record.inputs.js';
import { atHandOf, type RecordRow, recordById, recordsOfEntity, recordsPage, recordThen } from './record.reads.js';
import { RecordClassification, recordClassification } from './record-classification.js';
import { namesOfValue, RecordField, recordFields } from './record-field.js';
import { momentOf } from './validity.rules.js';

/** A page of records. */
export const CreditRecordConnection = connectionType('CreditRecord', CreditRecord);

const timeArguments = {
  asOf: {
    nullable: true,
    description: 'How they stood on this day, as known now or at `knownAt`. 截至日期（业务时间）',
  },
  knownAt: {
    nullable: true,
    description:
      'As far as was known at this instant; without `asOf` of the day on which it falls. 截至时刻（记录时间）',
  },
};

const narrows = { nullable: true, description: 'Narrows the list. 筛选条件' };

/** Questions about records. */
@Resolver(() => CreditRecord)
export class RecordResolver {
  @Access(anyone)
  @Query(() => CreditRecord, {
    nullable: true,
    description:
      'A record by its id, as it stands or as it stood; null when there is none that the viewer may know of. 按标识查询记录',
  })
  async record(
    @Arg('id', () => ID, { description: 'Its id. 标识' }) id: string,
    @Arg('asOf', () => DateScalar, timeArguments.asOf) asOf: Day | null,
    @Arg('knownAt', () => DateTimeScalar, timeArguments.knownAt) knownAt: Date | null,
    @Ctx() context: Context,
  ): Promise<RecordRow | null> {
    const moment = momentOf({ asOf, knownAt }, context);
    if (!isUuid(id)) return null;
    return moment === null ? context.load(recordById, id) : context.load(recordThen, { id, moment });
  }

  @Access(anyone)
  @Query(() => CreditRecordConnection, {
    description: 'Records that the viewer may know of, newest determination first. 信用记录查询',
  })
  records(
    @Arg('filter', () => RecordFilter, narrows) filter: RecordFilter | null,
    @Arg('asOf', () => DateScalar, timeArguments.asOf) asOf: Day | null,
    @Arg('knownAt', () => DateTimeScalar, timeArguments.knownAt) knownAt: Date | null,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<RecordRow>> {
    return recordsPage(context, info.path, filter ?? {}, { first: count, after: cursor }, { asOf, knownAt });
  }

  @Access(anyone)
  @FieldResolver(() => LegalEntity, { description: 'The entity it is about. 信用主体' })
  entity(@Root() record: RecordRow, @Ctx() context: Context): LegalEntity | Promise<LegalEntity | null> {
    return record.entity ?? context.load(entityById, record.entityId);
  }

  @Access(anyone)
  @FieldResolver(() => RecordClassification, {
    nullable: true,
    description:
      'By which rule it is as grave as it is, and how long it is published; of adverse records. 失信程度认定',
  })
  classification(@Root() record: RecordRow): RecordClassification | null {
    return recordClassification(record, record.item);
  }

  @Access(anyone)
  @FieldResolver(() => [RecordField], {
    description: 'What the catalogue says this record holds, each value under its own rule. 数据项',
  })
  fields(@Root() record: RecordRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): RecordField[] {
    const { viewer, standing } = context;
    const footing = isItself(viewer, record.uscc) ? asSubject : standing.towards(record.item);
    const asked = { path: info.path, names: namesOfValue(info) };
    return recordFields(context, footing, atHandOf(record, context), record, asked);
  }
}

/** The records of an entity, on the entity. */
@Resolver(() => LegalEntity)
export class EntityRecordsResolver {
  @Access(anyone)
  @FieldResolver(() => CreditRecordConnection, {
    description: 'Its records that the viewer may know of, newest determination first. 信用记录',
  })
  records(
    @Root() entity: EntityRow,
    @Arg('filter', () => RecordFilter, narrows) filter: RecordFilter | null,
    @Arg('asOf', () => DateScalar, timeArguments.asOf) asOf: Day | null,
    @Arg('knownAt', () => DateTimeScalar, timeArguments.knownAt) knownAt: Date | null,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<RecordRow>> {
    return recordsOfEntity(
      context,
      info.path,
      entity,
      filter ?? {},
      { first: count, after: cursor },
      { asOf, knownAt },
    );
  }
}
