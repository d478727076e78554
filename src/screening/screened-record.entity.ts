import { Entity, Index, ManyToOne, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { appendOnly } from '../database/announce.js';
import { Screening } from './screening.entity.js';

/** A record that a screening has screened: these alone come back when the plan is not performed. */
@appendOnly
@Entity()
@Index({ properties: ['recordId'] })
export class ScreenedRecord {
  @ManyToOne(() => Screening, { fieldName: 'screening_id', mapToPk: true, primary: true })
  screeningId!: string;

  /** Id of the record, the same in every version. */
  @PrimaryKey({ type: 'uuid' })
  recordId!: string;
}
