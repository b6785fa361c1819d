import { expect, onTestFinished, test, vi } from 'vitest';
import { createTask } from '../../src/domains/tasks/tasks/tasks.service.ts';
import { newId } from '../../src/platform/database/ids.ts';
import { ConflictError } from '../../src/platform/errors.ts';
import { idempotencyRetention } from '../../src/platform/jobs/housekeeping.ts';
import { deleteExpired } from '../../src/platform/jobs/retention.ts';
import { digest } from '../../src/platform/security/crypto.ts';
import { claimIdempotencyKey, keepResponse } from '../../src/platform/transactions/idempotency.ts';
import { createFreshTestApp, createTestApp, type Person, type SignedInPerson, type TestApp } from '../support/app.ts';
import { contextOf } from '../support/context.ts';
import { engine } from '../support/databases.ts';
import { failWrites } from '../support/failing-writes.ts';
import { everythingIn } from '../support/rows.ts';
import { lockWrites } from '../support/write-lock.ts';

const create = `mutation Create($input: CreateTaskInput!) {
  createTask(input: $input) { __typename ... on CreateTaskPayload { task { id title } } ... on Error { code message } }
}`;
const titled = (title: string) => ({ input: { title } });
const withKey = (key: string) => ({ 'idempotency-key': key });
const count = async (person: Person) => (await person.query('{ tasks { totalCount } }')).tasks.totalCount;
const codes = ({ errors }: { errors?: { extensions: Record<string, unknown> }[] }) =>
  errors?.map(({ extensions }) => extensions.code);

/** Sends a request, and returns the bytes of the response. */
async function raw(app: TestApp, token: string, body: object, headers: Record<string, string>) {
  const response = await app.fetch(
    new Request('http://waymark.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
      body: JSON.stringify(body),
    }),
  );
  const bytes = Buffer.from(await response.arrayBuffer()).toString('base64');
  return { status: response.status, type: response.headers.get('content-type'), bytes, headers: response.headers };
}

test('a mutation sent twice with one key runs once, and both responses have the same bytes', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const accept = 'application/graphql-response+json';
  for (const variables of [titled('Zoë’s talk'), titled('')]) {
    const key = withKey(newId());
    const first = await raw(app, ada.accessToken, { query: create, variables }, { ...key, accept });
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    app.clock.advance(60_000);
    // The order of the JSON keys and the Accept header do not make it another request.
    const again = await raw(app, ada.accessToken, { variables, query: create }, key);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect({ ...again, headers: null }).toEqual({ ...first, headers: null });
  }
  expect(await count(ada)).toBe(1);
});

test('a key is refused with any other request', async () => {
  const ada = await (await createTestApp()).person();
  const key = withKey('k-1');
  await ada.ask(create, titled('One'), key);
  for (const [query, variables] of [
    [create, titled('Two')],
    [`${create} `, titled('One')],
  ] as const) {
    const answer = await ada.ask(query, variables, key);
    expect([answer.status, codes(answer)]).toEqual([422, ['IDEMPOTENCY_KEY_REUSED']]);
  }
  expect(await count(ada)).toBe(1);
});

test('of twenty concurrent requests with one key one runs, and the others must wait or get its response', async () => {
  const ada = await (await createTestApp()).person();
  const ask = () => ada.ask(create, titled('Once'), withKey('twins'));
  const answers = await Promise.all(Array.from({ length: 20 }, ask));
  const made = answers.filter(({ status }) => status === 200);
  expect(new Set(made.map(({ data }) => data.createTask.task.id)).size).toBe(1);
  const waiting = answers.filter(({ status }) => status !== 200);
  for (const answer of waiting) {
    expect([answer.status, codes(answer)]).toEqual([409, ['IDEMPOTENCY_KEY_IN_USE']]);
    expect(answer.headers.get('retry-after')).toBe('1');
  }
  expect(made.filter(({ headers }) => !headers.has('idempotent-replayed')).length).toBe(1);
  expect((await ask()).data).toEqual(made[0]?.data);
  expect(await count(ada)).toBe(1);
});

/** Claims a key for a request that never finishes. */
async function claimedBefore(app: TestApp, ada: SignedInPerson, key: string, variables: object) {
  const ctx = await contextOf(app, ada);
  const claimed = await claimIdempotencyKey(ctx, key, digest({ query: create, operationName: null, variables }));
  if (claimed.is !== 'CLAIMED') throw new Error(`It was ${claimed.is}.`);
  return { ctx, claim: claimed.claim };
}

