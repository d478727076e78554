import type { RefusalEntry } from './refusal-entry.js';

const order36 = 'NDRC Order 36 (信用修复管理办法)';
const opinion = '国办发〔2025〕22号';

/** What is refused of credit repair. */
export const refusalsOfRepair = {
  CASE_MOVED_ON: {
    code: 'CONFLICT',
    text: {
      en: 'The step {step} is not possible now: {number} is {state} since {lastBy} took the step {last} at {at}. {step} is possible in: {from}.',
      zh: '步骤 {step} 当前不能办理：{number} 已由 {lastBy} 于 {at} 办理 {last}，现状态为 {state}。可办理 {step} 的状态：{from}。',
    },
    remedy: { en: 'Steps that you can take now: {possible}.', zh: '您当前可办理的步骤：{possible}。' },
  },
  REPAIR_UNKNOWN: {
    code: 'NOT_FOUND',
    text: { en: 'There is no such application for repair for you.', zh: '没有与您有关的该信用修复申请。' },
    remedy: { en: 'repairApplications lists yours.', zh: '可通过 repairApplications 查询。' },
  },
  REPAIR_RECORD_NOT_YOURS: {
    code: 'FORBIDDEN',
    text: {
      en: 'Repair of a record is for the entity that it is about, its determining unit, the credit centre and the supervisor.',
      zh: '信用修复仅限该记录的信用主体、认定单位、信用中心和监督机关办理或查询。',
    },
    basis: `${order36}, art. 3`,
  },
  REPAIR_NOT_ADVERSE: {
    code: 'REFUSED',
    text: { en: 'The record is not adverse: there is nothing to repair.', zh: '该记录不属于失信信息，无需修复。' },
    basis: `${order36}, art. 4`,
  },
  REPAIR_RECORD_WITHDRAWN: {
    code: 'REFUSED',
    text: {
      en: 'The record was withdrawn by its provider: there is nothing to repair.',
      zh: '该记录已由提供单位撤销，无需修复。',
    },
  },
  REPAIR_ALREADY: {
    code: 'REFUSED',
    text: { en: 'The record is repaired already.', zh: '该记录已完成信用修复。' },
    basis: `${order36}, art. 3`,
  },
  REPAIR_SCREENED: {
    code: 'REFUSED',
    text: {
      en: 'The record is screened by {screening} while a plan of reorganisation or settlement is performed: until that ends there is nothing to repair.',
      zh: '该记录在重整计划（和解协议）执行期间已由 {screening} 暂时屏蔽，终结前无需修复。',
    },
    basis: opinion,
    remedy: { en: 'Follow the screening under screenings.', zh: '可通过 screenings 查询。' },
  },
  REPAIR_EXCLUDED: {
    code: 'REFUSED',
    text: {
      en: 'A law excludes records of this kind from this repair: {exclusion}.',
      zh: '依规定此类信息不适用本信用修复：{exclusion}。',
    },
    basis: `${opinion}: only what a law, a regulation or a central policy names cannot be repaired`,
  },
  REPAIR_TOO_EARLY: {
    code: 'REFUSED',
    text: {
      en: 'The shortest publicity is not over: an application is possible from {from}.',
      zh: '尚未满最短公示期，自 {from} 起可以申请。',
    },
    basis: `${order36}; ${opinion}, item 2: it runs from the determination`,
    remedy: { en: 'Apply on {from} or later.', zh: '请于 {from} 及以后申请。' },
  },
  REPAIR_BANNED: {
    code: 'REFUSED',
    text: {
      en: 'An earlier application was false: until {until} no new one is accepted.',
      zh: '因此前申请存在虚假等情形，至 {until} 不受理信用修复申请。',
    },
    basis: order36,
  },
  REPAIR_DUTY_OPEN: {
    code: 'REFUSED',
    text: {
      en: 'What the record was made for is not performed: {number} is not cleared yet.',
      zh: '该记录所涉义务尚未履行：{number} 尚未结清。',
    },
    basis: `${order36}: the dishonesty is corrected and every duty performed first`,
    remedy: { en: 'Perform it; the other side confirms it in its case.', zh: '请先履行，并由对方在该事项中确认。' },
  },
  REPAIR_OPEN: {
    code: 'REFUSED',
    text: { en: 'The application {number} for this record is open already.', zh: '该记录已有在办申请 {number}。' },
    remedy: {
      en: 'Follow it under repairApplication, or withdraw it.',
      zh: '可通过 repairApplication 查询进度或撤回。',
    },
  },
  REPAIR_PROOF_MISSING: {
    code: 'BAD_INPUT',
    text: {
      en: '"proofs" is empty: at least one proof of performance is needed.',
      zh: '“proofs”为空：至少提交一项履行义务证明。',
    },
    basis: `${order36}: proof that the duties were performed`,
    remedy: {
      en: 'Send a file to /attachments and name its id, or name the department that holds the document and its number.',
      zh: '请先将文件上传至 /attachments 并填写附件标识，或填写持有文件的部门和文号。',
    },
  },
  REPAIR_PROOF_EMPTY: {
    code: 'BAD_INPUT',
    text: {
      en: 'The proof "{title}" names neither an attachment nor a department that holds it with its number.',
      zh: '证明“{title}”既无附件，也未填写持有部门和文号。',
    },
  },
  REPAIR_PROOFS_TOO_MANY: {
    code: 'BAD_INPUT',
    text: {
      en: '"proofs" has {count} entries; at most {most} are taken.',
      zh: '“proofs”共 {count} 项，最多 {most} 项。',
    },
  },
  REPAIR_COMMITMENT: {
    code: 'BAD_INPUT',
    text: {
      en: '"commitment" must be accepted as it stands and signed: without it there is no repair.',
      zh: '“commitment”须同意承诺内容并签署，否则不能申请信用修复。',
    },
    basis: `${order36}: a public commitment`,
    remedy: { en: 'repairEligibility tells the text.', zh: '承诺内容见 repairEligibility。' },
  },
  REPAIR_MISSING_UNNAMED: {
    code: 'BAD_INPUT',
    text: {
      en: '"missing" is empty: the applicant is told once and completely what is missing.',
      zh: '“missing”为空：须一次性告知需补正的全部内容。',
    },
    basis: `${opinion} (一次性告知)`,
  },
  REPAIR_CONTESTED: {
    code: 'REFUSED',
    text: {
      en: 'The case is contested (the record is disputed, or its repair was refused before): the decision of the unit needs the agreement of the credit centre.',
      zh: '该事项存在争议（记录处于异议处理中，或曾被不予修复），认定单位的决定须经信用中心复核同意。',
    },
    remedy: {
      en: 'Accept the application, then propose the decision with approveRepair or refuseRepair.',
      zh: '请先受理，再通过 approveRepair 或 refuseRepair 提出拟办意见。',
    },
  },
  REPAIR_NOT_CONTESTED: {
    code: 'REFUSED',
    text: {
      en: 'The case is not contested: the unit decides by itself.',
      zh: '该事项不存在争议，由认定单位直接决定。',
    },
  },
  REPAIR_NOT_PROPOSED: {
    code: 'REFUSED',
    text: { en: 'That is not what the unit proposed: {proposal}.', zh: '与认定单位拟办意见（{proposal}）不符。' },
  },
  REPAIR_NOT_ACKNOWLEDGED: {
    code: 'REFUSED',
    text: { en: 'Not every consumer has acknowledged yet.', zh: '尚有使用方未确认同步更新。' },
  },
  REPAIR_GROUND_REQUIRED: {
    code: 'BAD_INPUT',
    text: {
      en: '"ground" is missing: a repair is revoked for one of the named grounds only.',
      zh: '缺少“ground”：撤销信用修复须载明法定事由。',
    },
    basis: order36,
  },
} as const satisfies Record<string, RefusalEntry>;
