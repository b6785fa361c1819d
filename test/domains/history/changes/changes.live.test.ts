import { expect, test } from 'vitest';
import { pruneHistory } from '../../../../src/domains/history/changes/changes.service.ts';
import { openDatabase } from '../../../../src/platform/database/database.ts';
import { createTestApp, type SignedInPerson, secondApp, type TestApp } from '../../../support/app.ts';
import { interposed } from '../../../support/interposed.ts';
import { scripted } from '../../../support/scripts.ts';
import type { Events } from '../../../support/streams.ts';

/* Subscriptions: what is done to somebody's rows, as it happens. */

const pages = `subscription ($after: String, $first: Int, $types: [NodeType!]) {
  changed(after: $after, first: $first, types: $types) {
    __typename
    ... on ChangePage { cursor hasMore changes { nodeId action node { id ... on Task { title version } } } }
    ... on Error { code message }
    ... on InvalidInputError { issues { path message } }
  }
}`;
const tasks = `subscription ($after: String) {
  changed(after: $after, first: 1, types: [TASK]) {
    __typename
    ... on ChangePage { cursor changes { nodeId action node { ... on Task { title labels { name } } } } }
    ... on Error { code message }
  }
}`;

const nextPage = async (events: Events) => (await events.next())?.data.changed;
/** The next change of a stream that has one on each page but the first, which may be empty. */
async function nextTask(events: Events): Promise<Record<string, unknown>> {
  const page = await nextPage(events);
  if (page.changes?.length === 0) return nextTask(events);
  return page.changes ? { cursor: page.cursor, ...page.changes[0] } : page;
}
const endOf = async (person: SignedInPerson): Promise<string> =>
  (await person.query('{ changes { ... on ChangePage { cursor } } }')).changes.cursor;
/** How many streams the application has open. */
const openIn = (app: TestApp) => app.streams.size;

test('a subscription starts with its cursor, then has each change as it is made', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await ada.mutate('createTask', { title: 'Before' });
  const events = await ada.follow(pages);
  const { headers } = events.response;
  expect([headers.get('content-type'), headers.get('x-accel-buffering')]).toEqual(['text/event-stream', 'no']);
  expect(await nextPage(events)).toEqual({
    __typename: 'ChangePage',
    cursor: await endOf(ada),
    hasMore: false,
    changes: [],
  });
  const { id } = await ada.mutate('createTask', { title: 'Now' });
  const created = { nodeId: id, action: 'CREATE', node: { id, title: 'Now', version: 1 } };
  expect(await nextPage(events)).toEqual({
    __typename: 'ChangePage',
    cursor: await endOf(ada),
    hasMore: false,
    changes: [created],
  });
  await ada.mutate('updateTask', { id, title: 'Later' });
  expect((await nextPage(events)).changes).toEqual([
    { nodeId: id, action: 'UPDATE', node: { id, title: 'Later', version: 2 } },
  ]);
  events.close();
  await expect.poll(() => openIn(app)).toBe(0);
});

test('with a cursor, it starts with the changes after it', async () => {
  const ada = await (await createTestApp()).person();
  const after = await endOf(ada);
  const ids = [];
  for (const title of ['A', 'B', 'C']) ids.push((await ada.mutate('createTask', { title })).id);
  const events = await ada.follow(pages, { after, first: 2 });
  const first = await nextPage(events);
  expect([first.hasMore, ...first.changes.map((change: { nodeId: string }) => change.nodeId)]).toEqual([
    true,
    ids[0],
    ids[1],
  ]);
  const second = await nextPage(events);
  expect([second.hasMore, ...second.changes.map((change: { nodeId: string }) => change.nodeId)]).toEqual([
    false,
    ids[2],
  ]);
  // Where a stream got to is where `changes` goes on, and the other way round.
  expect(second.cursor).toBe(await endOf(ada));
  events.close();
});

test('the changes of one type can be followed, including deletions', async () => {
  const ada = await (await createTestApp()).person();
  const after = await endOf(ada);
  const label = (await ada.mutate('createLabel', { name: 'Home' })).id;
  const { id } = await ada.mutate('createTask', { title: 'Rake' });
  await ada.mutate('updateTask', { id, labelIds: [label] });
  const events = await ada.follow(tasks, { after });
  const labelled = { title: 'Rake', labels: [{ name: 'Home' }] };
  expect(await nextTask(events)).toMatchObject({ nodeId: id, action: 'CREATE', node: labelled });
  const { cursor, ...second } = await nextTask(events);
  expect(second).toEqual({ nodeId: id, action: 'UPDATE', node: labelled });
  await ada.mutate('trash', { id });
  expect(await nextTask(events)).toMatchObject({ nodeId: id, action: 'UPDATE' });
  await ada.mutate('emptyTrash', {}, 'deletedCount');
  expect(await nextTask(events)).toMatchObject({ nodeId: id, action: 'DELETE', node: null });
  events.close();
  // Again from in between: nothing is left out, nothing comes twice.
  const again = await ada.follow(tasks, { after: cursor });
  expect(await nextTask(again)).toMatchObject({ action: 'UPDATE', node: null });
  expect(await nextTask(again)).toMatchObject({ action: 'DELETE', node: null });
  again.close();
});

