import { expect, test } from 'vitest';
import { createTestApp } from '../support/app.ts';
import { fetchFrom } from '../support/http.ts';

const preflight = (origin: string): RequestInit => ({
  method: 'OPTIONS',
  headers: {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type, authorization, idempotency-key',
  },
});
const question = (origin: string): RequestInit => ({
  method: 'POST',
  headers: { origin, 'content-type': 'application/json' },
  body: JSON.stringify({ query: '{ __typename }' }),
});

test('only pages of configured origins may read responses', async () => {
  const app = await createTestApp({ CORS_ORIGINS: 'https://app.example.org, http://localhost:5173' });
  for (const origin of ['https://app.example.org', 'http://localhost:5173']) {
    for (const init of [preflight(origin), question(origin)]) {
      const { status, headers } = await fetchFrom(app, '/graphql', init);
      expect(status).toBeLessThan(300);
      expect(headers.get('access-control-allow-origin')).toBe(origin);
      expect(headers.get('access-control-allow-credentials')).toBe('true');
      expect(headers.get('vary')).toMatch(/origin/i);
    }
  }
  const allowed = (await fetchFrom(app, '/graphql', preflight('https://app.example.org'))).headers;
  expect(allowed.get('access-control-allow-methods')).toContain('POST');
  expect(allowed.get('access-control-allow-headers')).toMatch(/authorization.*idempotency-key/i);
  const { headers } = await fetchFrom(app, '/graphql', question('https://app.example.org'));
  const exposed = headers.get('access-control-expose-headers')?.split(', ');
  for (const name of [
    'content-disposition',
    'etag',
    'idempotent-replayed',
    'ratelimit-remaining',
    'retry-after',
    'x-request-id',
  ])
    expect(exposed).toContain(name);
  // For two hours a browser asks no more; only a preflight says so.
  expect([allowed.get('access-control-max-age'), headers.get('access-control-max-age')]).toEqual(['7200', null]);
});

test('pages of configured origins may download exports and read errors', async () => {
  const origin = 'https://app.example.org';
  const app = await createTestApp({ CORS_ORIGINS: origin, REQUESTS_PER_MINUTE: '3' });
  const { accessToken } = await app.person();
  const credentials = { origin, authorization: `Bearer ${accessToken}` };
  const asked = await app.fetch(new Request('http://waymark.test/export', { headers: credentials }));
  expect([asked.status, (await asked.text()).split('\n').length > 2]).toEqual([200, true]);
  expect(asked.headers.get('access-control-allow-origin')).toBe(origin);
  expect(asked.headers.get('vary')).toMatch(/origin/i);
  const refused = await fetchFrom(app, '/export', { headers: { origin } });
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, origin]);
  const { status, headers } = await fetchFrom(app, '/export', preflight(origin));
  expect([status, headers.get('access-control-allow-headers')]).toEqual([204, expect.stringMatching(/authorization/)]);
  for (let count = 0; count < 5; count += 1) await fetchFrom(app, '/graphql', question(origin));
  const limited = await fetchFrom(app, '/graphql', question(origin));
  expect([limited.status, limited.headers.get('access-control-allow-origin')]).toEqual([429, origin]);
});

test('an origin that is not configured is not allowed, even if it looks similar', async () => {
  const app = await createTestApp({ CORS_ORIGINS: 'https://app.example.org,https://b.example.org' });
  const strangers = [
    'https://evil.example',
    'http://app.example.org',
    'https://app.example.org:8443',
    'https://app.example.org.evil.example',
    'https://evil-app.example.org',
    'https://xapp.example.org',
    'https://app_example.org',
    'null',
    '*',
  ];
  for (const origin of strangers) {
    for (const init of [preflight(origin), question(origin)]) {
      const { headers } = await fetchFrom(app, '/graphql', init);
      expect(
        [...headers.keys()].filter((name) => name.startsWith('access-control-')),
        origin,
      ).toEqual([]);
      // A cache must not serve this response to a configured origin.
      expect(headers.get('vary'), origin).toMatch(/origin/i);
    }
  }
});

test('with one configured origin, another is not allowed', async () => {
  const app = await createTestApp({ CORS_ORIGINS: 'https://app.example.org' });
  const listed = await fetchFrom(app, '/graphql', question('https://app.example.org'));
  expect(listed.headers.get('access-control-allow-origin')).toBe('https://app.example.org');
  for (const origin of ['https://evil.example', 'null']) {
    const { headers } = await fetchFrom(app, '/graphql', question(origin));
    expect(headers.has('access-control-allow-origin'), origin).toBe(false);
  }
});

test('without configured origins, responses have no CORS headers', async () => {
  const app = await createTestApp();
  for (const init of [preflight('https://evil.example'), question('https://evil.example')]) {
    const { headers } = await fetchFrom(app, '/graphql', init);
    expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  }
});
