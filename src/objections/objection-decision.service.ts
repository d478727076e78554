import type { Acting, Context } from '../context.js';
import { creditCentre } from '../documents/case-document.service.js';
import { needed, written } from '../workflow/written.js';
import type { Objection } from './objection.entity.js';
import type { DecideObjectionInput, ReviewObjectionInput, UpholdObjectionInput } from './objection.inputs.js';
import { nothingSaid } from './objection.rules.js';
import { ObjectionRemedy } from './objection.words.js';
import { remedied, stopPublicity } from './objection-remedy.service.js';
import { type Deciding, takeObjectionStep, tellResult, unmarked } from './objection-step.service.js';

const saying = (reason: string | null | undefined) => ({ ...nothingSaid, reason: written('reason', reason) });

/** The credit centre does not accept what is no objection: 不予受理. */
export function rejectObjection(context: Context, { id, reason }: DecideObjectionInput): Promise<Objection> {
  const said = saying(reason);
  return takeObjectionStep(context, id, {
    step: 'notAccept',
    said,
    effect: async (deciding) => {
      await unmarked(context, deciding, 'not accepted');
      decided(context, deciding, said.reason);
      const remedy = '补充理由和证据后，可以重新提出异议。';
      await tellResult(context, deciding, { result: '不予受理。', reason: said.reason!, remedy, by: creditCentre });
    },
  });
}

/** The provider has it tested or appraised; the clock stands still: 检验、鉴定. */
export const examineObjection = (context: Context, { id, reason }: DecideObjectionInput): Promise<Objection> =>
  takeObjectionStep(context, id, { step: 'examine', said: saying(reason) });

/** The examination has ended; the clock goes on: 恢复核实. */
export const resumeObjection = (context: Context, { id, reason }: DecideObjectionInput): Promise<Objection> =>
  takeObjectionStep(context, id, { step: 'resume', said: saying(reason) });

/** The provider takes more time, once, with the reason told: 延长核实期限. */
export const extendObjection = (context: Context, { id, reason }: DecideObjectionInput): Promise<Objection> =>
  takeObjectionStep(context, id, { step: 'extend', said: saying(reason) });

const results: Readonly<Record<ObjectionRemedy, string>> = {
  CORRECT: '异议成立，已更正相关信息。',
  SUPPLEMENT: '异议成立，已补充相关信息。',
  STOP_PUBLICITY: '异议成立，已停止公示相关信息。',
  WITHDRAW: '异议成立，已撤销相关信息。',
};

/** The provider upholds the objection; what becomes of the record happens in the same unit of work: 异议成立. */
export function upholdObjection(context: Context, input: UpholdObjectionInput): Promise<Objection> {
  const reason = needed('reason', input.reason);
  const basis = written('basis', input.basis);
  const { remedy } = input;
  return takeObjectionStep(context, input.id, {
    step: 'uphold',
    said: { ...nothingSaid, reason, remedy, fields: input.fields?.length ?? 0 },
    basis,
    effect: async (deciding) => {
      await remedied(context, deciding, input, { reason, basis });
      Object.assign(deciding.objection, { remedy });
      decided(context, deciding, reason);
      await tellResult(context, deciding, { result: results[remedy], reason, remedy: '' });
    },
  });
}

/** The provider dismisses the objection with reason and evidence; the mark stays until that is final: 异议不成立. */
export function dismissObjection(context: Context, input: DecideObjectionInput): Promise<Objection> {
  const said = { ...saying(input.reason), evidence: written('evidence', input.evidence) };
  return takeObjectionStep(context, input.id, {
    step: 'dismiss',
    said,
    effect: async (deciding) => {
      decided(context, deciding, said.reason);
      deciding.objection.findingEvidence = said.evidence;
      const reason = `${said.reason}\n证据：${said.evidence}`;
      const remedy = '不服本结果的，可以自本告知书制发之日起十个工作日内通过本平台申请复核一次。';
      await tellResult(context, deciding, { result: '异议不成立。', reason, remedy });
    },
  });
}

/** The credit centre decides the one review; it changes what is shown, never a provider's fact: 复核. */
export function reviewObjection(context: Context, input: ReviewObjectionInput): Promise<Objection> {
  const said = saying(input.reason);
  const { upholds } = input;
  return takeObjectionStep(context, input.id, {
    step: upholds ? 'upholdOnReview' : 'dismissOnReview',
    said,
    effect: async (deciding) => {
      if (upholds) await stopPublicity(context, deciding, 'upheld on review');
      else await unmarked(context, deciding, 'dismissed on review');
      decided(context, deciding, said.reason);
      const result = upholds ? '复核成立，已停止公示相关信息。' : '维持原处理结果。';
      const remedy = upholds ? '' : '可以依法申请行政复议或者提起行政诉讼。';
      await tellResult(context, deciding, { result, reason: said.reason!, remedy, review: true, by: creditCentre });
    },
  });
}

/** Notes what was found. */
export function decided({ now }: Acting, { objection }: Deciding, finding: string | null): void {
  Object.assign(objection, { finding, decidedAt: now });
}
