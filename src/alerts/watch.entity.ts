import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { Purpose } from '../access/purpose.js';
import { anyone } from '../access/rules.js';
import { DateTimeScalar } from '../calendar/scalars.js';
import { Severity } from '../catalogue/catalogue-item.entity.js';
import { programMay } from '../database/rights.js';
import { Department } from '../departments/department.entity.js';
import { Consumer } from '../propagation/consumer.entity.js';
import { UsccScalar } from '../registry/uscc.scalar.js';
import { AlertKind, AlertRhythm } from './alert.words.js';

/**
 * That a department or an enterprise wants to be told of what happens to entities. Of a department it is a standing use of
 * data, so it keeps the purpose and the case under which it was set up (State Council Order 809, arts 25, 29) and is judged by
 * them, and by the mandates, grants and consents of the day, each time something is to be told. The watcher and the supervisor
 * know of it; a watched entity finds in its readings what was told of it that is not public.
 */
@ObjectType({
  simpleResolvers: true,
  description: 'That a department or an enterprise is told of what happens to entities. 风险提示监测',
})
@programMay({
  update: [
    ...['name', 'regionPrefix', 'kinds', 'severityFrom', 'rhythm', 'consumerCode', 'begun'],
    ...['changedAt', 'endedAt', 'endedBy'],
  ],
})
@Entity()
@Index({ properties: ['watcher', 'id'] })
@Index({
  name: 'watch_region',
  expression: 'create index watch_region on watch (region_prefix) where ended_at is null and region_prefix is not null',
})
@Check({ name: 'watch_of_one', expression: '(department_code is null) <> (uscc is null)' })
@Check({
  name: 'watch_for_a_purpose',
  expression: 'department_code is null or (purpose is not null and case_number is not null)',
})
@Check({ name: 'watch_of_region', expression: 'region_prefix is null or department_code is not null' })
export class Watch {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** Whose it is, as an addressee: `DEPARTMENT:TAX`, `ENTERPRISE:9115…`. */
  @Property({ type: 'text' })
  watcher!: string;

  @ManyToOne(() => Department, { fieldName: 'department_code', mapToPk: true, nullable: true, deleteRule: 'no action' })
  departmentCode!: string | null;

  @Access(anyone)
  @Field(() => UsccScalar, {
    nullable: true,
    description: 'Code of the enterprise that watches; null: a department does. 监测企业统一社会信用代码',
  })
  @Property({ type: 'text', nullable: true })
  uscc!: string | null;

  @Access(anyone)
  @Field(() => String, { description: 'What the watcher calls it. 名称' })
  @Property({ type: 'text' })
  name!: string;

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description:
      'First 2, 4 or 6 digits of the region of which all entities are watched (GB/T 2260); null: those named. 监测区划代码前缀',
  })
  @Property({ type: 'text', nullable: true })
  regionPrefix!: string | null;

  @Access(anyone)
  @Field(() => [AlertKind], { description: 'What it is told of. 提示类型' })
  @Property({ type: 'text[]' })
  kinds!: AlertKind[];

  @Access(anyone)
  @Field(() => Severity, {
    nullable: true,
    description: 'Of adverse records only those of this gravity or a higher one; null: all. 最低失信程度',
  })
  @Enum({ items: () => Severity, nullable: true })
  severityFrom!: Severity | null;

  @Access(anyone)
  @Field(() => AlertRhythm, { description: 'When the watcher is told. 提示频率' })
  @Enum({ items: () => AlertRhythm })
  rhythm!: AlertRhythm;

  @Access(anyone)
  @Field(() => Purpose, {
    nullable: true,
    description: 'What for, as it was stated when the watch was set up; null: an enterprise needs none. 使用目的',
  })
  @Enum({ items: () => Purpose, nullable: true })
  purpose!: Purpose | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Number of the case that it serves. 案号' })
  @Property({ type: 'text', nullable: true })
  caseNumber!: string | null;

  @ManyToOne(() => Consumer, { fieldName: 'consumer_code', mapToPk: true, nullable: true, deleteRule: 'no action' })
  consumerCode!: string | null;

  /** Account that set it up: under which readings are entered. */
  @Property({ type: 'text' })
  setUpBy!: string;

  /** What had been committed when it was set up, and so is nothing new to it. */
  @Property({ columnType: 'pg_snapshot', defaultRaw: 'pg_current_snapshot()' })
  begun?: string;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it was set up. 设立时间' })
  @Property({ type: 'timestamptz' })
  setUpAt!: Date;

  @Access(anyone)
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was changed last. 变更时间' })
  @Property({ type: 'timestamptz', nullable: true })
  changedAt!: Date | null;

  @Access(anyone)
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null: it goes on. 终止时间' })
  @Property({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  /** Account that ended it. */
  @Property({ type: 'text', nullable: true })
  endedBy!: string | null;
}
