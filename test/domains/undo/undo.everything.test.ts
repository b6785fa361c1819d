import { expect, test } from 'vitest';
import type { Prisma } from '../../../src/generated/sqlite/client.ts';
import type { ModelKey } from '../../../src/platform/database.ts';
import { fromGlobalId } from '../../../src/platform/ids.ts';
import { recordedModels, trashableModels } from '../../../src/platform/relations.ts';
import type { SignedInPerson, TestApp } from '../../support/app.ts';
import { adaAndBob } from '../../support/examples.ts';

/** All rows of somebody, as they are but for their version and when they were changed. */
async function rowsOf(app: TestApp, person: SignedInPerson) {
  const ownerId = fromGlobalId(person.id)?.id ?? '';
  const read = async (model: Prisma.ModelName) => {
    const key = `${model.charAt(0).toLowerCase()}${model.slice(1)}` as ModelKey;
    const table = app.db.reads[key] as unknown as { findMany(query: object): Promise<Record<string, unknown>[]> };
    const rows = await table.findMany({ where: { ownerId }, orderBy: { id: 'asc' } });
    return [model, rows.map(({ version: _version, updatedAt: _updatedAt, ...row }) => row)] as const;
  };
  return Object.fromEntries(await Promise.all(recordedModels.map(read)));
}

const documentsOf = async (app: TestApp, person: SignedInPerson) =>
  app.db.reads.searchDocument.findMany({
    where: { ownerId: fromGlobalId(person.id)?.id ?? '' },
    orderBy: { rowId: 'asc' },
    omit: { number: true },
  });

test('all that somebody did, in every domain, is undone one after another, and done again', async () => {
  const { app, ada } = await adaAndBob();
  const ownerId = fromGlobalId(ada.id)?.id ?? '';
  const operations = await app.db.reads.operation.findMany({
    where: { ownerId, name: { not: 'createAccount' } },
    orderBy: { tick: 'desc' },
  });
  expect(operations.length).toBeGreaterThan(60);
  const before = { rows: await rowsOf(app, ada), documents: await documentsOf(app, ada) };

  const undo = async (id: string) => {
    const answer = await ada.mutate('undo', { operationId: `Operation:${id}` }, 'id name');
    expect(answer).toMatchObject({ __typename: 'Operation', name: 'undo' });
    return fromGlobalId(answer.id)?.id ?? '';
  };
  const undone: string[] = [];
  for (const { id } of operations) undone.push(await undo(id));
  const left = await rowsOf(app, ada);
  // What has a trash is in it, with what is part of it; nothing else is left.
  const inUse = trashableModels.flatMap((model) => left[model]?.filter(({ trashedAt }) => trashedAt === null) ?? []);
  expect(inUse).toEqual([]);
  expect([left.DailyFocus, left.EngagementPulse, left.DailyFocusTask]).toEqual([[], [], []]);

  for (const id of undone.toReversed()) await undo(id);
  expect(await rowsOf(app, ada)).toEqual(before.rows);
  expect(await documentsOf(app, ada)).toEqual(before.documents);
});
