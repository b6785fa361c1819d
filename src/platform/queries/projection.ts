import { partial } from '../database/compiled-reads/partial-records.ts';

/** The key of the projection of a selection. */
export const projected: unique symbol = Symbol('projection');

/** What a response shows of records that go into it as they are. */
export interface Projection {
  /** Their columns and relations, as Prisma's `select` names them. Null if none of them are shown, but their number may be. */
  readonly select: Readonly<Record<string, unknown>> | null;
}

/** The projection of a selection, if one is known. */
const projectionOf = (selection: object) => (selection as { readonly [projected]?: Projection })[projected];

/**
 * What a query selects of records that go into a response as they are: partial records if their projection is known, otherwise
 * whole ones.
 * @param columns the columns that are read of them beside
 */
export function selecting(selection: object, columns: readonly string[]): object {
  const select = projectionOf(selection)?.select;
  if (!select) return selection;
  const read = Object.fromEntries(columns.map((name) => [name, true]));
  return { select: { ...select, ...read }, [partial]: true };
}

/** Whether a response shows nothing of the records themselves. */
export const showsNone = (selection: object): boolean => projectionOf(selection)?.select === null;
