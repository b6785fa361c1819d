import { printSchema } from 'graphql';
import { searchDocumentsOf } from '../src/domain.ts';
import { domains } from '../src/domains.ts';
import { createSchema } from '../src/graphql/schema.ts';

/** The SDL of the whole API, sorted: the text of schema/schema.graphql. */
export function printSdl(): string {
  return `${printSchema(createSchema(domains, searchDocumentsOf(domains)))}\n`;
}
