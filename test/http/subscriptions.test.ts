import { type IncomingMessage, request } from 'node:http';
import { expect, test } from 'vitest';
import { followChanges } from '../../src/domains/history/changes/changes.service.ts';
import { type ChangeNotifications, createChangeNotifications } from '../../src/platform/live/change-notifications.ts';
import { createSubscriptionStreams, maxStreams } from '../../src/platform/live/subscription-streams.ts';
import { createTestApp, createTestClock, type Person, type TestApp } from '../support/app.ts';
import { ownerInBrowser } from '../support/browser.ts';
import { contextOf } from '../support/context.ts';
import { listening } from '../support/listening.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { eventsOf } from '../support/streams.ts';

/* How subscriptions are opened, limited and ended. */

const everything = 'subscription { changed { ... on ChangePage { cursor changes { nodeId } } } }';
const openIn = (app: TestApp) => app.streams.size;

/** Subscribes, and waits for the first event. */
async function followed(person: Person) {
  const events = await person.follow(everything);
  expect((await events.next())?.data.changed.changes).toEqual([]);
  return events;
}

test('an expensive or invalid subscription is refused before a stream is opened', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await ada.query('{ viewer { id } }');
  const authentication = await app.counting(() => ada.ask('{ __typename }'));
  const nested = (levels: number, first: number): string =>
    levels === 0 ? 'id' : `subtasks(first: ${first}) { nodes { ${nested(levels - 1, first)} } }`;
  const task = (fields: string) =>
    `subscription { changed(first: 1) { ... on ChangePage { changes { node { ... on Task { ${fields} } } } } } }`;
  const refused: Record<string, string> = {
    depth: task(nested(12, 1)),
    complexity: task(nested(6, 100)),
    'complexity by the pages of the stream': `subscription { changed { ... on ChangePage { changes { node {
      ... on Task { ${nested(5, 100)} }
    } } } } }`,
    'complexity in a fragment': `subscription { ...F } fragment F on Subscription { ...G }
      fragment G on Subscription { changed { ... on ChangePage { changes { node { ... on Task { ${nested(6, 100)} } } } } } }`,
    'pages of none': task('subtasks(first: 0) { nodes { id } }'),
    'pages that are too long': 'subscription { changed(first: 101) { __typename } }',
    aliases: task(Array.from({ length: 61 }, (_, index) => `a${index}: id`).join(' ')),
    'two fields': 'subscription { changed { __typename } again: changed { __typename } }',
    'a type that has no history': 'subscription { changed(types: [SESSION]) { __typename } }',
    'a variable that is missing': 'subscription ($after: String!) { changed(after: $after) { __typename } }',
  };
  for (const [name, text] of Object.entries(refused)) {
    const statements = await app.counting(async () => {
      const { status, data, errors } = await ada.ask(text, {}, { accept: 'text/event-stream, application/json' });
      expect([name, status < 500, data ?? null, errors?.[0]?.extensions.code]).toEqual([
        name,
        true,
        null,
        expect.stringMatching(/^(BAD_USER_INPUT|TOO_LARGE|GRAPHQL_VALIDATION_FAILED)$/),
      ]);
    });
    expect([name, statements]).toEqual([name, expect.toSatisfy((count: number) => count <= authentication)]);
  }
  const { status, errors } = await ada.ask(everything, {}, { accept: 'application/json' });
  expect([status, errors?.[0]?.extensions.code]).toEqual([406, 'NOT_ACCEPTABLE']);
  expect(openIn(app)).toBe(0);
});

test('any credentials that may read may subscribe', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { token } = await ada.mutate('createAccessToken', { name: 'Reads', scopes: ['READ'] }, 'token');
  const browser = await ownerInBrowser(app);
  for (const person of [ada, app.as({ authorization: `Bearer ${token}` }), browser]) {
    (await followed(person)).close();
  }
  const { cookie } = browser;
  const refused: [Person, number, string][] = [
    [app.nobody, 200, 'UNAUTHENTICATED'],
    [app.as({ authorization: 'Bearer wm_pat_nothing' }), 401, 'UNAUTHENTICATED'],
    [app.as({ cookie }), 403, 'FORBIDDEN'],
  ];
  for (const [person, status, code] of refused) {
    const events = await person.follow(everything);
    expect(events.response.status).toBe(status);
    expect((await events.next())?.errors?.[0]?.extensions.code).toBe(code);
    expect(await events.next()).toBeNull();
  }
  await expect.poll(() => openIn(app)).toBe(0);
});

