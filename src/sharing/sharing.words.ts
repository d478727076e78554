import { registerEnumType } from 'type-graphql';
import { described } from '../workflow/described.js';
import { SharingState, sharingWorkflow } from './sharing.workflow.js';

registerEnumType(SharingState, {
  name: 'SharingState',
  description: 'Where a sharing request stands: State Council Order 809, arts 20-28. 共享申请状态',
  valuesConfig: described(sharingWorkflow.states),
});

/** How data are handed over: State Council Order 809, art. 22. */
export enum SharingMethod {
  INTERFACE = 'INTERFACE',
  BATCH = 'BATCH',
  FILE = 'FILE',
}
registerEnumType(SharingMethod, {
  name: 'SharingMethod',
  description: 'How data are handed over: State Council Order 809, art. 22. 共享方式',
  valuesConfig: {
    INTERFACE: { description: 'By an interface, question by question. 服务接口' },
    BATCH: { description: 'By exchange in bulk. 批量交换' },
    FILE: { description: 'By files. 文件下载' },
  },
});

/** What a request states: State Council Order 809, art. 20. */
export enum SharingStatement {
  BASIS = 'BASIS',
  SCENE = 'SCENE',
  METHOD = 'METHOD',
  TERM = 'TERM',
}
registerEnumType(SharingStatement, {
  name: 'SharingStatement',
  description: 'What a request states, beside its scope: State Council Order 809, art. 20. 申请事项',
  valuesConfig: {
    BASIS: { description: 'On which law the data are used. 使用依据' },
    SCENE: { description: 'In which scene. 使用场景' },
    METHOD: { description: 'How they are handed over. 共享方式' },
    TERM: { description: 'For how long. 使用时限' },
  },
});

/** As whom a step was taken. */
export enum SharingActor {
  REQUESTER = 'REQUESTER',
  PROVIDER = 'PROVIDER',
  AUTHORITY = 'AUTHORITY',
  CLOCK = 'CLOCK',
}
registerEnumType(SharingActor, {
  name: 'SharingActor',
  description: 'As whom a step was taken. 办理方',
  valuesConfig: {
    ...described(sharingWorkflow.parties),
    CLOCK: { description: 'The platform itself, a deadline having passed. 系统（期限届满）' },
  },
});

/** What a provider answers. */
export enum SharingDecision {
  AGREE = 'AGREE',
  REFUSE = 'REFUSE',
  SUPPLEMENT = 'SUPPLEMENT',
  EXTEND = 'EXTEND',
}
registerEnumType(SharingDecision, {
  name: 'SharingDecision',
  description: 'What a provider answers: State Council Order 809, art. 21. 答复',
  valuesConfig: {
    AGREE: { description: 'The data are shared. 同意共享' },
    REFUSE: { description: 'They are not, for a reason and on a basis. 不同意共享' },
    SUPPLEMENT: { description: 'Something is missing: told once and completely. 一次性告知补充材料' },
    EXTEND: { description: "More time, with the data authority's consent. 延期答复" },
  },
});

/** How the use of shared data pauses, goes on or ends. */
export enum SharingEnding {
  COMPLETE = 'COMPLETE',
  SUSPEND = 'SUSPEND',
  RESUME = 'RESUME',
  TERMINATE = 'TERMINATE',
  WITHDRAW = 'WITHDRAW',
}
registerEnumType(SharingEnding, {
  name: 'SharingEnding',
  description: 'How the use of shared data pauses, goes on or ends: State Council Order 809, art. 27. 结束方式',
  valuesConfig: {
    COMPLETE: { description: 'The requester: the purpose is achieved, impossible or no longer needed. 使用完毕' },
    SUSPEND: { description: 'The provider: for misuse, until it is mended. 暂停共享' },
    RESUME: { description: 'The provider: the misuse is mended. 恢复共享' },
    TERMINATE: { description: 'The provider: for misuse, for good. 终止共享' },
    WITHDRAW: { description: 'The requester: before anything was delivered. 撤回申请' },
  },
});

/** What the data authority decides of a dispute. */
export enum DisputeDecision {
  SHARE = 'SHARE',
  UPHOLD = 'UPHOLD',
}
registerEnumType(DisputeDecision, {
  name: 'DisputeDecision',
  description: 'What the data authority decides of a dispute: State Council Order 809, art. 28. 争议处理决定',
  valuesConfig: {
    SHARE: { description: 'The data are to be shared. 应当共享' },
    UPHOLD: { description: 'The refusal stands. 维持不同意' },
  },
});
