import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { accessDocument } from '../access/access-document.js';
import { workflowDocument } from '../workflow/workflow-document.js';
import { workflows } from './workflows.js';

/** What the house promises, file by file below `schema/`: generated, committed, and checked to be fresh. */
export function schemaFiles(schema: GraphQLSchema): Readonly<Record<string, string>> {
  return {
    'schema.graphql': `${printSchema(lexicographicSortSchema(schema))}\n`,
    'access.md': accessDocument(schema),
    'workflows.md': workflowDocument(workflows),
  };
}
