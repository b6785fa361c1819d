import { expect } from 'vitest';
import type { Prisma } from '../../src/generated/sqlite/client.ts';
import { fromGlobalId } from '../../src/platform/database/global-ids.ts';
import { recordedModels } from '../../src/platform/database/model-relations.ts';
import { modelKeyOf } from '../../src/platform/database/models.ts';
import type { SignedInPerson, TestApp } from './app.ts';
import { rowsOf } from './rows.ts';

const ownerOf = (person: SignedInPerson) => fromGlobalId(person.id)?.id ?? '';

/** A person's change log after a sequence: each change set with what it changed. */
export async function historyOf(app: TestApp, person: SignedInPerson, after = 0) {
  const where = { ownerId: ownerOf(person), sequence: { gt: after } };
  const changeSets = await app.db.reads.changeSet.findMany({ where, orderBy: { sequence: 'asc' } });
  const changes = await app.db.reads.change.findMany({ where, orderBy: [{ sequence: 'asc' }, { ordinal: 'asc' }] });
  return changeSets.map(({ sequence, name }) => ({
    sequence,
    name,
    changes: changes
      .filter((change) => change.sequence === sequence)
      .map(({ model, rowId, action, before, after: is }) => ({ model, rowId, action, before, after: is })),
  }));
}

/** How many change sets a person has made. */
export async function sequenceOf(app: TestApp, person: SignedInPerson): Promise<number> {
  const clock = await app.db.reads.changeSequence.findUnique({ where: { ownerId: ownerOf(person) } });
  return clock?.sequence ?? 0;
}

/** Runs something that makes exactly one change set, with the person's next sequence, and answers it. */
export async function changeSetOf(app: TestApp, person: SignedInPerson, work: () => Promise<unknown>) {
  const before = await sequenceOf(app, person);
  await work();
  const made = await historyOf(app, person, before);
  expect(made.map(({ sequence }) => sequence)).toEqual([before + 1]);
  const [changeSet] = made;
  if (!changeSet) throw new Error('No change set was made.');
  const changes = changeSet.changes.map(({ model, action, before: was, after }) => ({
    model,
    action,
    ...(was !== null && { before: was }),
    ...(after !== null && { after }),
  }));
  return { name: changeSet.name, changes };
}

/** Runs something, and proves that it wrote nothing: neither rows nor history. */
export async function writingNothing<T>(app: TestApp, person: SignedInPerson, work: () => Promise<T>): Promise<T> {
  const before = await rowsOf(app, ownerOf(person));
  const clock = await sequenceOf(app, person);
  const result = await work();
  expect(await rowsOf(app, ownerOf(person))).toEqual(before);
  expect(await sequenceOf(app, person)).toBe(clock);
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

/** Deletes the history of a person except the last change set, as retention does. */
export async function forget(app: TestApp, person: SignedInPerson): Promise<void> {
  const ownerId = ownerOf(person);
  await app.db.write(async (client) => {
    const { sequence } = await client.changeSequence.findUniqueOrThrow({ where: { ownerId } });
    await client.changeSet.deleteMany({ where: { ownerId, sequence: { lt: sequence } } });
    await client.changeSequence.update({ where: { ownerId }, data: { oldestSequence: sequence } });
  });
}
