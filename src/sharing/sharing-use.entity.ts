import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateTimeScalar } from '../calendar/scalars.js';
import { appendOnly } from '../database/announce.js';
import { Department } from '../departments/department.entity.js';
import { SharingRequest } from './sharing-request.entity.js';
import { ownDepartment } from './sharing-step.entity.js';

/**
 * What a requester reports about its use of shared data; kept for ever, where three years are asked for
 * (State Council Order 809, art. 29).
 */
@ObjectType({
  simpleResolvers: true,
  description: 'What a requester reports about its use of shared data (State Council Order 809, art. 29). 使用情况记录',
})
@appendOnly
@Entity()
@Index({ properties: ['requestId', 'id'] })
export class SharingUse {
  @Access(anyone)
  @Field(() => ID, { description: 'Opaque identifier. 标识' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => SharingRequest, { fieldName: 'request_id', mapToPk: true })
  requestId!: string;

  /** The department that reports. */
  @ManyToOne(() => Department, { fieldName: 'department_code', mapToPk: true })
  departmentCode!: string;

  @Access(anyone)
  @Field(() => DateTimeScalar, { description: 'When it was reported. 填报时间' })
  @Property({ type: 'timestamptz' })
  reportedAt!: Date;

  @Access(ownDepartment)
  @Field(() => String, { nullable: true, description: 'Account that reported it. 填报账号' })
  @Property({ type: 'text' })
  account!: string;

  @Access(anyone)
  @Field(() => String, { description: 'In which scene the data were used. 使用场景' })
  @Property({ type: 'text' })
  scene!: string;

  @Access(anyone)
  @Field(() => String, { description: 'What came of it. 应用成效' })
  @Property({ type: 'text' })
  result!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Where and how they are kept. 存储情况' })
  @Property({ type: 'text' })
  storage!: string;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'What was disposed of, and how. 销毁情况' })
  @Property({ type: 'text', nullable: true })
  disposal!: string | null;
}
