import { z } from 'zod';
import { type Column, scalarsOf, targetsFirst } from '../platform/database/model-relations.ts';

/**
 * The form of an export: JSON Lines. The first line says what it is, the last one that it is whole, and each line between is
 * a row. Equal rows make equal lines on either engine, so that equal data make equal files.
 */

export const formatName = 'waymark-export';

/**
 * Raised when a program that knows the old form would misread a file of the new one, as when something is renamed. A new
 * column needs no such thing. `earlier-versions.ts` reads the files of earlier versions.
 */
export const formatVersion = 2;

type Values = Record<string, unknown>;

/** The types of the rows, in the order of the file: each after all that its rows name, and what became of them last. */
export const exportedTypes: readonly string[] = [...targetsFirst, 'ChangeSet', 'Change'];

/** What is said once for all rows, or worked out from other columns. */
const isImplied = ({ name }: Column) => name === 'ownerId' || name.endsWith('Normalized');

const byName = (a: Column, b: Column) => (a.name < b.name ? -1 : 1);

/** The columns of a type's rows, as they stand in a line. */
export const columnsIn = (type: string): readonly Column[] =>
  scalarsOf(type)
    .filter((column) => !isImplied(column))
    .toSorted(byName);

/** What one signs in with stays where it is. */
const signingIn = ['id', 'email', 'role'];

/** The columns of the account that go along: its name, its settings, and how often and when they were changed. */
export const accountColumns = columnsIn('Account').filter(({ name }) => !signingIn.includes(name));

/** The first line. */
export const manifestLine = z.strictObject({
  format: z.literal(formatName),
  version: z.literal(formatVersion),
  /** The version of the program that wrote it. */
  program: z.string(),
  account: z.record(z.string(), z.unknown()),
  /** From which change set on the change log goes along, and the last one: which state of the account this is. */
  history: z.strictObject({ oldestSequence: z.int().min(0), sequence: z.int().min(0) }),
  /** How many rows of each type follow. */
  counts: z.record(z.string(), z.int().min(0)),
});

export type Manifest = z.infer<typeof manifestLine>;

/** The last line: how many lines come before it, and the SHA-256 over all their bytes, in hex. */
export const endLine = z.strictObject({
  end: z.strictObject({ lines: z.int().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
});

/** A line between. */
export const rowLine = z.strictObject({ type: z.string(), row: z.record(z.string(), z.unknown()) });

const sorted = (_key: string, inner: unknown) =>
  inner !== null && typeof inner === 'object' && !Array.isArray(inner)
    ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
    : inner;

/** Some columns of a row as JSON, sorted by their names, and so is whatever is within them. */
export function toJson(columns: readonly Column[], row: Values): string {
  const fields = columns.map(
    ({ name, type }) => `"${name}":${type === 'Json' ? JSON.stringify(row[name], sorted) : JSON.stringify(row[name])}`,
  );
  return `{${fields.join(',')}}`;
}

/** What stands in the change log for the id of the account, which is another one elsewhere. */
const owner = 'owner';

/** A change without the account's id. */
export const withoutOwner = (change: Values, accountId: string): Values => replaced(change, accountId, owner);

/** A change with the id of the account that it is taken over into. */
export const withOwner = (change: Values, accountId: string): Values => replaced(change, owner, accountId);

function replaced(change: Values, from: string, to: string): Values {
  const ofAccount = change.model === 'Account';
  const inSide = (side: unknown) => {
    if (side === null || typeof side !== 'object' || Array.isArray(side)) return side;
    const row = { ...side } as Values;
    if (row.ownerId === from) row.ownerId = to;
    if (ofAccount && row.id === from) row.id = to;
    return row;
  };
  return {
    ...change,
    rowId: ofAccount && change.rowId === from ? to : change.rowId,
    before: inSide(change.before),
    after: inSide(change.after),
  };
}
