import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import type { Context } from '../context.js';
import { batch } from '../database/loader.js';
import { asGiven, statement } from '../database/reads.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import { recordInForceSql } from '../records/record-in-force.js';
import { type DishonestyItem, measures } from './measures.js';

/** A measure that a record of dishonesty bears, as long as the record is in force. */
@ObjectType({
  simpleResolvers: true,
  description: 'A measure that a record of dishonesty bears, as long as the record is in force. 失信惩戒措施',
})
export class DishonestyMeasure {
  @Access(anyone)
  @Field(() => String, { description: 'The measure, as it stands in the record. 措施' })
  readonly measure!: string;

  @Access(anyone)
  @Field(() => String, { description: 'The rule that allows it. 依据' })
  readonly basis!: string;

  @Access(anyone)
  @Field(() => String, {
    description: 'The item of the national basic list of punishment measures under which it falls. 对应基础清单措施',
  })
  readonly listItem!: string;

  @Access(anyone)
  @Field(() => String, {
    nullable: true,
    description: 'Code of that item, as in punishmentMeasures; null: the list does not name it. 基础清单措施代码',
  })
  readonly listCode!: string | null;

  @Access(anyone)
  @Field(() => Department, { description: 'The department that carries it out. 实施单位' })
  readonly executingUnit!: Department;

  @Access(anyone)
  @Field(() => Boolean, {
    description:
      'Whether it is in force: exactly as long as the record is. Repair, withdrawal or expiry lifts it. 是否有效',
  })
  readonly inForce!: boolean;
}

interface Standing {
  readonly id: string;
  readonly itemCode: DishonestyItem;
  readonly inForce: boolean;
}

// expiry follows from the days, as in the reads of records
const standings = statement<Standing>(
  'dishonestyStandings',
  `select r.id, r.item_code as "itemCode",
     ${recordInForceSql('r', '$2::date')} as "inForce"
   from credit_record r
   where r.id = any(${asGiven('$1::uuid[]')}) and r.superseded_at is null`,
);

const measuresOfRecord = batch<Context, string, DishonestyMeasure[]>(async ({ reads, reference, today }, ids) => {
  const rows = new Map((await reads.rows(standings, [ids, today])).map((row) => [row.id, row]));
  return ids.map((id) => {
    const { itemCode, inForce } = rows.get(id)!;
    return measures[itemCode].map(({ unitCode, ...said }) => ({
      ...said,
      executingUnit: reference(departments).get(unitCode)!,
      inForce,
    }));
  });
});

/** The measures of a record of dishonesty, by its id: in force while the record is, as it stands now. */
export const measuresOf = (context: Context, recordId: string): Promise<DishonestyMeasure[]> =>
  context.load(measuresOfRecord, recordId);
