import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { currentSchema, filesOf } from '../scripts/domain-files.ts';
import { namesOf, singularOf } from '../scripts/domain-names.ts';
import { leaveToCI } from './support/services.ts';

/* `npm run new:domain`. That all checks, and the tests about all features, pass with those it makes is for .ci/run to see. */

const root = join(import.meta.dirname, '..');
const run = promisify(execFile);
const schema = currentSchema();

test('the singular of a plural goes by rules, and has to be given where they do not apply', () => {
  const singulars = [
    'books',
    'reading-lists',
    'stories',
    'boxes',
    'branches',
    'classes',
    'courses',
    'days',
    'side-quests',
  ];
  expect(singulars.map(singularOf)).toEqual([
    ...['book', 'reading-list', 'story', 'box', 'branch', 'class', 'course', 'day', 'side-quest'],
  ]);
  expect(['people', 'feedback', 'fitness', 's'].map(singularOf)).toEqual([null, null, null, null]);
});

test('a feature has a name in each form that its code needs', () => {
  expect(namesOf('reading-lists')).toEqual({
    area: 'reading-lists',
    folder: 'reading-lists',
    type: 'ReadingList',
    plural: 'readingLists',
    word: 'reading list',
    words: 'reading lists',
  });
  expect(namesOf('mice', 'Mouse')).toMatchObject({ type: 'Mouse', plural: 'mice', word: 'mouse', words: 'mice' });
  expect(namesOf('hiring/offers')).toMatchObject({ area: 'hiring', folder: 'offers', type: 'Offer', plural: 'offers' });
  expect(namesOf('meetings/rooms', 'MeetingRoom')).toEqual({
    area: 'meetings',
    folder: 'rooms',
    type: 'MeetingRoom',
    plural: 'meetingRooms',
    word: 'meeting room',
    words: 'meeting rooms',
  });
});

test('a name that is not well-formed, or is taken, is refused with the reason', () => {
  for (const [path, type, why] of [
    ['Books', undefined, 'is not the name of a feature'],
    ['reading_lists', undefined, 'is not the name of a feature'],
    ['books-', undefined, 'is not the name of a feature'],
    ['../books', undefined, 'is not the name of a feature'],
    ['reading/lists/books', undefined, 'is not the name of a feature'],
    ['reading/', undefined, 'is not the name of a feature'],
    ['people', undefined, 'does not end like a plural'],
    ['books', 'book', 'is not the name of a type'],
    ['books', '__Book', 'is not the name of a type'],
    ['reading', 'Reading', 'both be "reading"'],
    ['tasks', undefined, 'There is a GraphQL type Task already'],
    ['jobs', 'Task', 'There is a GraphQL type Task already'],
    ['strings', undefined, 'There is a GraphQL type String already'],
    ['tasks', 'Errand', 'There is a root field tasks'],
    ['args', undefined, 'uses the name "args"'],
    ['bundles', 'Promise', 'uses the name "Promise"'],
    ['arguments', undefined, 'is a reserved word'],
    ['energy', 'Joule', 'src/domains/energy/energy exists already'],
    ['hiring/items', undefined, 'src/domains/meetings/items exists already'],
  ] as const) {
    const make = () => filesOf(namesOf(path, type), schema);
    expect(make, path).toThrow(why);
  }
});

/** A feature that nobody has made yet, with a name long enough to break lines in other places than the template's. */
const made = namesOf('unheard-of-things');

test('a new feature is listed everywhere, and has no names of the template', () => {
  const files = filesOf(made, schema);
  expect([...files.keys()].filter((path) => path.startsWith('src/domains/'))).toHaveLength(7);
  const own = [...files].filter(([path]) => path.includes('unheard-of-things'));
  expect(own.filter((file) => /«|»|sample|\barea\b/i.test(file.join(' ')))).toEqual([]);
  for (const [path, line] of [
    [
      'src/domains.ts',
      "import { unheardOfThings } from './domains/unheard-of-things/unheard-of-things/unheard-of-things.ts';",
    ],
    ['src/domains.ts', '  unheardOfThings,\n  search,'],
    ['prisma/models/accounts.prisma', '  unheardOfThings UnheardOfThing[]\n}'],
    ['src/domains/unheard-of-things/unheard-of-things/unheard-of-things.schema.ts', "'Creates an unheard of thing.'"],
    ['docs/domains/README.md', '- [Unheard of things](unheard-of-things/unheard-of-things.md): '],
  ] as const) {
    expect(files.get(path)).toContain(line);
  }
});

test('a feature of an area that exists adds to its models, and leaves the rest of the area as it is', () => {
  const files = filesOf(namesOf('hiring/unheard-of-things'), schema);
  const own = [...files.keys()].filter((path) => path.includes('hiring/'));
  expect(own).toHaveLength(10);
  expect(own.every((path) => path.includes('unheard-of-things'))).toBe(true);
  const models = files.get('prisma/models/hiring.prisma') ?? '';
  expect(models).toContain('model Artifact {');
  expect(models).toContain('model UnheardOfThing {');
  expect(files.get('src/domains.ts')).toContain("'./domains/hiring/unheard-of-things/unheard-of-things.ts'");
});

test('a feature of the accounts is in one file with them', () => {
  const models = filesOf(namesOf('accounts/unheard-of-things'), schema).get('prisma/models/accounts.prisma');
  expect(models).toContain('  unheardOfThings UnheardOfThing[]\n}');
  expect(models).toContain('model UnheardOfThing {');
});

test('a new feature passes its own tests and is formatted', async (context) => {
  leaveToCI(context);
  const folder = mkdtempSync(join(tmpdir(), 'waymark-domain-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of [
    'prisma',
    'scripts',
    'src',
    'schema',
    'test/support',
    'package.json',
    'vitest.config.ts',
    'biome.json',
    '.gitignore',
  ]) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const files = filesOf(made, schema);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  // Nothing of what this run of the tests has in its environment: the other one is a run of its own, on SQLite.
  const env = { PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, NO_COLOR: '1' };
  const node = (...args: string[]) => run(process.execPath, args, { cwd: folder, env });
  const written = [...files.keys()].filter((path) => path.endsWith('.ts'));
  await Promise.all([
    run(join(root, 'node_modules/.bin/biome'), ['check', '--write', '--error-on-warnings', ...written], {
      cwd: folder,
      env,
    }),
    node('scripts/migrate-new.ts', 'add_unheard_of_things'),
    node('--eval', "import('./scripts/generate.ts').then(({ generate }) => generate('sqlite'))"),
  ]);
  const { stdout } = await node('node_modules/vitest/vitest.mjs', 'run', 'test/domains');
  expect(stdout).toMatch(/Tests {2}8 passed/);
});
