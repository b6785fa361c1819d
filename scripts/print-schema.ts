import { isAbstractType, lexicographicSortSchema, printSchema } from 'graphql';
import { searchDocumentsOf } from '../src/domain.ts';
import { domains } from '../src/domains.ts';
import { createSchema } from '../src/graphql/schema.ts';

/** The schema in an order that does not depend on that of the features. */
const schema = lexicographicSortSchema(createSchema(domains, searchDocumentsOf(domains)));

/** The SDL of the whole API, sorted: the text of schema/schema.graphql. */
export function printSdl(): string {
  return `${printSchema(schema)}\n`;
}

/** The types of each interface and union, as the caches of clients take them: the text of schema/possible-types.json. */
export function printPossibleTypes(): string {
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  const possible = abstract.map((type) => [
    type.name,
    schema
      .getPossibleTypes(type)
      .map(({ name }) => name)
      .toSorted(),
  ]);
  return `${JSON.stringify(Object.fromEntries(possible), null, 2)}\n`;
}
