import { ImportFileError } from './imported.ts';

/** JSON whose whole numbers beyond 2^53 are texts, so that ids stay what they are. @throws ImportFileError if the text is no JSON */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, keepDigits as (key: string, value: unknown) => unknown);
  } catch (error) {
    // The message of the parser quotes the file, which may have secrets.
    const [place] = /(?:at )?position \d+(?: \(line \d+ column \d+\))?/.exec((error as Error).message) ?? [];
    throw new ImportFileError(`The file is not JSON${place ? `: ${place}` : ''}.`);
  }
}

const keepDigits = (_key: string, value: unknown, { source }: { source?: string }) =>
  typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(source ?? '') ? source : value;

export type JsonObject = Readonly<Record<string, unknown>>;

/** A value as an object. Without members if it is none. */
export const objectOf = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

/** A value as a list. Empty if it is none. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A text or a number as a text. Empty if it is something else. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** A number. Null if it is something else. */
export const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;
