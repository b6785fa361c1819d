import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';
import { changeSetOf, writingNothing } from '../../../support/history.ts';

const make = async (person: Person, title: string, parentId: string | null = null): Promise<string> =>
  (await person.mutate('createTask', { title, parentId })).id;

/** Tasks one below the other, the topmost first. */
async function chain(person: Person, length: number): Promise<string[]> {
  const ids: string[] = [];
  for (let level = 0; level < length; level++) ids.push(await make(person, `level ${level + 1}`, ids.at(-1)));
  return ids;
}

const titles = async (person: Person, trashed = false): Promise<string[]> => {
  const query = 'query ($trashed: Boolean) { tasks(trashed: $trashed) { nodes { title } } }';
  return (await person.query(query, { trashed })).tasks.nodes.map(({ title }: { title: string }) => title);
};

test('a task shows its parent, and its subtasks in order with their progress', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const parent = await make(ada, 'Move house');
  const [boxes, van, party] = [
    await make(ada, 'Boxes', parent),
    await make(ada, 'Van', parent),
    await make(ada, 'Party', parent),
  ];
  const detail = await make(ada, 'Tape', boxes);
  await ada.mutate('reorderTask', { id: van, afterId: null });
  await ada.mutate('completeTask', { id: van });
  await ada.mutate('cancelTask', { id: party });
  const query = `query ($id: ID!) { task(id: $id) {
    parent { title } subtaskProgress { doneCount totalCount } subtasks { totalCount nodes { title parent { id } } }
  } }`;
  expect((await ada.query(query, { id: parent })).task).toEqual({
    parent: null,
    subtaskProgress: { doneCount: 1, totalCount: 2 },
    subtasks: {
      totalCount: 3,
      nodes: ['Van', 'Boxes', 'Party'].map((title) => ({ title, parent: { id: parent } })),
    },
  });
  expect((await ada.query(query, { id: detail })).task).toMatchObject({
    parent: { title: 'Boxes' },
    subtaskProgress: { doneCount: 0, totalCount: 0 },
  });
  await ada.mutate('trash', { id: van });
  const { task } = await ada.query(query, { id: parent });
  expect(task).toMatchObject({ subtaskProgress: { doneCount: 0, totalCount: 1 }, subtasks: { totalCount: 2 } });
});

test('a task cannot be below itself, directly or through its subtasks', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const ids = await chain(ada, 5);
  for (const [id, parentId] of [
    [ids[0], ids[0]],
    [ids[0], ids[1]],
    [ids[0], ids[4]],
    [ids[2], ids[4]],
  ]) {
    const refused = await writingNothing(app, ada, () => ada.mutate('updateTask', { id, parentId }));
    expect(refused.issues).toEqual([
      { path: ['input', 'parentId'], message: 'must not be the task itself or one of its subtasks' },
    ]);
  }
  // Turned around with care it is fine: the last first becomes free, then the parent of all.
  await ada.mutate('updateTask', { id: ids[4], parentId: null });
  expect((await ada.mutate('updateTask', { id: ids[0], parentId: ids[4] })).__typename).toBe('Task');
});

test('of two concurrent moves that would make a cycle, one is refused', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [a, b] = [await make(ada, 'a'), await make(ada, 'b')];
  const answers = await Promise.all([
    ada.mutate('updateTask', { id: a, parentId: b }),
    ada.mutate('updateTask', { id: b, parentId: a }),
  ]);
  expect(answers.map(({ __typename }) => String(__typename)).sort()).toEqual(['InvalidInputError', 'Task']);
});

test('a tree has at most ten levels, by any mutation', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const tall = await chain(ada, 10);
  const message = 'must not make a tree of more than 10 levels';
  const issues = [{ path: ['input', 'parentId'], message }];
  const input = { title: 'eleventh', parentId: tall[9] };
  expect((await writingNothing(app, ada, () => ada.mutate('createTask', input))).issues).toEqual(issues);
  const small = await chain(ada, 4);
  const under = (parentId?: string) => ada.mutate('updateTask', { id: small[0], parentId });
  expect((await writingNothing(app, ada, () => under(tall[6]))).issues).toEqual(issues);
  expect((await under(tall[5])).__typename).toBe('Task');
});

