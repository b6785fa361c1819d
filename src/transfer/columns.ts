import { enumValuesOf, fitsColumn, hasNul } from '../platform/database/column-values.ts';
import { isUuid } from '../platform/database/ids.ts';
import { type Column, uniquesOf } from '../platform/database/model-relations.ts';
import { caseFold } from '../platform/search/case-folding.ts';

type Values = Record<string, unknown>;

/** The first value of a record that its column cannot hold on both engines, as part of a sentence. Null if all fit. */
export function problemWith(columns: readonly Column[], row: Values): string | null {
  for (const column of columns) {
    const problem = problemIn(column, row[column.name]);
    if (problem) return `${column.name} ${problem}`;
  }
  const unknown = Object.keys(row).find((name) => !columns.some((column) => column.name === name));
  return unknown === undefined
    ? null
    : `unknown field "${unknown}". A newer version of Waymark may have written the file`;
}

function problemIn({ name, type, isRequired, hasDefaultValue }: Column, value: unknown): string | null {
  // Columns that were added since the file was written get their defaults.
  if (value === undefined) return isRequired && !hasDefaultValue ? 'is missing' : null;
  if (value === null) return isRequired ? 'must not be null' : null;
  if (hasNul(value)) return 'must not contain a NUL character';
  if (name === 'id') return typeof value === 'string' && isUuid(value) ? null : 'must be a UUID in lower case';
  return fitsColumn(type, value) ? null : `must be ${describe(type)}`;
}

function describe(type: string): string {
  const names: Record<string, string> = {
    String: 'a text',
    Int: 'a whole number of 32 bits',
    Float: 'a number',
    Boolean: 'true or false',
    DateTime: 'a moment such as 2026-11-23T09:00:00.000Z',
  };
  return names[type] ?? `one of ${enumValuesOf(type).join(', ')}`;
}

/** Columns that are unique among an owner's records, and the values of one record. */
interface UniqueValues {
  columns: readonly string[];
  values: readonly unknown[];
}

/** The values of a record that must be unique, besides its id. Nulls are never duplicates. */
export function uniqueValuesOf(type: string, row: Values): UniqueValues[] {
  return uniquesOf(type).flatMap((all) => {
    const columns = all.filter((column) => column !== 'ownerId');
    const values = columns.map((column) => {
      const value = row[column.replace(/Normalized$/, '')] ?? null;
      return column.endsWith('Normalized') && typeof value === 'string' ? caseFold(value) : value;
    });
    return values.includes(null) ? [] : [{ columns, values }];
  });
}
