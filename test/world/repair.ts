import type { Answer, Person } from '../world.js';

/** What the stories look at of an application. */
export const applicationShown = `id number state contested: availableSteps { step } missing proposal reason escalatedAt revokedFor commitmentCode
  deadline { dueOn startedOn length unit overdue skipped { day why name } basis }
  resultDeadline { dueOn startedOn length overdue }
  timeline { step from to by at account reason dueOn says }
  documents { kind number title text url }
  propagation { state attempts dueOn acknowledgedAt consumer { code name } }
  record { id state disputed }`;

/** A proof that a department holds. */
export const heldProof = { title: '罚款缴纳凭证', heldBy: 'FINANCE', number: '包财票〔2026〕0001号' };

/** Applies for the repair of a record. */
export const applies = (who: Person, record: string, more: Record<string, unknown> = {}): Promise<Answer> =>
  who.asks(`mutation ($input: ApplyForRepairInput!) { applyForRepair(input: $input) { ${applicationShown} } }`, {
    input: { record, proofs: [heldProof], commitment: { accepts: true, signedBy: '范某娟' }, ...more },
  });

/** Takes a step of an application: the name of the mutation, and what it needs. */
export const takes = (who: Person, mutation: string, input: Record<string, unknown>): Promise<Answer> => {
  const types: Readonly<Record<string, string>> = {
    supplyRepairSupplement: 'SupplyRepairInput',
    countersignRepair: 'CountersignRepairInput',
  };
  const type = types[mutation] ?? 'DecideRepairInput';
  return who.asks(`mutation ($input: ${type}!) { it: ${mutation}(input: $input) { ${applicationShown} } }`, { input });
};

/** The application as somebody sees it. */
export const seenBy = async (who: Person, id: string) =>
  (await who.asks(`query ($id: ID!) { repairApplication(id: $id) { ${applicationShown} } }`, { id })).data
    ?.repairApplication;

/** The id of an entity's record by its document number. */
export async function recordNumbered(who: Person, uscc: string, number: string): Promise<string> {
  const { data } = await who.asks(
    'query ($uscc: USCC!) { entity(uscc: $uscc) { records(first: 100) { edges { node { id number } } } } }',
    { uscc },
  );
  const rows: { node: { id: string; number: string } }[] = data.entity.records.edges;
  return rows.find(({ node }) => node.number === number)!.node.id;
}
