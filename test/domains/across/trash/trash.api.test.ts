import { expect, test } from 'vitest';
import { purgeTrash } from '../../../../src/domains/across/trash/trash.service.ts';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';

const query = `query ($first: Int, $after: String, $last: Int, $before: String, $types: [TrashableType!]) {
  trash(first: $first, after: $after, last: $last, before: $before, types: $types) {
    totalCount pageInfo { endCursor startCursor hasNextPage hasPreviousPage }
    nodes { type title trashedAt node { id } }
  }
}`;
const trashOf = async (person: SignedInPerson, variables: object = {}) => (await person.query(query, variables)).trash;
const titles = ({ nodes }: { nodes: { title: string }[] }) => nodes.map(({ title }) => title).join(' ');

test('the trash has nodes of all types, the latest first, paged in both directions', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const put = async (mutation: string, trash: string, input: object) => {
    const { id } = await ada.mutate(mutation, input);
    app.clock.advance(1_000);
    await ada.mutate(trash, { id });
    return id;
  };
  const task = await put('createTask', 'trash', { title: 'task' });
  await put('createLabel', 'trash', { name: 'label' });
  await put('createGoal', 'trash', { title: 'goal', kind: 'HABIT' });
  await put('createEnergyEntry', 'trash', { energy: 3, notes: 'entry' });
  await ada.mutate('createTask', { title: 'in use' });
  const all = await trashOf(ada);
  expect(titles(all)).toBe('entry goal label task');
  expect(all.totalCount).toBe(4);
  expect(all.nodes[3]).toEqual({
    type: 'TASK',
    title: 'task',
    trashedAt: '2026-11-23T09:00:01.000Z',
    node: { id: task },
  });
  const first = await trashOf(ada, { first: 3 });
  expect([titles(first), first.pageInfo.hasNextPage]).toEqual(['entry goal label', true]);
  const rest = await trashOf(ada, { first: 3, after: first.pageInfo.endCursor });
  expect([titles(rest), rest.pageInfo.hasNextPage]).toEqual(['task', false]);
  const last = await trashOf(ada, { last: 2 });
  expect([titles(last), last.pageInfo.hasPreviousPage]).toEqual(['label task', true]);
  expect(titles(await trashOf(ada, { last: 2, before: last.pageInfo.startCursor }))).toBe('entry goal');
  const some = await trashOf(ada, { types: ['GOAL', 'TASK'] });
  expect([titles(some), some.totalCount]).toEqual(['goal task', 2]);
});

test('pages neither lose nor repeat nodes that were trashed at one time, even with the same UUID', async () => {
  const ada = await (await createTestApp()).person();
  const id = '019a0000-0000-7000-8000-00000000000';
  for (const digit of [1, 2, 3]) {
    await ada.mutate('createTask', { id: `${id}${digit}`, title: `task${digit}` });
    await ada.mutate('createLabel', { id: `${id}${digit}`, name: `label${digit}` });
    await ada.mutate('trash', { id: `Label:${id}${digit}` });
  }
  await ada.mutate('trash', { id: `Task:${id}1` });
  const seen: string[] = [];
  let after: string | null = null;
  for (let more = true; more; ) {
    const page = await trashOf(ada, { first: 1, after });
    seen.push(titles(page));
    ({ hasNextPage: more, endCursor: after } = page.pageInfo);
  }
  expect(seen).toEqual(['label1', 'label2', 'label3', 'task1']);
});

test('restore restores a node of any type, with those that were trashed with it', async () => {
  const ada = await (await createTestApp()).person();
  const { id } = await ada.mutate('createTask', { title: 'above' });
  await ada.mutate('createTask', { title: 'below', parentId: id });
  await ada.mutate('trash', { id });
  expect((await trashOf(ada)).totalCount).toBe(2);
  const restored = await ada.mutate('restore', { id }, 'id title trashedAt');
  expect(restored).toEqual({ __typename: 'Task', id, title: 'above', trashedAt: null });
  expect((await trashOf(ada)).totalCount).toBe(0);
  expect((await ada.query('{ changeSets(first: 1) { nodes { name } } }')).changeSets.nodes[0].name).toBe('restore');
});

