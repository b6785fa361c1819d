import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** A source of random choices that are the same for the same seed. */
export interface Random {
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  /** True once in so many times. */
  oneIn(times: number): boolean;
  pick<T>(from: readonly T[]): T;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    // Mulberry32.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (end: number) => Math.floor(next() * end);
  return { below, oneIn: (times) => below(times) === 0, pick: (from) => from[below(from.length)] as never };
}

/** A document with one operation, and variables for it. */
export interface RandomRequest {
  text: string;
  variables: Record<string, unknown>;
}

export interface DocumentOptions {
  /** How deep selections go. */
  depth: number;
  operation: 'query' | 'mutation';
  /** Values of a scalar; by its name. */
  scalars: Readonly<Record<string, readonly unknown[]>>;
}

/**
 * A document over a schema: fields with arguments and aliases, fragments, conditions, variables. Most are valid; not all, since
 * fields of the same name may differ, and some values are wrong.
 */
export function randomRequest(schema: GraphQLSchema, random: Random, options: DocumentOptions): RandomRequest {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const fragments: string[] = [];
  const fragmentNames = new Map<string, string[]>();

  function variable(type: string, value: unknown, otherwise = ''): string {
    const name = `v${declared.length}`;
    declared.push(`$${name}: ${type}${otherwise}`);
    if (value !== undefined) variables[name] = value;
    return `$${name}`;
  }

  function inputValue(type: GraphQLInputType, depth = 0): unknown {
    if (isNonNullType(type)) return inputValue(type.ofType, depth) ?? random.pick([1, 'a']);
    if (random.oneIn(12)) return null;
    if (random.oneIn(40)) return random.pick<unknown>([-1, 'odd', {}, [], true]);
    if (isListType(type)) return Array.from({ length: random.below(3) }, () => inputValue(type.ofType, depth));
    if (isEnumType(type)) return { enum: random.pick(type.getValues()).name };
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      const given = fields.filter((field) => isNonNullType(field.type) || (depth < 2 && random.oneIn(fields.length)));
      const chosen = type.isOneOf ? [random.pick(fields)] : given;
      return { fields: chosen.map((field) => [field.name, inputValue(field.type, depth + 1)] as const) };
    }
    return random.pick(options.scalars[type.name] ?? ['a', 1]);
  }

  function argument({ name, type }: GraphQLArgument): string {
    const value = inputValue(type);
    if (random.oneIn(3)) return `${name}: ${variable(String(type), random.oneIn(12) ? undefined : toJson(value))}`;
    return `${name}: ${toLiteral(value)}`;
  }

  const conditions = () => {
    if (!random.oneIn(8)) return '';
    const value = random.pick([
      () => String(random.oneIn(2)),
      () => variable('Boolean!', random.oneIn(2)),
      () => variable('Boolean', random.pick([undefined, true, false, ...(random.oneIn(5) ? [null] : [])]), ' = true'),
    ])();
    return ` @${random.pick(['skip', 'include'])}(if: ${value})`;
  };

  function field(type: GraphQLNamedType, depth: number): string {
    if (!(isObjectType(type) || isInterfaceType(type)) || random.oneIn(12)) return `__typename${conditions()}`;
    const fields = Object.values(type.getFields()).filter(
      (each) => depth > 0 || !isCompositeType(getNamedType(each.type)),
    );
    if (fields.length === 0) return '__typename';
    const { name, args, type: fieldType } = random.pick(fields);
    const given = args.filter(
      (each) => (isNonNullType(each.type) && each.defaultValue === undefined) || random.oneIn(4),
    );
    const list = given.map(argument);
    // With arguments of its own it needs a name of its own, or it would rarely be valid.
    const alias =
      list.length > 0
        ? `f${random.below(1_000_000)}: `
        : random.oneIn(10)
          ? `${random.pick(['a', 'b', '__proto__'])}: `
          : '';
    const below = isCompositeType(getNamedType(fieldType)) ? ` ${selections(getNamedType(fieldType), depth - 1)}` : '';
    return `${alias}${name}${list.length > 0 ? `(${list.join(', ')})` : ''}${conditions()}${below}`;
  }

  function selection(type: GraphQLNamedType, depth: number): string {
    if (depth > 0 && random.oneIn(6)) {
      const condition = isAbstractType(type) ? random.pick([type, ...schema.getPossibleTypes(type)]) : type;
      const on = random.oneIn(4) ? '' : ` on ${condition.name}`;
      return `...${on}${conditions()} ${selections(on ? condition : type, depth - 1)}`;
    }
    const known = fragmentNames.get(type.name) ?? [];
    if (known.length > 0 && random.oneIn(5)) return `...${random.pick(known)}${conditions()}`;
    if (depth > 0 && isCompositeType(type) && random.oneIn(8)) {
      const name = `F${fragments.length}`;
      fragments.push('');
      fragments[Number(name.slice(1))] = `fragment ${name} on ${type.name} ${selections(type, depth - 1)}`;
      fragmentNames.set(type.name, [...(fragmentNames.get(type.name) ?? []), name]);
      return `...${name}${conditions()}`;
    }
    return field(type, depth);
  }

  const selections = (type: GraphQLNamedType, depth: number): string =>
    `{ ${Array.from({ length: 1 + random.below(4) }, () => selection(type, depth)).join(' ')} }`;

  const root = schema.getRootType(options.operation as never);
  if (!root) throw new Error(`The schema has no ${options.operation}.`);
  const body = selections(root, options.depth);
  const head = declared.length > 0 ? `(${declared.join(', ')})` : '';
  return { text: [`${options.operation} Random${head} ${body}`, ...fragments].join('\n'), variables };
}

interface Fields {
  fields: readonly (readonly [string, unknown])[];
}
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && 'fields' in value;
const isEnum = (value: unknown): value is { enum: string } =>
  typeof value === 'object' && value !== null && 'enum' in value;

function toLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toLiteral).join(', ')}]`;
  if (isEnum(value)) return value.enum;
  if (isFields(value)) return `{ ${value.fields.map(([name, inner]) => `${name}: ${toLiteral(inner)}`).join(', ')} }`;
  return JSON.stringify(value);
}

function toJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toJson);
  if (isEnum(value)) return value.enum;
  return isFields(value) ? Object.fromEntries(value.fields.map(([name, inner]) => [name, toJson(inner)])) : value;
}
