import { expect, test } from 'vitest';
import { updateRecord } from '../../../src/platform/records/records.ts';
import { transaction } from '../../../src/platform/transactions/transaction.ts';
import { createTestApp } from '../../support/app.ts';
import { contextOf } from '../../support/context.ts';

test('an update that writes its own record on the way logs each change with what was there before it', async () => {
  const app = await createTestApp();
  const ctx = await contextOf(app, await app.person());
  const { id } = await transaction(ctx, 'make', (tx) => tx.write.task.create({ title: 'first', position: 1 }));
  const task = await transaction(ctx, 'edit', (tx) =>
    updateRecord(tx, 'task', { id }, async () => {
      await tx.write.task.update({ id }, { title: 'second' });
      return { title: 'third' };
    }),
  );
  expect(task).toMatchObject({ title: 'third', version: 3 });
  const changes = await app.db.reads.change.findMany({
    where: { rowId: id, action: 'UPDATE' },
    orderBy: { ordinal: 'asc' },
  });
  expect(changes.map(({ before, after }) => [before, after])).toEqual([
    [expect.objectContaining({ title: 'first', version: 1 }), expect.objectContaining({ title: 'second', version: 2 })],
    [expect.objectContaining({ title: 'second', version: 2 }), expect.objectContaining({ title: 'third', version: 3 })],
  ]);
});

test('an update of a record that nothing else has written reads it once', async () => {
  const app = await createTestApp();
  const ctx = await contextOf(app, await app.person());
  const { id } = await transaction(ctx, 'make', (tx) => tx.write.task.create({ title: 'first', position: 1 }));
  const before = app.statements.length;
  await transaction(ctx, 'edit', (tx) => updateRecord(tx, 'task', { id }, () => ({ description: 'more' })));
  const reads = app.statements
    .slice(before)
    .filter((sql) => /^SELECT .*FROM "Task"/.test(sql) && sql.includes('"title"'));
  expect(reads).toHaveLength(1);
});
