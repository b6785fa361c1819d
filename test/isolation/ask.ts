import { expect } from 'vitest';
import { Prisma } from '../../src/generated/sqlite/client.ts';
import { fromGlobalId, toGlobalId } from '../../src/platform/database/global-ids.ts';
import { newId } from '../../src/platform/database/ids.ts';
import { type Answer, type Person, type TestApp, testSchema } from '../support/app.ts';
import { adaAndBob as neighbours, type Rows } from '../support/examples.ts';
import { nodeTypes } from './walk.ts';

/* Asking as one person for what is another one's. */

export const schema = testSchema();
export const types = nodeTypes(schema);

/** Ada and Bob, each of whom is seen to have rows of every type. */
export async function adaAndBob() {
  const all = await neighbours();
  expect(Object.keys(all.hers).sort(), 'Ada owns a row of every type that has ids').toEqual([...types].sort());
  expect(Object.values(all.hers).every((ids) => ids.length > 0)).toBe(true);
  return all;
}

/** Every id with its type. */
export const cells = (rows: Rows) => Object.entries(rows).flatMap(([type, ids]) => ids.map((id) => ({ type, id })));
/** An id of the same type that nobody ever had. */
export const unknownOf = (type: string) => toGlobalId(type, newId());

/**
 * All that an answer says, and the statements it took.
 * @param ids what was asked for: left out of what is said, so that two answers can be compared
 */
export async function trace(app: TestApp, who: Person, text: string, variables: object, ...ids: string[]) {
  let answer: Answer | undefined;
  const statements = await app.counting(async () => {
    answer = await who.ask(text, variables);
  });
  const { status, data, errors } = answer as Answer;
  const said = JSON.stringify({ status, data, errors });
  return { said: ids.reduce((text, id) => text.replaceAll(id, '<id>'), said), statements, data, errors };
}

/** Asks with Ada's id, and with one that never was, in the same place; answers both, which should be one and the same. */
export async function twice(
  app: TestApp,
  who: Person,
  text: string,
  variablesOf: (id: string) => object,
  hers: string,
) {
  const unknown = unknownOf(fromGlobalId(hers)?.type ?? '');
  const real = await trace(app, who, text, variablesOf(hers), hers);
  const never = await trace(app, who, text, variablesOf(unknown), unknown);
  return { real, never };
}

/** The type that a refusal says an id must be of; null when it says no such thing. */
export const wantedType = (message: string | undefined): string | null =>
  /must be (?:the id of an? |a UUID)(\w*)/.exec(message ?? '')?.[1] ?? null;

/**
 * The types whose ids fit in a place. Ids of two types are tried, which are others in every place; what refuses them names
 * the type that fits. All types are tried only where it does not, or where both fit.
 * @param index the number of the place
 * @param ask puts an id of a type there; returns the type that it is refused for, or null if it fits
 */
export async function fittingTypes(index: number, ask: (type: string) => Promise<string | null>): Promise<string[]> {
  const other = index + 1 + ((index * 6) % (types.length - 1));
  const [one = '', two = ''] = [index, other].map((turn) => types[turn % types.length]);
  const [first, second] = await Promise.all([ask(one), ask(two)]);
  const fits = [...new Set([first ?? one, second ?? two])];
  if ((first !== null || second !== null) && fits.every((type) => types.includes(type))) return fits;
  const wanted = await Promise.all(types.map(ask));
  return types.filter((_type, turn) => wanted[turn] === null);
}

export const same = ({ said, statements }: { said: string; statements: number }) => ({ said, statements });

/** An answer as text, with what its cursors hold written out. */
export function everythingIn(data: unknown): string {
  const text = JSON.stringify(data);
  const cursors = text.match(/"(?:cursor|startCursor|endCursor)":"[^"]+"/g) ?? [];
  return text + cursors.map((cursor) => Buffer.from(cursor.split('"')[3] ?? '', 'base64url').toString()).join('\n');
}

type Table = { findMany(): Promise<object[]> };

/** Everything that is stored, in a text: two are equal when nothing was changed between them. */
export async function dump(app: TestApp): Promise<string> {
  const reads = app.db.reads as unknown as Record<string, Table>;
  const tables = Object.values(Prisma.ModelName).map(async (model) => {
    const table = reads[model.charAt(0).toLowerCase() + model.slice(1)] as Table;
    const rows = (await table.findMany()).map((row) => JSON.stringify(row)).sort();
    return [`${model}: ${rows.length}`, ...rows].join('\n');
  });
  return (await Promise.all(tables)).join('\n');
}