test('a task is trashed and restored with its subtasks, except those trashed before', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [top, middle] = await chain(ada, 3);
  const before = await make(ada, 'before', top);
  const below = await make(ada, 'below before', before);
  await make(ada, 'apart');
  app.clock.advance(1_000);
  await ada.mutate('trash', { id: before });
  expect(await titles(ada, true)).toEqual(['before', 'below before']);
  app.clock.advance(1_000);
  const { changes } = await changeSetOf(app, ada, () => ada.mutate('trash', { id: top }));
  expect(changes.map(({ model, action }) => `${model} ${action}`)).toEqual(Array(3).fill('Task UPDATE'));
  expect(await titles(ada)).toEqual(['apart']);
  expect(await titles(ada, true)).toHaveLength(5);

  // A second time changes nothing, least of all what comes back.
  app.clock.advance(1_000);
  await writingNothing(app, ada, () => ada.mutate('trash', { id: top }));
  await ada.mutate('restore', { id: top });
  expect(await titles(ada)).toEqual(['level 1', 'level 2', 'level 3', 'apart']);
  expect(await titles(ada, true)).toEqual(['before', 'below before']);
  const subtasks = `query ($id: ID!) { task(id: $id) {
    used: subtasks { nodes { title } } gone: subtasks(trashed: true) { nodes { title } }
  } }`;
  expect((await ada.query(subtasks, { id: top })).task).toEqual({
    used: { nodes: [{ title: 'level 2' }] },
    gone: { nodes: [{ title: 'before' }] },
  });

  // A subtask can also come back by itself, and takes its own subtasks along.
  app.clock.advance(1_000);
  await ada.mutate('trash', { id: top });
  await ada.mutate('restore', { id: middle });
  expect(await titles(ada)).toEqual(['level 2', 'level 3', 'apart']);
  await ada.mutate('restore', { id: below });
  expect(await titles(ada)).toEqual(['level 2', 'level 3', 'below before', 'apart']);
});

test('a task in the trash cannot get subtasks', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const gone = await make(ada, 'gone');
  const [id, child] = [await make(ada, 'kept'), await make(ada, 'child', gone)];
  app.clock.advance(1_000);
  await ada.mutate('trash', { id: gone });
  await ada.mutate('restore', { id: child });
  const issues = [{ path: ['input', 'parentId'], message: 'must not be a task in the trash' }];
  for (const work of [
    () => ada.mutate('createTask', { title: 'new', parentId: gone }),
    () => ada.mutate('updateTask', { id, title: 'moved', parentId: gone }),
  ]) {
    expect((await writingNothing(app, ada, work)).issues).toEqual(issues);
  }
  // What was below it stays there when a client sends its parent along with other changes.
  const changed = await ada.mutate('updateTask', { id: child, title: 'changed', parentId: gone }, 'parent { id }');
  expect(changed).toMatchObject({ __typename: 'Task', parent: { id: gone } });
});

test('what went to the trash on its own stays there, also when it went in the same request', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const parent = await ada.mutate('createTask', { title: 'Parent' });
  const child = await ada.mutate('createTask', { title: 'Child', parentId: parent.id });
  await ada.query(
    `mutation ($child: ID!, $parent: ID!) {
      first: trash(input: { id: $child }) { __typename }
      second: trash(input: { id: $parent }) { __typename }
    }`,
    { child: child.id, parent: parent.id },
  );
  await ada.mutate('restore', { id: parent.id });
  const { tasks } = await ada.query('{ tasks(trashed: true) { nodes { title } } }');
  expect(tasks.nodes).toEqual([{ title: 'Child' }]);
});
