/** Writes the schema, sorted, to schema.graphql beside this file. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printSchema } from 'graphql';
import { createSchema } from '../src/schema.ts';

writeFileSync(join(import.meta.dirname, '../schema/schema.graphql'), `${printSchema(createSchema())}\n`);
