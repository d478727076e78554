import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, Info, Int, ObjectType, Resolver } from 'type-graphql';
import { Access, ruleOf } from '../access/access.decorator.js';
import { anyone, type Rule } from '../access/rules.js';
import type { Context } from '../context.js';
import { type Connection, pageArguments } from '../database/connection.js';
import { UsccScalar } from '../registry/uscc.scalar.js';
import { type ConsentRow, consentsGivenToViewer } from '../sharing/consent.reads.js';
import { ConsentConnection } from '../sharing/consent.resolver.js';
import { ItemAccess, itemAccess } from '../sharing/item-access.js';
import { ViewerInfo } from './viewer.resolver.js';

/** An operation that the caller may not call. */
@ObjectType({
  simpleResolvers: true,
  description: 'An operation that the caller may not use, and who may. 不可调用的操作',
})
class ClosedOperation {
  @Access(anyone)
  @Field(() => String, { description: 'Its name, such as Mutation.submitRecords. 操作名称' })
  operation!: string;

  @Access(anyone)
  @Field(() => String, { description: 'Who may use it. 可使用者' })
  who!: string;
}

/** What may I do and see. */
@Resolver(() => ViewerInfo)
export class ViewerRightsResolver {
  @Access(anyone)
  @FieldResolver(() => [String], { description: 'Queries and mutations that the caller may use. 可调用的操作' })
  mayCall(@Ctx() context: Context, @Info() { schema }: GraphQLResolveInfo): string[] {
    return operationsOf(schema)
      .filter(({ rule }) => isOpenTo(context, rule))
      .map(({ operation }) => operation);
  }

  @Access(anyone)
  @FieldResolver(() => [ClosedOperation], {
    description: 'Queries and mutations that the caller may not use, and who may. 不可调用的操作及可使用者',
  })
  cannotCall(@Ctx() context: Context, @Info() { schema }: GraphQLResolveInfo): ClosedOperation[] {
    return operationsOf(schema)
      .filter(({ rule }) => !isOpenTo(context, rule))
      .map(({ operation, rule }) => ({ operation, who: rule.says }));
  }

  @Access(anyone)
  @FieldResolver(() => ItemAccess, {
    description:
      'What the caller may see of an item on the standing of this request: of one entity, or of entities other than itself. 可见情况查询',
  })
  can(
    @Arg('item', () => String, { description: 'Code of the catalogue item. 目录代码' }) item: string,
    @Arg('uscc', () => UsccScalar, {
      nullable: true,
      description: 'The entity; its authorisation of the caller counts. 信用主体代码',
    })
    uscc: string | null,
    @Ctx() context: Context,
  ): Promise<ItemAccess> {
    return itemAccess(context, item, uscc ?? null);
  }

  @Access(anyone)
  @FieldResolver(() => ConsentConnection, {
    description: 'Authorisations in force that were given to the caller, newest first. 获得的有效授权',
  })
  consents(
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<ConsentRow>> {
    return consentsGivenToViewer(context, { first: count, after: cursor });
  }
}

/** Every query and mutation with its rule: each declares one, as a law of the schema demands. */
function operationsOf(schema: GraphQLSchema): { readonly operation: string; readonly rule: Rule }[] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({
      operation: `${type!.name}.${field.name}`,
      rule: ruleOf(field)!,
    })),
  );
}

const isOpenTo = (context: Context, rule: Rule): boolean => rule.decide(context, undefined).state === 'SHOWN';
