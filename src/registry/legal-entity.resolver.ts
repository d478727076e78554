import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { Refusal } from '../messages/refusal.js';
import { Industry } from './industry.entity.js';
import { LegalEntity } from './legal-entity.entity.js';
import { EntityFilter } from './legal-entity.inputs.js';
import { type EntityRow, entitiesPage, entityByCode } from './legal-entity.reads.js';
import { Region } from './region.entity.js';
import { industries, regions } from './registry.reads.js';
import { UsccScalar } from './uscc.scalar.js';

/** A page of entities. */
export const LegalEntityConnection = connectionType('LegalEntity', LegalEntity);

/** How many codes may be looked up at once. */
const mostCodes = 200;

/** Answer to one code of a look-up of many. */
@ObjectType({ simpleResolvers: true, description: 'Answer to one code of a look-up of many. 批量查询结果' })
export class EntityLookup {
  @Access(anyone)
  @Field(() => UsccScalar, { description: 'The code that was asked. 统一社会信用代码' })
  uscc!: string;

  @Access(anyone)
  @Field(() => LegalEntity, { nullable: true, description: 'The entity, or null when none has the code. 信用主体' })
  entity!: LegalEntity | null;
}

/** Questions about entities. */
@Resolver(() => LegalEntity)
export class LegalEntityResolver {
  @Access(anyone)
  @Query(() => LegalEntity, {
    nullable: true,
    description: 'The entity with a code; null when there is none. 按代码查询主体',
  })
  entity(
    @Arg('uscc', () => UsccScalar, { description: 'Its code. 统一社会信用代码' }) uscc: string,
    @Ctx() context: Context,
  ): Promise<LegalEntity | null> {
    return context.load(entityByCode, uscc);
  }

  @Access(anyone)
  @Query(() => LegalEntityConnection, {
    description: 'Entities in the order of their codes, all or those that a search finds. 主体查询',
  })
  entities(
    @Arg('search', () => String, {
      nullable: true,
      description: 'Two characters or more of a name, new or old, or the beginning of a code. 检索词',
    })
    search: string | null,
    @Arg('filter', () => EntityFilter, { nullable: true, description: 'Narrows the list. 筛选条件' })
    filter: EntityFilter | null,
    @Arg('first', () => Int, pageArguments.first) first: number,
    @Arg('after', () => String, pageArguments.after)
    after: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<LegalEntity>> {
    return entitiesPage(context, search, filter, { first, after });
  }

  @Access(anyone)
  @Query(() => [EntityLookup], { description: 'Up to 200 codes at once, answered in the order asked. 批量查询主体' })
  async entitiesByCode(
    @Arg('usccs', () => [UsccScalar], { description: 'The codes. 统一社会信用代码列表' }) usccs: string[],
    @Ctx() context: Context,
  ): Promise<EntityLookup[]> {
    if (usccs.length > mostCodes) throw new Refusal('TOO_MANY_CODES', { count: usccs.length, most: mostCodes });
    const entities = await Promise.all(usccs.map((uscc) => context.load(entityByCode, uscc)));
    return usccs.map((uscc, i) => ({ uscc, entity: entities[i]! }));
  }

  @Access(anyone)
  @FieldResolver(() => Region, {
    nullable: true,
    description: 'Region of registration, from the code. 登记机关所在区划',
  })
  region(@Root() entity: EntityRow, @Ctx() context: Context): Region | null {
    return entity.regionCode === null ? null : (context.reference(regions).get(entity.regionCode) ?? null);
  }

  @Access(anyone)
  @FieldResolver(() => Industry, { nullable: true, description: 'Industry. 行业' })
  industry(@Root() entity: EntityRow, @Ctx() context: Context): Industry | null {
    return entity.industryCode === null ? null : (context.reference(industries).get(entity.industryCode) ?? null);
  }
}
