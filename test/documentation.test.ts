import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Kind, type OperationDefinitionNode, parse, print, visit } from 'graphql';
import { expect, test } from 'vitest';
import { adaAndBob, domainNames, type Neighbours, ownIn } from './support/examples.ts';

/* What the documentation tells people to ask is asked, and where it sends them there is something. */

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = globSync('docs/domains/*/*.md', { cwd: root }).sort();
const index = read('docs/domains/README.md');

const blocksOf = (path: string) =>
  [...read(path).matchAll(/^```graphql\n(.*?)^```$/gms)].map(([, text]) => text as string);

const calendar = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261101T000000Z
DTSTART:20261124T100000Z\r\nDTEND:20261124T110000Z\r\nSUMMARY:Review\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

/** What variables are given, by their names: an id is one of Ada's own, of the type that is said here. */
const values: Record<string, (ada: Neighbours) => unknown> = {
  after: () => null,
  email: ({ ada }) => ada.email,
  integration: ({ hers }) => ownIn(hers)('Integration'),
  miroBoard: ({ hers }) => ownIn(hers)('MiroBoard'),
  miroFrame: ({ hers }) => ownIn(hers)('MiroFrame'),
  miroImport: ({ hers }) => ownIn(hers)('MiroImport'),
  ics: () => calendar.replaceAll(/(?<!\r)\n/g, '\r\n'),
  id: ({ hers }) => ownIn(hers)('Task'),
  label: ({ hers }) => ownIn(hers)('Label'),
  async changeSetId({ ada }) {
    await ada.mutate('createLabel', { name: 'To be undone' });
    return (await ada.query('{ changeSets(first: 1) { nodes { id } } }')).changeSets.nodes[0].id;
  },
  meeting: ({ hers }) => ownIn(hers)('Meeting'),
  meetingItem: ({ hers }) => ownIn(hers)('MeetingItem'),
  outlookCalendar: ({ hers }) => ownIn(hers)('OutlookCalendar'),
  password: ({ ada }) => ada.password,
  person: ({ hers }) => ownIn(hers)('Person'),
  async planHash({ ada }) {
    return (await ada.query('{ planDay(date: "P1D", bufferMinutes: 5, capMinutes: 240) { planHash } }')).planDay
      .planHash;
  },
  reminder: ({ hers }) => ownIn(hers)('Reminder'),
  role: ({ hers }) => ownIn(hers)('RoleProfile'),
  savedFilter: ({ hers }) => ownIn(hers)('SavedFilter'),
  scale: ({ hers }) => ownIn(hers)('EnergyScale'),
  skill: ({ hers }) => ownIn(hers)('Skill'),
  // Not the one that is linked to everything already.
  task: ({ hers }) => hers.Task?.[1],
  syncConflict: ({ hers }) => ownIn(hers)('SyncConflict'),
  text: () => 'mark',
  todoList: ({ hers }) => ownIn(hers)('TodoList'),
  webhook: ({ hers }) => ownIn(hers)('Webhook'),
};

async function variablesOf({ variableDefinitions = [] }: OperationDefinitionNode, all: Neighbours) {
  const names = variableDefinitions.map(({ variable }) => variable.name.value);
  const given = names.map(async (name) => {
    const value = values[name];
    if (!value) throw new Error(`What is $${name}? Say it in test/documentation.test.ts.`);
    return [name, await value(all)] as const;
  });
  return Object.fromEntries(await Promise.all(given));
}

/** The change set of a block, with the types of what it answers, by which a refusal is known. */
function operationOf(text: string): OperationDefinitionNode {
  const [operation, ...others] = parse(text).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) throw new Error(`Not one operation: ${text}`);
  const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;
  return visit(operation, {
    SelectionSet: (node, _key, _parent, path) =>
      path.length === 0 ? undefined : { ...node, selections: [typename, ...node.selections] },
  });
}

for (const path of ['README.md', ...pages]) {
  test(`what ${path} tells people to ask succeeds for somebody who has everything`, async () => {
    const blocks = blocksOf(path);
    expect(blocks.length).toBeGreaterThan(0);
    // The page on webhooks tries one on the reader's own machine.
    const all = await adaAndBob({ ALLOW_PRIVATE_ADDRESSES: 'on' });
    for (const block of blocks) {
      const operation = operationOf(block);
      const { data, errors } = await all.ada.ask(print(operation), await variablesOf(operation, all));
      expect({ block, errors }).toEqual({ block, errors: undefined });
      const refused = Object.values(data).filter((answer) => /Error$/.test(Object(answer).__typename));
      expect({ block, refused }).toEqual({ block, refused: [] });
    }
  });
}

test('the index names every page, and every domain with its code', () => {
  for (const page of pages) expect(index).toContain(`](${relative('docs/domains', page)})`);
  for (const domain of domainNames) expect(index).toContain(`](../../src/domains/${domain}/)`);
});

test('each folder of the sources, each area and each folder of the platform has a README', () => {
  const folders = globSync('src/{,domains/,platform/}*/', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  const documented = folders.filter((path) => !/^src\/generated\/?$/.test(path));
  expect(documented.length).toBeGreaterThan(25);
  expect(documented.filter((path) => !existsSync(join(root, path, 'README.md')))).toEqual([]);
});

test('all links of the documentation lead somewhere', () => {
  const files = globSync(['*.md', 'docs/**/*.md', '{bench,clients,deploy,scripts,site,src,test}/**/*.md'], {
    cwd: root,
  });
  // A sample is a file of somebody else, as is a package.
  const own = files.filter((file) => !/^docs[\\/]samples[\\/]|node_modules/.test(file));
  const links = own.flatMap((file) =>
    [...read(file).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)]
      .map(([, to]) => to as string)
      .filter((to) => !/^[a-z]+:/.test(to))
      .map((to) => ({ file, to, there: existsSync(join(root, dirname(file), to)) })),
  );
  expect(links.length).toBeGreaterThan(50);
  expect(links.filter(({ there }) => !there)).toEqual([]);
});
