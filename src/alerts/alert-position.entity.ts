import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { programMay } from '../database/rights.js';

/** How far the rows of a source were looked at for alerts: each round takes up where the one before has committed. */
@programMay({ update: ['transactionId', 'rowId', 'highestId', 'floorId'] })
@Entity()
export class AlertPosition {
  /** Name of the source. */
  @PrimaryKey({ type: 'text' })
  source!: string;

  /** Transaction of the last row that was looked at. */
  @Property({ type: 'xid8' })
  transactionId!: string;

  /** Its id. */
  @Property({ type: 'uuid' })
  rowId!: string;

  /** Highest id that was looked at. */
  @Property({ type: 'uuid' })
  highestId!: string;

  /** What has a lower id was looked at before transactions were counted anew, as after a restore into another cluster. */
  @Property({ type: 'uuid' })
  floorId!: string;
}
