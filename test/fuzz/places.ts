import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { wantedType } from '../isolation/ask.ts';
import { anyValue, costOf, type Field, maxCost, nodeTypes, selectAll } from '../isolation/walk.ts';
import { testSchema } from '../support/app.ts';
import { ownIn, type Rows, validInputs } from '../support/examples.ts';

/* Every place of the schema where a client can put a value: the arguments of all fields, and what is within them. */

const schema = testSchema();

/** A field that takes arguments, and how to ask for it alone. */
export interface Target {
  /** Such as `query tasks` or `Task.subtasks`. */
  readonly name: string;
  readonly field: Field;
  /** The text of an operation that gives the field some of its arguments, as variables of their names. */
  text(given: readonly string[]): string;
  /** The text of an operation that asks for the cursor of a page of one, for a list that is paged. */
  readonly cursorText: string | null;
  /** Variables besides the arguments. */
  readonly variables: Record<string, unknown>;
  /** Arguments that the field accepts. */
  readonly base: Record<string, unknown>;
}

/** All fields with arguments: those of the roots, of nodes and of days. */
export function targetsOf(rows: Rows): Target[] {
  const own = ownIn(rows);
  const roots = (['query', 'mutation', 'subscription'] as const).flatMap((kind) =>
    Object.values(
      { query: schema.getQueryType(), mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() }[
        kind
      ]?.getFields() ?? {},
    )
      .filter(({ args }) => args.length > 0)
      .map((field) =>
        target(`${kind} ${field.name}`, field, (head, inner) => `${kind} ${head()} { ${inner} }`, {}, own),
      ),
  );
  const below = nodeTypes(schema).flatMap((type) =>
    fieldsOf(type).map((field) => {
      const wrap: Wrap = (head, inner) =>
        `query ${head('$self: ID!')} { node(id: $self) { ... on ${type} { ${inner} } } }`;
      return target(`${type}.${field.name}`, field, wrap, { self: own(type) }, own);
    }),
  );
  const ofDays = fieldsOf('Day').map((field) =>
    target(`Day.${field.name}`, field, (head, inner) => `query ${head()} { agenda { ${inner} } }`, {}, own),
  );
  return [...roots, ...below, ...ofDays];
}

/** Makes an operation. @param head the variables that it declares, and others before them */
type Wrap = (head: (...others: string[]) => string, inner: string) => string;

function fieldsOf(type: string): Field[] {
  const named = schema.getType(type);
  return isObjectType(named) ? Object.values(named.getFields()).filter(({ args }) => args.length > 0) : [];
}

function target(
  name: string,
  field: Field,
  wrap: Wrap,
  variables: Record<string, unknown>,
  own: (type: string) => string,
): Target {
  const text = (given: readonly string[], selection: string) => {
    const args = field.args.filter((arg) => given.includes(arg.name));
    const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`);
    const head = (...others: string[]) => {
      const all = [...others, ...declared];
      return all.length > 0 ? `(${all.join(', ')})` : '';
    };
    const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    return wrap(head, `answer: ${field.name}${passed && `(${passed})`} ${selection}`);
  };
  const known = (validInputs as Record<string, ((own: (type: string) => string) => object) | undefined>)[field.name];
  const base: Record<string, unknown> = {};
  for (const arg of field.args.filter(isRequiredArgument)) {
    base[arg.name] = arg.name === 'input' && known ? known(own) : anyValue(arg.type, own('Task'));
  }
  const full = selectionOf(field);
  const isDear =
    costWith(base, own, () => costOf(schema, text(Object.keys(base), full), { ...variables, ...base })) > maxCost;
  const selection = isDear ? shallow(field) : full;
  return {
    name,
    field,
    variables,
    base,
    text: (given) => text(given, selection),
    cursorText:
      field.args.some((arg) => arg.name === 'after') && field.args.some((arg) => arg.name === 'last')
        ? text([...Object.keys(base), 'first', 'orderBy'], '{ pageInfo { endCursor } }')
        : null,
  };
}

/** What an operation costs, which takes ids of the right types: whoever refuses one says which it should be. */
function costWith(base: Record<string, unknown>, own: (type: string) => string, cost: () => number): number {
  try {
    return cost();
  } catch (error) {
    const wanted = wantedType(error instanceof Error ? error.message : '');
    const [name] = Object.entries(base).find(([, value]) => value === own('Task') || Array.isArray(value)) ?? [];
    if (wanted === null || name === undefined) throw error;
    base[name] = Array.isArray(base[name]) ? [own(wanted)] : own(wanted);
    return cost();
  }
}

/** All that a field shows, with the rows directly below it; of a result, what it says about itself. */
function selectionOf(field: Field): string {
  const named = getNamedType(field.type);
  if (!isUnionType(named)) return selectAll(field.type, 1);
  const members = named.getTypes().map((member) => `... on ${member.name} ${selectAll(member, 1)}`);
  return `{ __typename ${members.join(' ')} }`;
}

const shallow = (field: Field) => (isObjectType(getNamedType(field.type)) ? '{ __typename }' : selectionOf(field));

/** A place within the arguments of a field. */
export interface Place {
  /** From the argument down: `['filter', 'title', 'in', 0]`. */
  readonly path: readonly (string | number)[];
  readonly type: GraphQLInputType;
}

/** Every place within an argument, at most so many steps down: lists, inputs, and the values in them. */
export function placesIn(argument: Pick<GraphQLArgument, 'name' | 'type'>, deepest: number): Place[] {
  const place = { path: [argument.name], type: argument.type };
  return [place, ...placesBelow(place, deepest)];
}

function placesBelow({ path, type }: Place, deepest: number): Place[] {
  if (deepest === 0) return [];
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const item = { path: [...path, 0], type: nullable.ofType as GraphQLInputType };
    return [item, ...placesBelow(item, deepest)];
  }
  if (!isInputObjectType(nullable)) return [];
  return Object.values(nullable.getFields()).flatMap((field) => {
    const inner = { path: [...path, field.name], type: field.type };
    return [inner, ...placesBelow(inner, deepest - 1)];
  });
}

/** A copy of some arguments with another value at a place; what is missing on the way is made. */
export function put(args: unknown, [step, ...rest]: Place['path'], value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const items = Array.isArray(args) ? [...args] : [];
    items[step] = put(items[step], rest, value);
    return items;
  }
  const known = typeof args === 'object' && args !== null && !Array.isArray(args) ? args : {};
  return { ...known, [step]: put((known as Record<string, unknown>)[step], rest, value) };
}
