import { z } from 'zod';
import { isUuid } from '../database/ids.ts';
import type { NodeRef } from '../database/node-refs.ts';
import { InvalidInputError } from '../errors.ts';
import { grouped } from '../text/english.ts';
import { type Calendar, notResolved } from '../time/calendar.ts';
import { currentCalendar, parsedBy } from './current-calendar.ts';
import { withArticle } from './nouns.ts';
import { describeRule } from './rule-notes.ts';

/**
 * Checks an input against its rules, by the calendar of the context, and returns it in the form that services work with.
 * @param root the path of the input in the arguments of the field
 * @throws InvalidInputError with every field that breaks a rule
 */
export function parseInput<S extends z.ZodType>(
  { calendar }: { readonly calendar: Calendar },
  schema: S,
  input: unknown,
  root = ['input'],
): z.output<S> {
  const parsed = parsedBy(calendar, () => schema.safeParse(input));
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    parsed.error.issues.map(({ code, path, message }) => ({
      path: [...root, ...path.map(String)],
      // A refinement has a message of its own for null.
      message: code !== 'custom' && isNullAt(input, path) ? 'must not be null: leave it out instead' : message,
    })),
  );
}

/** Whether an input has null at a path. */
const isNullAt = (input: unknown, path: readonly PropertyKey[]) =>
  path.reduce<unknown>((value, key) => (Object(value) as Record<PropertyKey, unknown>)[key], input) === null;

/** A rule for each type, made when it is first asked for. */
function keptByName<S>(make: (type: string) => S): (type: string) => S {
  const kept = new Map<string, S>();
  return (type) => {
    const known = kept.get(type) ?? make(type);
    kept.set(type, known);
    return known;
  };
}

/** Control characters except tab and line breaks. */
const controls = /[^\P{Cc}\t\n\r]/u;
const lineBreaks = /[\t\r\n\u2028\u2029]/;

const isClean = (text: string) => !controls.test(text) && text.isWellFormed();

/** An input as GraphQL passes it on, before its rules are checked: any field may be null. */
export type InputOf<S extends z.ZodType> = { [K in keyof z.input<S>]: z.input<S>[K] | null };

/** The same fields, each of which may be left out. */
export function optional<S extends z.ZodRawShape>(fields: S): { [K in keyof S]: z.ZodOptional<S[K]> } {
  const entries = Object.entries(fields).map(([name, schema]) => [name, z.optional(schema)]);
  return Object.fromEntries(entries) as { [K in keyof S]: z.ZodOptional<S[K]> };
}

/** The same fields, of which those that are named must be given and the others may be left out. */
export function requiring<S extends z.ZodRawShape, K extends keyof S & string>(fields: S, ...required: K[]) {
  const given = Object.fromEntries(required.map((name) => [name, fields[name]])) as Pick<S, K>;
  const rest = Object.entries(fields).filter(([name]) => !Object.hasOwn(given, name));
  return { ...given, ...optional(Object.fromEntries(rest) as Omit<S, K>) };
}

function singleLine(max: number) {
  return z
    .string({ error: 'must be a text' })
    .trim()
    .max(max, `must have at most ${max} characters`)
    .refine(isClean, 'must not have control characters')
    .refine((text) => !lineBreaks.test(text), 'must be a single line');
}

/** A single line of text, trimmed, of at most `max` characters; may be empty. */
export const lineOrEmpty = (max: number) =>
  describeRule(singleLine(max), { limits: `One line, at most ${grouped(max)} characters.` });

/** A single line of text, trimmed, of 1 to `max` characters. */
export const line = (max: number) =>
  describeRule(singleLine(max).min(1, 'must not be empty'), { limits: `One line, 1 to ${grouped(max)} characters.` });

/** Text of any number of lines, such as Markdown, of at most `max` characters; may be empty. */
export function prose(max: number) {
  const rule = z
    .string({ error: 'must be a text' })
    .max(max, `must have at most ${max} characters`)
    .refine(isClean, 'must not have control characters');
  return describeRule(rule, { limits: `At most ${grouped(max)} characters.` });
}

/** A whole number from `min` to `max`. */
export function integer(min: number, max: number) {
  const message = `must be a whole number from ${min} to ${max}`;
  const rule = z.int({ error: message }).min(min, message).max(max, message);
  return describeRule(rule, { limits: `${grouped(min)} to ${grouped(max)}.` });
}

/** A number from `min` to `max`. */
export function number(min: number, max: number) {
  const message = `must be a number from ${min} to ${max}`;
  const rule = z.number({ error: message }).min(min, message).max(max, message);
  return describeRule(rule, { limits: `${grouped(min)} to ${grouped(max)}.` });
}

/** A date in any form that the calendar resolves, as `YYYY-MM-DD`. */
export const date = z.string({ error: 'must be a date' }).transform((text, issues) => {
  const resolved = currentCalendar().resolveDate(text);
  if (resolved !== null) return resolved;
  issues.addIssue(notResolved.date);
  return z.NEVER;
});

