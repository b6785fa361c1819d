import type { Filter, FilterSpec } from './filters.ts';

/*
 * Filters and orders that outlast the request they came with. They are stored in the form in which clients write them: that is
 * what a later schema still understands, or can say what is wrong with. `src/graphql/fields/saved-filter.ts` reads them.
 */

/** A filter and an order as they are stored: the JSON of their input types. */
export interface SavedList {
  readonly filter: unknown;
  readonly orderBy: unknown;
}

const isGiven = (value: unknown) => value !== null && value !== undefined;

/** The given values of an object, each made into another one. */
const mapGiven = (values: object, change: (value: unknown, key: string) => unknown) =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => isGiven(value))
      .map(([key, value]) => [key, change(value, key)]),
  );

/** A filter as a client writes it, of one as `toWhere` takes it: with the names of enums that are stored as numbers. */
export const asWritten = (spec: FilterSpec, filter: Filter): Record<string, unknown> =>
  mapGiven(filter, (value, key) => {
    const inner = (part: unknown) => asWritten(spec, part as Filter);
    if (key === 'and' || key === 'or') return (value as Filter[]).map(inner);
    if (key === 'not') return inner(value);
    const field = spec.fields[key];
    if (field?.kind === 'one') return asWritten(field.filter(), value as Filter);
    if (field?.kind === 'some') return mapGiven(value as object, (of) => asWritten(field.filter(), of as Filter));
    const names = field?.kind === 'enum' ? field.ordered : undefined;
    const named = (one: unknown) => (typeof one === 'number' ? (names?.[one] ?? one) : one);
    return mapGiven(value as object, (operand) => (Array.isArray(operand) ? operand.map(named) : named(operand)));
  });
