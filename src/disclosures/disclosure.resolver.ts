import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import { caseKey } from '../attachments/case-key.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import { CaseDocument } from '../documents/case-document.entity.js';
import { documentsOf } from '../documents/case-document.reads.js';
import { caseDeadline, timelineOf } from '../workflow/case.reads.js';
import { CaseStep } from '../workflow/case-step.entity.js';
import { Deadline } from '../workflow/deadline.js';
import { StepChoice, stepChoices } from '../workflow/step-choice.js';
import { ArrearsDisclosure } from './arrears-disclosure.entity.js';
import { PublishDisclosureInput, ReturnDisclosureInput, SignDisclosureInput } from './disclosure.inputs.js';
import { disclosureBy, disclosuresPage, lateDisclosures } from './disclosure.reads.js';
import { guardsOf, partyOf } from './disclosure.rules.js';
import { publishDisclosure, returnDisclosure, signDisclosure } from './disclosure.service.js';
import { disclosureWorkflow } from './disclosure.workflow.js';
import { disclosureCase } from './disclosure-case.js';
import { LateDisclosure } from './late-disclosure.js';

const DisclosureConnection = connectionType('ArrearsDisclosure', ArrearsDisclosure);

const officers = only(role(Role.DEPARTMENT));

/** The yearly disclosure of arrears. */
@Resolver(() => ArrearsDisclosure)
export class DisclosureResolver {
  @Access(officers)
  @Mutation(() => ArrearsDisclosure, {
    description:
      'The department signs off its disclosure: it is counted once more, then its figures stand. 年度公示审签',
  })
  signDisclosure(
    @Arg('input', () => SignDisclosureInput, { description: 'What is signed. 审签内容' }) input: SignDisclosureInput,
    @Ctx() context: Context,
  ): Promise<ArrearsDisclosure> {
    return signDisclosure(context, input);
  }

  @Access(officers)
  @Mutation(() => ArrearsDisclosure, {
    description: 'The department gives a signed disclosure back before it is published. 年度公示退回',
  })
  returnDisclosure(
    @Arg('input', () => ReturnDisclosureInput, { description: 'What is given back, and why. 退回内容' })
    input: ReturnDisclosureInput,
    @Ctx() context: Context,
  ): Promise<ArrearsDisclosure> {
    return returnDisclosure(context, input);
  }

  @Access(officers)
  @Mutation(() => ArrearsDisclosure, {
    description:
      'The department publishes what another of its officers has signed off; after 31 March it is marked as late. 年度公示发布',
  })
  publishDisclosure(
    @Arg('input', () => PublishDisclosureInput, { description: 'What is published. 公示内容' })
    input: PublishDisclosureInput,
    @Ctx() context: Context,
  ): Promise<ArrearsDisclosure> {
    return publishDisclosure(context, input);
  }

  @Access(anyone)
  @Query(() => ArrearsDisclosure, {
    nullable: true,
    description: 'A disclosure by its id or number, if it exists for the viewer. 年度公示查询',
  })
  arrearsDisclosure(
    @Arg('id', () => ID, { description: 'Its id or its number. 标识或编号' }) id: string,
    @Ctx() context: Context,
  ): Promise<ArrearsDisclosure | null> {
    return disclosureBy(context, id);
  }

  @Access(anyone)
  @Query(() => DisclosureConnection, {
    description:
      'Disclosures, newest first: those that are published; to a department its own, to arrears administrators and the supervisor all. 年度公示列表',
  })
  arrearsDisclosures(
    @Arg('year', () => Int, { nullable: true, description: 'Of this year only. 数据年度' }) year: number | null,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<ArrearsDisclosure>> {
    return disclosuresPage(context, year, { first: count, after: cursor });
  }

  @Access(anyone)
  @Query(() => [LateDisclosure], {
    description: 'The departments that had not published by 31 March, by name. 逾期未公示部门名单',
  })
  lateDisclosures(
    @Arg('year', () => Int, { description: 'The year whose figures were to be published. 数据年度' }) year: number,
    @Ctx() context: Context,
  ): Promise<LateDisclosure[]> {
    return lateDisclosures(context, year);
  }

  @Access(anyone)
  @FieldResolver(() => Department, { description: 'The department whose disclosure it is. 公示单位' })
  department(@Root() { departmentCode }: ArrearsDisclosure, @Ctx() { reference }: Context): Department {
    return reference(departments).get(departmentCode)!;
  }

  @Access(anyone)
  @FieldResolver(() => Deadline, {
    nullable: true,
    description: 'By when the next act is due; null once it is published. 办理期限',
  })
  deadline(@Root() disclosure: ArrearsDisclosure, @Ctx() context: Context): Deadline | null {
    return caseDeadline(context, disclosureCase, disclosure);
  }

  @Access(anyone)
  @FieldResolver(() => [CaseStep], { description: 'Who did what when, in order. 办理过程' })
  timeline(@Root() disclosure: ArrearsDisclosure, @Ctx() context: Context): Promise<CaseStep[]> {
    return timelineOf(context, disclosureWorkflow, disclosure);
  }

  @Access(anyone)
  @FieldResolver(() => [StepChoice], { description: 'The steps that the viewer can take now. 可办理步骤' })
  availableSteps(@Root() disclosure: ArrearsDisclosure, @Ctx() { viewer, language }: Context): StepChoice[] {
    const { state, history, signedBy } = disclosure;
    // whatever a form can say is still to be said
    const guards = guardsOf({ signedBy, account: viewer.subject, reason: '…' });
    return stepChoices(disclosureWorkflow, { state, party: partyOf(viewer, disclosure), guards, history }, language);
  }

  @Access(anyone)
  @FieldResolver(() => [CaseDocument], { description: 'The document that was published. 公示文书' })
  documents(@Root() { id }: ArrearsDisclosure, @Ctx() context: Context): Promise<CaseDocument[]> {
    return context.load(documentsOf, caseKey(disclosureCase.code, id));
  }
}
