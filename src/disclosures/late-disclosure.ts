import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar } from '../calendar/scalars.js';
import { Department } from '../departments/department.entity.js';

/** A department that had not published its disclosure by 31 March. */
@ObjectType({
  simpleResolvers: true,
  description:
    'A department that had not published its disclosure of arrears by 31 March (State Council Order 802, art. 18). 逾期未公示部门',
})
export class LateDisclosure {
  @Access(anyone)
  @Field(() => Department, { description: 'The department. 部门' })
  readonly department!: Department;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'By when it was to publish. 公示期限' })
  readonly publishBy!: string;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'When it did; null: not yet. 公示日期' })
  readonly publishedOn!: string | null;
}
