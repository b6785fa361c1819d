import { getNamedType, isAbstractType, isObjectType, lexicographicSortSchema, printSchema } from 'graphql';
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

/** The arguments that pages of a connection have in common do not tell connections apart. */
const pageArguments = ['first', 'last', 'after', 'before'];

/**
 * What caches of clients take of connections and look-ups: the arguments of each connection but those of its pages, by type and field,
 * and the types of the fields that look a node up by its id alone. The text of schema/connections.json.
 */
export function printConnections(): string {
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
  const connections = objects.flatMap((type) => {
    const fields = Object.values(type.getFields()).filter((field) =>
      getNamedType(field.type).name.endsWith('Connection'),
    );
    const entries = fields.map(({ name, args }) => [
      name,
      args.map((arg) => arg.name).filter((arg) => !pageArguments.includes(arg)),
    ]);
    return entries.length > 0 ? [[type.name, Object.fromEntries(entries)]] : [];
  });
  const byId = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name, type, args }) => {
    const isById = args.length === 1 && args[0]?.name === 'id' && isObjectType(type);
    return isById && type.getInterfaces().some((one) => one.name === 'Node') ? [[name, type.name]] : [];
  });
  const text = { arguments: Object.fromEntries(connections), byId: Object.fromEntries(byId) };
  return `${JSON.stringify(text, null, 2)}\n`;
}
