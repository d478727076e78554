import type { Day } from '../calendar/day.js';
import { type Delivery, DeliveryState } from './delivery.entity.js';

/**
 * Where the delivery stands on a day. Nothing stores it: an overdue one is overdue with the day, whether or not a clock ran.
 * The filter of the reads says the same in SQL.
 */
export function deliveryState(
  { acknowledgedAt, lapsedAt, dueOn, lastFault }: Pick<Delivery, 'acknowledgedAt' | 'lapsedAt' | 'dueOn' | 'lastFault'>,
  today: Day,
): DeliveryState {
  if (acknowledgedAt !== null) return DeliveryState.ACKNOWLEDGED;
  if (lapsedAt !== null) return DeliveryState.LAPSED;
  if (today > dueOn) return DeliveryState.OVERDUE;
  return lastFault === null ? DeliveryState.PENDING : DeliveryState.FAILED;
}
