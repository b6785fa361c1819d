import { hasNul } from '../database/column-values.ts';
import { fromGlobalId } from '../database/global-ids.ts';
import type { ModelKey, Row, Where } from '../database/models.ts';
import { InvalidInputError } from '../errors.ts';
import { caseFold } from '../search/case-folding.ts';
import { type Calendar, notResolved } from '../time/calendar.ts';
import { withArticle } from '../validation/nouns.ts';

/**
 * Filters. The rules of a feature specify the fields that can be filtered by; src/graphql/filters.ts makes the input types, and
 * `toWhere` the condition. Both engines return the same records, for texts in any case and language.
 */

/** The kind of a field. */
export type FieldKind =
  | { kind: 'id'; type: string }
  /** The global id of a node of any type. */
  | { kind: 'anyId' }
  | { kind: 'text' | 'date' | 'instant' | 'integer' | 'number' | 'boolean' }
  /** An enum by its GraphQL name. `ordered` are the names of one that is stored as numbers, their indexes, and can be compared. */
  | { kind: 'enum'; name: string; ordered?: readonly string[] }
  /** Whether a condition is met that is no column: `isAvailable: { eq: true }`. */
  | { kind: 'condition'; where: (calendar: Calendar) => object }
  /** A to-one relation and the filter of its record. Only records that meet `among` match. */
  | { kind: 'one'; filter: () => FilterSpec; among: object }
  /** A to-many relation, its path from this model, and the filter of its records. Only records that meet `among` match. */
  | { kind: 'some'; path: string[]; filter: () => FilterSpec; among: object };

/** The filter of a model. */
export interface FilterSpec {
  /** The GraphQL type. Its filter input is named `<name>Filter`. */
  readonly name: string;
  readonly fields: Readonly<Record<string, FieldKind & { nullable?: boolean; description: string }>>;
}

/** A filter as a client sends it. */
export interface Filter {
  and?: Filter[] | null;
  or?: Filter[] | null;
  not?: Filter | null;
  [field: string]: unknown;
}

type Condition = Record<string, unknown>;
type Comparators = Record<string, unknown>;

/**
 * The maximum depth of a filter, and its number of conditions, of comparisons, and of values. Each value is a parameter of a
 * statement, of which Prisma allows 999 on SQLite, beside the ids of the parents of a nested list.
 */
const max = { depth: 8, conditions: 500, comparisons: 100, values: 500 };

/** The parts of a filter that were counted so far. */
interface Size {
  conditions: number;
  comparisons: number;
  values: number;
}

/**
 * The conditions that all records meet, and that none meets. Prisma drops empty conditions that are nested, such as `{ OR: [] }`
 * or `{ NOT: {} }`, so these must not be empty.
 */
const everything: Condition = { id: { notIn: [] } };
const nothing: Condition = { id: { in: [] } };

const allOf = (conditions: Condition[]): Condition => (conditions.length > 0 ? { AND: conditions } : everything);
const anyOf = (conditions: Condition[]): Condition => (conditions.length > 0 ? { OR: conditions } : nothing);

/** The filters of a model, checked against its columns. */
export function defineFilter<K extends ModelKey>(
  name: Capitalize<K>,
  fields: FilterSpec['fields'] & { [F in keyof Row<K>]?: unknown },
): FilterSpec {
  return { name, fields };
}

/**
 * The condition of a filter. Null matches only `ne`, `notIn` and `isNull: true`, and `not` matches exactly the records that its
 * filter does not.
 * @throws InvalidInputError at the part of the filter that is invalid
 */
export function toWhere<K extends ModelKey>(
  spec: FilterSpec,
  filter: Filter | null | undefined,
  calendar: Calendar,
): Where<K> {
  const size: Size = { conditions: 0, comparisons: 0, values: 0 };
  return (filter ? translate(spec, filter, calendar, ['filter'], size) : everything) as Where<K>;
}

function refuse(path: string[], message: string): never {
  throw new InvalidInputError([{ path, message }]);
}

