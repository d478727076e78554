import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { DateScalar } from '../calendar/scalars.js';
import type { Context } from '../context.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import type { Item } from './catalogue.js';
import { catalogue } from './catalogue.reads.js';
import { CatalogueField } from './catalogue-field.entity.js';
import { CatalogueItem } from './catalogue-item.entity.js';
import { ClassificationRule } from './classification-rule.entity.js';

/** Questions about the catalogue; it is public, whatever its records are. */
@Resolver(() => CatalogueItem)
export class CatalogueResolver {
  @Access(anyone)
  @Query(() => [CatalogueItem], { description: 'The items in force on a day, by code. 目录' })
  catalogue(
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day; today if left out. 日期' }) on: string | null,
    @Ctx() context: Context,
  ): Item[] {
    return context.reference(catalogue).inForce(on ?? context.today);
  }

  @Access(anyone)
  @Query(() => CatalogueItem, {
    nullable: true,
    description: 'The edition of an item in force today. 按代码查询目录项',
  })
  catalogueItem(
    @Arg('code', () => String, { description: 'Code, such as MARKET_PENALTY. 目录代码' }) code: string,
    @Ctx() context: Context,
  ): Item | null {
    return context.reference(catalogue).item(code, context.today) ?? null;
  }

  @Access(anyone)
  @FieldResolver(() => Department, { description: 'The department that alone may submit it. 提供单位' })
  provider(@Root() item: Item, @Ctx() context: Context): Department {
    return context.reference(departments).get(item.providerCode)!;
  }

  @Access(anyone)
  @FieldResolver(() => [CatalogueField], { description: 'The fields of its records, in order. 数据项' })
  fields(@Root() item: Item): readonly CatalogueField[] {
    return item.fields;
  }

  @Access(anyone)
  @FieldResolver(() => [ClassificationRule], {
    description:
      'By which rules its records are how grave, gravest first: the gravest that applies holds (国办发〔2025〕22号, item 2). 失信程度分类标准',
  })
  classification(@Root() item: Item): readonly ClassificationRule[] {
    return item.classification;
  }
}
