import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar } from '../calendar/scalars.js';
import { programMay } from '../database/rights.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { Case } from '../workflow/case.entity.js';
import { described } from '../workflow/described.js';
import { ScreeningState, screeningWorkflow } from './screening.workflow.js';

registerEnumType(ScreeningState, {
  name: 'ScreeningState',
  description: 'Where a temporary screening in bankruptcy stands: 国办发〔2025〕22号. 暂时屏蔽状态',
  valuesConfig: described(screeningWorkflow.states),
});

/**
 * The temporary screening of an entity's adverse records while it performs a plan that a court has approved. The entity, the
 * court, the credit centre and the supervisor know of it, nobody else: of what is screened nobody shall learn by another door.
 */
@ObjectType({
  simpleResolvers: true,
  description:
    'The temporary screening of adverse records in a reorganisation or settlement (国办发〔2025〕22号; Enterprise Bankruptcy Law). 破产重整（和解）暂时屏蔽',
})
@programMay({ update: true })
@Entity()
@Index({
  name: 'screening_in_force',
  expression: `create unique index screening_in_force on screening (entity_id) where state = '${ScreeningState.IN_FORCE}'`,
})
@Index({ properties: ['entityId', 'id'] })
export class Screening extends Case {
  @Access(anyone)
  @Field(() => ScreeningState, { description: 'Where it stands. 状态' })
  @Enum({ items: () => ScreeningState })
  state!: ScreeningState;

  @ManyToOne(() => LegalEntity, { fieldName: 'entity_id', mapToPk: true })
  entityId!: string;

  /** Code of the entity. */
  @Property({ type: 'text' })
  uscc!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Number of the ruling that approved the plan. 裁定文号' })
  @Property({ type: 'text' })
  ruling!: string;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'Day of the ruling: what was determined later stays. 裁定日期' })
  @Property({ type: 'date' })
  ruledOn!: string;

  @Access(anyone)
  @Field(() => String, { description: 'The court that ruled. 裁定法院' })
  @Property({ type: 'text' })
  court!: string;

  @Access(anyone)
  @Field(() => Int, { description: 'How many records were screened. 屏蔽记录数' })
  @Property({ type: 'integer' })
  recordCount!: number;
}
