import { attach } from '../attachments/attachment.service.js';
import type { Acting } from '../context.js';
import { arrearsKind } from './arrears-kind.js';
import type { Deciding } from './arrears-step.service.js';

/** Files evidence with a case: contracts, delivery notes, invoices, vouchers. */
export async function attachAll(
  acting: Acting,
  { em, one }: Pick<Deciding, 'em' | 'one'>,
  ids: readonly string[] | null | undefined,
): Promise<void> {
  await attach(em, acting, ids ?? [], { kind: arrearsKind.code, id: one.id });
}
