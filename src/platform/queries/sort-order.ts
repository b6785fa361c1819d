import { scalarsOf } from '../database/model-relations.ts';
import type { OrderTerm } from './keyset-queries.ts';

/** The sort fields of a model: the values of a GraphQL enum with their columns. */
export interface OrderSpec {
  /** The model and its GraphQL type. The order input is named `<name>Order`. */
  readonly name: string;
  /** Whether an owner has few of these records: sorting them costs less than a query more. Default: false. */
  readonly isShort?: boolean;
  readonly fields: Readonly<Record<string, { column: string; nullable?: boolean; description: string }>>;
}

/** One sort term as a client sends it. */
export interface Order {
  field: string;
  direction?: 'ASC' | 'DESC' | null;
  nulls?: 'FIRST' | 'LAST' | null;
}

/** The sort terms of a client's order, or of the default order if it is empty. Nulls come last by default. */
export function toOrderTerms(spec: OrderSpec, order: Order[] | null | undefined, defaultOrder: Order[]): OrderTerm[] {
  const seen = new Set<string>();
  const chosen = order && order.length > 0 ? order : defaultOrder;
  return chosen.flatMap(({ field, direction, nulls }) => {
    const { column, nullable } = spec.fields[field] as OrderSpec['fields'][string];
    if (seen.has(column)) return [];
    seen.add(column);
    const term: OrderTerm = {
      field: column,
      type: typeOf(spec.name, column),
      direction: direction === 'DESC' ? 'desc' : 'asc',
    };
    return nullable ? { ...term, nulls: nulls === 'FIRST' ? 'first' : 'last', isShort: spec.isShort } : term;
  });
}

function typeOf(model: string, column: string): string {
  const known = scalarsOf(model).find(({ name }) => name === column);
  if (!known) throw new Error(`${model} has no column ${column}.`);
  return known.type;
}
