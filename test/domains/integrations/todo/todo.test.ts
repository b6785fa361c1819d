import { expect, test } from 'vitest';
import {
  choose,
  conflictsOf,
  dueInBerlin,
  lastTodoSync,
  syncTodo,
  tasksHere,
  titlesThere,
  todoScene,
} from '../../../support/todo.ts';

test('the tasks of a list come here, with their label, and only those of the lists that were chosen', async () => {
  const scene = await todoScene((todo, { inbox, other }) => {
    todo.add(inbox, {
      title: 'Call Ada',
      body: { content: 'About <b>it</b><br>soon', contentType: 'html' },
      status: 'waitingOnOthers',
      importance: 'high',
      due: dueInBerlin('2026-12-01'),
    });
    todo.add(inbox, { title: 'Old', status: 'completed', completedOn: '2026-10-01' });
    todo.add(other, { title: 'Elsewhere' });
    todo.oddities.pageSize = 1;
  });
  expect(await lastTodoSync(scene)).toMatchObject({ outcome: 'SUCCEEDED', createdCount: 1, warnings: [] });
  expect(await tasksHere(scene)).toMatchObject([
    {
      title: 'Call Ada',
      description: 'About it\nsoon',
      status: 'IN_PROGRESS',
      priority: 'HIGH',
      dueOn: '2026-12-01',
      labels: [{ name: 'To Do' }],
      goal: null,
    },
  ]);
  const { integration } = await scene.owner.query(
    `{ integration(id: "${scene.id}") { todoLists { name isSynced isShared label { name } goal { title } } } }`,
  );
  expect(integration.todoLists).toEqual([
    { name: 'Tasks', isSynced: true, isShared: false, label: { name: 'To Do' }, goal: null },
    { name: 'Work', isSynced: false, isShared: false, label: null, goal: null },
  ]);
});

test('a task here with the label is created there, and changes go both ways without an echo', async () => {
  const scene = await todoScene();
  const { owner, app, todo, inbox, labelId } = scene;
  const task = await owner.mutate('createTask', {
    ...{ title: 'Write', description: 'One\nTwo', priority: 'URGENT', dueOn: '2026-12-24', labelIds: [labelId] },
  });
  await owner.mutate('createTask', { title: 'Not there' });
  // A change is followed without being asked for.
  await app.worker.work();
  const [there] = todo.inList(inbox);
  expect(there).toMatchObject({
    ...{ title: 'Write', importance: 'high', status: 'notStarted', body: { content: 'One\nTwo' } },
    due: { dateTime: '2026-12-24T00:00:00.0000000', timeZone: 'UTC' },
    links: [{ applicationName: 'Waymark' }],
  });
  const writes = () =>
    scene.fake.asked.filter(({ method, path }) => method !== 'GET' && path.includes('/todo/')).length;
  const written = writes();
  expect(await syncTodo(scene)).toMatchObject({ createdCount: 0, updatedCount: 0 });
  expect(writes()).toBe(written);
  todo.update(there?.id ?? '', { title: 'Write it', status: 'completed' });
  expect(await syncTodo(scene)).toMatchObject({ createdCount: 0, updatedCount: 1 });
  expect((await tasksHere(scene))[1]).toMatchObject({
    id: task.id,
    title: 'Write it',
    status: 'DONE',
    priority: 'URGENT',
  });
  await owner.mutate('reopenTask', { id: task.id });
  await owner.mutate('updateTask', { id: task.id, dueOn: null });
  await app.worker.work();
  expect(todo.get(there?.id ?? '')).toMatchObject({ status: 'notStarted', due: null, importance: 'high' });
  expect(await conflictsOf(scene)).toEqual([]);
});

test('what Waymark cannot say stays at To Do', async () => {
  const scene = await todoScene();
  const { owner, todo, inbox } = scene;
  const id = todo.add(inbox, {
    title: 'Wait',
    status: 'deferred',
    body: { content: '<p>Hi</p>', contentType: 'html' },
  });
  await syncTodo(scene);
  const [task] = await tasksHere(scene);
  expect(task).toMatchObject({ status: 'TODO', description: 'Hi' });
  await owner.mutate('updateTask', { id: task.id, title: 'Wait for it', priority: 'MEDIUM' });
  await syncTodo(scene);
  expect(todo.get(id)).toMatchObject({
    title: 'Wait for it',
    status: 'deferred',
    importance: 'normal',
    body: { contentType: 'html' },
  });
  await owner.mutate('cancelTask', { id: task.id });
  await syncTodo(scene);
  expect(todo.get(id)?.status).toBe('completed');
  todo.update(id, { importance: 'low' });
  await syncTodo(scene);
  expect((await tasksHere(scene))[0]).toMatchObject({ status: 'CANCELLED', priority: 'LOW' });
});

