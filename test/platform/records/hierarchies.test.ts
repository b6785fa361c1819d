import { expect, test } from 'vitest';
import { fromGlobalId } from '../../../src/platform/database/global-ids.ts';
import { createTestApp, type SignedInPerson, type TestApp } from '../../support/app.ts';

/* No mutation makes a circle; a file that was edited by hand could bring one into an earlier version. */

const uuid = (id: string) => fromGlobalId(id)?.id ?? '';

/** Some records, each below the one before it, and the first below the last. */
async function circleOf(app: TestApp, ada: SignedInPerson, model: 'task' | 'goal', size: number): Promise<string[]> {
  const name = model === 'task' ? 'createTask' : 'createGoal';
  const ids: string[] = [];
  for (let number = 0; number < size; number += 1) {
    const kind = model === 'goal' ? { kind: 'OBJECTIVE' } : {};
    ids.push((await ada.mutate(name, { title: `${number}`, ...kind })).id);
  }
  await app.db.write(async (client) => {
    for (const [index, id] of ids.entries()) {
      const change = { where: { id: uuid(id) }, data: { parentId: uuid(ids.at(index - 1) ?? '') } };
      await (model === 'task' ? client.task.update(change) : client.goal.update(change));
    }
  });
  return ids;
}

for (const model of ['task', 'goal'] as const) {
  for (const size of [1, 2, 5]) {
    test(`a circle of ${size} in the parents of a ${model} is walked once around`, async () => {
      const app = await createTestApp();
      const ada = await app.person();
      const ids = await circleOf(app, ada, model, size);
      const [id = ''] = ids;
      const type = model === 'task' ? 'Task' : 'Goal';
      const all = `{ nodes(ids: ${JSON.stringify(ids)}) { ... on ${type} { trashedAt ${model === 'goal' ? 'progress { fraction }' : ''} parent { id } } } }`;
      expect((await ada.query(all)).nodes).toHaveLength(size);
      const trashed = await ada.mutate('trash', { id }, 'trashedAt');
      expect(trashed.trashedAt).not.toBeNull();
      expect((await ada.query(all)).nodes.every((node: { trashedAt: unknown }) => node.trashedAt !== null)).toBe(true);
      await ada.mutate('restore', { id });
      expect((await ada.query(all)).nodes.every((node: { trashedAt: unknown }) => node.trashedAt === null)).toBe(true);
      const child = { title: 'below', parentId: id, ...(model === 'goal' && { kind: 'OBJECTIVE' }) };
      const below = await ada.mutate(`create${type}`, child, 'id title');
      expect(below.title).toBe('below');
      // It leaves the circle as it entered it, which is then none.
      expect((await ada.mutate(`update${type}`, { id, parentId: below.id })).__typename).toBe('InvalidInputError');
      expect((await ada.mutate(`update${type}`, { id, parentId: null }, 'parent { id }')).parent).toBeNull();
      await ada.mutate('trash', { id });
      expect((await ada.mutate('deletePermanently', { id }, 'deleted { count }')).__typename).toMatch(/Payload$/);
    });
  }
}

test('an undo does not make a tree deeper than it may be', async () => {
  const ada = await (await createTestApp()).person();
  const make = async (title: string, parentId: string | null) =>
    (await ada.mutate('createTask', { title, parentId })).id as string;
  const top = await make('top', null);
  const deleted = await make('deleted', top);
  await ada.mutate('trash', { id: deleted });
  const { changeSet } = await ada.mutate('deletePermanently', { id: deleted }, 'changeSet { id }');
  let above = await make('1', null);
  for (let depth = 2; depth < 10; depth += 1) above = await make(`${depth}`, above);
  await ada.mutate('updateTask', { id: top, parentId: above });
  const undone = await ada.mutate('undoChangeSet', { changeSetId: changeSet.id });
  expect(undone).toMatchObject({
    __typename: 'ConflictError',
    message: expect.stringContaining('must not make a tree of more than 10 levels'),
  });
});
