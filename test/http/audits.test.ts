import { serverAudits } from 'graphql-http';
import { expect, test } from 'vitest';
import { createTestApp } from '../support/app.ts';
import { listening } from '../support/listening.ts';

test.each([
  ['development', { NODE_ENV: 'development' }, {}],
  ['production with introspection', { NODE_ENV: 'production', INTROSPECTION: 'on' }, {}],
  ['production through Yoga', { NODE_ENV: 'production', INTROSPECTION: 'on' }, { fastPath: false }],
])('the server passes the audits of GraphQL over HTTP in %s', async (_name, variables, overrides) => {
  const app = await createTestApp({ ...variables, LOG_LEVEL: 'silent' }, overrides);
  const { url } = await listening(app.handler);
  const audits = serverAudits({ url: `${url}/graphql` });
  const results: string[] = [];
  for (const audit of audits) {
    const result = await audit.fn();
    results.push(`${result.status} ${audit.id} ${audit.name}${result.status === 'ok' ? '' : `: ${result.reason}`}`);
  }
  expect(results.filter((result) => !result.startsWith('ok '))).toEqual([]);
  expect(results).toHaveLength(61);
});
