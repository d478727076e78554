import { Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, asDeclared, type Rule } from '../access/rules.js';
import { Disclosure, SharingAttribute } from '../access/words.js';
import type { Day } from '../calendar/day.js';
import { DateScalar } from '../calendar/scalars.js';
import { CatalogueClass } from '../catalogue/catalogue-item.entity.js';
import type { Moment } from '../records/validity.rules.js';
import type { EntityRow } from '../registry/legal-entity.reads.js';
import type { WholeEdition } from './evaluation.reads.js';
import type { DimensionScore, Fired } from './evaluation.rules.js';
import { EvaluationDimension } from './evaluation-dimension.entity.js';
import { EvaluationEdition } from './evaluation-edition.entity.js';
import { EvaluationRule } from './evaluation-rule.entity.js';
import { Grade } from './grade.words.js';
import type { CreditProfile } from './profile.js';

/** The item under which the authority for social credit hands on the results of the evaluation. */
export const gradeItem = 'DRC_CREDIT_GRADE';

const declared = asDeclared<CreditProfile>({
  item: {
    code: gradeItem,
    class: CatalogueClass.EVALUATION,
    providerCode: 'DRC',
    sharing: SharingAttribute.UNCONDITIONAL,
    disclosure: Disclosure.SUBJECT,
  },
  // to government for a purpose that opens results of evaluation, to others not at all
  field: { key: 'PJDJ', disclosure: Disclosure.GOVERNMENT, masking: null },
  idOf: ({ entity }) => entity.id,
  codeOf: ({ entity }) => entity.uscc,
});

/** A grade is seen as the catalogue has it of its item: by the subject, and within government for a purpose. */
export const ofTheGrade: Rule = {
  ...declared,
  whose: (profile) => ({ ...declared.whose!(profile), item: gradeItem }),
};

/** What a dimension came to. */
@ObjectType({ simpleResolvers: true, description: 'What a dimension came to. 维度得分' })
export class DimensionResult {
  @Access(anyone)
  @Field(() => EvaluationDimension, { description: 'The dimension. 评价维度' })
  readonly dimension!: EvaluationDimension;

  @Access(anyone)
  @Field(() => Int, { description: 'Points, of 100. 得分' })
  readonly points!: number;
}

/** A rule that fired, with the records on which it did. */
@ObjectType({
  simpleResolvers: true,
  description:
    'A rule that fired, with the records on which it did. A rule that fired on no record of which the viewer may know is not named. 触发的规则',
})
export class FiredRule {
  @Access(anyone)
  @Field(() => EvaluationRule, { description: 'The rule, with what it rests on. 规则' })
  readonly rule!: EvaluationRule;

  @Access(anyone)
  @Field(() => Int, {
    description: 'Points of its dimension that it came to, before these are held within 0 and 100. 分值',
  })
  readonly points!: number;

  /** Ids of the records, the newest first. */
  readonly ids!: readonly string[];

  readonly moment!: Moment | null;
}

/** A grade with everything that explains it. */
@ObjectType({
  simpleResolvers: true,
  description:
    'A grade with everything that explains it. It is a reference for supervision and never itself a sanction (优化营商环境条例, arts 53-54; 国办发〔2019〕35号). 公共信用综合评价结果',
})
export class CreditGrading {
  @Access(anyone)
  @Field(() => Grade, { description: 'The grade. 等级' })
  readonly grade!: Grade;

  @Access(anyone)
  @Field(() => Int, { description: 'The score in hundredths of a point, 0 to 10,000. 得分（百分之一分）' })
  readonly score!: number;

  @Access(anyone)
  @Field(() => EvaluationEdition, { description: 'The edition of the rules by which it was found. 规则版本' })
  readonly edition!: WholeEdition;

  @Access(anyone)
  @Field(() => DateScalar, { description: 'The day whose records it weighs. 评价日' })
  readonly evaluatedOn!: Day;

  @Access(anyone)
  @Field(() => Boolean, {
    description:
      'Whether it is what the nightly evaluation found then; otherwise it was worked out now, from the records of the moment. 是否为当时存档结果',
  })
  readonly stored!: boolean;

  @Access(anyone)
  @Field(() => String, { description: 'What a grade is, and what it is not. 评价等级的性质' })
  readonly notice!: string;

  readonly dimensionScores!: readonly DimensionScore[];

  readonly fired!: readonly Fired[];

  readonly entity!: EntityRow;

  /** The moment whose records it cites; null: now. */
  readonly moment!: Moment | null;
}
