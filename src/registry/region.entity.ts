import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { announcesChanges } from '../database/announce.js';

/** Rank of a region. */
export enum RegionLevel {
  PROVINCE = 'PROVINCE',
  PREFECTURE = 'PREFECTURE',
  COUNTY = 'COUNTY',
  FUNCTIONAL_AREA = 'FUNCTIONAL_AREA',
}
registerEnumType(RegionLevel, {
  name: 'RegionLevel',
  description: 'Rank of a region. 区划层级',
  valuesConfig: {
    PROVINCE: { description: 'Province or autonomous region. 省级' },
    PREFECTURE: { description: 'City or league. 地级' },
    COUNTY: { description: 'District, county or banner. 县级（旗县区）' },
    FUNCTIONAL_AREA: { description: 'Development zone: a statistical code outside GB/T 2260. 功能区' },
  },
});

/** An administrative division of GB/T 2260, or a functional area beside it. */
@ObjectType({ simpleResolvers: true, description: 'Administrative division (GB/T 2260) or functional area. 行政区划' })
@announcesChanges
@Entity()
export class Region {
  @Access(anyone)
  @Field(() => String, { description: 'Six digits, GB/T 2260. 区划代码' })
  @PrimaryKey({ type: 'text' })
  code!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Name. 区划名称' })
  @Property({ type: 'text' })
  name!: string;

  @Access(anyone)
  @Field(() => RegionLevel, { description: 'Rank. 层级' })
  @Enum({ items: () => RegionLevel })
  level!: RegionLevel;

  /** Code of the region that contains it. */
  @Property({ type: 'text', nullable: true })
  parentCode!: string | null;
}
