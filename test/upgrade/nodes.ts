import { type GraphQLOutputType, getNamedType, isInterfaceType, isObjectType } from 'graphql';
import { type Person, testSchema } from '../support/app.ts';
import { currentValue, fieldName } from './names.ts';
import type { Values } from './released.ts';

/* A record as a client of version 0.1 read it, asked for in the same way today. */

/** How the type of a field was read: its plain value, the id of a node, the ids of many, or an object with its own fields. */
function shapeOf(type: GraphQLOutputType): 'VALUE' | 'NODE' | 'ANY_NODE' | 'CONNECTION' | 'OBJECT' {
  const named = getNamedType(type);
  if (isInterfaceType(named)) return 'ANY_NODE';
  if (!isObjectType(named)) return 'VALUE';
  if (named.name.endsWith('Connection')) return 'CONNECTION';
  return named.getInterfaces().some(({ name }) => name === 'Node') ? 'NODE' : 'OBJECT';
}

function fieldOf(type: string, name: string) {
  const object = testSchema().getType(type);
  const field = isObjectType(object) ? object.getFields()[fieldName(type, name)] : undefined;
  if (!field) throw new Error(`${type} has no ${fieldName(type, name)}, which was ${name}.`);
  return field;
}

const inTrash = 'withTrashed_';

function selectionOf(type: string, was: Values): string {
  const parts = Object.entries(was).map(([name, value]) => {
    if (name === '__typename') return '__typename';
    if (name === 'withTrashed') return Object.keys(value).map((one) => trashedSelection(type, one, value[one]));
    return `${fieldName(type, name)}${within(type, name, value, '')}`;
  });
  return parts.flat().join(' ');
}

function trashedSelection(type: string, name: string, value: unknown): string {
  const { args } = fieldOf(type, name);
  const argument = args.find((one) => one.name === 'trashed' || one.name === 'withTrashed')?.name;
  return `${inTrash}${name}: ${fieldName(type, name)}${within(type, name, value, `${argument}: true`)}`;
}

function within(type: string, name: string, value: unknown, args: string): string {
  const { type: of } = fieldOf(type, name);
  switch (shapeOf(of)) {
    case 'VALUE':
      return '';
    case 'CONNECTION':
      // One more than there were, so that one too many shows.
      return `(${[`first: ${(value as unknown[]).length + 1}`, args].filter(Boolean).join(', ')}) { nodes { id } }`;
    case 'NODE':
      return `${args && `(${args})`} { id }`;
    case 'ANY_NODE':
      return ' { __typename id }';
    case 'OBJECT': {
      const [example = {}] = [value].flat().filter(Boolean) as Values[];
      return ` { ${selectionOf(getNamedType(of).name, example) || '__typename'} }`;
    }
  }
}

/** An answer in the form of the expectations: nodes as their ids. */
function read(type: string, was: Values, is: Values): Values {
  return Object.fromEntries(
    Object.entries(was).map(([name, value]) => {
      if (name === '__typename') return [name, is[name]];
      if (name !== 'withTrashed')
        return [fieldName(type, name), readField(type, name, value, is[fieldName(type, name)])];
      const trashed = Object.keys(value).map((one) => [one, readField(type, one, [], is[`${inTrash}${one}`])]);
      return [name, Object.fromEntries(trashed)];
    }),
  );
}

function readField(type: string, name: string, was: unknown, is: unknown): unknown {
  const { type: of } = fieldOf(type, name);
  const shape = shapeOf(of);
  const one = (value: Values, before: Values) =>
    shape === 'NODE' ? value.id : shape === 'OBJECT' ? read(getNamedType(of).name, before, value) : value;
  if (is === null || shape === 'VALUE') return is;
  if (shape === 'CONNECTION') return (is as { nodes: Values[] }).nodes.map(({ id }) => id);
  if (!Array.isArray(is)) return one(is as Values, was as Values);
  return is.map((value, index) => one(value, (was as Values[])[index] ?? {}));
}

/** As many records are asked for in one request. */
const perRequest = 10;

/**
 * What a client read of some records, and what one reads today: `[then, now]`, by their ids. A record that is gone is null.
 */
export async function thenAndNow(person: Person, records: Record<string, Values | null>): Promise<[Values, Values]> {
  const entries = Object.entries(records);
  const now: Values = {};
  for (let start = 0; start < entries.length; start += perRequest) {
    const some = entries.slice(start, start + perRequest);
    const asked = some.map(([id, was], index) => {
      const type = String(was?.__typename);
      return `node${index}: node(id: "${id}") { id ${was ? `... on ${type} { ${selectionOf(type, was)} }` : ''} }`;
    });
    const nodes = await person.query(`{ ${asked.join(' ')} }`);
    for (const [index, [id, was]] of some.entries()) {
      const node = nodes[`node${index}`];
      now[id] = node && was ? read(String(was.__typename), was, node) : node;
    }
  }
  const then = entries.map(([id, was]) => [id, was && current(String(was.__typename), was)]);
  return [Object.fromEntries(then), now];
}

/** What was read, under the names of today. */
function current(type: string, was: Values): Values {
  // A role without requirements was ready by 0 %; now it has no score.
  const isWithoutScore = type === 'Readiness' && was.totalWeight === 0;
  return Object.fromEntries(
    Object.entries(was).map(([name, value]) => {
      if (name === '__typename' || name === 'withTrashed') return [name, value];
      if (name === 'score' && isWithoutScore) return [name, null];
      const of = fieldOf(type, name);
      const inside = (one: unknown) =>
        shapeOf(of.type) === 'OBJECT' && one !== null ? current(getNamedType(of.type).name, one as Values) : one;
      return [fieldName(type, name), currentValue(Array.isArray(value) ? value.map(inside) : inside(value))];
    }),
  );
}
