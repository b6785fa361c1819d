import { expect, test } from 'vitest';
import { createTestApp } from '../support/app.ts';
import { fetchFrom } from '../support/http.ts';

/* What graphql-cop, a scanner of GraphQL servers, looks for. A finding is an answer that it would report. */

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const nested = (levels: number): string => (levels === 0 ? 'name' : `fields { type { ${nested(levels - 1)} } }`);

interface Sent {
  method?: 'GET' | 'POST';
  type?: string;
  accept?: string;
  body?: string;
  parameters?: Record<string, string>;
}

const post = (query: string): Sent => ({ body: JSON.stringify({ query, operationName: 'cop' }) });
const hasData = (body: { data?: { __typename?: string } }) => Boolean(body.data?.__typename);

// biome-ignore lint/suspicious/noExplicitAny: the answers of a scanner's requests have any shape
const checks: Record<string, [Sent, (body: any, text: string) => boolean]> = {
  'alias overloading': [
    post(`query cop { ${times(101, (index) => `alias${index}: __typename`)} }`),
    (body) => Boolean(body.data?.alias100),
  ],
  'batch queries': [
    { body: JSON.stringify(Array(10).fill({ query: 'query cop { __typename }' })) },
    (body) => Array.isArray(body),
  ],
  'directive overloading': [post(`query cop { __typename ${'@aa'.repeat(10)} }`), ({ errors }) => errors?.length >= 10],
  'field duplication': [post(`query cop { ${times(500, () => '__typename')} }`), hasData],
  'circular introspection': [post(`query cop { __schema { types { ${nested(4)} } } }`), (body) => Boolean(body.data)],
  introspection: [post('query cop { __schema { types { name fields { name } } } }'), (body) => Boolean(body.data)],
  'field suggestions': [post('query cop { __schema { directive } }'), (_body, text) => /did you mean/i.test(text)],
  'unhandled errors': [post('qwerty cop { abc }'), ({ errors }) => Boolean(errors?.[0]?.extensions?.exception)],
  tracing: [post('query cop { __typename }'), ({ extensions }) => Boolean(extensions?.tracing)],
  GraphiQL: [
    { method: 'GET', accept: 'text/html' },
    (_body, text) => /graphi?ql-?playground|<html|graphiql/i.test(text),
  ],
  'queries by GET': [{ method: 'GET', parameters: { query: 'query cop { __typename }' } }, hasData],
  'mutations by GET': [{ method: 'GET', parameters: { query: 'mutation cop { __typename }' } }, hasData],
  'queries by form': [
    {
      type: 'application/x-www-form-urlencoded',
      body: new URLSearchParams({ query: 'query cop { __typename }' }).toString(),
    },
    hasData,
  ],
};

test.each(Object.entries(checks))('a scanner finds nothing in production: %s', async (_name, [sent, isFinding]) => {
  const app = await createTestApp({ NODE_ENV: 'production', LOG_LEVEL: 'silent' });
  const { method = 'POST', type = 'application/json', accept = '*/*', body, parameters = {} } = sent;
  const { text, status, headers } = await fetchFrom(app, `/graphql?${new URLSearchParams(parameters)}`, {
    method,
    headers: { accept, ...(body !== undefined && { 'content-type': type }) },
    ...(body !== undefined && { body }),
  });
  expect(status).toBeLessThan(500);
  const isJson = headers.get('content-type')?.includes('json') ?? false;
  expect(isFinding(isJson ? JSON.parse(text) : {}, text)).toBe(false);
});

test('a query by GET or form is served in production with a header that other sites cannot send', async () => {
  const app = await createTestApp({ NODE_ENV: 'production', LOG_LEVEL: 'silent' });
  const ada = await app.person();
  for (const [name, value] of [
    ['x-waymark-csrf', '1'],
    ['authorization', `Bearer ${ada.accessToken}`],
  ] as const) {
    const { text, status } = await fetchFrom(app, '/graphql?query={__typename}', { headers: { [name]: value } });
    expect([status, JSON.parse(text)]).toEqual([200, { data: { __typename: 'Query' } }]);
  }
  const bare = await fetchFrom(app, '/graphql?query={__typename}');
  expect(bare).toMatchObject({ status: 403, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
});
