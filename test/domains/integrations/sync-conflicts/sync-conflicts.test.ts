import { expect, test } from 'vitest';
import { conflictsOf, syncTodo, tasksHere, todoScene } from '../../../support/todo.ts';

/** A task that was changed on both sides. */
async function conflictScene() {
  const scene = await todoScene();
  const there = scene.todo.add(scene.inbox, { title: 'Call', importance: 'low' });
  await syncTodo(scene);
  const [task] = await tasksHere(scene);
  await scene.owner.mutate('updateTask', { id: task.id, title: 'Call Ada', priority: 'URGENT', dueOn: '2026-12-01' });
  scene.todo.update(there, { title: 'Call Alan', importance: 'normal', status: 'inProgress' });
  await syncTodo(scene);
  return { ...scene, there, taskId: task.id as string };
}

test('what both sides have changed stays on both, and all else is carried over', async () => {
  const scene = await conflictScene();
  const { todo, there, taskId } = scene;
  expect(await tasksHere(scene)).toMatchObject([
    { title: 'Call Ada', priority: 'URGENT', status: 'IN_PROGRESS', dueOn: '2026-12-01' },
  ]);
  expect(todo.get(there)).toMatchObject({ title: 'Call Alan', importance: 'normal', status: 'inProgress' });
  expect(todo.get(there)?.due?.dateTime).toContain('2026-12-01');
  expect(await conflictsOf(scene)).toEqual([
    {
      id: expect.any(String),
      kind: 'CHANGED_ON_BOTH',
      task: { id: taskId, title: 'Call Ada' },
      fields: [
        { field: 'TITLE', base: 'Call', ours: 'Call Ada', theirs: 'Call Alan' },
        { field: 'PRIORITY', base: 'LOW', ours: 'URGENT', theirs: 'NONE' },
      ],
      detectedAt: expect.any(String),
      resolution: null,
    },
  ]);
});

test('a conflict ends by keeping a side, by field; the change of the task can be undone, which To Do then gets', async () => {
  const scene = await conflictScene();
  const { owner, todo, there, taskId } = scene;
  const [{ id }] = await conflictsOf(scene);
  const input = { id, keep: 'KEEP_OURS', fields: [{ field: 'TITLE', keep: 'KEEP_THEIRS' }] };
  const text = `mutation ($input: ResolveSyncConflictInput!) { resolveSyncConflict(input: $input) {
    ... on ResolveSyncConflictPayload { syncConflict { resolution resolvedAt } changeSet { id } } } }`;
  const { resolveSyncConflict } = await owner.query(text, { input });
  expect(resolveSyncConflict.syncConflict).toEqual({ resolution: 'MIXED', resolvedAt: expect.any(String) });
  await scene.app.worker.work();
  expect(await tasksHere(scene)).toMatchObject([{ title: 'Call Alan', priority: 'URGENT' }]);
  expect(todo.get(there)).toMatchObject({ title: 'Call Alan', importance: 'high' });
  expect(await conflictsOf(scene)).toEqual([]);
  await owner.mutate('undoChangeSet', { changeSetId: resolveSyncConflict.changeSet.id });
  await syncTodo(scene);
  expect(await tasksHere(scene)).toMatchObject([{ id: taskId, title: 'Call Ada' }]);
  expect(todo.get(there)?.title).toBe('Call Ada');
  expect(await owner.mutate('resolveSyncConflict', { id, keep: 'KEEP_OURS' })).toMatchObject({ code: 'CONFLICT' });
});

test('a conflict ends by itself once both are equal or one side goes back', async () => {
  const scene = await conflictScene();
  const { owner, todo, there, taskId } = scene;
  await owner.mutate('updateTask', { id: taskId, title: 'Call Alan' });
  todo.update(there, { importance: 'low' });
  await syncTodo(scene);
  expect(await conflictsOf(scene)).toEqual([]);
  expect(todo.get(there)).toMatchObject({ title: 'Call Alan', importance: 'high' });
});

