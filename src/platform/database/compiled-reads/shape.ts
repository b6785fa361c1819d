import { partial } from './partial-records.ts';

/*
 * The shape of a query: its arguments with their values taken out. All queries of one shape have the same statements.
 */

/** The kind of a value: text, an integer of 32 bits, another number, a boolean, or a time. */
type Kind = 'text' | 'integer' | 'number' | 'boolean' | 'time';

/** The place of a value in a shape. */
export class Slot {
  /** The position among the values of a query. */
  readonly index: number;
  readonly kind: Kind;
  /** Whether the value is a list of values of this kind. */
  readonly isList: boolean;

  constructor(index: number, kind: Kind, isList = false) {
    this.index = index;
    this.kind = kind;
    this.isList = isList;
  }
}

/** Thrown for a query, or a part of one, that is left to Prisma. */
export class NotCompiled extends Error {
  override name = 'NotCompiled';
}

/** The arguments of a query, as Prisma takes them, and whether it asks for partial records. */
export type Arguments = Readonly<Record<string, unknown>> & { readonly [partial]?: true | undefined };

/**
 * Describes the shape of arguments, and takes out their values.
 * @param values receives the values
 * @throws NotCompiled
 */
export function describe(args: Arguments, values: unknown[], kept?: KeptSelections): string {
  let key = args[partial] ? 'partial ' : '';
  for (const name in args) {
    const value = args[name];
    if (value === undefined || value === null) continue;
    if (name === 'where') key += `where${condition(value, values)}`;
    else if (kept && name === 'select' && args[partial]) key += `select${kept.describe(value, values)}`;
    else key += `${name}${structure(value, values)}`;
  }
  return key;
}

/**
 * Describes each selection of partial records once, by a number: a projection has the same object for all its queries, and may be
 * large. Two that are equal have numbers of their own.
 */
export class KeptSelections {
  readonly #known = new WeakMap<object, { readonly key: string; readonly values: readonly unknown[] }>();
  #count = 0;

  describe(selection: object, values: unknown[]): string {
    const { key, values: own } = this.#known.get(selection) ?? this.#note(selection);
    if (own.length > 0) values.push(...own);
    return key;
  }

  #note(selection: object) {
    const values: unknown[] = [];
    // What cannot be described throws.
    structure(selection, values);
    const noted = { key: `#${this.#count++};`, values };
    this.#known.set(selection, noted);
    return noted;
  }
}

/** Everything but conditions has no values: `true`, `asc`, names of columns, the number of records. */
function structure(node: unknown, values: unknown[]): string {
  if (Array.isArray(node)) return `[${node.map((one) => structure(one, values)).join()}]`;
  if (isPlain(node)) return `{${describe(node, values)}}`;
  if (typeof node === 'boolean' || Number.isSafeInteger(node) || isWord(node)) return `:${String(node)};`;
  throw new NotCompiled();
}

function condition(node: unknown, values: unknown[]): string {
  if (node === null) return ':null;';
  if (isList(node)) return `:${listKind(node, values)};`;
  if (Array.isArray(node)) return `[${node.map((one) => condition(one, values)).join()}]`;
  if (!isPlain(node)) {
    values.push(node);
    return `:${kindOf(node)};`;
  }
  let key = '{';
  for (const name in node) if (node[name] !== undefined) key += name + condition(node[name], values);
  return `${key}}`;
}

function listKind(list: readonly unknown[], values: unknown[]): string {
  if (list.length === 0) return 'none';
  const kind = kindOfAll(list);
  values.push(list.length === 1 ? list[0] : list);
  return list.length === 1 ? `one ${kind}` : `many ${kind}`;
}

/** The arguments with slots in place of their values, and these. @throws NotCompiled */
export function takeValues(args: Arguments): { template: Arguments; values: unknown[] } {
  const values: unknown[] = [];
  describe(args, values);
  return { template: toTemplate(args), values };
}

/** The arguments with slots in place of their values, in the order in which `describe` takes these out. */
export function toTemplate(args: Arguments, position = { next: 0 }): Arguments {
  const entries = Object.entries(args).filter(([, value]) => value !== undefined && value !== null);
  const template = entries.map(([name, value]) => [
    name,
    name === 'where' ? conditionTemplate(value, position) : structureTemplate(value, position),
  ]);
  return { ...Object.fromEntries(template), [partial]: args[partial] };
}

function structureTemplate(node: unknown, position: { next: number }): unknown {
  if (Array.isArray(node)) return node.map((one) => structureTemplate(one, position));
  return isPlain(node) ? toTemplate(node, position) : node;
}

function conditionTemplate(node: unknown, position: { next: number }): unknown {
  if (node === null) return null;
  const slot = (kind: Kind, many = false) => new Slot(position.next++, kind, many);
  if (isList(node)) return node.length === 0 ? [] : slot(kindOfAll(node), node.length > 1);
  if (Array.isArray(node)) return node.map((one) => conditionTemplate(one, position));
  if (!isPlain(node)) return slot(kindOf(node));
  const entries = Object.entries(node).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, conditionTemplate(value, position)]));
}

/** Whether this is a list of values, and not of conditions. */
const isList = (node: unknown): node is readonly unknown[] => Array.isArray(node) && !isPlain(node[0]);

function isPlain(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null && Object.getPrototypeOf(node) === Object.prototype;
}

const isWord = (node: unknown) => typeof node === 'string' && /^\w+$/.test(node);

/** @throws NotCompiled for a value that Prisma refuses, or that the engines know differently */
function kindOf(value: unknown): Kind {
  switch (typeof value) {
    case 'string':
      if (value.isWellFormed() && !value.includes('\0')) return 'text';
      break;
    case 'number':
      if (Number.isFinite(value)) return (value | 0) === value ? 'integer' : 'number';
      break;
    case 'boolean':
      return 'boolean';
    default:
      if (value instanceof Date && !Number.isNaN(value.getTime())) return 'time';
  }
  throw new NotCompiled();
}

/** A list of numbers that are not integers is not compiled: JSON, in which SQLite takes lists, may round them. */
function kindOfAll(list: readonly unknown[]): Kind {
  const kind = kindOf(list[0]);
  if (kind === 'number' && list.length > 1) throw new NotCompiled();
  for (const value of list) if (kindOf(value) !== kind) throw new NotCompiled();
  return kind;
}
