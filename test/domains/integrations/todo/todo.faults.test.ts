import { expect, test } from 'vitest';
import { secondApp } from '../../../support/app.ts';
import type { FakeResponse } from '../../../support/fakes/graph/server.ts';
import {
  choose,
  conflictsOf,
  lastTodoSync,
  syncTodo,
  type TodoScene,
  tasksHere,
  titlesThere,
  todoScene,
} from '../../../support/todo.ts';

const stateOf = async ({ owner, id }: TodoScene) =>
  (await owner.query(`{ integration(id: "${id}") { state syncTasks { kind nextSyncAt problem failureCount } } }`))
    .integration;
const todoTask = async (scene: TodoScene) =>
  (await stateOf(scene)).syncTasks.find(({ kind }: { kind: string }) => kind === 'TODO');

const fail = ({ fake }: TodoScene, path: RegExp, respond: FakeResponse, times = 1) => {
  fake.faults.push({ path, times, respond });
};

test('pages with empty ones, tasks told twice, removals taken back and removals of unknown tasks are read right', async () => {
  const scene = await todoScene((todo, { inbox }) => {
    Object.assign(todo.oddities, { isMessy: true, pageSize: 1 });
    for (const title of ['A', 'B', 'C']) todo.add(inbox, { title });
  });
  const { todo, inbox } = scene;
  expect((await tasksHere(scene)).map(({ title }: { title: string }) => title)).toEqual(['A', 'B', 'C']);
  const [first] = todo.inList(inbox);
  todo.update(first?.id ?? '', { title: 'A2' });
  expect(await syncTodo(scene)).toMatchObject({ createdCount: 0, updatedCount: 1, cancelledCount: 0 });
});

test('a delta whose state is lost starts anew, in whichever way that is told, and deletes nothing that is there', async () => {
  const scene = await todoScene();
  const { todo, inbox } = scene;
  const [keep, gone] = [todo.add(inbox, { title: 'Keep' }), todo.add(inbox, { title: 'Gone' })];
  await syncTodo(scene);
  const lost: FakeResponse[] = [
    { status: 410, headers: { location: `${scene.fake.url}/elsewhere` }, html: 'Gone' },
    { status: 400, json: { error: { code: 'syncStateNotFound', message: 'x' } } },
    { status: 410, json: { error: { code: 'resyncRequired', message: 'x' } } },
  ];
  for (const respond of lost) {
    fail(scene, /tasks\/delta\?\$deltatoken/, respond);
    expect(await syncTodo(scene)).toMatchObject({ outcome: 'SUCCEEDED', createdCount: 0, cancelledCount: 0 });
  }
  // In the middle of a round.
  todo.oddities.pageSize = 1;
  for (const id of [keep, gone]) todo.update(id, { importance: 'high' });
  fail(scene, /tasks\/delta\?\$skiptoken/, { status: 410, html: '' });
  expect(await syncTodo(scene)).toMatchObject({ updatedCount: 2, cancelledCount: 0 });
  todo.remove(gone);
  todo.forget();
  expect(await syncTodo(scene)).toMatchObject({ cancelledCount: 1 });
  expect(await tasksHere(scene)).toMatchObject([{ title: 'Keep' }]);
});

test('a removal that is not true is asked for first', async () => {
  const scene = await todoScene();
  const { todo, inbox, fake } = scene;
  const id = todo.add(inbox, { title: 'There' });
  await syncTodo(scene);
  const link = `${fake.url}/v1.0/me/todo/lists/${inbox}/tasks/delta?$deltatoken=x`;
  const value = [
    { id, '@removed': { reason: 'changed' } },
    { id: 'unknown', '@removed': { reason: 'deleted' } },
  ];
  fail(scene, /tasks\/delta/, { status: 200, json: { value, '@odata.deltaLink': link } });
  expect(await syncTodo(scene)).toMatchObject({ cancelledCount: 0 });
  expect(await tasksHere(scene)).toHaveLength(1);
});

