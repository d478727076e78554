import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { only, role } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import {
  DecideSharingInput,
  DeliverSharingInput,
  DisposeSharedInput,
  DisputeSharingInput,
  EndSharingInput,
  ReportSharingUseInput,
  RequestSharingInput,
  SettleSharingDisputeInput,
  SupplementSharingInput,
} from './sharing.inputs.js';
import * as service from './sharing.service.js';
import { SharingRequest } from './sharing-request.entity.js';

const departments = only(role(Role.DEPARTMENT));

/** Deeds of sharing between departments; who may do which to a request is said by the table of steps. */
@Resolver(() => SharingRequest)
export class SharingDeedsResolver {
  @Access(departments)
  @Mutation(() => SharingRequest, {
    description: 'A department asks another one for an item of its catalogue. 提交共享申请',
  })
  requestSharing(
    @Arg('input', () => RequestSharingInput, { description: 'The request. 申请' }) input: RequestSharingInput,
    @Ctx() context: Context,
  ): Promise<SharingRequest> {
    return service.requestSharing(context, input);
  }

  @Access(departments)
  @Mutation(() => SharingRequest, {
    description: 'The requester supplies what was missing. 补充材料',
  })
  supplementSharing(
    @Arg('input', () => SupplementSharingInput, { description: 'What was missing. 补充材料' })
    input: SupplementSharingInput,
    @Ctx() context: Context,
  ): Promise<SharingRequest> {
    return service.supplementSharing(context, input);
  }

  @Access(departments)
  @Mutation(() => SharingRequest, {
    description: 'The provider agrees, refuses, asks once for what is missing, or takes more time. 答复共享申请',
  })
  decideSharing(
    @Arg('input', () => DecideSharingInput, { description: 'The answer. 答复' }) input: DecideSharingInput,
    @Ctx() context: Context,
  ): Promise<SharingRequest> {
    return service.decideSharing(context, input);
  }

  @Access(departments)
  @Mutation(() => SharingRequest, {
    description:
      'The provider hands the data over: from this day on the item is open to the requester for the purpose. 交付',
  })
  deliverSharing(
    @Arg('input', () => DeliverSharingInput, { description: 'The delivery. 交付' }) input: DeliverSharingInput,
    @Ctx() context: Context,
  ): Promise<SharingRequest> {
    return service.deliverSharing(context, input);
  }

  @Access(departments)
  @Mutation(() => SharingRequest, {
    description:
      'The requester completes or withdraws; the provider suspends, resumes or terminates, for misuse only. 暂停、恢复或结束共享',
  })
  endSharing(
    @Arg('input', () => EndSharingInput, { description: 'How and why. 方式和理由' }) input: EndSharingInput,
    @Ctx() context: Context,
  ): Promise<SharingRequest> {
    return service.endSharing(context, input);
  }

  @Access(departments)
  @Mutation(() => SharingRequest, {
    description: 'The requester has disposed of the data. 销毁处置',
  })
  disposeShared(
    @Arg('input', () => DisposeSharedInput, { description: 'The evidence. 凭证' }) input: DisposeSharedInput,
    @Ctx() context: Context,
  ): Promise<SharingRequest> {
    return service.disposeShared(context, input);
  }

  @Access(departments)
  @Mutation(() => SharingRequest, {
    description: 'The requester brings a refusal or a silence before the data authority. 提请争议协调',
  })
  disputeSharing(
    @Arg('input', () => DisputeSharingInput, { description: 'The statement. 理由' }) input: DisputeSharingInput,
    @Ctx() context: Context,
  ): Promise<SharingRequest> {
    return service.disputeSharing(context, input);
  }

  @Access(departments)
  @Mutation(() => SharingRequest, {
    description: 'The requester reports how it uses what was shared; reports are only added. 填报使用情况',
  })
  reportSharingUse(
    @Arg('input', () => ReportSharingUseInput, { description: 'The report. 使用情况' }) input: ReportSharingUseInput,
    @Ctx() context: Context,
  ): Promise<SharingRequest> {
    return service.reportSharingUse(context, input);
  }

  @Access(only(role(Role.DEPARTMENT, Role.CREDIT_CENTRE)))
  @Mutation(() => SharingRequest, {
    description:
      'The data authority decides a dispute; the credit centre does where the authority itself is a party. 处理共享争议',
  })
  settleSharingDispute(
    @Arg('input', () => SettleSharingDisputeInput, { description: 'The decision. 决定' })
    input: SettleSharingDisputeInput,
    @Ctx() context: Context,
  ): Promise<SharingRequest> {
    return service.settleSharingDispute(context, input);
  }
}
