import type { Day } from '../calendar/day.js';
import { columns, statement } from '../database/reads.js';
import { snapshot } from '../database/snapshot.js';
import type { PunishmentMeasure } from './punishment-measure.entity.js';

const all = statement<PunishmentMeasure>(
  'punishmentMeasures',
  `select ${columns<PunishmentMeasure>('m', [
    ...(['code', 'edition', 'title', 'kind', 'object', 'onEntities', 'basis', 'units', 'matters'] as const),
    ...(['inForceFrom', 'inForceUntil'] as const),
  ])} from punishment_measure m order by m.in_force_from desc, array_position(array['REDUCES_RIGHTS', 'MANAGEMENT', 'OTHER_BODIES'], m.kind), m.code`,
);

/** The national basic list, every edition. */
export class MeasureList {
  constructor(private readonly measures: readonly PunishmentMeasure[]) {}

  /** The measures that are on the list on a day, by kind. */
  inForce(on: Day): PunishmentMeasure[] {
    return this.measures.filter(
      ({ inForceFrom, inForceUntil }) => inForceFrom <= on && (inForceUntil === null || inForceUntil >= on),
    );
  }

  /** A measure that is on the list on a day. */
  on(code: string, day: Day): PunishmentMeasure | undefined {
    return this.inForce(day).find((measure) => measure.code === code);
  }

  /** A measure as it stood in an edition. */
  of(code: string, edition: string): PunishmentMeasure {
    return this.measures.find((measure) => measure.code === code && measure.edition === edition)!;
  }
}

/** The national basic list of punishment measures as it stands. */
export const measureList = snapshot(
  'punishmentMeasures',
  ['punishment_measure'],
  async (reads): Promise<MeasureList> => new MeasureList(await reads.rows(all)),
);
