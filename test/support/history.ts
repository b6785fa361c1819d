import { expect } from 'vitest';
import type { Prisma } from '../../src/generated/sqlite/client.ts';
import { fromGlobalId } from '../../src/platform/database/global-ids.ts';
import { recordedModels } from '../../src/platform/database/model-relations.ts';
import { modelKeyOf } from '../../src/platform/database/models.ts';
import type { SignedInPerson, TestApp } from './app.ts';
import { rowsOf } from './rows.ts';

const ownerOf = (person: SignedInPerson) => fromGlobalId(person.id)?.id ?? '';

/** A person's change log after a tick: each operation with what it changed. */
export async function historyOf(app: TestApp, person: SignedInPerson, after = 0) {
  const where = { ownerId: ownerOf(person), tick: { gt: after } };
  const operations = await app.db.reads.operation.findMany({ where, orderBy: { tick: 'asc' } });
  const changes = await app.db.reads.change.findMany({ where, orderBy: [{ tick: 'asc' }, { ordinal: 'asc' }] });
  return operations.map(({ tick, name }) => ({
    tick,
    name,
    changes: changes
      .filter((change) => change.tick === tick)
      .map(({ model, rowId, action, before, after: is }) => ({ model, rowId, action, before, after: is })),
  }));
}

/** How many operations a person has made. */
export async function tickOf(app: TestApp, person: SignedInPerson): Promise<number> {
  const clock = await app.db.reads.ownerClock.findUnique({ where: { ownerId: ownerOf(person) } });
  return clock?.tick ?? 0;
}

/** Runs something that makes exactly one operation, with the person's next tick, and answers it. */
export async function operationOf(app: TestApp, person: SignedInPerson, work: () => Promise<unknown>) {
  const before = await tickOf(app, person);
  await work();
  const made = await historyOf(app, person, before);
  expect(made.map(({ tick }) => tick)).toEqual([before + 1]);
  const [operation] = made;
  if (!operation) throw new Error('No operation was made.');
  const changes = operation.changes.map(({ model, action, before: was, after }) => ({
    model,
    action,
    ...(was !== null && { before: was }),
    ...(after !== null && { after }),
  }));
  return { name: operation.name, changes };
}

/** Runs something, and proves that it wrote nothing: neither rows nor history. */
export async function writingNothing<T>(app: TestApp, person: SignedInPerson, work: () => Promise<T>): Promise<T> {
  const before = await rowsOf(app, ownerOf(person));
  const clock = await tickOf(app, person);
  const result = await work();
  expect(await rowsOf(app, ownerOf(person))).toEqual(before);
  expect(await tickOf(app, person)).toBe(clock);
  return result;
}

/** All rows of somebody, as they are but for their version and when they were changed. */
export async function valuesOf(app: TestApp, person: SignedInPerson) {
  const ownerId = ownerOf(person);
  const read = async (model: Prisma.ModelName) => {
    const table = app.db.reads[modelKeyOf(model)] as unknown as {
      findMany(query: object): Promise<Record<string, unknown>[]>;
    };
    const rows = await table.findMany({ where: { ownerId }, orderBy: { id: 'asc' } });
    return [model, rows.map(({ version: _version, updatedAt: _updatedAt, ...row }) => row)] as const;
  };
  return Object.fromEntries(await Promise.all(recordedModels.map(read)));
}

/** What search and the timeline know of somebody's rows. */
export const documentsOf = async (app: TestApp, person: SignedInPerson) =>
  app.db.reads.searchDocument.findMany({
    where: { ownerId: ownerOf(person) },
    orderBy: { rowId: 'asc' },
    omit: { number: true },
  });
