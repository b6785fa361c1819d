import { z } from 'zod';

/* The forms that several environment variables have. */

const words = { on: true, true: true, '1': true, yes: true, off: false, false: false, '0': false, no: false };

export const onOff = z
  .enum(Object.keys(words) as (keyof typeof words)[], { error: 'must be on or off' })
  .transform((word) => words[word]);

/** A whole number above 0 of at most nine digits. */
export const count = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'must be a whole number above 0')
  .transform(Number);

export function isUrl(text: string, protocols: string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}