/** A date that is today or earlier. */
export const pastDate = describeRule(
  date.refine((day) => day <= currentCalendar().today, 'must not be in the future'),
  { limits: 'Not in the future.' },
);

/** A moment in any form that the calendar resolves. */
export const instant = z.string({ error: 'must be a moment' }).transform((text, issues) => {
  const resolved = currentCalendar().resolveInstant(text);
  if (resolved !== null) return resolved;
  issues.addIssue(notResolved.instant);
  return z.NEVER;
});

/** A moment that is now or earlier. */
export const pastInstant = describeRule(
  instant.refine((moment) => moment <= currentCalendar().now, 'must not be in the future'),
  { limits: 'Not in the future.' },
);

/** A date given as an argument of its own. @throws InvalidInputError that names the argument */
export function dateArgument(calendar: Calendar, name: string, text: string): string {
  return parseInput({ calendar }, date, text, [name]);
}

/** Whether two days are in order, if both are given. */
export const areInOrder = (first: string | null | undefined, last: string | null | undefined) =>
  !first || !last || first <= last;

/** The rule of an object that its days `from` and `to`, both included, are in order and at most `maxDays` days. */
export const asPeriod = <R extends z.ZodType<{ from: string; to: string }>>(rules: R, maxDays: number) =>
  rules
    .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before from' })
    .refine(({ from, to }) => to <= currentCalendar().addDays(from, maxDays - 1), {
      path: ['to'],
      message: `must be within ${maxDays} days of from`,
    });

/** A range of days, both ends included, of at most `maxDays` days. */
export const period = (maxDays: number) => asPeriod(z.object({ from: date, to: date }), maxDays);

/** The most days of a period of at most a year. */
export const maxYearDays = 366;

/** A range of days, both ends included, of at most a year. */
export const yearPeriod = period(maxYearDays);

/** The UUID of a record of one type. The schema layer has turned the client's global id into it. */
export const idOf = keptByName((type) => {
  const rule = z.string({ error: 'must be an id' }).refine(isUuid, `must be the id of ${withArticle(type)}`);
  return describeRule(rule, { idOf: type });
});

/** A UUID that the client chose for a record it creates. */
export function chosenId(type: string) {
  const rule = z
    .string({ error: 'must be a UUID' })
    .refine(isUuid, `must be a UUID in lower case, or the id of ${withArticle(type)} made from one`);
  return describeRule(rule, { chosenIdOf: type });
}

/** Ids of one type, without duplicates, at most `max`. */
export function idsOf(type: string, max: number) {
  const rule = z
    .array(idOf(type), { error: 'must be a list of ids' })
    .max(max, `must be at most ${max}`)
    .refine((ids) => new Set(ids).size === ids.length, 'must not name anything twice');
  return describeRule(rule, { idOf: type, limits: `At most ${grouped(max)}.` });
}

/**
 * The node that a global id names, as the schema layer has parsed it.
 * @param types the types it may be of
 * @param message what is wrong with any other id
 */
export function nodeRef(types: readonly string[], message = 'must be the id of a node') {
  const rule = z.custom<NodeRef>(
    (value) => typeof value === 'object' && value !== null && types.includes((value as NodeRef).type),
    { error: message },
  );
  return describeRule(rule, { nodeRef: true });
}

/** The record that a mutation is about, and the version it must be at, if any. */
export const target = (type: string) => ({ id: idOf(type), ifVersion: ifVersion() });

/** The version that a record must be at for a mutation to apply. */
export const ifVersion = () => describeRule(z.int().nullish(), { ifVersion: true });

/** The input of a mutation that is about one record and takes nothing else. */
export const targetInput = keptByName((type) => z.object(target(type)));
export type TargetInput = InputOf<ReturnType<typeof targetInput>>;

/** The address of a web page, as browsers write it: http or https, at most 2,000 characters. */
export const webAddress = describeRule(
  z
    .string({ error: 'must be a web address' })
    .trim()
    .max(2_000, 'must have at most 2000 characters')
    .transform((text, issues) => {
      const url = URL.parse(text);
      if (url && /^https?:$/.test(url.protocol)) return url.href;
      issues.addIssue('must be a web address such as https://example.org');
      return z.NEVER;
    }),
  { limits: 'http or https, at most 2,000 characters.' },
);

/** A web address that the server posts to: one that says neither who is asking nor a place in a page. */
export const receiverAddress = describeRule(
  webAddress
    .refine(
      (url) => new URL(url).username === '' && new URL(url).password === '',
      'must not have a name or password in it',
    )
    .refine((url) => new URL(url).hash === '', 'must not have a fragment'),
  { limits: 'http or https, at most 2,000 characters, without a user name, password or fragment.' },
);