test('deletions go both ways, and what is restored comes back on the other side', async () => {
  const scene = await todoScene();
  const { owner, todo, inbox } = scene;
  const [a, b] = [todo.add(inbox, { title: 'A' }), todo.add(inbox, { title: 'B' })];
  await syncTodo(scene);
  const [taskA, taskB] = await tasksHere(scene);
  const removed = todo.remove(a);
  await owner.mutate('trash', { id: taskB.id });
  expect(await syncTodo(scene)).toMatchObject({ cancelledCount: 1 });
  expect(await tasksHere(scene)).toEqual([]);
  expect(todo.get(b)).toBeUndefined();
  if (removed) todo.restore(removed);
  await owner.mutate('restore', { id: taskB.id });
  await syncTodo(scene);
  expect((await tasksHere(scene)).map(({ id }: { id: string }) => id)).toEqual([taskA.id, taskB.id]);
  expect(titlesThere(scene, inbox)).toEqual(['A', 'B']);
  await owner.mutate('trash', { id: taskA.id });
  await owner.mutate('deletePermanently', { id: taskA.id }, 'changeSet { id }');
  await syncTodo(scene);
  expect(titlesThere(scene, inbox)).toEqual(['B']);
});

test('a task that moves to another synced list is the same, under its new id; one that leaves the synced lists is trashed', async () => {
  const scene = await todoScene();
  const { owner, todo, inbox, other } = scene;
  const id = todo.add(inbox, { title: 'Move' });
  await syncTodo(scene);
  await choose(scene, 'Work', { isSynced: true });
  await syncTodo(scene);
  const [task] = await tasksHere(scene);
  await owner.mutate('updateTask', { id: task.id, priority: 'HIGH' });
  const moved = todo.move(id, other);
  await syncTodo(scene);
  await syncTodo(scene);
  expect(await tasksHere(scene)).toMatchObject([{ id: task.id, title: 'Move', priority: 'HIGH' }]);
  expect(todo.get(moved)?.importance).toBe('high');
  await choose(scene, 'Work', { isSynced: false });
  await syncTodo(scene);
  expect(await tasksHere(scene)).toHaveLength(1);
  expect(titlesThere(scene, other)).toEqual(['Move']);
  const stays = todo.add(inbox, { title: 'Leave' });
  await syncTodo(scene);
  todo.move(stays, other);
  await syncTodo(scene);
  expect((await tasksHere(scene, true)).map(({ title }: { title: string }) => title)).toEqual(['Leave']);
});

test('the same list chosen again makes no second task, and a deleted list leaves its tasks', async () => {
  const scene = await todoScene();
  const { todo, inbox } = scene;
  todo.add(inbox, { title: 'Once' });
  await syncTodo(scene);
  for (const tellsLinks of [true, false]) {
    todo.oddities.tellsLinks = tellsLinks;
    await choose(scene, 'Tasks', { isSynced: false });
    await syncTodo(scene);
    await choose(scene, 'Tasks', { isSynced: true });
    expect(await syncTodo(scene)).toMatchObject({ createdCount: 0 });
  }
  todo.removeList(inbox);
  expect(await syncTodo(scene)).toMatchObject({ outcome: 'SUCCEEDED', cancelledCount: 0 });
  expect(await tasksHere(scene)).toHaveLength(1);
});

test('how a task repeats is told, and what no rule says says so', async () => {
  const weekly = {
    pattern: { type: 'weekly', interval: 2, daysOfWeek: ['monday'], firstDayOfWeek: 'monday' },
    range: { type: 'noEnd', startDate: '2026-11-23' },
  };
  const scene = await todoScene((todo, { inbox }) => {
    todo.add(inbox, { title: 'A', recurrence: weekly });
    todo.add(inbox, { title: 'B', recurrence: { pattern: { type: 'lunar' }, range: { type: 'noEnd' } } });
  });
  const text =
    '{ tasks(orderBy: [{ field: TITLE }]) { nodes { todoItems { list { name } recurrenceRule recurrenceProblem isPending problem } } } }';
  const { tasks } = await scene.owner.query(text);
  const fine = { list: { name: 'Tasks' }, isPending: false, problem: null };
  expect(tasks.nodes).toEqual([
    { todoItems: [{ ...fine, recurrenceRule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=MO', recurrenceProblem: null }] },
    { todoItems: [{ ...fine, recurrenceRule: null, recurrenceProblem: expect.stringContaining('Change it there') }] },
  ]);
});

test('the permission is asked for only with it; a sign-in without it ends the sync of tasks, and nothing else', async () => {
  const scene = await todoScene();
  const { app, fake, owner, id } = scene;
  const scopes = fake.asked
    .filter(({ path }) => path.includes('/authorize'))
    .map(({ path }) => new URL(path, fake.url).searchParams.get('scope'));
  expect(scopes).toEqual([expect.stringContaining('Tasks.ReadWrite')]);
  const { connectOutlook } = await import('../../../support/integrations.ts');
  await connectOutlook(scene);
  expect(fake.asked.filter(({ path }) => path.includes('/authorize')).at(-1)?.path).not.toContain('Tasks');
  const read = async () =>
    (await owner.query(`{ integration(id: "${id}") { state permissions syncTasks { kind } todoLists { isSynced } } }`))
      .integration;
  app.clock.advance(60 * 60_000);
  await app.worker.work();
  expect(await read()).toMatchObject({ state: 'CONNECTED', permissions: [], syncTasks: [{ kind: 'CALENDAR' }] });
  await connectOutlook(scene, ['WRITE_TASKS']);
  expect(await syncTodo(scene)).toMatchObject({ outcome: 'SUCCEEDED' });
  expect(await read()).toMatchObject({ state: 'CONNECTED', syncTasks: [{ kind: 'CALENDAR' }, { kind: 'TODO' }] });
});
