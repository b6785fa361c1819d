import { expect, test } from 'vitest';
import { importFile, readFile } from '../../../../src/domains/across/file-imports/file-imports.service.ts';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';
import { contextOf } from '../../../support/context.ts';
import { sample } from '../../../support/imports.ts';

/* Imports at the same time as other work. */

const counts = 'takenCount counts { kind createdCount unchangedCount }';
const rows = (count: number) =>
  ['TYPE,CONTENT', ...Array.from({ length: count }, (_, index) => `task,Task ${index} @home`)].join('\n');
const todoist = (content: string | Buffer) => ({
  ...{ format: 'TODOIST', fileName: 'Work.csv', content: Buffer.from(content).toString('base64') },
});
const tasksOf = async (person: SignedInPerson) =>
  (await person.query('{ tasks(first: 100) { totalCount nodes { id title } } }')).tasks;

test('a file that is imported twice at once is imported once, while others and the owner write', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person(), await app.person('Bob')];
  const input = todoist(rows(150));
  const write = (person: SignedInPerson) =>
    Promise.all(Array.from({ length: 10 }, (_, index) => person.mutate('createTask', { title: `Own ${index}` }, 'id')));
  const [first, second, dry, own, others] = await Promise.all([
    ada.mutate('importFile', input, counts),
    ada.mutate('importFile', input, counts),
    ada.mutate('importFile', { ...input, isDryRun: true }, counts),
    write(ada),
    write(bob),
  ]);
  const [{ createdCount: one }] = first.counts;
  const [{ createdCount: two, unchangedCount }] = second.counts;
  expect([one + two, unchangedCount + first.counts[0].unchangedCount]).toEqual([150, 150]);
  expect(dry.takenCount).toBe(150);
  for (const { id } of [...own, ...others]) expect(id).toEqual(expect.any(String));
  expect((await tasksOf(ada)).totalCount).toBe(160);
  expect((await tasksOf(bob)).totalCount).toBe(10);
  const { labels } = await ada.query('{ labels { nodes { name } } }');
  expect(labels.nodes.map(({ name }: { name: string }) => name).sort()).toEqual(['Work', 'home']);
});

test('two people who import one file at once have records of their own, whose ids tell nothing of those of others', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person(), await app.person('Bob')];
  const input = todoist(sample('todoist.csv'));
  const results = await Promise.all([ada, bob].map((person) => person.mutate('importFile', input, counts)));
  for (const { counts } of results) expect(counts).toEqual([{ kind: 'TASK', createdCount: 5, unchangedCount: 0 }]);
  const [hers, his] = [await tasksOf(ada), await tasksOf(bob)];
  const ids = [...hers.nodes, ...his.nodes].map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(10);
  for (const { id } of hers.nodes)
    expect((await bob.query('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull();
  // The account is part of each id, so that nobody can take those of somebody else beforehand.
  for (const { id } of hers.nodes) {
    const taken = await bob.mutate('createTask', { id, title: 'Mine' }, 'id');
    expect(taken.__typename ?? 'Task').toMatch(/Error$/);
  }
  await ada.mutate('importFile', input, counts);
  expect(await tasksOf(ada)).toEqual(hers);
});

test('an import that takes too long leaves nothing, and can be done again', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const ctx = await contextOf(app, ada);
  const file = { format: 'TODOIST', fileName: 'Work.csv', bytes: Buffer.from(rows(300)) } as const;
  const read = await readFile(ctx, file);
  await expect(importFile(ctx, read, file, { timeout: 1 })).rejects.toThrow('took longer than 1 ms');
  expect((await tasksOf(ada)).totalCount).toBe(0);
  expect(await importFile(ctx, read, file)).toMatchObject({ takenCount: 300, counts: [{ created: 300 }] });
});
