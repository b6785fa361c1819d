import { expect, test } from 'vitest';
import { isPartial, partial } from '../../../../src/platform/database/compiled-reads/partial-records.ts';
import { recordsOf } from '../../../../src/platform/database/delegates.ts';
import { createTestApp } from '../../../support/app.ts';

/* What was not selected of a record cannot be taken for being empty. */

// Prisma reads from the end of a list; all else is compiled.
test.each([1, -1])(
  'a field that was not selected throws where it is read, also of related records (take %i)',
  async (take) => {
    const app = await createTestApp();
    const ada = await app.person('ada');
    const { id: goalId } = await ada.mutate('createGoal', { title: 'Speak', kind: 'PROJECT' });
    await ada.mutate('createTask', { title: 'Prepare', goalId });
    const select = { title: true, goal: { select: { title: true } }, taskLabels: { select: { labelId: true } } };
    const read = (query: object) =>
      recordsOf(app.db.reads, 'task').findMany({ select, take, orderBy: { id: 'asc' }, ...query });
    const [whole] = (await read({})) as unknown as Record<string, unknown>[];
    const [found] = (await read({ [partial]: true })) as unknown as Record<string, Record<string, unknown>>[];
    expect(found).toEqual(whole);
    expect([isPartial(found), isPartial(found?.goal), isPartial(whole)]).toEqual([true, true, false]);
    expect(whole?.description).toBeUndefined();
    expect(() => found?.description).toThrow('Task.description was not selected.');
    expect(() => found?.parent).toThrow('Task.parent was not selected.');
    expect(() => found?.goal?.status).toThrow('Goal.status was not selected.');
  },
);
