import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { deadAnchors, pageFor, placesOf, sidebarOf } from '../../scripts/docs-site/pages.ts';
import { referenceOf } from '../../scripts/docs-site/reference.ts';

const places = placesOf(['README.md', 'docs/SYNC.md', 'docs/domains/README.md', 'docs/domains/tasks/tasks.md']);

test('links lead to pages of the site, and what is not on it is named', () => {
  const page = (file: string, text: string) => pageFor(places, file, text);
  expect(page('README.md', '[sync](docs/SYNC.md#pages), [all](docs/domains/README.md)')).toBe(
    '[sync](./SYNC.md#pages), [all](./domains/index.md)',
  );
  const tasks = 'docs/domains/tasks/tasks.md';
  expect(page(tasks, '[start](../../../README.md) [s](../../SYNC.md) [here](#a) [w](https://example.org/x.md)')).toBe(
    '[start](../../index.md) [s](../../SYNC.md) [here](#a) [w](https://example.org/x.md)',
  );
  expect(page(tasks, 'see [`plan-day.sh`](../../../test/plan-day.sh), ![A page](../../images/a.png)')).toBe(
    'see `plan-day.sh`, ![A page](../../images/a.png)',
  );
  const code = '```md\n[a](../../../src/a.ts)\n```';
  expect(page(tasks, code)).toBe(code);
});

test('the reference has every type and field of the schema, and its links lead to them', () => {
  const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../schema/schema.graphql'), 'utf8'));
  const pages = referenceOf(schema);
  const anchors = new Map(
    [...pages].map(([name, text]) => [name, new Set([...text.matchAll(/\{#(\w+)\}/g)].map(([, id]) => id))]),
  );
  const links = [...pages.values()].flatMap((text) => [...text.matchAll(/\]\(([\w-]+)\.md#(\w+)\)/g)]);
  expect(links.length).toBeGreaterThan(3_000);
  expect(links.filter(([, page = '', id]) => !anchors.get(page)?.has(id)).map(([all]) => all)).toEqual([]);
  const named = new Set([...anchors.values()].flatMap((ids) => [...ids]));
  const roots = ['Mutation', 'Query', 'Subscription'];
  const types = Object.keys(schema.getTypeMap()).filter((name) => !/^(__.*|String|Int|Float|Boolean|ID)$/.test(name));
  expect(types.filter((name) => !named.has(name))).toEqual(roots);
  const fields = Object.keys({ ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() });
  expect(fields.filter((name) => !named.has(name))).toEqual([]);
  expect(pages.get('queries')).toContain('| `days` | `Int` = 30 | The number of days, today included. 1 to 366. |');
});

test('the navigation has a group for each folder, and links that lead nowhere are found', () => {
  const pages = new Map([
    ['index.md', '# Waymark'],
    ['domains/tasks/tasks.md', '# Tasks'],
    ['reference/queries.md', '# `Queries`'],
  ]);
  expect(sidebarOf(pages)).toEqual([
    { text: 'Guides', items: [{ text: 'Waymark', link: '/' }] },
    { text: 'Tasks', items: [{ text: 'Tasks', link: '/domains/tasks/tasks' }] },
    { text: 'Reference', items: [{ text: 'Queries', link: '/reference/queries' }] },
  ]);
  const built = new Map([
    [
      'index.html',
      '<a href="./a/b.html#there"> <a href="/docs/a/b.html#gone"> <a href="#here"> <a href="./#x"> <a href="https://x.org/#y">',
    ],
    ['a/b.html', '<h2 id="there"><a href="../#gone">'],
  ]);
  expect(deadAnchors(built)).toEqual([
    'index.html: /docs/a/b.html#gone',
    'index.html: #here',
    'index.html: ./#x',
    'a/b.html: ../#gone',
  ]);
});
