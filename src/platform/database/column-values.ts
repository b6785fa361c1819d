import * as enums from '../../generated/sqlite/enums.ts';

/* What a column can hold and be compared with, on both engines. */

const enumsByName: Readonly<Record<string, object>> = enums;

/** The values of an enum of the models. Empty for any other type. */
export const enumValuesOf = (type: string): string[] => Object.keys(enumsByName[type] ?? {});

/** Whether a text within a value has a NUL character, which PostgreSQL can keep nowhere, and compare with nothing. */
export function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some(([key, inner]) => key.includes('\0') || hasNul(inner));
}

/**
 * Whether a column can hold a value that is not null. Times are ISO 8601 texts, as JSON has them.
 * @param type the type of the column in the Prisma schema
 */
export function fitsColumn(type: string, value: unknown): boolean {
  if (hasNul(value)) return false;
  switch (type) {
    case 'String':
      return typeof value === 'string' && value.isWellFormed();
    case 'Int':
      return Number.isInteger(value) && (value as number) >= -(2 ** 31) && (value as number) < 2 ** 31;
    case 'Float':
      return Number.isFinite(value);
    case 'Boolean':
      return typeof value === 'boolean';
    case 'DateTime':
      return typeof value === 'string' && isMoment(value);
    case 'Json':
      return true;
    default:
      return typeof value === 'string' && enumValuesOf(type).includes(value);
  }
}

/** Whether a text is a time of the years 1 to 9999 in the one form that times are written in. */
function isMoment(text: string): boolean {
  if (!/^(?!0000)\d{4}-/.test(text)) return false;
  const moment = new Date(text);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === text;
}