test('a link to another server is not followed, and gets no token', async () => {
  const scene = await todoScene();
  const before = await tasksHere(scene);
  const respond = { status: 200, json: { value: [], '@odata.nextLink': 'https://evil.example.org/' } };
  fail(scene, /tasks\/delta/, respond, Number.MAX_SAFE_INTEGER);
  expect(await syncTodo(scene)).toMatchObject({
    outcome: 'FAILED',
    problem: expect.stringContaining('another server'),
  });
  expect(await tasksHere(scene)).toEqual(before);
});

test('what could not be sent keeps its place, and waits as long as To Do asks to, in whichever way', async () => {
  const scene = await todoScene();
  const { owner, app, inbox, labelId } = scene;
  const busy: [FakeResponse, number][] = [
    [{ status: 429, headers: { 'retry-after': '1800' }, json: { error: { code: 'TooManyRequests' } } }, 1800],
    [
      {
        status: 429,
        headers: { 'retry-after': new Date(app.clock.now().getTime() + 4 * 3_600_000).toUTCString() },
        html: '<html>',
      },
      3600,
    ],
    [{ status: 429, html: '<html>Too many</html>' }, 30],
    [{ status: 503, html: 'Service Unavailable' }, 30],
    [{ status: 200, html: '<html>Sign in</html>' }, 30],
  ];
  for (const [index, [respond, least]] of busy.entries()) {
    const title = `Task ${index}`;
    await owner.mutate('createTask', { title, labelIds: [labelId] });
    fail(scene, /lists\/[^/]+\/tasks$/, respond);
    expect(await syncTodo(scene)).toMatchObject({ outcome: 'FAILED' });
    const task = await todoTask(scene);
    expect(Date.parse(task.nextSyncAt) - app.clock.now().getTime()).toBeGreaterThanOrEqual(least * 1000);
    const pending = `{ tasks(filter: { title: { eq: "${title}" } }) { nodes { todoItems { isPending } } } }`;
    expect((await owner.query(pending)).tasks.nodes[0].todoItems).toEqual([{ isPending: true }]);
    // Changes of tasks do not have it asked sooner.
    await owner.mutate('createTask', { title: 'Other' });
    await app.worker.work();
    expect(await todoTask(scene)).toMatchObject({ nextSyncAt: task.nextSyncAt, failureCount: 1 });
    app.clock.set(task.nextSyncAt);
    await app.worker.work();
    expect(titlesThere(scene, inbox)).toContain(title);
  }
  expect(titlesThere(scene, inbox)).toHaveLength(busy.length);
});

test('a task whose creation was not confirmed is not made twice', async () => {
  const scene = await todoScene();
  const { owner, todo, inbox, labelId } = scene;
  await owner.mutate('createTask', { title: 'Once', labelIds: [labelId] });
  todo.oddities.lostResponses = 1;
  expect(await syncTodo(scene)).toMatchObject({ outcome: 'FAILED' });
  await owner.mutate('updateTask', { id: (await tasksHere(scene))[0].id, title: 'Once only' });
  await syncTodo(scene, 60);
  await syncTodo(scene);
  expect(titlesThere(scene, inbox)).toEqual(['Once only']);
  expect(await tasksHere(scene)).toHaveLength(1);
  expect(await conflictsOf(scene)).toEqual([]);
});

test('a change and a deletion that were not confirmed are done once', async () => {
  const scene = await todoScene();
  const { owner, todo, inbox } = scene;
  for (const title of ['A', 'B']) todo.add(inbox, { title });
  await syncTodo(scene);
  const [a, b] = await tasksHere(scene);
  await owner.mutate('updateTask', { id: a.id, title: 'A2' });
  await owner.mutate('trash', { id: b.id });
  todo.oddities.lostResponses = 1;
  await syncTodo(scene);
  todo.oddities.lostResponses = 1;
  await syncTodo(scene, 60);
  await syncTodo(scene, 60);
  expect(titlesThere(scene, inbox)).toEqual(['A2']);
  expect(await tasksHere(scene)).toMatchObject([{ title: 'A2' }]);
  expect(await conflictsOf(scene)).toEqual([]);
});

