import {
  GraphQLEnumType,
  GraphQLError,
  type GraphQLFieldConfig,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  responsePathAsArray,
} from 'graphql';
import { createRandom, type Random } from '../../support/random-documents.ts';

/* A schema whose resolvers fail, wait, and return null in all ways, the same ones for the same seed. */

export interface FaultyContext {
  seed: number;
  /** What resolvers were called with, in order. */
  calls: string[];
}

/** The choices at a place of the response. */
function choicesAt({ seed }: FaultyContext, info: GraphQLResolveInfo): Random {
  let hash = seed;
  for (const letter of responsePathAsArray(info.path).join('/'))
    hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
  return createRandom(hash);
}

/** Something that resolves some microtasks later. */
async function wait<T>(random: Random, value: () => T): Promise<T> {
  for (let left = random.below(6); left > 0; left -= 1) await Promise.resolve();
  return value();
}

/** The same. It may fail once nobody waits for it. */
function later<T>(random: Random, value: () => T): Promise<T> {
  const promise = wait(random, value);
  promise.catch(() => {});
  return promise;
}

function rejected(error: unknown): Promise<never> {
  const promise = Promise.reject(error as Error);
  promise.catch(() => {});
  return promise;
}

function outcome(type: GraphQLOutputType, random: Random): unknown {
  if (random.oneIn(12))
    throw random.oneIn(2) ? new Error('thrown') : new GraphQLError('known', { extensions: { code: 'X' } });
  if (random.oneIn(20)) return new Error('returned');
  if (random.oneIn(12)) return random.pick([null, undefined]);
  if (random.oneIn(5)) return later(random, () => outcome(type, random));
  return valueFor(type, random);
}

function valueFor(type: GraphQLOutputType, random: Random): unknown {
  if (isNonNullType(type)) return valueFor(type.ofType, random);
  if (isListType(type)) {
    if (random.oneIn(25)) return 'no list';
    const items = Array.from({ length: random.below(4) }, () => {
      try {
        return outcome(type.ofType, random);
      } catch (error) {
        return random.oneIn(2) ? error : rejected(error);
      }
    });
    if (random.oneIn(6)) return new Set(items);
    // Of objects, graphql-js leaves promises that fail unhandled while it waits for the next one.
    const canStream = isLeafType(getNullableType(type.ofType));
    return canStream && random.oneIn(6) ? asyncItems(items, random.oneIn(3)) : items;
  }
  if (isEnumType(type)) return random.oneIn(10) ? 'NO_COLOR' : random.pick([0, 1]);
  if (isObjectType(type) || isAbstractType(type)) return objectValue(random);
  if (type.name === 'Int') return random.pick([1, 2.5, '3', 'x', true, {}]);
  return random.pick(['text', 'x', 5, true, {}, '']);
}

async function* asyncItems(items: unknown[], fails: boolean): AsyncGenerator<unknown> {
  yield* items;
  if (fails) throw new Error('no more');
}

function objectValue(random: Random): object {
  const kind = random.pick(['A', 'B']);
  const value = {
    kind,
    isAsync: random.oneIn(3),
    isWrong: random.oneIn(30),
    plain: random.pick(['plain', null, 5, undefined]),
    promised: random.oneIn(2) ? 'now' : later(random, () => random.pick(['later', null])),
    called: random.oneIn(2)
      ? 'value'
      : (args: object, _ctx: unknown, info: GraphQLResolveInfo) => `${info.fieldName} ${JSON.stringify(args)}`,
  };
  // Not enumerable, since graphql-js prints the properties of values of a wrong type.
  return Object.defineProperty(value, 'bad', {
    get() {
      if (random.oneIn(3)) throw new Error('getter');
      return 'good';
    },
  });
}

