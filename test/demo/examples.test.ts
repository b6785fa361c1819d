import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { seedDemo } from '../../src/demo/seed.ts';
import { createSignInLink } from '../../src/domains/accounts/sign-in-links/sign-in-links.service.ts';
import { createTestApp } from '../support/app.ts';
import { cookieOf, openLink } from '../support/browser.ts';
import { leaveToCI } from '../support/services.ts';

/** Values of a node of which there may be none: the marks of a hit in its title alone, and the subtasks of a task. */
const optionalPaths = /\.(marks|subtaskProgress\.totalCount)$/;

const root = join(import.meta.dirname, '../..');

/** The paths of lists and counts in a result, each with whether anything was found there. */
function foundAt(value: unknown, path: string, found = new Map<string, boolean>()): Map<string, boolean> {
  if (Array.isArray(value)) {
    found.set(path, (found.get(path) ?? false) || value.length > 0);
    for (const item of value) foundAt(item, path, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) foundAt(item, path === '' ? name : `${path}.${name}`, found);
  } else if (path.endsWith('.totalCount')) {
    found.set(path, (found.get(path) ?? false) || value !== 0);
  }
  return found;
}

/** Pages whose queries need not find anything, each with why. */
const mayBeEmpty: Record<string, string> = {
  'docs/domains/accounts/accounts.md': 'the demo account is signed in by a link alone',
  'docs/domains/integrations/integrations.md': 'the demo reads from nowhere',
  'docs/domains/integrations/miro.md': 'the demo has no account at Miro',
  'docs/domains/integrations/outlook.md': 'the demo has no account at Microsoft',
  'docs/domains/integrations/todo.md': 'the demo has no account at Microsoft',
  'docs/domains/tasks/days.md': 'tomorrow may be a day off',
  'docs/domains/tasks/reminders.md': 'reminders fire while the server runs',
  'docs/domains/webhooks/webhooks.md': 'the demo posts nowhere',
};

test('the queries of the documentation find something in the demo account', async (context) => {
  leaveToCI(context);
  const app = await createTestApp();
  const account = await seedDemo(app.systemContext(), { seed: 1, onProgress: () => {} });
  const cookie = cookieOf(await openLink(app, await createSignInLink(app.systemContext(), account.id)));
  const robin = app.as({ cookie, 'x-waymark-csrf': '1' });
  const empty: string[] = [];
  let asked = 0;
  const pages = globSync('docs/domains/*/*.md', { cwd: root }).sort();
  for (const path of ['README.md', ...pages].filter((page) => mayBeEmpty[page] === undefined)) {
    const source = readFileSync(join(root, path), 'utf8');
    for (const { 1: text = '', index } of source.matchAll(/^```graphql\n(.*?)^```$/gms)) {
      const [operation] = parse(text).definitions;
      if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.operation !== 'query') continue;
      if (operation.variableDefinitions?.length) continue;
      asked += 1;
      const line = source.slice(0, index).split('\n').length + 1;
      for (const [at, found] of foundAt(await robin.query(text), ''))
        if (!found && !optionalPaths.test(at)) empty.push(`${path}:${line} ${at}`);
    }
  }
  expect(asked).toBeGreaterThan(30);
  expect(empty).toEqual([]);
});
