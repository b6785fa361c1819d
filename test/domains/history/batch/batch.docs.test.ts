import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../support/app.ts';

test('the queries of docs/domains/history/batch.md do what the page says', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/domains/history/batch.md'), 'utf8');
  const [atomic, itemwise, latest] = [...page.matchAll(/```graphql\n(.*?)```/gs)].map(([, text]) => text ?? '');
  const ada = await (await createTestApp()).person();
  const ids = {
    label: 'Label:0193a1f2-7c00-7000-8000-000000000001',
    task: 'Task:0193a1f2-7c00-7000-8000-000000000002',
  };
  const made = {
    isDone: true,
    items: [ids.label, ids.task].map((id) => ({ status: 'DONE', node: { id, version: 1 } })),
  };
  expect((await ada.query(atomic ?? '')).batch).toEqual(made);
  expect((await ada.query(atomic ?? '')).batch).toEqual(made);
  expect((await ada.query(latest ?? '')).changeSets.nodes).toEqual([{ id: expect.any(String), name: 'batch' }]);
  expect((await ada.query(itemwise ?? '')).batch.items).toMatchObject([
    { index: 0, status: 'DONE', nodeId: ids.task, error: null },
    {
      status: 'FAILED',
      error: { code: 'INVALID_INPUT', issues: [{ path: ['input', 'operations', '1', 'createTask', 'title'] }] },
    },
    { status: 'FAILED', error: { code: 'CONFLICT' } },
  ]);
});
