import { Field, InputType } from 'type-graphql';
import { DateScalar } from '../calendar/scalars.js';
import { EntityKind, EntityStatus } from './legal-entity.entity.js';

/** Narrows a list of entities; all that is given must hold. */
@InputType({ description: 'Narrows a list of entities; all that is given must hold. 主体筛选条件' })
export class EntityFilter {
  @Field(() => EntityKind, { nullable: true, description: 'Kind. 主体类型' })
  kind?: EntityKind | null;

  @Field(() => EntityStatus, { nullable: true, description: 'Registration status. 登记状态' })
  status?: EntityStatus | null;

  @Field(() => String, {
    nullable: true,
    description: 'Region code; its first digits take in all below: 1502. 区划代码（可为前缀）',
  })
  region?: string | null;

  @Field(() => String, { nullable: true, description: 'Industry section or division. 行业代码' })
  industry?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Established on this day or later. 成立日期起' })
  establishedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Established on this day or earlier. 成立日期止' })
  establishedUntil?: string | null;
}