test('an account has at most fifty open streams, independent of other accounts', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const open = await Promise.all(Array.from({ length: maxStreams }, () => followed(ada)));
  const refused = await ada.follow(everything);
  expect(refused.response.status).toBe(429);
  expect(refused.response.headers.get('retry-after')).toBe('4');
  const [error] = (await refused.next())?.errors ?? [];
  expect(error).toMatchObject({ message: expect.stringContaining('50'), extensions: { code: 'RATE_LIMITED' } });
  (await followed(bob)).close();
  open.pop()?.close();
  await expect.poll(() => openIn(app)).toBe(maxStreams - 1);
  open.push(await followed(ada));
  expect((await ada.follow(everything)).response.status).toBe(429);
  for (const events of open) events.close();
  await expect.poll(() => openIn(app)).toBe(0);
});

test('ten thousand abandoned streams leave no resources behind', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const ctx = await contextOf(app, ada);
  const { changeNotifications, listening: ears } = counted(await createChangeNotifications(null, ctx.log.child()));
  const streams = createSubscriptionStreams(changeNotifications, 60_000);
  for (let round = 0; round < 10_000; round += 1) {
    const stream = streams.open(ctx.viewer.accountId, async () => ctx);
    const events = followChanges({ ...ctx, stream }, {});
    if (round % 100 === 0) await events.next();
    // Abandoned while it waits for a change.
    const waiting = round % 200 === 0 ? events.next() : null;
    expect([streams.size, ears()]).toEqual([1, 1]);
    stream.end();
    await events.return();
    expect((await waiting)?.done ?? true).toBe(true);
  }
  expect([streams.size, ears()]).toEqual([0, 0]);

  for (let round = 0; round < 60; round += 1) {
    const events = await ada.follow(everything);
    if (round % 3 > 0) await events.next();
    if (round % 3 > 1) void events.next().catch(() => {});
    events.close();
  }
  await expect.poll(() => openIn(app)).toBe(0);
});

/** Signals, and how many listen to them. */
function counted(changeNotifications: ChangeNotifications): {
  changeNotifications: ChangeNotifications;
  listening: () => number;
} {
  let count = 0;
  const listen: ChangeNotifications['listen'] = (ownerId, heard) => {
    const stop = changeNotifications.listen(ownerId, heard);
    count += 1;
    return () => {
      stop();
      count -= 1;
    };
  };
  return { changeNotifications: { ...changeNotifications, listen }, listening: () => count };
}

test('a stream ends soon after its credentials', async () => {
  const app = await createTestApp({}, { pollInterval: 20 });
  const ends = async (name: string, person: Person, end: () => Promise<unknown>) => {
    const events = await followed(person);
    await end();
    const last = await events.next();
    expect([name, last?.errors?.[0]?.extensions.code]).toEqual([name, 'UNAUTHENTICATED']);
    expect(await events.next()).toBeNull();
    expect([name, events.ends]).toEqual([name, ['complete']]);
  };
  const ada = await app.person();
  const token = async (expiresAt: string | null = null) => {
    const input = { name: 'script', scopes: ['READ'], expiresAt };
    const made = await ada.mutate('createAccessToken', input, 'token accessToken { id }');
    return { id: made.accessToken.id, script: app.as({ authorization: `Bearer ${made.token}` }) };
  };
  const revoked = await token();
  await ends('a revoked token', revoked.script, () => ada.mutate('revokeAccessToken', { id: revoked.id }));
  const browser = await ownerInBrowser(app);
  await ends('a cookie that was signed out', browser, () => browser.query('mutation { signOut { __typename } }'));
  const expired = await token('PT5M');
  await ends('an expired token', expired.script, async () => app.clock.advance(6 * 60_000));
  await ends('a session that was signed out', ada, () => ada.query('mutation { signOut { __typename } }'));
  const bob = await app.person('Bob');
  await ends('an access token of a session that is over', bob, async () => app.clock.advance(16 * 60_000));
  const eve = await app.person('Eve');
  const { email, password } = eve;
  await ends('a deleted account', eve, () => eve.mutate('deleteAccount', { email, password }, 'deletedAccountId'));
  expect(openIn(app)).toBe(0);
});

