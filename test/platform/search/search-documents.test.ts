import { expect, test } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { searchDocumentsOf } from '../../../src/domain.ts';
import { domains } from '../../../src/domains.ts';
import { parentAggregateOf } from '../../../src/platform/database/model-relations.ts';
import { modelNameOf, type Row } from '../../../src/platform/database/models.ts';
import {
  collectSearchDocuments,
  type SearchDocumentSpec,
  toDocument,
  toSearchEntry,
} from '../../../src/platform/search/search-documents.ts';
import { transaction } from '../../../src/platform/transactions/transaction.ts';
import { createTestApp, type SignedInPerson, type TestApp, testSchema } from '../../support/app.ts';
import { contextOf } from '../../support/context.ts';
import { adaAndBob, populate } from '../../support/examples.ts';

type Document = Row<'searchDocument'>;

const documents = searchDocumentsOf(domains);

async function stored(app: TestApp): Promise<Omit<Document, 'number'>[]> {
  const all = await app.db.reads.searchDocument.findMany({ orderBy: { rowId: 'asc' } });
  return all.map(({ number: _number, ...document }) => document);
}

/** The documents of all rows, made from the rows as they are; what is a part of something in the trash is there too. */
async function recomputed(app: TestApp, people: SignedInPerson[]): Promise<Omit<Document, 'number'>[]> {
  const made: Omit<Document, 'number'>[] = [];
  const gone = new Set<unknown>();
  for (const person of people) {
    const ctx = await contextOf(app, person);
    for (const spec of documents.values()) {
      const table = app.db.reads[spec.model] as unknown as {
        findMany(query: object): Promise<Record<string, unknown>[]>;
      };
      for (const row of await table.findMany({ where: { ownerId: ctx.viewer.accountId } })) {
        const document = toDocument(toSearchEntry(spec, row, ctx.calendar)) as Document;
        const whole = parentAggregateOf(modelNameOf(spec.model));
        const isTrashed = document.isTrashed || (whole !== undefined && gone.has(row[whole.column]));
        if (isTrashed) gone.add(row.id);
        made.push({ ...document, isTrashed });
      }
    }
  }
  return made.sort((a, b) => (a.rowId < b.rowId ? -1 : 1));
}

test('after all mutations of all features, each record has its document', async () => {
  const app = await createTestApp();
  const people = [await app.person('Ada'), await app.person('Bob', 'America/New_York')];
  for (const person of people) await populate(app, person);
  const before = await stored(app);
  expect(before.length).toBeGreaterThan(20);
  expect(new Set(before.map(({ isTrashed }) => isTrashed)).size).toBe(2);
  expect(before).toEqual(await recomputed(app, people));
  await people[0]?.mutate('updateProfile', { timeZone: 'Pacific/Auckland' });
  const after = await stored(app);
  expect(after).not.toEqual(before);
  expect(after).toEqual(await recomputed(app, people));
});

test('parts of a trashed record are not found, and come back with it', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const framework = await ada.mutate('createFramework', { name: 'Ladder' });
  const category = await ada.mutate('createSkillCategory', { name: 'Craft', frameworkId: framework.id });
  const skill = await ada.mutate('createSkill', { name: 'Reading', categoryId: category.id });
  const other = await ada.mutate('createSkill', { name: 'Writing', categoryId: category.id });
  await ada.mutate('trash', { id: other.id });
  const found = async () => {
    const { nodes } = (await ada.query('{ a: search(text: "r") { nodes { title { text } } } }')).a;
    const more = (await ada.query('{ a: search(text: "w") { nodes { title { text } } } }')).a.nodes;
    return [...nodes, ...more].map(({ title }: { title: { text: string } }) => title.text);
  };
  expect(await found()).toEqual(['Reading']);
  await ada.mutate('trash', { id: framework.id });
  expect(await found()).toEqual([]);
  // Below something in the trash, a change or coming out of it alone brings nothing back.
  await ada.mutate('restore', { id: other.id });
  await ada.mutate('updateSkill', { id: skill.id, name: 'Rereading' });
  expect(await found()).toEqual([]);
  await ada.mutate('restore', { id: framework.id });
  expect((await found()).sort()).toEqual(['Rereading', 'Writing']);
  expect(await stored(app)).toEqual(await recomputed(app, [ada]));
});

test('a transaction that fails, or reverts its own change, leaves the documents as they were', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await ada.mutate('createTask', { title: 'Stays' });
  const ctx = await contextOf(app, ada);
  const before = await app.db.reads.searchDocument.findMany();
  const failing = transaction(ctx, 'failing', async (tx) => {
    await tx.write.task.update({}, { title: 'Changed' });
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  await transaction(ctx, 'toAndFro', async (tx) => {
    await tx.write.task.update({}, { title: 'Changed' });
    await tx.write.task.update({}, { title: 'Stays' });
    const made = await tx.write.task.create({ title: 'Gone again', position: 9 });
    await tx.write.task.delete({ id: made.id });
  });
  expect(await app.db.reads.searchDocument.findMany()).toEqual(before);
  await transaction(ctx, 'deleting', (tx) => tx.write.task.delete({}));
  expect(await app.db.reads.searchDocument.count()).toBe(0);
});

test('a database without documents gets them at the next start, once', async () => {
  const { app, ada } = await adaAndBob();
  await app.person('Cem');
  const before = await stored(app);
  const only = { where: { ownerId: ada.id.slice('Account:'.length) } };
  // As a start leaves it that is cut short after Bob's: an owner has all their documents, or none.
  await app.db.write((client) => client.searchDocument.deleteMany(only));
  const start = async () => {
    const again = await createApp(app.config, { clock: app.clock, schema: testSchema() });
    await again.close();
  };
  await start();
  expect(await stored(app)).toEqual(before);
  const numbers = (await app.db.reads.searchDocument.findMany()).map(({ number }) => number);
  await Promise.all([start(), start()]);
  expect((await app.db.reads.searchDocument.findMany()).map(({ number }) => number)).toEqual(numbers);
  const { search } = await ada.query('{ search(text: "mark") { totalCount } }');
  expect(search.totalCount).toBeGreaterThan(5);
});

test('the title of a record without a name is the first line of its text that is not blank', async () => {
  const app = await createTestApp();
  const { calendar } = await contextOf(app, await app.person());
  const spec: SearchDocumentSpec<'energyEntry'> = {
    model: 'energyEntry',
    description: 'For the test.',
    title: () => '',
    text: ({ notes }) => ['', notes],
    at: () => null,
  };
  const [any] = collectSearchDocuments(spec).values();
  const titleOf = (notes: string) => any && toSearchEntry(any, { id: '1', ownerId: '2', notes }, calendar).title;
  expect(titleOf('\n \t first line \r\nsecond')).toBe('first line');
  expect(titleOf('')).toBe('');
  expect(titleOf('😀'.repeat(400))).toBe('😀'.repeat(300));
});
