import { expect, test } from 'vitest';
import { createTestApp } from '../support/app.ts';
import { ownersLink } from '../support/browser.ts';
import { fetchFrom } from '../support/http.ts';

const origin = 'https://app.example.org';

test('no response may be cached or its type be guessed, unless it says otherwise', async () => {
  const app = await createTestApp({ CORS_ORIGINS: origin });
  const ada = await app.person();
  const { url } = await ada.mutate('createCalendarFeed', { name: 'Phone' }, 'url calendarFeed { id }');
  const authorization = `Bearer ${ada.accessToken}`;
  const json = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query: '{ viewer { name } }' });
  const cases: Record<string, [path: string, init: RequestInit, cacheControl?: string]> = {
    'the redirect to the API': ['/', { redirect: 'manual' }],
    health: ['/health', {}],
    readiness: ['/ready', {}],
    keys: ['/.well-known/jwks.json', {}, 'public, max-age=300'],
    'a calendar': [new URL(url).pathname, {}, 'private, max-age=300'],
    'an export': ['/export', { headers: { authorization } }],
    'a page': ['/graphql', { headers: { accept: 'text/html' } }, 'no-cache'],
    'a script': ['/graphiql.js', {}, 'public, max-age=31536000, immutable'],
    'a result': ['/graphql', { method: 'POST', headers: { ...json, authorization }, body }],
    'a refused token': ['/graphql', { method: 'POST', headers: { ...json, authorization: 'Bearer x' }, body }],
    'a refused body': ['/graphql', { method: 'POST', headers: json, body: '{' }],
    'another method': ['/graphql', { method: 'DELETE' }],
    'a preflight': ['/graphql', { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } }],
    'a sign-in link': [`/sign-in?token=${await ownersLink(app)}`, { redirect: 'manual' }],
    'a used sign-in link': ['/sign-in?token=x', {}],
    'no path': ['/nothing', {}],
  };
  for (const [name, [path, init, cacheControl = 'no-store']] of Object.entries(cases)) {
    const { headers } = await app.fetch(new Request(`http://waymark.test${path}`, init));
    expect([name, headers.get('cache-control')]).toEqual([name, cacheControl]);
    expect([name, headers.get('x-content-type-options')]).toEqual([name, 'nosniff']);
    expect([name, headers.get('strict-transport-security')]).toEqual([name, null]);
  }
});

test('a server that clients reach by HTTPS tells browsers to use nothing else', async () => {
  const app = await createTestApp({ PUBLIC_URL: 'https://waymark.example.org' });
  for (const path of ['/health', '/graphql', '/nothing']) {
    const { headers } = await fetchFrom(app, path);
    expect([path, headers.get('strict-transport-security')]).toEqual([path, 'max-age=31536000']);
  }
});
