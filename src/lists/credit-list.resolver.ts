import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { itemInForce } from '../catalogue/catalogue.reads.js';
import { CatalogueItem } from '../catalogue/catalogue-item.entity.js';
import type { Context } from '../context.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import type { EntityRow } from '../registry/legal-entity.reads.js';
import { CreditList } from './credit-list.entity.js';
import { creditLists } from './credit-list.reads.js';
import { ListEntry } from './list-entry.entity.js';
import { listingsOfEntity } from './listing.reads.js';

/** Which lists there are. */
@Resolver(() => CreditList)
export class CreditListResolver {
  @Access(anyone)
  @Query(() => [CreditList], {
    description: 'The lists that are kept, each in the edition in force, with ground, term and conditions. 名单种类',
  })
  creditLists(@Ctx() { reference, today }: Context): CreditList[] {
    return reference(creditLists).inForce(today);
  }

  @Access(anyone)
  @FieldResolver(() => Department, { description: 'The department that decides who is on it. 认定部门' })
  department(@Root() { departmentCode }: CreditList, @Ctx() context: Context): Department {
    return context.reference(departments).get(departmentCode)!;
  }

  @Access(anyone)
  @FieldResolver(() => CatalogueItem, {
    description:
      'The item under which entries are recorded: records(filter: { item }) finds whoever is on the list, also by a record that its department sent without a listing here. 对应目录项',
  })
  item(@Root() { itemCode }: CreditList, @Ctx() context: Context): CatalogueItem {
    return itemInForce(context, itemCode);
  }
}

/** The lists on which an entity stands, on the entity. */
@Resolver(() => LegalEntity)
export class EntityListingsResolver {
  @Access(anyone)
  @FieldResolver(() => [ListEntry], {
    description:
      'The lists on which it stands, and those for which it is announced; to whoever is concerned also those for which it is proposed. 在列名单',
  })
  listings(@Root() { id }: EntityRow, @Ctx() context: Context): Promise<ListEntry[]> {
    return context.load(listingsOfEntity, id);
  }
}
