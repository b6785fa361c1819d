/*
 * Values in JSON that other services send. They are checked here, whatever they are: what is returned can be stored in either
 * database, compared, and sent back.
 */

type Json = Record<string, unknown>;

/** An object, or one without properties in place of anything else. */
export const jsonObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? (value as Json) : {};

/** A text, cut to a length, without control characters but tabs and line breaks. Empty if it is none. */
export const jsonText = (value: unknown, max: number): string =>
  typeof value === 'string'
    ? value
        .slice(0, max)
        .toWellFormed()
        .replaceAll(/[^\P{Cc}\t\n\r]/gu, '')
    : '';

/**
 * An id, which becomes part of web addresses and of indexes. Null if it is none. A longer one is not cut, as two would be the same.
 * @param max the maximum length in bytes
 */
export function jsonId(value: unknown, max: number): string | null {
  if (typeof value !== 'string' || value.length > max || !/^\P{Cc}+$/u.test(value)) return null;
  // Browsers and servers take these for the folder and the one above it.
  if (value === '.' || value === '..') return null;
  return value.isWellFormed() && Buffer.byteLength(value) <= max ? value : null;
}

const [first, last] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')];

/** A moment with its offset (RFC 3339), within the years 1 to 9999. Null if it is none. */
export function jsonTime(value: unknown): Date | null {
  if (
    typeof value !== 'string' ||
    value.length > 40 ||
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/i.test(value)
  )
    return null;
  const time = Date.parse(value);
  return time >= first && time <= last ? new Date(time) : null;
}

/** The address of a web page. Null if it is none. @param max the maximum length */
export function jsonWebAddress(value: unknown, max: number): string | null {
  const url = typeof value === 'string' && value.length <= max ? URL.parse(value) : null;
  return url && /^https?:$/.test(url.protocol) && url.href.length <= max ? url.href : null;
}

/** Whether a path has segments that lead up or nowhere, which an id can be. They would make it the path of something else. */
export const hasDotSegments = (path: string): boolean => /(?:^|[/\\])(?:\.|%2e){1,2}(?=[/\\?#]|$)/i.test(path);
