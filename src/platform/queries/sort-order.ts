import type { OrderTerm } from './keyset-pagination.ts';

/** What a model can be sorted by: each GraphQL enum value, with its column and whether that can be null. */
export interface OrderSpec {
  /** The GraphQL type that is sorted; its input is called `<name>Order`. */
  readonly name: string;
  readonly fields: Readonly<Record<string, { column: string; nullable?: boolean; description: string }>>;
}

/** One sort term as a client sends it. */
export interface Order {
  field: string;
  direction?: 'ASC' | 'DESC' | null;
  nulls?: 'FIRST' | 'LAST' | null;
}

/** The sort terms that a client's order means, or the usual ones when it gives none. Missing values come last unless asked. */
export function toOrderTerms(spec: OrderSpec, order: Order[] | null | undefined, defaultOrder: Order[]): OrderTerm[] {
  const seen = new Set<string>();
  const chosen = order && order.length > 0 ? order : defaultOrder;
  return chosen.flatMap(({ field, direction, nulls }) => {
    const { column, nullable } = spec.fields[field] as OrderSpec['fields'][string];
    if (seen.has(column)) return [];
    seen.add(column);
    const term: OrderTerm = { field: column, direction: direction === 'DESC' ? 'desc' : 'asc' };
    return nullable ? { ...term, nulls: nulls === 'FIRST' ? 'first' : 'last' } : term;
  });
}
