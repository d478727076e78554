import { validate as isUuid } from 'uuid';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connection, type PageRequest, pageOf } from '../database/connection.js';
import { statement } from '../database/reads.js';
import { publicBuyers } from './buyer.rules.js';
import type { PublicContractFilter } from './contract.inputs.js';
import { knowsEveryContract } from './contract.rules.js';
import { longestTerm } from './flags.rules.js';
import { contractColumns } from './ledger.reads.js';
import type { PublicContract } from './public-contract.entity.js';

/**
 * Whether the contract under the alias `c` exists for the viewer: it stands in every statement. $1 whether the viewer knows of all,
 * $2 its department, $3 its code.
 */
export const contractVisible =
  '($1::boolean or c.buyer_code = $2::text or c.buyer_uscc = $3::text or c.supplier_uscc = $3)';

/** The values of `contractVisible`. */
export const contractVisibility = ({ viewer }: Pick<Context, 'viewer'>): unknown[] => [
  knowsEveryContract(viewer),
  viewer.role === Role.DEPARTMENT ? (viewer.department ?? null) : null,
  viewer.role === Role.ENTERPRISE ? (viewer.uscc ?? null) : null,
];

const byId = statement<PublicContract>(
  'publicContractById',
  `select ${contractColumns('c')} from public_contract c where c.id = $4::uuid and ${contractVisible}`,
);

// $4 number, $5 kind, $6 kind of the buyer, $7 signed from, $8 until
const filtered = `($4::text is null or c.number = $4) and ($5::text is null or c.kind = $5)
  and ($6::text is null or c.buyer_kind = $6) and ($7::date is null or c.signed_on >= $7)
  and ($8::date is null or c.signed_on <= $8)`;

const listed = statement<PublicContract>(
  'publicContractsListed',
  `select ${contractColumns('c')} from public_contract c where ${contractVisible} and ${filtered} and c.id < $9::uuid
   order by c.id desc limit $10`,
);

const listedCount = statement<{ count: number }>(
  'publicContractsListedCount',
  `select count(*)::int as count from public_contract c where ${contractVisible} and ${filtered}`,
);

/** What was committed of the line of the contract `c` up to and with it: contracts count in the order of their registration. */
export const committedSql = `(select sum(o.amount) from public_contract o
  where o.budget_line_id = c.budget_line_id and o.id <= c.id)`;

// as `flagsOf` says
const flagged = `(case when c.budget_line_id is null then c.buyer_kind in (${publicBuyers.map((kind) => `'${kind}'`).join(', ')})
    else ${committedSql} > (select b.amount from budget_line b where b.id = c.budget_line_id) end
  or exists (select from payable p where p.contract_id = c.id and (p.back_to_back or p.agreed_days > ${longestTerm})))`;

const flaggedListed = statement<PublicContract>(
  'publicContractsFlagged',
  `select ${contractColumns('c')} from public_contract c where ${flagged} and c.id < $1::uuid order by c.id desc limit $2`,
);

const flaggedCount = statement<{ count: number }>(
  'publicContractsFlaggedCount',
  `select count(*)::int as count from public_contract c where ${flagged}`,
);

const start = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** A contract, if it exists for the viewer. */
export async function publicContractBy(context: Context, id: string): Promise<PublicContract | null> {
  return isUuid(id) ? ((await context.reads.row(byId, [...contractVisibility(context), id])) ?? null) : null;
}

/** The contracts that exist for the viewer, newest first. */
export async function publicContractsPage(
  context: Context,
  filter: PublicContractFilter,
  request: PageRequest,
): Promise<Connection<PublicContract>> {
  const { number = null, kind = null, buyerKind = null, signedFrom = null, signedUntil = null } = filter;
  const narrowed = [number, kind, buyerKind, signedFrom, signedUntil];
  const page = pageOf(request, 'publicContracts', narrowed);
  const asked = [...contractVisibility(context), ...narrowed];
  const rows = await context.reads.rows(listed, [...asked, page.after?.[0] ?? start, page.first + 1]);
  const count = async () => (await context.reads.row(listedCount, asked))!.count;
  return connection(page, rows, ({ id }) => [id], count);
}

/** Every contract of which something is to be looked at, newest first: for those who know of all. */
export async function flaggedContractsPage(
  context: Context,
  request: PageRequest,
): Promise<Connection<PublicContract>> {
  const page = pageOf(request, 'flaggedContracts');
  const rows = await context.reads.rows(flaggedListed, [page.after?.[0] ?? start, page.first + 1]);
  const count = async () => (await context.reads.row(flaggedCount))!.count;
  return connection(page, rows, ({ id }) => [id], count);
}