test('all streams complete when the server stops, and so do new ones', async () => {
  const app = await createTestApp({}, { pollInterval: 60_000 });
  const ada = await app.person();
  const [first, second] = [await followed(ada), await followed(ada)];
  const waiting = [first.next(), second.next()];
  app.streams.close();
  expect(await Promise.all(waiting)).toEqual([null, null]);
  expect([first.ends, second.ends, openIn(app)]).toEqual([['complete'], ['complete'], 0]);
  const late = await followed(ada);
  expect(await late.next()).toBeNull();
  expect(openIn(app)).toBe(0);
});

test('an unexpected error ends the stream masked, and is logged under the request id', async () => {
  const { log, lines } = createMemoryLog();
  const clock = createTestClock();
  let broken = false;
  const now = () => {
    if (broken) throw new Error('The clock has stopped.');
    return clock.now();
  };
  const app = await createTestApp({}, { log, pollInterval: 20, clock: { now } });
  const events = await followed(await app.person());
  broken = true;
  const requestId = events.response.headers.get('x-request-id');
  const last = await events.next();
  expect(last?.errors).toMatchObject([{ extensions: { code: 'INTERNAL', requestId } }]);
  expect(JSON.stringify(last)).not.toContain('clock');
  expect(await events.next()).toBeNull();
  const errors = lines.filter(({ level }) => level === 50);
  expect(errors).toMatchObject([{ requestId, err: { message: 'The clock has stopped.' } }]);
  broken = false;
});

test('a stalled reader costs nothing, however many signals there are, and misses no change', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { port } = await listening(app.handler);
  const after = (await ada.query('{ changes { ... on ChangePage { cursor } } }')).changes.cursor;
  const titles = Array.from({ length: 30 }, (_, index) => `Task ${index}`);
  for (const title of titles) await ada.mutate('createTask', { title, description: title.padEnd(10_000, '.') });

  // Each page is over a megabyte, so that a few of them fill all buffers on the way to the client.
  const copies = Array.from({ length: 55 }, (_, index) => `d${index}: description`).join(' ');
  const query = `subscription ($after: String) { changed(after: $after, first: 2) { ... on ChangePage {
    changes { node { ... on Task { title ${copies} } } }
  } } }`;
  const reading = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${ada.accessToken}` };
    const sent = request({ port, path: '/graphql', method: 'POST', headers }, resolve);
    sent.on('error', reject).end(JSON.stringify({ query, variables: { after } }));
  });
  reading.pause();
  const pages = () => app.statements.filter((sql) => / FROM (?:[`"]\w+[`"]\.)?[`"]Change[`"]/.test(sql)).length;
  const settled = async () => {
    for (let seen = -1; seen !== pages(); await new Promise((resolve) => setTimeout(resolve, 150))) seen = pages();
    return pages();
  };
  const read = await settled();
  expect(read).toBeLessThan(titles.length / 2);
  const { changeNotifications } = app;
  for (let count = 0; count < 50_000; count += 1) changeNotifications.send(ada.id.slice('Account:'.length));
  expect(await settled()).toBe(read);
  expect((await ada.ask('{ tasks { totalCount } }')).data).toEqual({ tasks: { totalCount: 30 } });

  const response = new Response(reading as unknown as ReadableStream, { headers: reading.headers as HeadersInit });
  const events = eventsOf(response);
  const seen: string[] = [];
  while (seen.length < titles.length) {
    const { changes } = (await events.next())?.data.changed ?? {};
    seen.push(...changes.map((change: { node: { title: string } }) => change.node.title));
  }
  expect(seen).toEqual(titles);
  reading.destroy();
  await expect.poll(() => openIn(app)).toBe(0);
});