test('others wait while a request with the key runs; after half a minute one takes over, and the first does nothing', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const first = await claimedBefore(app, ada, 'slow', titled('Slow'));
  const ask = () => ada.ask(create, titled('Slow'), withKey('slow'));
  const waiting = await ask();
  expect([waiting.status, codes(waiting), waiting.data]).toEqual([409, ['IDEMPOTENCY_KEY_IN_USE'], undefined]);
  expect(waiting.headers.get('retry-after')).toBe('1');
  app.clock.advance(30_000);
  const taken = await ask();
  expect(taken.data.createTask.task.title).toBe('Slow');
  await expect(createTask({ ...first.ctx, claim: first.claim }, { title: 'Slow' } as never)).rejects.toThrow(
    ConflictError,
  );
  await keepResponse(first.ctx, first.claim, { status: 500, contentType: '', body: '' }, true);
  expect((await ask()).data).toEqual(taken.data);
  expect(await count(ada)).toBe(1);
});

test('a mutation whose response was lost is not repeated, and the error has its change sets', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const first = await claimedBefore(app, ada, 'lost', titled('Lost'));
  await createTask({ ...first.ctx, claim: first.claim }, { title: 'Lost' } as never);
  app.clock.advance(30_000);
  const answer = await ada.ask(create, titled('Lost'), withKey('lost'));
  const { changeSets } = await ada.query('{ changeSets(first: 1) { nodes { id } } }');
  expect([answer.status, codes(answer)]).toEqual([409, ['ALREADY_DONE']]);
  expect(answer.errors?.[0]?.extensions.changeSetIds).toEqual([changeSets.nodes[0].id]);
  expect(await count(ada)).toBe(1);
});

