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

test('only pages of the origins that the configuration lists may read answers', async () => {
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
  expect(headers.get('access-control-expose-headers')).toBe('idempotent-replayed, retry-after, x-request-id');
});

test('an origin that is not listed gets no leave, nor does any that only looks like one', async () => {
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
      // So that no cache gives this answer to a page that is listed.
      expect(headers.get('vary'), origin).toMatch(/origin/i);
    }
  }
});

test('with one origin listed, another still gets no leave', async () => {
  const app = await createTestApp({ CORS_ORIGINS: 'https://app.example.org' });
  const listed = await fetchFrom(app, '/graphql', question('https://app.example.org'));
  expect(listed.headers.get('access-control-allow-origin')).toBe('https://app.example.org');
  for (const origin of ['https://evil.example', 'null']) {
    const { headers } = await fetchFrom(app, '/graphql', question(origin));
    expect(headers.has('access-control-allow-origin'), origin).toBe(false);
  }
});

test('with no origin listed, nothing is said about origins at all', async () => {
  const app = await createTestApp();
  for (const init of [preflight('https://evil.example'), question('https://evil.example')]) {
    const { headers } = await fetchFrom(app, '/graphql', init);
    expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  }
});
