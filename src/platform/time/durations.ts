import { Temporal } from 'temporal-polyfill';

/** Parses a duration such as `-P7D`. Null if it is none. */
export function parseDuration(text: string): Temporal.Duration | null {
  if (!/^[+-]?P(?=\d|T\d)[\dYMWDTHS]+$/.test(text)) return null;
  try {
    return Temporal.Duration.from(text);
  } catch {
    return null;
  }
}
