import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';

test('the schema is at /schema.graphql where introspection is on, and nowhere else', async () => {
  const [open, closed] = [await createTestApp(), await createTestApp({ INTROSPECTION: 'off' })];
  const get = (app: TestApp) => app.fetch(new Request('http://waymark.test/schema.graphql'));
  const response = await get(open);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const names = Object.keys(buildSchema(await response.text()).getTypeMap());
  expect(names).toEqual(expect.arrayContaining(['Task', 'BatchOperation', 'DateTime']));
  expect((await get(closed)).status).toBe(404);
});