test('each event has a context of its own: nodes, today and settings are those of its time', async () => {
  const app = await createTestApp();
  app.clock.set('2026-11-23T20:00:00Z');
  const inBrowser = await app.person();
  const ada = await scripted(app, inBrowser);
  const { id: goal } = await ada.mutate('createGoal', { title: 'Run', kind: 'PROJECT' });
  await ada.mutate('createTask', { title: 'Tomorrow', goalId: goal, scheduledOn: '2026-11-24' });
  const events = await ada.follow(`subscription { changed(types: [GOAL]) { ... on ChangePage {
    changes { node { ... on Goal { title tasks(filter: { scheduledOn: { eq: "TODAY" } }) { nodes { title } } } } }
  } } }`);
  expect((await nextPage(events)).changes).toEqual([]);
  const next = async (title: string) => {
    await ada.mutate('updateGoal', { id: goal, title });
    const [{ node }] = (await nextPage(events)).changes;
    expect(node.title).toBe(title);
    return node.tasks.nodes.map((task: { title: string }) => task.title);
  };
  expect(await next('Walk')).toEqual([]);
  // Where it is tomorrow already.
  await inBrowser.mutate('updateProfile', { timeZone: 'Pacific/Auckland' });
  expect(await next('Run')).toEqual(['Tomorrow']);
  await ada.mutate('createTask', { title: 'As well', goalId: goal, scheduledOn: '2026-11-24' });
  expect(await next('Run far')).toEqual(['Tomorrow', 'As well']);
  app.clock.set('2026-11-24T20:00:00Z');
  expect(await next('Run home')).toEqual([]);
  events.close();
});

test('typed errors end the stream, and are those of `changes`', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const early = await endOf(ada);
  for (const title of ['A', 'B']) await ada.mutate('createTask', { title });
  await pruneHistory(app.systemContext(), new Date('2030-01-01'));
  for (const [variables, code] of [
    [{ after: early }, 'CURSOR_EXPIRED'],
    [{ after: 'none' }, 'INVALID_INPUT'],
    [{ first: 0 }, 'INVALID_INPUT'],
  ] as const) {
    const events = await ada.follow(pages, variables);
    const event = await events.next();
    expect(event?.data?.changed.code ?? 'refused').toBe('first' in variables ? 'refused' : code);
    expect(await events.next()).toBeNull();
  }
  const events = await ada.follow(tasks, { after: early });
  expect(await nextTask(events)).toMatchObject({ __typename: 'CursorExpiredError', code: 'CURSOR_EXPIRED' });
  expect(await events.next()).toBeNull();
  expect(events.ends).toEqual(['complete']);
  expect(openIn(app)).toBe(0);
});

test('an event that fails is the last one, so that no changes are skipped', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const after = await endOf(ada);
  for (const title of ['A', 'B']) await ada.mutate('createTask', { title });
  const events = await ada.follow(
    `subscription ($after: String) { changed(after: $after, first: 1) { ... on ChangePage {
      cursor changes { node { ... on Task { subtasks(filter: { scheduledOn: { eq: "no day" } }) { totalCount } } } }
    } } }`,
    { after },
  );
  expect((await events.next())?.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(await events.next()).toBeNull();
  expect([events.ends, openIn(app)]).toEqual([['complete'], 0]);
});

test('a stream whose history is pruned before it continues ends with CursorExpiredError', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const after = await endOf(ada);
  for (const title of ['A', 'B', 'C', 'D']) await ada.mutate('createTask', { title });
  const { promise: forgotten, resolve: goOn } = Promise.withResolvers<void>();
  let reads = 0;
  const database = interposed(await openDatabase(app.config.database), (model) => {
    if (model === 'change') reads += 1;
    return model === 'change' && reads === 3 ? forgotten : null;
  });
  const events = await (await secondApp(app, {}, { database })).again(ada).follow(pages, { after, first: 1 });
  for (const title of ['A', 'B']) expect((await nextPage(events)).changes).toMatchObject([{ node: { title } }]);
  await pruneHistory(app.systemContext(), new Date('2030-01-01'));
  goOn();
  expect(await nextPage(events)).toMatchObject({ __typename: 'CursorExpiredError', code: 'CURSOR_EXPIRED' });
  expect([await events.next(), events.ends]).toEqual([null, ['complete']]);
});

