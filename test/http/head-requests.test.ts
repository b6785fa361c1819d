import { expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import { openLink, ownersLink } from '../support/browser.ts';
import { listening } from '../support/listening.ts';

const query = `/graphql?${new URLSearchParams({ query: '{ viewer { name } }' })}`;

/** Everything that GET works for, with the status that is expected. */
async function getPaths(app: TestApp): Promise<[path: string, status: number, headers: Record<string, string>][]> {
  const ada = await app.person();
  const { url } = await ada.mutate('createCalendarFeed', { name: 'Phone' }, 'url calendarFeed { id }');
  const signedIn = { authorization: `Bearer ${ada.accessToken}` };
  return [
    ['/', 302, {}],
    ['/health', 200, {}],
    ['/ready', 200, {}],
    ['/.well-known/jwks.json', 200, {}],
    [new URL(url).pathname, 200, {}],
    ['/export', 200, signedIn],
    ['/export', 401, {}],
    ['/graphql', 200, { accept: 'text/html' }],
    ['/graphiql.js', 200, {}],
    ['/graphiql.css', 200, { 'accept-encoding': 'gzip' }],
    [query, 200, signedIn],
    ['/graphql', 400, {}],
    ['/nothing', 404, {}],
  ];
}

test('HEAD is answered like GET, without the body', async () => {
  const app = await createTestApp();
  const ask = (method: string, path: string, headers: Record<string, string>) =>
    app.fetch(new Request(`http://waymark.test${path}`, { method, headers, redirect: 'manual' }));
  for (const [path, status, headers] of await getPaths(app)) {
    const [get, head] = [await ask('GET', path, headers), await ask('HEAD', path, headers)];
    expect([path, get.status, head.status]).toEqual([path, status, status]);
    expect(await head.text(), path).toBe('');
    const told = ({ headers: all }: Response) =>
      [...all]
        .map(([name, value]) => [name.toLowerCase(), value].join(': '))
        .filter((line) => !/^(x-request-id|content-length):/.test(line))
        .sort();
    expect(told(head), path).toEqual(told(get));
    await get.body?.cancel();
  }
});

test('HEAD is answered over a connection, which can be used again', async () => {
  const app = await createTestApp();
  const paths = await getPaths(app);
  const { url } = await listening(app.handler);
  for (const [path, status, headers] of paths) {
    const head = await fetch(`${url}${path}`, { method: 'HEAD', headers, redirect: 'manual' });
    expect([path, head.status, await head.text()]).toEqual([path, status, '']);
    expect((await fetch(`${url}/health`)).status).toBe(200);
  }
});

test('HEAD ends what it does not send: exports and subscriptions', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const headers = { authorization: `Bearer ${ada.accessToken}`, accept: '*/*' };
  const subscription = new URLSearchParams({ query: 'subscription { changed { ... on ChangePage { cursor } } }' });
  for (const path of ['/export', `/graphql?${subscription}`]) {
    const events = { ...headers, ...(path !== '/export' && { accept: 'text/event-stream' }) };
    const head = await app.fetch(new Request(`http://waymark.test${path}`, { method: 'HEAD', headers: events }));
    expect([path, head.status, await head.text()]).toEqual([path, 200, '']);
    expect([path, app.streams.size]).toEqual([path, 0]);
  }
});

test('HEAD does not use a sign-in link, nor run a mutation', async () => {
  const app = await createTestApp();
  const token = await ownersLink(app);
  expect((await openLink(app, token, 'HEAD')).status).toBe(405);
  expect((await openLink(app, token)).status).toBe(303);
  const mutation = new URLSearchParams({ query: 'mutation { createLabel(input: { name: "No" }) { __typename } }' });
  const ada = await app.person();
  const headers = { authorization: `Bearer ${ada.accessToken}` };
  const head = await app.fetch(new Request(`http://waymark.test/graphql?${mutation}`, { method: 'HEAD', headers }));
  expect(head.status).toBe(405);
  expect(await app.db.reads.label.count()).toBe(0);
});