test('what was deleted on one side and changed on the other is a conflict, in both ways', async () => {
  const scene = await todoScene();
  const { owner, todo, inbox, app } = scene;
  const [a, b, c, d] = ['A', 'B', 'C', 'D'].map((title) => todo.add(inbox, { title })) as [
    string,
    string,
    string,
    string,
  ];
  await syncTodo(scene);
  const [taskA, taskB, taskC, taskD] = await tasksHere(scene);
  const change = async (id: string) => owner.mutate('updateTask', { id, description: 'Mine' });
  for (const [there, here] of [
    [a, taskA],
    [b, taskB],
  ]) {
    todo.remove(there);
    await change(here.id);
  }
  for (const [there, here] of [
    [c, taskC],
    [d, taskD],
  ]) {
    todo.update(there, { importance: 'high' });
    await owner.mutate('trash', { id: here.id });
  }
  await syncTodo(scene);
  const conflicts = await conflictsOf(scene);
  expect(
    conflicts.map((one: { kind: string; task: { title: string } }) => `${one.task.title} ${one.kind}`).sort(),
  ).toEqual(['A DELETED_THERE', 'B DELETED_THERE', 'C DELETED_HERE', 'D DELETED_HERE']);
  const of = (title: string) => conflicts.find((one: { task: { title: string } }) => one.task.title === title);
  expect(of('A').fields).toEqual([{ field: 'DESCRIPTION', base: '', ours: 'Mine', theirs: null }]);
  expect(of('C').fields).toEqual([{ field: 'PRIORITY', base: 'NONE', ours: null, theirs: 'HIGH' }]);
  const resolve = (title: string, keep: string) => owner.mutate('resolveSyncConflict', { id: of(title).id, keep });
  const [field] = [{ field: 'TITLE', keep: 'KEEP_OURS' }];
  expect(
    await owner.mutate('resolveSyncConflict', { id: of('A').id, keep: 'KEEP_OURS', fields: [field] }),
  ).toMatchObject({
    issues: [{ path: ['input', 'fields', '0', 'field'] }],
  });
  for (const [title, keep] of [
    ['A', 'KEEP_OURS'],
    ['B', 'KEEP_THEIRS'],
    ['C', 'KEEP_OURS'],
    ['D', 'KEEP_THEIRS'],
  ] as const)
    await resolve(title, keep);
  await app.worker.work();
  await syncTodo(scene);
  expect((await tasksHere(scene)).map(({ title, priority }: Record<string, string>) => `${title} ${priority}`)).toEqual(
    ['A NONE', 'D HIGH'],
  );
  expect(
    todo
      .inList(inbox)
      .map(({ title, body }) => `${title} ${body.content}`)
      .sort(),
  ).toEqual(['A Mine', 'D ']);
  expect(await conflictsOf(scene)).toEqual([]);
});

test('a task with subtasks here is not trashed with them, but after them', async () => {
  const scene = await todoScene();
  const { owner, todo, inbox } = scene;
  const [parent, child] = [todo.add(inbox, { title: 'Parent' }), todo.add(inbox, { title: 'Child' })];
  await syncTodo(scene);
  const [childTask, parentTask] = await tasksHere(scene);
  await owner.mutate('updateTask', { id: childTask.id, parentId: parentTask.id });
  todo.remove(parent);
  await syncTodo(scene);
  expect(await conflictsOf(scene)).toMatchObject([{ kind: 'DELETED_THERE', fields: [] }]);
  expect(await tasksHere(scene)).toHaveLength(2);
  todo.remove(child);
  await syncTodo(scene, 25 * 60);
  expect((await tasksHere(scene, true)).map(({ title }: { title: string }) => title)).toEqual(['Child', 'Parent']);
  expect(await conflictsOf(scene)).toEqual([]);
});

test('conflicts that have ended are kept for 30 days, and nobody else has any', async () => {
  const scene = await conflictScene();
  const { owner, app } = scene;
  const [{ id }] = await conflictsOf(scene);
  const bob = await app.person('Bob');
  expect(await bob.mutate('resolveSyncConflict', { id, keep: 'KEEP_OURS' })).toMatchObject({ code: 'NOT_FOUND' });
  expect((await bob.query('{ syncConflicts { totalCount } }')).syncConflicts.totalCount).toBe(0);
  await owner.mutate('resolveSyncConflict', { id, keep: 'KEEP_THEIRS' });
  await owner.mutate('pauseIntegration', { id: scene.id });
  app.clock.advance(31 * 24 * 60 * 60_000);
  await app.worker.work();
  expect(await app.db.reads.syncConflict.count()).toBe(0);
});
