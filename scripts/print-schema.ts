import { printSchema } from 'graphql';
import { createSchema } from '../src/schema.ts';

/** The SDL of the whole API, sorted: the text of schema/schema.graphql. */
export function printSdl(): string {
  return `${printSchema(createSchema())}\n`;
}
