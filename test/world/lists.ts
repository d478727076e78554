import type { Answer, Person } from '../world.js';

/** An entity with nothing adverse in force, which the stories put on the red list. */
export const trusted = '91150203MA0T3Q019C';

/** An entity that the stories put on a list of serious dishonesty. */
export const dishonest = '91150203MA0T3QT218';

/** What everybody may see of a listing. */
const open = `id number state kind standing removedFor enteredOn until facts basis ground decisionNumber
  list { code title department { code } item { code } } entity { uscc name } proposer { code }
  record { id number state } objections { number on reason upheld decidedOn decision } availableSteps { step }
  deadline { dueOn startedOn length unit overdue }`;

/** What the stories look at of a listing. */
const shown = `${open} statement escalatedAt sourceRecord { id } attachments { id } objections { by }
  documents { kind number title text url issuedBy } timeline { step from to by reason }`;

const inputs: Readonly<Record<string, string>> = {
  proposeListing: 'ProposeListingInput',
  decideListingObjection: 'DecideListingObjectionInput',
  removeFromList: 'RemoveFromListInput',
};

/** Takes a step: the name of the mutation, and what it needs. */
export const lists = (who: Person, mutation: string, input: object): Promise<Answer> =>
  who.asks(
    `mutation ($input: ${inputs[mutation] ?? 'ListingStepInput'}!) { it: ${mutation}(input: $input) { ${shown} } }`,
    { input },
  );

/** The listing as somebody sees it; null: it does not exist for them. */
export const listingSeen = async (who: Person, id: string) =>
  (await who.asks(`query ($id: ID!) { listEntry(id: $id) { ${shown} } }`, { id })).data.listEntry;

/** The numbers of the listings that somebody finds, newest first. */
export async function listingsFound(who: Person, filter: object = {}): Promise<string[]> {
  const { data } = await who.asks(
    'query ($f: ListEntryFilter) { listEntries(filter: $f) { totalCount edges { node { number } } } }',
    { f: filter },
  );
  const numbers = data.listEntries.edges.map(({ node }: any) => node.number);
  if (data.listEntries.totalCount !== numbers.length) throw new Error('the count is not that of the rows');
  return numbers;
}

let serial = 0;

/** A proposal for the list of market regulation, unless it is said otherwise. */
export const serious = (more: object = {}) => ({
  ...{ list: 'MARKET_SERIOUS', uscc: dishonest, ground: 'LIFE_AND_HEALTH' },
  facts: '生产经营不符合强制性标准的产品，受到较重行政处罚，性质恶劣、情节严重。',
  basis: '《市场监督管理严重违法失信名单管理办法》（国家市场监督管理总局令第44号）第五条',
  decisionNumber: `包市监严列〔2026〕试${++serial}号`,
  ...more,
});

/** A proposal for the red list, unless it is said otherwise. */
export const red = (more: object = {}) => ({
  ...{ list: 'DRC_RED', uscc: trusted, facts: '连续三年无失信记录，合同履约率百分之百。' },
  basis: '国发〔2016〕33号',
  decisionNumber: `包发改红列〔2026〕试${++serial}号`,
  ...more,
});