const resolve = (_source: unknown, args: object, ctx: FaultyContext, info: GraphQLResolveInfo) => {
  const { fieldName, fieldNodes, parentType, returnType, path, operation, fragments, variableValues, rootValue } = info;
  const place = responsePathAsArray(path).join('/');
  const told = [fieldName, fieldNodes.length, String(parentType), String(returnType), place, path.typename, args];
  const shared = [operation.operation, Object.keys(fragments), variableValues.coerced, rootValue];
  ctx.calls.push(JSON.stringify([told, shared]));
  return outcome(returnType, choicesAt(ctx, info));
};

const Color = new GraphQLEnumType({ name: 'Color', values: { RED: { value: 0 }, BLUE: { value: 1 } } });
/** Fails on some values, and has no output for others. */
const Odd = new GraphQLScalarType({
  name: 'Odd',
  coerceOutputValue(value) {
    if (value === 'x') throw new GraphQLError('An x is not odd.');
    return String(value);
  },
});
const Where: GraphQLInputObjectType = new GraphQLInputObjectType({
  name: 'Where',
  fields: () => ({
    color: { type: Color, defaultValue: 1 },
    text: { type: new GraphQLNonNull(GraphQLString), defaultValue: 'none' },
    not: { type: Where },
    all: { type: new GraphQLList(new GraphQLNonNull(GraphQLInt)) },
  }),
});

type Field = GraphQLFieldConfig<unknown, FaultyContext>;
const field = (type: GraphQLOutputType, args: Field['args'] = {}): Field => ({ type, args, resolve });
const property = (type: GraphQLOutputType): Field => ({ type, args: { n: { type: GraphQLInt, defaultValue: 7 } } });
const must = (type: GraphQLOutputType) => new GraphQLNonNull(type as never) as GraphQLOutputType;
const list = (type: GraphQLOutputType) => new GraphQLList(type);

const fields = (): Record<string, Field> => ({
  id: field(must(GraphQLID)),
  name: field(GraphQLString, {
    prefix: { type: GraphQLString, defaultValue: 'p' },
    color: { type: Color },
    where: { type: Where },
    n: { type: new GraphQLNonNull(GraphQLInt), defaultValue: 3 },
  }),
  count: field(GraphQLInt),
  odd: field(must(Odd)),
  color: field(Color),
  plain: property(GraphQLString),
  promised: property(GraphQLString),
  called: property(GraphQLString),
  bad: property(must(GraphQLString)),
  next: field(Node),
  sure: field(must(A)),
  any: field(Any),
  nodes: field(list(Node), { first: { type: new GraphQLNonNull(GraphQLInt) } }),
  sureNodes: field(must(list(must(Node)))),
  anyList: field(list(must(Any))),
  matrix: field(list(must(list(must(GraphQLInt))))),
});

interface Value {
  kind: string;
  isAsync: boolean;
  isWrong: boolean;
}
const isKind = (name: string) => (value: unknown) => {
  const { kind, isAsync, isWrong } = value as Value;
  const isOfType = kind === name && !isWrong;
  return isAsync ? Promise.resolve(isOfType) : isOfType;
};
const Node: GraphQLInterfaceType = new GraphQLInterfaceType({
  name: 'Node',
  fields: () => ({ id: { type: must(GraphQLID) }, name: fields().name as Field, next: { type: Node } }),
  resolveType: ({ kind, isAsync }: Value) => (isAsync ? Promise.resolve(kind) : kind),
});
const A: GraphQLObjectType = new GraphQLObjectType({ name: 'A', interfaces: [Node], fields });
const B: GraphQLObjectType = new GraphQLObjectType({ name: 'B', interfaces: [Node], fields, isTypeOf: isKind('B') });
const C: GraphQLObjectType = new GraphQLObjectType({ name: 'C', fields, isTypeOf: isKind('A') });
const Any: GraphQLUnionType = new GraphQLUnionType({ name: 'Any', types: () => [B, C] });

/** A schema whose resolvers fail in all ways. */
export const faultySchema = new GraphQLSchema({
  query: new GraphQLObjectType({ name: 'Query', fields }),
  mutation: new GraphQLObjectType({ name: 'Mutation', fields }),
});
