import { Field, ID, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';

// Parts of a tolerant acceptance: whoever knows of the case sees them.

/** A material that was missing when tolerance was used, as it is stored with the case. */
@ObjectType({
  simpleResolvers: true,
  description: 'A supplementary material that was missing when the case was accepted. 容缺材料',
})
export class MissingMaterial {
  @Access(anyone)
  @Field(() => String, { description: 'Code of the material in the service item. 材料代码' })
  readonly code!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Its title. 材料名称' })
  readonly title!: string;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'When it was supplied; null: it is missing. 补正日期' })
  readonly suppliedOn!: string | null;

  @Access(anyone)
  @Field(() => ID, { nullable: true, description: 'Id of the file, one of the attachments; null: none. 附件标识' })
  readonly attachment!: string | null;

  @Access(anyone)
  @Field(() => Boolean, { description: 'Whether it was handed over at the counter. 是否窗口递交' })
  readonly atCounter!: boolean;

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description: 'Why what was supplied before was not valid; null: nothing was rejected. 退回理由',
  })
  readonly rejected!: string | null;
}

/** The commitment of a tolerant acceptance, with what was signed of it. */
@ObjectType({
  simpleResolvers: true,
  description: 'The commitment of a tolerant acceptance: its text, and when it was signed. 容缺受理承诺书',
})
export class ToleranceCommitment {
  @Access(anyone)
  @Field(() => String, { description: 'Code of the commitment, 20 digits: region, day, serial. 承诺编码' })
  readonly code!: string;

  @Access(anyone)
  @Field(() => String, { description: 'What is promised. 承诺内容' })
  readonly text!: string;

  @Access(anyone)
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was signed; null: it is not. 签署时间' })
  readonly signedAt!: Date | null;

  @Access(anyone)
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The promised day: counted from the signing by the official calendar; nothing changes it. Days on which the department checks do not run, see the deadline. 承诺补齐日',
  })
  readonly supplyBy!: string | null;
}