test('a client that disconnects during its mutation gets the response when it sends it again', async () => {
  const hangUp = new AbortController();
  const onStatement = (sql: string) => {
    if (/INSERT INTO [^(]*\bTask\b/.test(sql)) hangUp.abort();
  };
  const app = await createTestApp({}, { onStatement });
  const ada = await app.person();
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${ada.accessToken}`, ...withKey('k') };
  const operations = Array.from({ length: 20 }, (_, index) => ({ createTask: { title: `Task ${index}` } }));
  const query = 'mutation ($input: BatchInput!) { batch(input: $input) { ... on BatchPayload { isDone } } }';
  const variables = { input: { operations } };
  const request = new Request('http://waymark.test/graphql', {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
    signal: hangUp.signal,
  });
  await expect(app.fetch(request)).rejects.toMatchObject({ name: 'AbortError' });
  const again = () => ada.ask(query, variables, withKey('k'));
  await expect.poll(async () => (await again()).status).toBe(200);
  expect((await again()).data).toEqual({ batch: { isDone: true } });
  expect(await count(ada)).toBe(20);
});

test('the same key of another account is another key', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const [hers, his] = [
    await ada.ask(create, titled('A'), withKey('k')),
    await bob.ask(create, titled('B'), withKey('k')),
  ];
  expect([hers.data.createTask.task.title, his.data.createTask.task.title]).toEqual(['A', 'B']);
  expect([await count(ada), await count(bob)]).toEqual([1, 1]);
});

test('a key expires after a day and is deleted', async () => {
  const app = await createTestApp();
  const owner = await app.person();
  const { token } = await owner.mutate('createAccessToken', { name: 'Script', scopes: ['READ', 'WRITE'] }, 'token');
  const ada = app.as({ authorization: `Bearer ${token}` });
  const ask = () => ada.ask(create, titled('Daily'), withKey('day'));
  const first = await ask();
  app.clock.advance(24 * 60 * 60 * 1000 - 1);
  expect((await ask()).data).toEqual(first.data);
  expect(await deleteExpired(app.systemContext(), 'test', idempotencyRetention)).toBe(0);
  app.clock.advance(1);
  const second = await ask();
  expect(second.data.createTask.task.id).not.toBe(first.data.createTask.task.id);
  expect(await count(ada)).toBe(2);
  app.clock.advance(24 * 60 * 60 * 1000);
  expect(await deleteExpired(app.systemContext(), 'test', idempotencyRetention)).toBe(1);
  expect(await app.db.reads.idempotentRequest.count()).toBe(0);
});

test('an invalid key is refused for mutations, and ignored elsewhere', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  for (const key of ['', 'a b', 'ä', 'x'.repeat(256)]) {
    const answer = await ada.ask(create, titled('a'), withKey(key));
    expect([key, answer.status, codes(answer)]).toEqual([key, 400, ['BAD_REQUEST']]);
    expect((await ada.ask('{ viewer { name } }', {}, withKey(key))).data).toEqual({ viewer: { name: 'Ada' } });
  }
  expect((await ada.ask(create, titled('a'), withKey('!'.repeat(255)))).status).toBe(200);
  const { email, password } = ada;
  const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignInPayload { accessToken } } }';
  const tokens = [1, 2].map(() => app.nobody.ask(signIn, { input: { email, password } }, withKey('in')));
  const [one, two] = await Promise.all(tokens);
  expect(one?.data.signIn.accessToken).not.toBe(two?.data.signIn.accessToken);
  expect(await app.db.reads.idempotentRequest.count()).toBe(1);
});

test('a secret is returned again only to the same session or token, and is not readable in the database', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const make = `mutation { createAccessToken(input: { name: "Script", scopes: [READ, WRITE] }) {
    ... on CreateAccessTokenPayload { token }
  } }`;
  const first = await ada.ask(make, {}, withKey('secret'));
  const { token } = first.data.createAccessToken;
  expect((await ada.ask(make, {}, withKey('secret'))).data).toEqual(first.data);
  expect(await everythingIn(app)).not.toContain(token);
  const script = app.as({ authorization: `Bearer ${token}` });
  const answer = await script.ask(make, {}, withKey('secret'));
  expect([answer.status, codes(answer)]).toEqual([409, ['ALREADY_DONE']]);
  expect(JSON.stringify(answer)).not.toContain(token);
  const { data } = await ada.ask('{ accessTokens { name } }');
  expect(data.accessTokens).toEqual([{ name: 'Script' }]);
});

test('an error before any change leaves the key unused', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { token } = await ada.mutate('createAccessToken', { name: 'Script', scopes: ['READ', 'WRITE'] }, 'token');
  const script = app.as({ authorization: `Bearer ${token}` });
  const make = 'mutation { createAccessToken(input: { name: "b", scopes: [READ] }) { __typename } }';
  for (let time = 0; time < 2; time++) expect(codes(await script.ask(make, {}, withKey('k')))).toEqual(['FORBIDDEN']);
  expect((await script.ask(create, titled('a'), withKey('k'))).status).toBe(200);
});

test('the keys of a deleted account are deleted', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const input = { email: ada.email, password: ada.password };
  const text = 'mutation ($input: DeleteAccountInput!) { deleteAccount(input: $input) { __typename } }';
  const { data } = await ada.ask(text, { input }, withKey('bye'));
  expect(data.deleteAccount.__typename).toBe('DeleteAccountPayload');
  expect(await app.db.reads.idempotentRequest.count()).toBe(0);
});

// On PostgreSQL, statements wait for locks, and each as long as it may take.
test.skipIf(engine !== 'sqlite')('a mutation and its key wait for a held lock for five seconds in all', async () => {
  const app = await createFreshTestApp();
  const ada = await app.person();
  // Time stands still, except where the test lets it pass: a wait of five seconds for the mutation alone would never end.
  let now = performance.now();
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  onTestFinished(() => clock.mockRestore());
  let unlock = await lockWrites(app);
  let writes = 0;
  const restore = failWrites(app, (write) => async (work, options) => {
    writes += 1;
    if (writes === 2) unlock = await lockWrites(app);
    const written = write(work, options);
    if (writes === 1) {
      now += 4_000;
      await unlock();
    }
    if (writes === 2) now += 1_000;
    return written;
  });
  const ask = () => ada.ask(create, titled('Late'), withKey('locked'));
  const refused = await ask();
  expect([refused.status, codes(refused), writes]).toEqual([503, ['UNAVAILABLE'], 3]);
  await unlock();
  restore();

  // The key could not be released while the lock was held.
  await app.deferredWrites.flush();
  expect((await ask()).status).toBe(200);
  expect(await count(ada)).toBe(1);
});
