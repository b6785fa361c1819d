import * as enums from '../generated/sqlite/enums.ts';
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
  return holds(type, value) ? null : `must be ${describe(type)}`;
}

function holds(type: string, value: unknown): boolean {
  switch (type) {
    case 'String':
      return typeof value === 'string' && value.isWellFormed();
    case 'Int':
      return Number.isInteger(value) && (value as number) >= -(2 ** 31) && (value as number) < 2 ** 31;
    case 'Float':
      return typeof value === 'number';
    case 'Boolean':
      return typeof value === 'boolean';
    case 'DateTime':
      return typeof value === 'string' && isMoment(value);
    case 'Json':
      return true;
    default:
      return typeof value === 'string' && Object.hasOwn(valuesOf(type), value);
  }
}

const enumsByName: Readonly<Record<string, object>> = enums;
const valuesOf = (type: string) => enumsByName[type] ?? {};

function describe(type: string): string {
  const names: Record<string, string> = {
    String: 'a text',
    Int: 'a whole number of 32 bits',
    Float: 'a number',
    Boolean: 'true or false',
    DateTime: 'a moment such as 2026-11-23T09:00:00.000Z',
  };
  return names[type] ?? `one of ${Object.keys(valuesOf(type)).join(', ')}`;
}

const isMoment = (text: string) => {
  const moment = new Date(text);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === text;
};

/** Whether a text within a value has a NUL character, which PostgreSQL cannot store. */
function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some(([key, inner]) => key.includes('\0') || hasNul(inner));
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