test('what changes there while it is sent is read again, and decided again', async () => {
  const scene = await todoScene();
  const { owner, todo, inbox, fake } = scene;
  const id = todo.add(inbox, { title: 'A' });
  await syncTodo(scene);
  const [task] = await tasksHere(scene);
  const racing = (change: () => void) =>
    fake.faults.push({
      path: new RegExp(`tasks/${id}$`),
      times: 1,
      respond: () => {
        change();
        return { status: 412, json: { error: { code: 'ErrorIrresolvableConflict' } } };
      },
    });
  await owner.mutate('updateTask', { id: task.id, title: 'Ours' });
  racing(() => todo.update(id, { importance: 'high' }));
  await syncTodo(scene);
  expect(todo.get(id)).toMatchObject({ title: 'Ours', importance: 'high' });
  expect(await tasksHere(scene)).toMatchObject([{ title: 'Ours', priority: 'HIGH' }]);
  await owner.mutate('updateTask', { id: task.id, title: 'Ours again' });
  racing(() => todo.update(id, { title: 'Theirs' }));
  await syncTodo(scene);
  expect(todo.get(id)?.title).toBe('Theirs');
  expect(await conflictsOf(scene)).toMatchObject([{ kind: 'CHANGED_ON_BOTH' }]);
});

test('a task that To Do refuses waits by itself, and says why', async () => {
  const scene = await todoScene();
  const { owner, app, inbox, labelId } = scene;
  await owner.mutate('createTask', { title: 'Refused', labelIds: [labelId] });
  await owner.mutate('createTask', { title: 'Taken', labelIds: [labelId] });
  fail(scene, /tasks$/, { status: 400, json: { error: { code: 'invalidRequest', message: 'Not like this.' } } });
  const sync = await syncTodo(scene);
  expect(sync).toMatchObject({ outcome: 'SUCCEEDED', skippedCount: 1 });
  expect(sync.warnings[0]).toContain('Not like this.');
  expect(titlesThere(scene, inbox)).toEqual(['Taken']);
  const text = '{ tasks(filter: { title: { eq: "Refused" } }) { nodes { todoItems { isPending problem } } } }';
  expect((await owner.query(text)).tasks.nodes[0].todoItems).toEqual([
    { isPending: true, problem: expect.stringContaining('Not like this.') },
  ]);
  await syncTodo(scene);
  expect(titlesThere(scene, inbox)).toEqual(['Taken']);
  app.clock.advance(10 * 60_000);
  await syncTodo(scene);
  expect(titlesThere(scene, inbox)).toEqual(['Refused', 'Taken']);
});

