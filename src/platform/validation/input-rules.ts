import { z } from 'zod';
import { fromGlobalId } from '../database/global-ids.ts';
import { isUuid } from '../database/ids.ts';
import { InvalidInputError } from '../errors.ts';
import type { Calendar } from '../time/calendar.ts';

/**
 * Checks an input against its rules, and answers it in the form that services work with.
 * @param root where the input stands among the field's arguments
 * @throws InvalidInputError with every field that breaks a rule
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown, root = ['input']): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    parsed.error.issues.map(({ path, message }) => ({ path: [...root, ...path.map(String)], message })),
  );
}

/** Control characters but for tab and line breaks. */
const controls = /[^\P{Cc}\t\n\r]/u;
const lineBreaks = /[\t\r\n\u2028\u2029]/;

const clean = (text: string) => !controls.test(text) && text.isWellFormed();

/** An input as GraphQL hands it over, before its rules were looked at: anything in it may be null. */
export type InputOf<S> = S extends z.ZodType
  ? { [K in keyof z.input<S>]: z.input<S>[K] | null }
  : S extends (calendar: Calendar) => infer R
    ? InputOf<R>
    : never;

/** The same fields, each of which may be left out. */
export function optional<S extends z.ZodRawShape>(fields: S): { [K in keyof S]: z.ZodOptional<S[K]> } {
  const entries = Object.entries(fields).map(([name, schema]) => [name, z.optional(schema)]);
  return Object.fromEntries(entries) as { [K in keyof S]: z.ZodOptional<S[K]> };
}

/** A text of one line, trimmed, with at most `most` characters; it may be empty. */
export function lineOrEmpty(max: number) {
  return z
    .string({ error: 'must be a text' })
    .trim()
    .max(max, `must have at most ${max} characters`)
    .refine(clean, 'must not have control characters')
    .refine((text) => !lineBreaks.test(text), 'must be a single line');
}

/** A text of one line, trimmed, with 1 to `most` characters. */
export const line = (max: number) => lineOrEmpty(max).min(1, 'must not be empty');

/** A text of any number of lines, such as Markdown, with at most `most` characters; it may be empty. */
export function prose(max: number) {
  return z
    .string({ error: 'must be a text' })
    .max(max, `must have at most ${max} characters`)
    .refine(clean, 'must not have control characters');
}

/** A whole number from `least` to `most`. */
export function integer(min: number, max: number) {
  const message = `must be a whole number from ${min} to ${max}`;
  return z.int({ error: message }).min(min, message).max(max, message);
}

/** A number from `least` to `most`. */
export function number(min: number, max: number) {
  const message = `must be a number from ${min} to ${max}`;
  return z.number({ error: message }).min(min, message).max(max, message);
}

/** A date in any form that the calendar resolves, as `YYYY-MM-DD`. */
export function date(calendar: Calendar) {
  return z.string({ error: 'must be a date' }).transform((text, issues) => {
    const resolved = calendar.resolveDate(text);
    if (resolved !== null) return resolved;
    issues.addIssue('must be a date: YYYY-MM-DD, TODAY, or a duration from today such as -P7D');
    return z.NEVER;
  });
}

/** A date that has come: today or earlier. */
export function pastDate(calendar: Calendar) {
  return date(calendar).refine((day) => day <= calendar.today, 'must not be in the future');
}

/** A moment in any form that the calendar resolves. */
export function instant(calendar: Calendar) {
  return z.string({ error: 'must be a moment' }).transform((text, issues) => {
    const resolved = calendar.resolveInstant(text);
    if (resolved !== null) return resolved;
    issues.addIssue('must be a moment with its offset: YYYY-MM-DDTHH:MM:SSZ, NOW, TODAY, or a duration such as -PT1H');
    return z.NEVER;
  });
}

/** A date given as an argument of its own. @throws InvalidInputError that names the argument */
export function dateArgument(calendar: Calendar, name: string, text: string): string {
  return parseInput(date(calendar), text, [name]);
}

/** Days from one to another, both included, at most `mostDays` of them. */
export function period(calendar: Calendar, maxDays: number) {
  // The length is counted back from the last day: after the year 9999 there is no date to compare with.
  return z
    .object({ from: date(calendar), to: date(calendar) })
    .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before from' })
    .refine(({ from, to }) => calendar.addDays(to, -maxDays) < from, {
      path: ['to'],
      message: `must be within ${maxDays} days of from`,
    });
}

/** The global id of a row of one type, as the row's UUID. */
export function idOf(type: string) {
  return z.string({ error: 'must be an id' }).transform((text, issues) => {
    const id = fromGlobalId(text);
    if (id?.type === type) return id.id;
    issues.addIssue(`must be the id of a ${type}`);
    return z.NEVER;
  });
}

/** An id that the client chose for a row it creates: a UUID, alone or already as a global id. */
export function chosenId(type: string) {
  return z.string({ error: 'must be a UUID' }).transform((text, issues) => {
    if (isUuid(text)) return text;
    const id = fromGlobalId(text);
    if (id?.type === type) return id.id;
    issues.addIssue(`must be a UUID in lower case, or the id of a ${type} made from one`);
    return z.NEVER;
  });
}

/** Ids of one type, none of them twice, at most `most`. */
export function idsOf(type: string, max: number) {
  return z
    .array(idOf(type), { error: 'must be a list of ids' })
    .max(max, `must be at most ${max}`)
    .refine((ids) => new Set(ids).size === ids.length, 'must not name anything twice');
}

/** Which row a mutation is about, and at which version it must be, if at any. */
export const target = (type: string) => ({ id: idOf(type), ifVersion: z.int().nullish() });

/** The input of a mutation that is about one row and nothing else. */
export const targetInput = (type: string) => z.object(target(type));
export type TargetInput = InputOf<ReturnType<typeof targetInput>>;

/** The address of a page on the web, as browsers write it: http or https, at most 2,000 characters. */
export const webAddress = z
  .string({ error: 'must be a web address' })
  .trim()
  .max(2_000, 'must have at most 2000 characters')
  .transform((text, issues) => {
    const url = URL.parse(text);
    if (url && /^https?:$/.test(url.protocol)) return url.href;
    issues.addIssue('must be a web address such as https://example.org');
    return z.NEVER;
  });
