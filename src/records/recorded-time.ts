import { Refusal } from '../messages/refusal.js';

/**
 * The error of a statement that ends versions of records, or what it means: on a rehearsed clock a version can be asked to end
 * before the city knew it, and the database refuses that.
 */
export const orBackwards = (error: unknown): unknown =>
  String((error as Error).message).includes('credit_record_recorded_period') ? new Refusal('CLOCK_BACKWARDS') : error;
