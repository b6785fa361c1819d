import { partial } from '../database/compiled-reads/partial-records.ts';
import { createLruMap } from '../runtime/lru-map.ts';

/** The key of the projection of a selection. */
export const projected: unique symbol = Symbol('projection');

/** How many selections of a projection are kept: one for each list of columns that are read beside. */
const maxSelections = 16;

/** What a response shows of records that go into it as they are. */
export class Projection {
  /** Their columns and relations, as Prisma's `select` names them. Null if none of them are shown, but their number may be. */
  readonly select: Readonly<Record<string, unknown>> | null;
  readonly #kept = createLruMap<object>(maxSelections);

  constructor(select: Projection['select']) {
    this.select = select;
  }

  /** What a query selects, the same object each time. @param columns the columns that are read beside */
  selecting(columns: readonly string[]): object {
    const key = columns.join();
    const known = this.#kept.get(key);
    if (known) return known;
    const selected = { ...this.select, ...Object.fromEntries(columns.map((name) => [name, true])) };
    this.#kept.set(key, selected);
    return selected;
  }
}

/** The projection of a selection, if one is known. */
const projectionOf = (selection: object) => (selection as { readonly [projected]?: Projection })[projected];

/**
 * What a query selects of records that go into a response as they are: partial records if their projection is known, otherwise
 * whole ones.
 * @param columns the columns that are read of them beside
 */
export function selecting(selection: object, columns: readonly string[]): object {
  const projection = projectionOf(selection);
  if (!projection?.select) return selection;
  return { select: projection.selecting(columns), [partial]: true };
}

/** Whether a response shows nothing of the records themselves. */
export const showsNone = (selection: object): boolean => projectionOf(selection)?.select === null;
