/** A first question for whoever has just started the platform: an enterprise of the demonstration and its records. */
export const firstQuery = `query Entity {
  entity(uscc: "91150203MA0T3QT218") {
    name
    kind
    status
    records(first: 3) {
      totalCount
      edges {
        node {
          title
          provider { name }
          severity
          determinedOn
          publicUntil
          fields { title value state reason }
        }
      }
    }
  }
}
`;

/** What the terminal shows when the platform is up. */
export function welcome(address: string, demonstration: boolean): string {
  if (!demonstration) return `The public credit platform listens at ${address}/graphql\n`;
  return `
The public credit platform is up: ${address}/graphql
A console for the browser:        ${address}/

Tokens of the demonstration, in another terminal (no token = the public):
  npm run -s token -- department:TAX                  an officer of a department, by its code
  npm run -s token -- enterprise:91150203MA0T3QT218   an enterprise that asks about itself
  npm run -s token -- credit-centre | arrears-admin | supervisor | administrator
  npm run -s token -- department:TAX#li               another person of the same office, by any name

A first query:
  curl -s ${address}/graphql -H 'content-type: application/json' \\
    -H "authorization: Bearer $(npm run -s token -- department:TAX)" \\
    -H 'Credit-Purpose: INSPECTION' -H 'Credit-Case: 2026-0317' \\
    -d '{"query":"{ entity(uscc: \\"91150203MA0T3QT218\\") { name records(first: 3) { totalCount edges { node { title provider { name } } } } } }"}'

Its answer has the shape
  {"data":{"entity":{"name":"…","records":{"totalCount":…,"edges":[{"node":{"title":"…","provider":{"name":"…"}}}, …]}}},
   "extensions":{"withheld":[{"path":["entity","records"],"state":"WITHHELD","reason":"GRANT_REQUIRED","rule":"…","remedy":"…","items":[…]}]}}

To rehearse another day, add the header  -H 'Credit-Clock: 2026-12-01T09:00:00+08:00'  to any request: it is answered
as at that instant. Logs, tokens and budgets keep to the real time.

Stop with Ctrl-C; the data is kept.
`;
}
