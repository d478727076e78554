import { createHash } from 'node:crypto';
import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { Refusal } from '../messages/refusal.js';

/** The longest page. */
export const mostPerPage = 100;

/** How long a page is when nothing is said. */
export const usualPage = 20;

/** The arguments of every list that can grow. */
export const pageArguments = {
  first: { defaultValue: usualPage, description: `Rows a page, 1 to ${mostPerPage}. 每页条数` },
  after: { nullable: true, description: 'Cursor of the row before the page. 起始游标' },
};

/** What a caller asks of a list that can grow. */
export interface PageRequest {
  readonly first: number;
  readonly after?: string | null;
}

/** Sort keys of the row after which a page begins. */
export type Keys = readonly string[];

/** A page as the reads understand it: one row more than asked is fetched, to know whether there is a next page. */
export interface Page {
  readonly first: number;
  readonly after: Keys | null;
  /** Marks cursors of this very list. */
  readonly mark: () => string;
}

/**
 * Checks the request against the list it is for. A cursor is bound to its list, its parent and its filter, so that one of
 * another list is refused instead of answering nonsense.
 */
export function pageOf(request: PageRequest, list: string, ...circumstances: unknown[]): Page {
  const { first, after } = request;
  if (!(first >= 1 && first <= mostPerPage)) throw new Refusal('PAGE_SIZE', { value: first, most: mostPerPage });
  const mark = once(() =>
    createHash('sha256')
      .update(JSON.stringify([list, circumstances]))
      .digest('base64url')
      .slice(0, 11),
  );
  return { first, mark, after: after == null ? null : keysOf(after, mark()) };
}

/** Most answers ask for no cursor: it is made when one does. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function keysOf(cursor: string, list: string): Keys {
  try {
    const written = Buffer.from(cursor, 'base64url');
    // decoding forgives what is no base64url; a cursor is only what was given out
    const parts: unknown = written.toString('base64url') === cursor && JSON.parse(written.toString());
    if (Array.isArray(parts) && parts[0] === list && parts.length > 1 && parts.every(isWritable)) return parts.slice(1);
  } catch {
    // told below
  }
  throw new Refusal('CURSOR');
}

const isWritable = (part: unknown): boolean => typeof part === 'string' && !part.includes('\0');

const cursorOf = (list: string, keys: Keys): string =>
  Buffer.from(JSON.stringify([list, ...keys])).toString('base64url');

/** Where a page stands in its list (Relay). */
@ObjectType({
  simpleResolvers: true,
  description: 'Where a page stands in its list (Relay cursor connections). 分页信息',
})
class PageInfo {
  @Access(anyone)
  @Field(() => Boolean, { description: 'Whether there are rows after this page. 是否有下一页' })
  hasNextPage!: boolean;

  @Access(anyone)
  @Field(() => Boolean, { description: 'Whether there are rows before this page. 是否有上一页' })
  hasPreviousPage!: boolean;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Cursor of the first row. 首条游标' })
  startCursor!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Cursor of the last row, for `after`. 末条游标' })
  endCursor!: string | null;
}

/** A page of rows with what is needed to go on. */
export interface Connection<Node> {
  /** Gives the rows out; asked for only when `edges` are. */
  readonly give: () => readonly { readonly node: Node; readonly cursor: string }[];
  readonly pageInfo: PageInfo;
  /** Counts the whole list; asked for only when `totalCount` is. */
  readonly count: () => Promise<number>;
}

/** A row and, when it is asked for, its cursor. */
class Edge<Node> {
  constructor(
    readonly node: Node,
    private readonly page: Page,
    private readonly keysOfRow: (row: Node) => Keys,
  ) {}

  get cursor(): string {
    return cursorOf(this.page.mark(), this.keysOfRow(this.node));
  }
}

/**
 * Cuts the page from the rows that were fetched for it. `shown` is told of the rows when they are given out: a question may
 * ask for nothing but the count.
 */
export function connection<Node>(
  page: Page,
  fetched: readonly Node[],
  keysOfRow: (row: Node) => Keys,
  count: () => Promise<number>,
  shown?: (rows: readonly Node[]) => void,
): Connection<Node> {
  const rows = fetched.slice(0, page.first);
  const edges = rows.map((node) => new Edge(node, page, keysOfRow));
  const pageInfo = {
    hasNextPage: fetched.length > page.first,
    hasPreviousPage: page.after !== null,
    get startCursor() {
      return edges[0]?.cursor ?? null;
    },
    get endCursor() {
      return edges.at(-1)?.cursor ?? null;
    },
  };
  return {
    give: () => {
      shown?.(rows);
      return edges;
    },
    pageInfo,
    count,
  };
}

/** The GraphQL types of a connection of the noun: `XConnection` with `XEdge`. */
export function connectionType<Node extends object>(name: string, Noun: ClassType<Node>): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, {
    simpleResolvers: true,
    description: `A row of a list of ${name} and its cursor. 列表项`,
  })
  class NounEdge {
    @Access(anyone)
    @Field(() => Noun, { description: 'The row. 记录' })
    node!: Node;

    @Access(anyone)
    @Field(() => String, { description: 'Stable position of the row in the list. 游标' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `A page of ${name} (Relay cursor connections). 分页列表`,
  })
  class NounConnection {
    @Access(anyone)
    @Field(() => PageInfo, { description: 'Where the page stands. 分页信息' })
    pageInfo!: PageInfo;

    give!: Connection<Node>['give'];

    count!: () => Promise<number>;

    // Named as plain rows, so that type-graphql does not copy every one through the class.
    @Access(anyone)
    @Field(() => [NounEdge], { description: 'The rows of the page. 列表项' })
    edges(): ReturnType<Connection<Node>['give']> {
      return this.give();
    }

    @Access(anyone)
    @Field(() => Int, { description: 'Rows of the whole list that the viewer may see; costs a count. 总数' })
    totalCount(): Promise<number> {
      return this.count();
    }
  }
  return NounConnection;
}
