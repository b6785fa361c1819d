import { expect, test } from 'vitest';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import { integrationOf } from '../../../support/feed.ts';
import { syncTodo, type TodoScene, tasksHere, titlesThere, todoScene } from '../../../support/todo.ts';

const task = (id: string, json: object = {}) => ({ id, title: id, status: 'notStarted', linkedResources: [], ...json });
const due = (dateTime: string) => ({ dueDateTime: { dateTime, timeZone: 'UTC' } });
const recurrence = (pattern: object) => ({
  recurrence: { pattern, range: { type: 'noEnd' } },
  ...due('2026-11-27T00:00:00'),
});
const titles = async (scene: TodoScene) => (await tasksHere(scene)).map(({ title }: { title: string }) => title);
const tell = ({ fake, inbox }: TodoScene, value: object[]) => {
  const json = { value, '@odata.deltaLink': `${fake.url}/v1.0/me/todo/lists/${inbox}/tasks/delta?$deltatoken=1` };
  fake.faults.push({ path: /tasks\/delta/, times: 1, respond: { status: 200, json } });
};

test('what cannot be read is left out, counted and told, and keeps nothing else out', async () => {
  const scene = await todoScene();
  const odd = [
    task('february', due('2026-02-30T00:00:00')),
    task('late', due('9999-12-31T23:00:00.0000000')),
    task('digits', due('2026-11-27T00:00:00.0000000000')),
    task('days', recurrence({ type: 'weekly', interval: 1, daysOfWeek: 'monday' })),
    task('type', recurrence({ type: 'constructor' })),
    task('nul', { title: 'nul\u0000', linkedResources: [{ applicationName: 'Waymark', externalId: 'a\u0000' }] }),
    task('words', { status: 'constructor', importance: '__proto__', '@odata.etag': 'a\nb' }),
  ];
  const none = [task('..'), task('a\ud800'), task('a\u0000'), task('x'.repeat(501))];
  tell(scene, [...odd, ...none, task('good', due('2026-11-27T00:00:00.0000000'))]);
  const run = await syncTodo(scene);
  expect(run).toMatchObject({ outcome: 'SUCCEEDED', skippedCount: none.length, createdCount: odd.length + 1 });
  expect(run.warnings).toEqual([expect.stringMatching(/^“Tasks”: 4 tasks were left out/)]);
  expect(await titles(scene)).toEqual(['days', 'digits', 'february', 'good', 'late', 'nul', 'type', 'words']);
  const text = '{ tasks(first: 20) { nodes { title dueOn todoItems { recurrenceProblem } } } }';
  const found = (await scene.owner.query(text)).tasks.nodes as { title: string; todoItems: object[] }[];
  const of = (title: string) => found.find((one) => one.title === title);
  expect([of('february'), of('digits')]).toMatchObject([{ dueOn: null }, { dueOn: '2026-11-27' }]);
  for (const title of ['days', 'type'])
    expect(of(title)?.todoItems).toEqual([{ recurrenceProblem: expect.stringContaining('cannot be said') }]);
});

test('an id that leads to something else is never asked for, also if it is known from before', async () => {
  const scene = await todoScene((todo, { inbox }) => void todo.add(inbox, { title: 'Mine' }));
  const { app, owner, fake } = scene;
  await transaction(app.systemContext(), 'test', (tx) => tx.write.todoItem.update({}, { itemId: '..' }));
  const [mine] = await tasksHere(scene);
  await owner.mutate('trash', { id: mine.id });
  const asked = fake.asked.length;
  expect(await syncTodo(scene)).toMatchObject({ outcome: 'SUCCEEDED' });
  const deleted = fake.asked.slice(asked).filter(({ method }) => method === 'DELETE');
  expect(deleted.map(({ path }) => path)).toEqual([expect.stringMatching(/\/tasks\/task-\w+$/)]);
  expect(fake.asked.map(({ path }) => path).filter((path) => /\/(tasks|lists\/[^/]+)\/$/.test(path))).toEqual([]);
});

test('a list that is told twice is one, and one that is not told is asked for before it is forgotten', async () => {
  const scene = await todoScene((todo, { inbox }) => void todo.add(inbox, { title: 'Mine' }));
  const { owner, fake, inbox, other, todo, id } = scene;
  const lists = async () =>
    (await owner.query(`{ integration(id: "${id}") { todoLists { name isSynced } } }`)).integration.todoLists;
  const answer = (value: object[]) =>
    fake.faults.push({ path: /todo\/lists(\?|$)/, times: 1, respond: { status: 200, json: { value } } });
  const before = await lists();
  const list = { id: inbox, displayName: 'Tasks', wellknownListName: 'defaultList' };
  for (const value of [[list, list], []]) {
    answer(value);
    expect(await syncTodo(scene)).toMatchObject({ outcome: 'SUCCEEDED', cancelledCount: 0 });
    expect(await lists()).toEqual(before);
  }
  todo.removeList(other);
  await syncTodo(scene);
  expect(await lists()).toEqual([{ name: 'Tasks', isSynced: true }]);
  expect(titlesThere(scene, inbox)).toEqual(['Mine']);
});

test('an error that nobody foresaw is a state of the integration, and ends with its cause', async () => {
  const scene = await todoScene((todo, { inbox }) => void todo.add(inbox, { title: 'Mine' }));
  const { app, owner, id, todo, inbox } = scene;
  const breakBase = (base: string) =>
    transaction(app.systemContext(), 'test', (tx) => tx.write.todoItem.update({}, { base, isPending: true }));
  await breakBase('no JSON');
  await owner.mutate('syncIntegration', { id });
  for (let attempt = 0; attempt < 6; attempt++) {
    await app.worker.work();
    app.clock.advance(2 * 60_000);
  }
  const { syncTasks, problem } = (
    await owner.query(`{ integration(id: "${id}") { problem syncTasks { kind failureCount } } }`)
  ).integration;
  expect(problem).toContain('The log of the server says why.');
  expect(syncTasks).toContainEqual({ kind: 'TODO', failureCount: 1 });
  await breakBase('{}');
  todo.add(inbox, { title: 'Other' });
  app.clock.advance(60 * 60_000);
  await app.worker.work();
  expect(await titles(scene)).toEqual(['Mine', 'Other']);
  expect(await integrationOf(owner, id)).toMatchObject({ state: 'CONNECTED', problem: null });
});

test('a task that was created twice for one of here is not another one here, until it differs', async () => {
  const scene = await todoScene();
  const { owner, todo, inbox, labelId } = scene;
  await owner.mutate('createTask', { title: 'Call', labelIds: [labelId] });
  await syncTodo(scene);
  const [call] = todo.inList(inbox);
  const original = call?.id ?? '';
  // A server has gone on with it after its time.
  const copy = todo.add(inbox, { title: 'Call' });
  Object.assign(todo.inList(inbox).find(({ id }) => id === copy) ?? {}, { links: call?.links });
  const run = await syncTodo(scene);
  expect(run).toMatchObject({
    createdCount: 0,
    skippedCount: 1,
    warnings: [expect.stringContaining('“Call” is there twice')],
  });
  expect(await titles(scene)).toEqual(['Call']);
  todo.update(copy, { title: 'Call again' });
  await syncTodo(scene);
  expect(await titles(scene)).toEqual(['Call', 'Call again']);
  todo.remove(original);
  await syncTodo(scene);
  expect(await titles(scene)).toEqual(['Call again']);
});
