import { partial } from './partial-records.ts';
import { nowhere, type Steps, type Token } from './shape-tree.ts';

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
 * Walks the steps of the shape of arguments, and takes out their values.
 * @param values receives the values
 * @param from where the steps begin
 * @returns where they lead
 * @throws NotCompiled
 */
export function describe<S extends Steps>(args: Arguments, values: unknown[], from: S, kept?: KeptSelections): S {
  let place: Steps = args[partial] ? from.to('partial') : from;
  for (const name in args) {
    const value = args[name];
    if (value === undefined || value === null) continue;
    place = place.to(name);
    if (name === 'where') place = condition(value, values, place);
    else if (kept && name === 'select' && args[partial]) place = place.to(kept.describe(value, values));
    else place = structure(value, values, place);
  }
  // Steps lead to others of the same kind.
  return place as S;
}

/**
 * Describes each selection of partial records once, by a number: a projection has the same object for all its queries, and may be
 * large. Two that are equal have numbers of their own.
 */
export class KeptSelections {
  readonly #known = new WeakMap<object, { readonly number: number; readonly values: readonly unknown[] }>();
  #count = 0;

  describe(selection: object, values: unknown[]): number {
    const { number, values: own } = this.#known.get(selection) ?? this.#note(selection);
    if (own.length > 0) values.push(...own);
    return number;
  }

  #note(selection: object) {
    const values: unknown[] = [];
    // What cannot be described throws.
    structure(selection, values, nowhere);
    const noted = { number: this.#count++, values };
    this.#known.set(selection, noted);
    return noted;
  }
}

/** Everything but conditions has no values: `true`, `asc`, names of columns, the number of records. */
function structure(node: unknown, values: unknown[], from: Steps): Steps {
  if (Array.isArray(node)) {
    let place = from.to('[');
    for (const one of node) place = structure(one, values, place);
    return place.to(']');
  }
  if (isPlain(node)) return describe(node, values, from.to('{')).to('}');
  if (typeof node === 'boolean' || Number.isSafeInteger(node) || isWord(node)) return from.to(node as Token);
  throw new NotCompiled();
}

function condition(node: unknown, values: unknown[], from: Steps): Steps {
  if (node === null) return from.to(null);
  if (isList(node)) return listKind(node, values, from);
  if (Array.isArray(node)) {
    let place = from.to('[');
    for (const one of node) place = condition(one, values, place);
    return place.to(']');
  }
  if (!isPlain(node)) {
    values.push(node);
    return from.to(kindOf(node));
  }
  let place = from.to('{');
  for (const name in node) if (node[name] !== undefined) place = condition(node[name], values, place.to(name));
  return place.to('}');
}

function listKind(list: readonly unknown[], values: unknown[], from: Steps): Steps {
  if (list.length === 0) return from.to('none');
  const kind = kindOfAll(list);
  values.push(list.length === 1 ? list[0] : list);
  return from.to(list.length === 1 ? 'one' : 'many').to(kind);
}

/** The arguments with slots in place of their values, and these. @throws NotCompiled */
export function takeValues(args: Arguments): { template: Arguments; values: unknown[] } {
  const values: unknown[] = [];
  describe(args, values, nowhere);
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