function translate(spec: FilterSpec, filter: Filter, calendar: Calendar, path: string[], size: Size): Condition {
  if (path.length > max.depth * 2) refuse(path, `must not be nested deeper than ${max.depth} levels`);
  size.conditions += 1;
  if (size.conditions > max.conditions) refuse(path, `must not have more than ${max.conditions} conditions`);
  const inner = (part: Filter, ...steps: string[]) => translate(spec, part, calendar, [...path, ...steps], size);
  const across = (of: FilterSpec, part: Filter, step: string) => translate(of, part, calendar, [...path, step], size);
  const conditions = Object.entries(filter).map(([key, value]): Condition => {
    if (value === undefined || value === null) return everything;
    if (key === 'and') return allOf((value as Filter[]).map((part, index) => inner(part, 'and', String(index))));
    if (key === 'or') return anyOf((value as Filter[]).map((part, index) => inner(part, 'or', String(index))));
    if (key === 'not') return { NOT: inner(value as Filter, 'not') };
    const field = spec.fields[key];
    if (!field) refuse([...path, key], 'is not a field to filter by');
    if (field.kind === 'one')
      return { [key]: { is: { AND: [field.among, across(field.filter(), value as Filter, key)] } } };
    if (field.kind === 'some') return related(field, value as Comparators, calendar, [...path, key], size);
    if (field.kind === 'condition') return met(field.where(calendar) as Condition, value as Comparators, size);
    const comparisons = Object.entries(value as Comparators).filter(
      ([, operand]) => operand !== undefined && operand !== null,
    );
    size.comparisons += comparisons.length;
    if (size.comparisons > max.comparisons) refuse(path, `must not make more than ${max.comparisons} comparisons`);
    return allOf(
      comparisons.map(([comparator, operand]) => {
        const place = [...path, key, comparator];
        size.values += Array.isArray(operand) ? operand.length : 1;
        if (size.values > max.values)
          refuse(place, `must not make the filter compare with more than ${max.values} values`);
        return compare(key, field, comparator, operand, calendar, place);
      }),
    );
  });
  return allOf(conditions);
}

function met(condition: Condition, { eq }: Comparators, size: Size): Condition {
  size.comparisons += 1;
  if (typeof eq !== 'boolean') return everything;
  return eq ? condition : { NOT: condition };
}

function related(
  field: Extract<FieldKind, { kind: 'some' }>,
  value: Comparators,
  calendar: Calendar,
  path: string[],
  size: Size,
): Condition {
  const [relation, ...rest] = field.path as [string, ...string[]];
  const among = rest.reduceRight<Condition>((condition, step) => ({ [step]: condition }), field.among as Condition);
  const matching = (quantifier: string) => {
    const condition = translate(field.filter(), value[quantifier] as Filter, calendar, [...path, quantifier], size);
    return rest.reduceRight<Condition>((inner, step) => ({ [step]: inner }), condition);
  };
  const parts: Condition[] = [];
  if (value.some) parts.push({ [relation]: { some: { AND: [among, matching('some')] } } });
  if (value.none) parts.push({ NOT: { [relation]: { some: { AND: [among, matching('none')] } } } });
  if (value.every) parts.push({ NOT: { [relation]: { some: { AND: [among, { NOT: matching('every') }] } } } });
  return allOf(parts);
}

const comparatorsWithSwap = { ne: 'eq', notIn: 'in' } as const;

function compare(
  name: string,
  field: FilterSpec['fields'][string],
  comparator: string,
  operand: unknown,
  calendar: Calendar,
  path: string[],
): Condition {
  if (comparator in comparatorsWithSwap) {
    const opposite = comparatorsWithSwap[comparator as keyof typeof comparatorsWithSwap];
    return { NOT: compare(name, field, opposite, operand, calendar, path) };
  }
  if (comparator === 'isNull') {
    if (!field.nullable) return operand ? nothing : everything;
    return operand ? { [name]: null } : { NOT: { [name]: null } };
  }
  const column = field.kind === 'text' ? `${name}Normalized` : name;
  const value = (one: unknown) => resolve(field, one, calendar, path);
  const test = (): unknown => {
    if (comparator === 'eq') return { equals: value(operand) };
    if (comparator === 'in') return { in: (operand as unknown[]).map(value) };
    return { [comparator]: value(operand) };
  };
  // Explicitly false for null: in SQL neither the comparison nor its NOT would match.
  return field.nullable ? { AND: [{ [column]: test() }, { NOT: { [column]: null } }] } : { [column]: test() };
}

function resolve(field: FieldKind, operand: unknown, calendar: Calendar, path: string[]): unknown {
  switch (field.kind) {
    case 'text':
      // PostgreSQL cannot compare with one, and SQLite ends the text there.
      return hasNul(operand) ? refuse(path, 'must not contain a NUL character') : caseFold(operand as string);
    case 'id': {
      const id = fromGlobalId(operand as string);
      return id?.type === field.type ? id.id : refuse(path, `must be the id of ${withArticle(field.type)}`);
    }
    case 'anyId':
      return fromGlobalId(operand as string) ? operand : refuse(path, 'must be the id of a node');
    case 'date':
      return calendar.resolveDate(operand as string) ?? refuse(path, notResolved.date);
    case 'instant':
      return calendar.resolveInstant(operand as string) ?? refuse(path, notResolved.instant);
    case 'number':
      // GraphQL accepts 1e999, which is infinite in JavaScript.
      return Number.isFinite(operand) ? operand : refuse(path, 'must be a finite number');
    default:
      return operand;
  }
}
