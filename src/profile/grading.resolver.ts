import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import type { Context } from '../context.js';
import { CreditRecord } from '../records/credit-record.entity.js';
import type { RecordRow } from '../records/record.reads.js';
import { CreditGrading, DimensionResult, FiredRule, ofTheGrade } from './grading.js';
import { gradeOf, gradesOf } from './grading.reads.js';
import { dimensionsOf, firedOf, gradeIf } from './grading.service.js';
import { CreditProfile } from './profile.js';
import { cited } from './profile.reads.js';
import { citedArgument, firstOf } from './profile.resolver.js';

/** The grade, on the profile. */
@Resolver(() => CreditProfile)
export class ProfileGradeResolver {
  @Access(ofTheGrade)
  @FieldResolver(() => CreditGrading, {
    nullable: true,
    description:
      'The grade: of today worked out from the records as they stand, of the past what the nightly evaluation found. For the entity itself, and within government for a purpose that opens results of evaluation; null also where the rules do not grade such entities. 公共信用综合评价结果',
  })
  grade(@Root() profile: CreditProfile, @Ctx() context: Context): Promise<CreditGrading | null> {
    return gradeOf(context, profile);
  }

  @Access(ofTheGrade)
  @FieldResolver(() => [CreditGrading], {
    nullable: true,
    description:
      'What the nightly evaluation found, the latest first: a line for each day on which grade, score or edition changed. 历次评价结果',
  })
  gradeHistory(
    @Root() profile: CreditProfile,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100. 条数' }) first: number,
    @Ctx() context: Context,
  ): Promise<CreditGrading[]> {
    return gradesOf(context, profile, first);
  }

  @Access(ofTheGrade)
  @FieldResolver(() => CreditGrading, {
    nullable: true,
    description:
      'The grade that the records would come to, were these repaired: adverse records of this entity of which the viewer may know. 模拟评价（假设已修复）',
  })
  whatIf(
    @Root() profile: CreditProfile,
    @Arg('repaired', () => [ID], { description: 'Ids of the records, 1 to 50. 假设已修复的记录标识' })
    repaired: string[],
    @Ctx() context: Context,
  ): Promise<CreditGrading | null> {
    return gradeIf(context, profile, repaired);
  }
}

/** What explains a grade. */
@Resolver(() => CreditGrading)
export class GradingResolver {
  @Access(anyone)
  @FieldResolver(() => [DimensionResult], { description: 'What each dimension came to. 各维度得分' })
  dimensions(@Root() grading: CreditGrading): DimensionResult[] {
    return dimensionsOf(grading);
  }

  @Access(anyone)
  @FieldResolver(() => [FiredRule], {
    description:
      'Which rules fired on which records, as far as the viewer may know of the records; what is left out stands in `extensions.withheld`. 触发的规则',
  })
  firedRules(
    @Root() grading: CreditGrading,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<FiredRule[]> {
    return firedOf(context, info.path, grading);
  }
}

/** The records behind a fired rule. */
@Resolver(() => FiredRule)
export class FiredRuleResolver {
  @Access(anyone)
  @FieldResolver(() => [CreditRecord], { description: 'The records on which it fired, newest first. 对应记录' })
  records(
    @Root() { ids, moment }: FiredRule,
    @Arg('first', () => Int, citedArgument) first: number,
    @Ctx() context: Context,
  ): Promise<RecordRow[]> {
    return cited(context, firstOf(ids, first), moment);
  }
}
