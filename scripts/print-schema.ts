/** Writes the schema, sorted, to schema.graphql beside this file. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printSchema } from 'graphql';
import { searchDocumentsOf } from '../src/domain.ts';
import { domains } from '../src/domains.ts';
import { createSchema } from '../src/graphql/schema.ts';

writeFileSync(
  join(import.meta.dirname, '../schema/schema.graphql'),
  `${printSchema(createSchema(domains, searchDocumentsOf(domains)))}\n`,
);