test('a token that has expired in the middle is refreshed, and consent that was revoked is told', async () => {
  const scene = await todoScene();
  const { owner, fake, labelId, inbox } = scene;
  await owner.mutate('createTask', { title: 'A', labelIds: [labelId] });
  fail(scene, /tasks$/, { status: 401, json: { error: { code: 'InvalidAuthenticationToken' } } });
  expect(await syncTodo(scene)).toMatchObject({ outcome: 'SUCCEEDED' });
  expect(titlesThere(scene, inbox)).toEqual(['A']);
  fail(scene, /\/todo\//, { status: 503, html: '' });
  await syncTodo(scene);
  fake.identity.revokeAll();
  await syncTodo(scene, 120);
  // What was wrong with a part before is not told any more.
  expect(await stateOf(scene)).toMatchObject({
    state: 'NEEDS_SIGN_IN',
    syncTasks: [
      { problem: null, failureCount: 0 },
      { problem: null, failureCount: 0 },
    ],
  });
});

test('nothing of To Do is read or written while no list is chosen, but for the names of the lists', async () => {
  const scene = await todoScene();
  await choose(scene, 'Tasks', { isSynced: false });
  const before = scene.fake.asked.length;
  await scene.owner.mutate('createTask', { title: 'A', labelIds: [scene.labelId] });
  await syncTodo(scene);
  const asked = scene.fake.asked.slice(before).filter(({ path }) => path.includes('/todo/'));
  expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /v1.0/me/todo/lists']);
  expect(await lastTodoSync(scene)).toMatchObject({ outcome: 'SUCCEEDED' });
});

test('another person can neither see nor change lists and how tasks are synced', async () => {
  const scene = await todoScene();
  const { owner, app, id } = scene;
  const { integration } = await owner.query(`{ integration(id: "${id}") { todoLists { id } } }`);
  const bob = await app.person('Bob');
  const label = await bob.mutate('createLabel', { name: 'Mine' });
  const [list] = integration.todoLists;
  expect((await bob.query(`{ todoList(id: "${list.id}") { name } }`)).todoList).toBeNull();
  expect(await bob.mutate('updateTodoList', { id: list.id, isSynced: false })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await owner.mutate('updateTodoList', { id: list.id, labelId: label.id })).toMatchObject({ code: 'NOT_FOUND' });
});

test('a To Do that may not be read does not stand for the calendar: each part has its own problem', async () => {
  const scene = await todoScene();
  const { owner, id } = scene;
  const forbidden = { status: 403, json: { error: { code: 'accessDenied', message: 'Access is denied.' } } };
  fail(scene, /\/todo\//, forbidden);
  expect(await syncTodo(scene)).toMatchObject({ outcome: 'FAILED' });
  const text = `{ integration(id: "${id}") { state problem syncTasks { kind problem problemKind } } }`;
  expect((await owner.query(text)).integration).toMatchObject({
    state: 'CONNECTED',
    problem: expect.stringContaining('allow to read and change your tasks'),
    syncTasks: [
      { kind: 'CALENDAR', problem: null, problemKind: null },
      { kind: 'TODO', problem: expect.stringContaining('403'), problemKind: 'FORBIDDEN' },
    ],
  });
  fail(scene, /^\/v1\.0\//, { status: 503, html: '' }, 9);
  await syncTodo(scene, 10);
  expect((await owner.query(text)).integration).toMatchObject({
    state: 'BACKING_OFF',
    syncTasks: [{ problemKind: 'UNAVAILABLE' }, { problemKind: 'UNAVAILABLE' }],
  });
  scene.fake.faults.length = 0;
  await syncTodo(scene, 30);
  expect((await owner.query(text)).integration).toMatchObject({
    state: 'CONNECTED',
    problem: null,
    syncTasks: [{ problemKind: null }, { problemKind: null }],
  });
});

test('two servers sync one To Do one at a time, and what they send to it is sent once', async () => {
  const scene = await todoScene();
  const { app, owner, todo, inbox, fake, labelId } = scene;
  const other = await secondApp(app, fake.variables, { clock: app.clock });
  const before = await app.db.reads.syncRun.count({ where: { kind: 'TODO' } });
  for (let round = 0; round < 4; round++) {
    app.clock.advance(15 * 60_000);
    todo.add(inbox, { title: `There ${round}` });
    await owner.mutate('createTask', { title: `Here ${round}`, labelIds: [labelId] });
    await Promise.all([app.worker.work(), other.worker.work(), app.worker.work(), other.worker.work()]);
  }
  const titles = ['Here', 'There'].flatMap((side) => [0, 1, 2, 3].map((round) => `${side} ${round}`));
  expect(titlesThere(scene, inbox)).toEqual(titles);
  expect((await tasksHere(scene)).map(({ title }: { title: string }) => title)).toEqual(titles);
  const creations = fake.asked.filter(({ method, path }) => method === 'POST' && path.endsWith('/tasks'));
  expect(creations).toHaveLength(4);
  const runs = await app.db.reads.syncRun.findMany({ where: { kind: 'TODO' }, skip: before, orderBy: { id: 'asc' } });
  expect(new Set(runs.map(({ outcome }) => outcome))).toEqual(new Set(['SUCCEEDED']));
});
