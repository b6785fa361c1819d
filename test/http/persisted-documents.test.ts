import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { expect, onTestFinished, test } from 'vitest';
import { ConfigError } from '../../src/config.ts';
import { readOwnDocuments } from '../../src/http/pages/own-documents.ts';
import { readTrustedDocuments } from '../../src/http/trusted-documents.ts';
import * as insights from '../../src/insights/queries.ts';
import { TaskList } from '../clients/documents.ts';
import { createListeningApp, createTasks } from '../clients/listening.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { temporaryFolder } from '../support/command.ts';
import { fetchFrom, type HttpAnswer } from '../support/http.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const query = 'query Name { viewer { name } }';
const persisted = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });
const secret = 'Zm9yIHRoZSB0ZXN0cyBvbmx5LCAwMTIzNDU2Nzg5';

/** Sends what a client asks for, and returns the status with the data, or with the codes of the errors. */
async function send(app: TestApp, body: object, token: string): Promise<[number, unknown]> {
  const text = JSON.stringify(body);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const length = { 'content-length': String(Buffer.byteLength(text)) };
  const found = await fetchFrom(app, '/graphql', { method: 'POST', headers: { ...headers, ...length }, body: text });
  return outcome(found);
}

const get = async (app: TestApp, params: Record<string, string>, token: string) =>
  outcome(
    await fetchFrom(app, `/graphql?${new URLSearchParams(params)}`, { headers: { authorization: `Bearer ${token}` } }),
  );

function outcome({ status, text }: HttpAnswer): [number, unknown] {
  const { data, errors } = JSON.parse(text) as { data?: object; errors?: HttpAnswer['errors'] };
  return [status, data ?? errors?.map(({ extensions }) => extensions.code)];
}

const name = { viewer: { name: 'Ada' } };

test('a client sends the hash of a query once it has sent the text, alike both ways and by GET', async () => {
  for (const fastPath of [true, false]) {
    const app = await createTestApp({ RESPONSE_CACHE_MB: '1' }, { fastPath });
    const { accessToken } = await app.person();
    const ask = (body: object) => send(app, body, accessToken);
    const extensions = persisted(query);
    const unknown = [200, ['PERSISTED_QUERY_NOT_FOUND']];
    expect(await ask({ extensions })).toEqual(unknown);
    expect(await get(app, { extensions: JSON.stringify(extensions) }, accessToken)).toEqual(unknown);
    // Nobody can put another text in the place of a hash.
    expect(await ask({ query: '{ __typename }', extensions })).toEqual([400, ['BAD_REQUEST']]);
    expect(await ask({ extensions })).toEqual(unknown);
    expect(await ask({ query, extensions })).toEqual([200, name]);
    expect(await ask({ extensions })).toEqual([200, name]);
    expect(await ask({ extensions })).toEqual([200, name]);
    expect(await ask({ documentId: `sha256:${sha256(query)}` })).toEqual([200, name]);
    expect(await get(app, { extensions: JSON.stringify(extensions) }, accessToken)).toEqual([200, name]);
    expect(await get(app, { documentId: sha256(query) }, accessToken)).toEqual([200, name]);
    // A long text displaces no others: it is run each time that it is sent.
    const long = `${query} # ${'x'.repeat(50_000)}`;
    expect(await ask({ query: long, extensions: persisted(long) })).toEqual([200, name]);
    expect(await ask({ extensions: persisted(long) })).toEqual(unknown);
    expect(await ask({ extensions })).toEqual([200, name]);
    // A request without a document is what it was.
    expect(await ask({ extensions: {} })).toEqual([400, ['BAD_REQUEST']]);
    expect(await ask({ query, extensions: { persistedQuery: { version: 1 } } })).toEqual([200, name]);
    expect((await app.nobody.ask(query)).data).toEqual({ viewer: null });
  }
});

test("Apollo's link registers a query by itself", async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  await createTasks(ada, 1);
  const sizes: number[] = [];
  const http = new HttpLink({
    uri: app.endpoint,
    headers: { authorization: `Bearer ${ada.accessToken}` },
    fetch: (input, init) => {
      sizes.push(typeof init?.body === 'string' ? init.body.length : 0);
      return fetch(input, init);
    },
  });
  const client = new ApolloClient({
    link: new PersistedQueryLink({ sha256 }).concat(http),
    cache: new InMemoryCache(),
  });
  onTestFinished(() => client.stop());
  for (let count = 0; count < 2; count += 1) {
    const { data } = await client.query({ query: TaskList, variables: { first: 5 }, fetchPolicy: 'no-cache' });
    expect(data?.tasks.totalCount).toBe(1);
  }
  const [first, second, third] = sizes as [number, number, number];
  expect([sizes.length, second > first, third]).toEqual([3, true, first]);
});

