import { UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { Refusal } from '../messages/refusal.js';

/** The database keeps a voucher of a payer from standing for two payments, whatever was seen: tells it as a refusal. */
export const voucherUsed =
  (voucher: string) =>
  (error: unknown): never => {
    const used = error instanceof UniqueConstraintViolationException && error.message.includes('payment_voucher');
    throw used ? new Refusal('PAYMENT_VOUCHER_USED', { voucher }) : error;
  };
