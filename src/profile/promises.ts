import { Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';

/** What became of what the city promised an entity. */
@ObjectType({
  simpleResolvers: true,
  description:
    'What became of what the city promised an entity: policy commitments, as they stood at the moment. 政策承诺兑现情况',
})
export class PromisesMade {
  @Access(anyone)
  @Field(() => Int, { description: 'Promises that were confirmed. 承诺数' })
  readonly made!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Kept, as the entity confirmed. 已兑现数' })
  readonly kept!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Changed by law, compensated or to be. 依法变更数' })
  readonly lawfullyChanged!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Found in default. 认定违约失信数' })
  readonly broken!: number;

  @Access(anyone)
  @Field(() => Int, { description: 'Neither yet. 待兑现数' })
  readonly open!: number;
}
