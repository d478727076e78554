import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { Refusal } from '../messages/refusal.js';
import { evaluationEditions, type WholeEdition } from './evaluation.reads.js';
import { EvaluationDimension } from './evaluation-dimension.entity.js';
import { EvaluationEdition } from './evaluation-edition.entity.js';
import { EvaluationRule } from './evaluation-rule.entity.js';
import { EvaluationRun } from './evaluation-run.entity.js';
import { runsPage } from './evaluation-run.reads.js';

const EvaluationRunConnection = connectionType('EvaluationRun', EvaluationRun);

/** The rules of the evaluation, which are public, and its runs. */
@Resolver(() => EvaluationEdition)
export class EvaluationResolver {
  @Access(anyone)
  @Query(() => [EvaluationEdition], {
    description: 'Every edition of the rules of evaluation, in the order in which they came into force. 评价规则版本',
  })
  evaluationEditions(@Ctx() context: Context): readonly EvaluationEdition[] {
    return context.reference(evaluationEditions).all;
  }

  @Access(anyone)
  @Query(() => [EvaluationRule], {
    description: 'The rules of an edition: by default of the one in force today. 评价规则',
  })
  evaluationRules(
    @Arg('edition', () => String, { nullable: true, description: 'Code of the edition. 版本号' }) code: string | null,
    @Ctx() context: Context,
  ): readonly EvaluationRule[] {
    const editions = context.reference(evaluationEditions);
    if (code == null) return editions.on(context.today)?.rules ?? [];
    const edition = editions.coded(code);
    if (!edition) throw new Refusal('UNKNOWN_EVALUATION_EDITION', { argument: 'edition', value: code.slice(0, 100) });
    return edition.rules;
  }

  @Access(only(role(Role.SUPERVISOR, Role.CREDIT_CENTRE)))
  @Query(() => EvaluationRunConnection, {
    description: 'The evaluations of everybody, the latest day first: when they ran, and what they changed. 评价批次',
  })
  evaluationRuns(
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<EvaluationRun>> {
    return runsPage(context, { first: count, after: cursor });
  }

  @Access(anyone)
  @FieldResolver(() => [EvaluationDimension], { description: 'Its dimensions, in order. 评价维度' })
  dimensions(@Root() edition: WholeEdition): readonly EvaluationDimension[] {
    return edition.dimensions;
  }

  @Access(anyone)
  @FieldResolver(() => [EvaluationRule], { description: 'Its rules, in order. 评价规则' })
  rules(@Root() edition: WholeEdition): readonly EvaluationRule[] {
    return edition.rules;
  }
}