/** A file of documents that are trusted. */
function fileOf(content: unknown): string {
  const file = join(temporaryFolder(), 'documents.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

test('in production only documents of the file are run, by their ids or their texts; elsewhere others, too', async () => {
  const create = 'mutation Create($input: CreateTaskInput!) { createTask(input: $input) { __typename } }';
  const TRUSTED_DOCUMENTS = fileOf({ name: query, [sha256(create)]: create });
  const production = { NODE_ENV: 'production', WAYMARK_SECRET: secret, TRUSTED_DOCUMENTS };
  for (const fastPath of [true, false]) {
    const app = await createTestApp({ TRUSTED_DOCUMENTS }, { fastPath });
    const { accessToken } = await app.person();
    const closed = await createTestApp(production, { fastPath, database: app.db });
    // Signed in by the other application, so that no sign-in has to be trusted for this.
    const { token } = await app
      .as({ authorization: `Bearer ${accessToken}` })
      .mutate('createAccessToken', { name: 'Script', scopes: ['READ', 'WRITE'] }, 'token');
    const ask = (body: object) => send(closed, body, token);
    const untrusted = [403, ['DOCUMENT_NOT_TRUSTED']];
    expect(await ask({ documentId: 'name' })).toEqual([200, name]);
    expect(await ask({ extensions: persisted(create), variables: { input: { title: 'Rest' } } })).toEqual([
      200,
      { createTask: { __typename: 'CreateTaskPayload' } },
    ]);
    expect(await ask({ query })).toEqual([200, name]);
    expect(await get(closed, { documentId: 'name' }, token)).toEqual([200, name]);
    const other = 'query Name { viewer { email } }';
    for (const body of [
      { query: other },
      { query: `${query} ` },
      { query: other, documentId: 'unknown' },
      { query: other, extensions: persisted(other) },
      { extensions: persisted(other) },
      { documentId: 'toString' },
      { documentId: 'unknown' },
    ])
      expect(await ask(body), JSON.stringify(body)).toEqual(untrusted);
    expect(await ask({ query: other, documentId: 'name' })).toEqual([400, ['BAD_REQUEST']]);
    expect(await get(closed, { query: other }, token)).toEqual(untrusted);
    const form = new URLSearchParams({ query: other });
    const headers = { authorization: `Bearer ${token}` };
    expect(outcome(await fetchFrom(closed, '/graphql', { method: 'POST', headers, body: form }))).toEqual(untrusted);
    expect(await send(app, { query: other }, accessToken)).toEqual([200, { viewer: { email: expect.any(String) } }]);
    // The tools of MCP are documents of the server; a query of one's own is none.
    const message = (method: string, params: object) => ({
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
    const call = async (tool: string, given: object) => {
      const request = new Request('http://waymark.test/mcp', message('tools/call', { name: tool, arguments: given }));
      const { result } = (await (await closed.fetch(request)).json()) as { result: { isError?: boolean } };
      return result.isError === true;
    };
    expect([await call('today', {}), await call('run_query', { query })]).toEqual([false, true]);
  }
});

test('documents of the pages of the server are trusted without being listed', async () => {
  const closed = await createTestApp({
    ...{ NODE_ENV: 'production', WAYMARK_SECRET: secret, TRUSTED_DOCUMENTS: fileOf({}) },
  });
  const headers = { 'content-type': 'application/json' };
  const ask = async (body: object) =>
    outcome(await fetchFrom(closed, '/graphql', { method: 'POST', headers, body: JSON.stringify(body) }));
  const texts = [...Object.values(insights).map(String), ...readOwnDocuments()];
  expect(new Set(texts).size).toBe(Object.keys(insights).length + 4);
  for (const text of texts) {
    const [, codes] = await ask({ query: text, variables: { input: {} } });
    expect(codes, text).not.toEqual(['DOCUMENT_NOT_TRUSTED']);
  }
  expect(await ask({ query })).toEqual([403, ['DOCUMENT_NOT_TRUSTED']]);
});

test('the file is that of the usual tools, and anything else stops the start', async () => {
  const manifest = {
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [{ id: 'one', name: 'Name', type: 'query', body: query }],
  };
  const app = await createTestApp({ TRUSTED_DOCUMENTS: fileOf(manifest) });
  expect(await send(app, { documentId: 'one' }, (await app.person()).accessToken)).toEqual([200, name]);
  for (const file of [fileOf('{'), fileOf([1]), fileOf({ a: 1 }), join(temporaryFolder(), 'none.json')])
    expect(() => readTrustedDocuments(file, [], true), file).toThrow(ConfigError);
});
