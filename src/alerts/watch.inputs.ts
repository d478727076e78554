import { Field, ID, InputType } from 'type-graphql';
import { Severity } from '../catalogue/catalogue-item.entity.js';
import { UsccScalar } from '../registry/uscc.scalar.js';
import { AlertKind, AlertRhythm } from './alert.words.js';

/** What is to be watched, and how the watcher is told. */
@InputType({
  description:
    'What is to be watched, and how the watcher is told. Of a department purpose and case are those that the request states. 风险提示监测设立',
})
export class WatchEntitiesInput {
  @Field(() => String, { description: 'What the watcher calls it. 名称' })
  name!: string;

  @Field(() => [UsccScalar], {
    nullable: true,
    description:
      'Codes of the entities, at most 1,000 of a department and 200 of an enterprise; none where a region is named. 监测主体统一社会信用代码',
  })
  usccs?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'First 2, 4 or 6 digits of a region of which all entities are watched, by a department. 区划代码前缀',
  })
  region?: string | null;

  @Field(() => [AlertKind], { description: 'What it is told of. 提示类型' })
  kinds!: AlertKind[];

  @Field(() => Severity, {
    nullable: true,
    description: 'Of adverse records only those of this gravity or a higher one. 最低失信程度',
  })
  severityFrom?: Severity | null;

  @Field(() => AlertRhythm, { description: 'When the watcher is told. 提示频率' })
  rhythm!: AlertRhythm;

  @Field(() => String, {
    nullable: true,
    description: "Code of a consumer of the watcher's department to which alerts are posted as well. 接收系统代码",
  })
  consumer?: string | null;
}

/** What is to change of a watch; what is left out stays. */
@InputType({
  description:
    'What is to change of a watch; what is left out stays. Its purpose and case never change: another use is another watch. 风险提示监测变更',
})
export class ChangeWatchInput {
  @Field(() => ID, { description: 'Id of the watch. 监测标识' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What the watcher calls it. 名称' })
  name?: string | null;

  @Field(() => [UsccScalar], { nullable: true, description: 'The entities instead of those before. 监测主体' })
  usccs?: string[] | null;

  @Field(() => String, { nullable: true, description: 'The region instead of what was watched before. 区划代码前缀' })
  region?: string | null;

  @Field(() => [AlertKind], { nullable: true, description: 'What it is told of from now on. 提示类型' })
  kinds?: AlertKind[] | null;

  @Field(() => Severity, { nullable: true, description: 'The lowest gravity; null: any. 最低失信程度' })
  severityFrom?: Severity | null;

  @Field(() => AlertRhythm, { nullable: true, description: 'When the watcher is told. 提示频率' })
  rhythm?: AlertRhythm | null;

  @Field(() => String, { nullable: true, description: 'The consumer; null: none, the inbox alone. 接收系统代码' })
  consumer?: string | null;
}

/** A watch that is to end. */
@InputType({ description: 'A watch that is to end. 监测终止' })
export class EndWatchInput {
  @Field(() => ID, { description: 'Id of the watch. 监测标识' })
  id!: string;
}

/** Narrows a list of watches. */
@InputType({ description: 'Narrows a list of watches; all that is given must hold. 监测筛选条件' })
export class WatchFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only those that have ended, or that go on. 是否已终止' })
  ended?: boolean | null;

  @Field(() => AlertKind, { nullable: true, description: 'What it is told of. 提示类型' })
  kind?: AlertKind | null;

  @Field(() => String, { nullable: true, description: 'Code of the department that watches. 监测部门代码' })
  department?: string | null;
}