test('a stream has changes of its own account only', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const [hers, his] = [await ada.follow(pages), await bob.follow(pages)];
  for (const events of [hers, his]) expect((await nextPage(events)).changes).toEqual([]);
  await ada.mutate('createTask', { title: 'Hers' });
  await bob.mutate('createTask', { title: 'His' });
  await ada.mutate('createTask', { title: 'Hers too' });
  expect((await nextPage(his)).changes).toMatchObject([{ node: { title: 'His' } }]);
  const seen = [];
  while (seen.length < 2) seen.push(...(await nextPage(hers)).changes);
  expect(seen).toMatchObject([{ node: { title: 'Hers' } }, { node: { title: 'Hers too' } }]);
  // A cursor of somebody else is one of another history.
  const stolen = await bob.follow(pages, { after: await endOf(ada) });
  expect((await nextPage(stolen)).code).toMatch(/CURSOR_EXPIRED|INVALID_INPUT/);
  for (const events of [hers, his, stolen]) events.close();
});

test('repeatedly broken connections neither lose nor repeat changes during concurrent writes', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  let cursor = await endOf(ada);
  const made: string[] = [];
  const write = async () => {
    for (let turn = 0; turn < 15; turn += 1) {
      made.push((await ada.mutate('createTask', { title: `Task ${turn}` })).id);
    }
  };
  const writers = Promise.all([write(), write(), write()]);
  const seen: string[] = [];
  for (let connection = 0; seen.length < 45; connection += 1) {
    const events = await ada.follow(pages, { after: cursor, first: 2 + (connection % 3) });
    // Some are left before they said anything, some after a page or more.
    for (let page = 0; page < connection % 4 && seen.length < 45; page += 1) {
      const { changes, cursor: next } = await nextPage(events);
      seen.push(...changes.map((change: { nodeId: string }) => change.nodeId));
      cursor = next;
    }
    events.close();
  }
  await writers;
  expect([...seen].sort()).toEqual([...made].sort());
  const { changeSets } = await ada.query(
    '{ changeSets(first: 45) { nodes { changes(first: 1) { nodes { nodeId } } } } }',
  );
  const committed = changeSets.nodes.map(
    (changeSet: { changes: { nodes: { nodeId: string }[] } }) => changeSet.changes,
  );
  expect(seen).toEqual(committed.map(({ nodes }: { nodes: { nodeId: string }[] }) => nodes[0]?.nodeId).reverse());
  await expect.poll(() => openIn(app)).toBe(0);
});

/** The tables that statements read, with how often. */
function tablesOf(statements: string[]): Record<string, number> {
  const tables = statements.map((sql) => / FROM (?:[`"]\w+[`"]\.)?[`"](\w+)/.exec(sql)?.[1] ?? sql);
  return Object.fromEntries([...Map.groupBy(tables, (table) => table)].map(([table, times]) => [table, times.length]));
}

test('a poll without changes takes one statement', async () => {
  const app = await createTestApp({}, { pollInterval: 20 });
  const ada = await app.person();
  const events = await ada.follow(pages);
  await nextPage(events);
  const before = app.statements.length;
  await expect.poll(() => app.statements.length).toBeGreaterThan(before + 3);
  // How far their log has come.
  expect(tablesOf(app.statements.slice(before, before + 3))).toEqual({ ChangeSet: 3 });
  events.close();
});

test('an event takes three statements plus those of its nodes, and a thousand notifications cause one read', async () => {
  const app = await createTestApp({}, { pollInterval: 60_000 });
  const ada = await app.person();
  // What is written by another process is told of here by nothing but the signals of this test.
  const elsewhere = (await secondApp(app)).again(ada);
  const { changeNotifications } = app;
  const signal = () => changeNotifications.send(ada.id.slice('Account:'.length));
  const events = await ada.follow(tasks, { after: await endOf(ada) });
  await quiet(app);

  await elsewhere.mutate('createTask', { title: 'A' });
  const before = app.statements.length;
  signal();
  expect(await nextTask(events)).toMatchObject({ node: { title: 'A' } });
  await quiet(app);
  const log = { ChangeSet: 2, Change: 1 };
  expect(tablesOf(app.statements.slice(before))).toEqual({ ...log, Task: 1, TaskLabel: 1 });

  const looks = await app.counting(async () => {
    for (let count = 0; count < 1_000; count += 1) signal();
    await quiet(app);
  });
  expect(looks).toBe(1);
  events.close();
});

/** Waits until no more statements run. */
async function quiet(app: TestApp): Promise<void> {
  for (let seen = -1; seen !== app.statements.length; await new Promise((resolve) => setTimeout(resolve, 60))) {
    seen = app.statements.length;
  }
}
