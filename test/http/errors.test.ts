import { expect, test } from 'vitest';
import { createTestApp } from '../support/app.ts';
import { fetchFrom } from '../support/http.ts';
import { createMemoryLog } from '../support/memory-log.ts';

const signIn = `mutation { signIn(input: { email: "ada@example.org", password: "correct horse battery" }) { __typename } }`;
const detail = 'connect ECONNREFUSED /var/secret.sock at /srv/app/db.ts:17';

test('an unexpected error is masked, and logged under the request id in the response', async () => {
  const { log, lines } = createMemoryLog();
  const passwords = { hash: async () => 'hash', matches: () => Promise.reject(new Error(detail)) };
  const app = await createTestApp({}, { log, passwords });
  const { data, errors, headers } = await app.nobody.ask(signIn);
  expect(data).toBeNull();
  expect(errors).toHaveLength(1);
  expect(JSON.stringify(errors)).not.toContain('secret');
  expect(JSON.stringify(errors)).not.toMatch(/stack|originalError|\.ts/);
  const requestId = headers.get('x-request-id');
  expect(errors?.[0]).toMatchObject({ path: ['signIn'], extensions: { code: 'INTERNAL', requestId } });
  const logged = lines.filter((line) => line.requestId === requestId && line.level === 50);
  expect(logged).toHaveLength(1);
  expect(logged[0]?.err).toMatchObject({ message: detail });
  // The log does not contain the request.
  expect(JSON.stringify(lines)).not.toContain('correct horse battery');
});

test('a failing field does not hide the others', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { data, errors } = await app.nobody.ask('query ($id: ID!) { viewer { id } node(id: $id) { id } }', {
    id: ada.id,
  });
  expect(data).toEqual({ viewer: null, node: null });
  expect(errors).toMatchObject([{ path: ['node'], extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('an error outside GraphQL is masked too', async () => {
  const { log, lines } = createMemoryLog();
  const app = await createTestApp({}, { log });
  await app.db.write((client) => client.$executeRawUnsafe('DROP TABLE "SigningKey"'));
  for (const path of ['/ready', '/.well-known/jwks.json']) {
    const answer = await fetchFrom(app, path);
    const requestId = answer.headers.get('x-request-id');
    expect(answer.status).toBe(500);
    expect(answer.errors).toEqual([
      { message: 'Something went wrong on the server.', extensions: { code: 'INTERNAL', requestId } },
    ]);
    expect(lines.some((line) => line.requestId === requestId && line.level === 50)).toBe(true);
  }
});

test('an error that a client can handle is not logged as a failure', async () => {
  const { log, lines } = createMemoryLog();
  const app = await createTestApp({}, { log });
  const ada = await app.person();
  await ada.mutate('createTask', { title: '' });
  await ada.ask('{ tasks(first: 0) { nodes { id } } }');
  await app.nobody.ask('{ day { date } }');
  await app.as({ authorization: 'Bearer x' }).ask('{ day { date } }');
  await app.nobody.ask('{ nothing }');
  expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
});