test('restore refuses types without a trash, other versions and unknown nodes', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const { id } = await ada.mutate('createTask', { title: 'hers' });
  await ada.mutate('trash', { id });
  await writingNothing(app, ada, async () => {
    const refused = await ada.mutate('restore', { id: ada.id });
    const message = 'must be the id of a node of a type that can be in the trash';
    expect(refused.issues).toEqual([{ path: ['input', 'id'], message }]);
    expect((await ada.mutate('restore', { id, ifVersion: 1 })).__typename).toBe('ConflictError');
    expect((await bob.mutate('restore', { id })).__typename).toBe('NotFoundError');
    expect((await bob.mutate('emptyTrash', {}, 'deletedCount')).deletedCount).toBe(0);
    expect((await trashOf(bob)).totalCount).toBe(0);
  });
});

const deleted = 'deletedCount deleted { type count }';

test('emptying deletes nodes with those that require them, logs it, and clears optional references', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id: labelId } = await ada.mutate('createLabel', { name: 'Home' });
  const { id: goalId } = await ada.mutate('createGoal', { title: 'Speak', kind: 'PROJECT', labelIds: [labelId] });
  const { id: milestone } = await ada.mutate('createMilestone', { goalId, title: 'First step' });
  const { id: task } = await ada.mutate('createTask', { title: 'Stays', goalId });
  await ada.mutate('createLink', { kind: 'ABOUT', fromId: task, toId: milestone });
  await ada.mutate('trash', { id: goalId });
  const before = await ada.query('{ changes { ... on ChangePage { cursor } } }');
  const answer = await ada.mutate('emptyTrash', {}, deleted);
  expect(answer.deletedCount).toBe(3);
  const counts = answer.deleted.map(({ type, count }: { type: string; count: number }) => `${type} ${count}`);
  expect(counts.sort()).toEqual(['GOAL 1', 'LINK 1', 'MILESTONE 1']);
  const { changes } = await ada.query(
    'query ($after: String) { changes(after: $after) { ... on ChangePage { changes { nodeId action node { id } } } } }',
    { after: before.changes.cursor },
  );
  const said = changes.changes.map(({ nodeId, action }: { nodeId: string; action: string }) => `${action} ${nodeId}`);
  expect(said).toEqual(expect.arrayContaining([`DELETE ${goalId}`, `DELETE ${milestone}`, `UPDATE ${task}`]));
  expect(await app.db.reads.goalLabel.count()).toBe(0);
  expect((await app.db.reads.change.findMany({ where: { model: 'GoalLabel', action: 'DELETE' } })).length).toBe(1);
  expect((await ada.query('{ search(text: "first step") { totalCount } }')).search.totalCount).toBe(0);
  expect(await app.db.reads.searchDocument.count({ where: { rowId: { in: [goalId, milestone] } } })).toBe(0);
  const { task: kept } = await ada.query(
    'query ($id: ID!) { task(id: $id) { version goal { id } links { totalCount } } }',
    {
      id: task,
    },
  );
  expect(kept).toEqual({ version: 2, goal: null, links: { totalCount: 0 } });
});

test('emptying can be limited to types and to nodes trashed before a time', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  for (const title of ['old', 'new']) {
    const { id } = await ada.mutate('createTask', { title });
    await ada.mutate('trash', { id });
    app.clock.advance(60_000);
  }
  const { id } = await ada.mutate('createLabel', { name: 'label' });
  await ada.mutate('trash', { id });
  expect(await ada.mutate('emptyTrash', { types: ['TASK'], before: '2026-11-23T09:00:30Z' }, deleted)).toMatchObject({
    deleted: [{ type: 'TASK', count: 1 }],
  });
  expect(titles(await trashOf(ada))).toBe('label new');
  expect((await ada.mutate('emptyTrash', { types: ['TASK'] }, deleted)).deletedCount).toBe(1);
  const refused = await ada.mutate('emptyTrash', { before: 'soon' }, deleted);
  expect(refused.issues[0].path).toEqual(['input', 'before']);
  expect(titles(await trashOf(ada))).toBe('label');
});

test('the server deletes nodes that have been in the trash for 30 days', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  for (const person of [ada, bob]) {
    const { id } = await person.mutate('createTask', { title: 'old' });
    await person.mutate('trash', { id });
  }
  app.clock.set('2026-12-23T08:59:59Z');
  expect([...(await purgeTrash(app.systemContext()))]).toEqual([]);
  app.clock.set('2026-12-23T09:00:00Z');
  expect([...(await purgeTrash(app.systemContext()))]).toEqual([['Task', 2]]);
  expect(await app.db.reads.task.count()).toBe(0);
  expect(await app.db.reads.changeSet.count({ where: { name: 'purgeTrash', actor: 'server' } })).toBe(2);
});
