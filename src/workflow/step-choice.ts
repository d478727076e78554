import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import type { Language } from '../messages/language.js';
import { type AvailableStep, availableSteps, type Situation } from './take.js';
import type { Workflow } from './workflow.js';

/** A step that the viewer can take now: a button of a portal. */
@ObjectType('AvailableStep', {
  simpleResolvers: true,
  description: 'A step that the viewer can take now: a button of a portal. 可办理步骤',
})
export class StepChoice {
  @Access(anyone)
  @Field(() => String, { description: 'Name of the step, as in schema/workflows.md. 步骤' })
  readonly step!: string;

  @Access(anyone)
  @Field(() => String, { description: 'The state it leads to. 办理后状态' })
  readonly to!: string;

  @Access(anyone)
  @Field(() => String, { description: 'What it means. 说明' })
  readonly says!: string;

  @Access(anyone)
  @Field(() => String, { description: 'The article it rests on. 依据' })
  readonly basis!: string;
}

/** The steps that can be taken in the situation, in words. */
export const stepChoices = <W extends Workflow>(
  workflow: W,
  situation: Situation<W>,
  language: Language,
): StepChoice[] =>
  availableSteps(workflow, situation).map(({ step, to, says, basis }: AvailableStep<W>) => ({
    step,
    to,
    says: says[language],
    basis,
  }));
