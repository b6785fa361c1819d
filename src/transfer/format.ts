import { z } from 'zod';
import { type Column, scalarsOf, targetsFirst } from '../platform/database/model-relations.ts';

/**
 * The format of an export: JSON Lines with a manifest, one line for each record, and a last line with the checksum. Equal
 * records make equal lines on both engines, so equal data make equal files.
 */

export const formatName = 'waymark-export';

/**
 * The version of the format. Increment it for changes that older programs would misread, such as renames; not for new columns.
 * `earlier-versions.ts` reads the files of earlier versions.
 */
export const formatVersion = 2;

type Values = Record<string, unknown>;

/** The types in the order of the file: each after the types that it refers to; the history comes last. */
export const exportedTypes: readonly string[] = [...targetsFirst, 'ChangeSet', 'Change'];

/** Columns that are the same for all records, or derived from others. */
const isImplied = ({ name }: Column) => name === 'ownerId' || name.endsWith('Normalized');

const byName = (a: Column, b: Column) => (a.name < b.name ? -1 : 1);

/** The columns of a type that are in its lines, by name. */
export const columnsIn = (type: string): readonly Column[] =>
  scalarsOf(type)
    .filter((column) => !isImplied(column))
    .toSorted(byName);

/** The columns of an account that belong to the server, not to the data. */
const excluded = ['id', 'email', 'role'];

/** The columns of the account that are exported: its name, its settings, their version and times. */
export const accountColumns = columnsIn('Account').filter(({ name }) => !excluded.includes(name));

/** The manifest, in the first line. */
export const manifestLine = z.strictObject({
  format: z.literal(formatName),
  version: z.literal(formatVersion),
  /** The version of the program that wrote the file. */
  program: z.string(),
  account: z.record(z.string(), z.unknown()),
  /** The first and the last sequence number of the change log. 0 if it is empty. */
  history: z.strictObject({ oldestSequence: z.int().min(0), sequence: z.int().min(0) }),
  /** The number of records of each type. */
  counts: z.record(z.string(), z.int().min(0)),
});

export type Manifest = z.infer<typeof manifestLine>;

/** The last line: the number of lines before it, and the SHA-256 of their bytes in hex. */
export const endLine = z.strictObject({
  end: z.strictObject({ lines: z.int().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
});

/** The line of a record. */
export const recordLine = z.strictObject({ type: z.string(), row: z.record(z.string(), z.unknown()) });

const sorted = (_key: string, inner: unknown) =>
  inner !== null && typeof inner === 'object' && !Array.isArray(inner)
    ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
    : inner;

/** Some columns of a record as JSON. The keys of JSON values are sorted. */
export function toJson(columns: readonly Column[], row: Values): string {
  const fields = columns.map(
    ({ name, type }) => `"${name}":${type === 'Json' ? JSON.stringify(row[name], sorted) : JSON.stringify(row[name])}`,
  );
  return `{${fields.join(',')}}`;
}

/** Stands for the id of the account in the change log, because an import may be into another account. */
const owner = 'owner';

/** A change with `owner` in place of the account's id. */
export const withoutOwner = (change: Values, accountId: string): Values => replaced(change, accountId, owner);

/** A change with the account's id in place of `owner`. */
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
