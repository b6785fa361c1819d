import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { filesOf, registrations } from '../scripts/domain-files.ts';
import { namesOf, singularOf } from '../scripts/domain-names.ts';
import { leaveToCI } from './support/services.ts';

/* `npm run new:domain`. That the whole suite passes with a domain it made is for .ci/run to see. */

const root = join(import.meta.dirname, '..');
const run = promisify(execFile);

test('the singular of a plural goes by rules, and is left to a person where they do not reach', () => {
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

test('a domain has a name in each form that its code needs', () => {
  expect(namesOf('reading-lists')).toEqual({
    folder: 'reading-lists',
    type: 'ReadingList',
    plural: 'readingLists',
    word: 'reading list',
    words: 'reading lists',
  });
  expect(namesOf('mice', 'Mouse')).toMatchObject({ type: 'Mouse', plural: 'mice', word: 'mouse', words: 'mice' });
});

test('a name that is none, or is taken, is refused with what is wrong with it', () => {
  for (const [folder, type, why] of [
    ['Books', undefined, 'is no name for a domain'],
    ['reading_lists', undefined, 'is no name for a domain'],
    ['books-', undefined, 'is no name for a domain'],
    ['../books', undefined, 'is no name for a domain'],
    ['people', undefined, 'does not end like a plural'],
    ['books', 'book', 'is no name for a type'],
    ['books', '__Book', 'is no name for a type'],
    ['reading', 'Reading', 'both be "reading"'],
    ['tasks', undefined, 'There already is a GraphQL type Task'],
    ['jobs', 'Task', 'There already is a GraphQL type Task'],
    ['strings', undefined, 'There already is a GraphQL type String'],
    ['tasks', 'Errand', 'There already is a root field tasks'],
    ['args', undefined, 'uses the name "args"'],
    ['bundles', 'Promise', 'uses the name "Promise"'],
    ['arguments', undefined, 'is a word of the language'],
    ['energy', 'Joule', 'energy.prisma is there already'],
  ] as const) {
    const make = () => filesOf(namesOf(folder, type));
    expect(make, folder).toThrow(why);
  }
});

/** A domain that nobody has made yet, with a name long enough to break lines in other places than the template's. */
const made = namesOf('unheard-of-things');

test('a domain that was made is registered everywhere, and nothing in it is called what the template is called', () => {
  const files = filesOf(made);
  expect([...files.keys()].filter((path) => path.startsWith('src/domains/'))).toHaveLength(5);
  const its = [...files].filter(([path]) => registrations[path] === undefined);
  for (const [path, text] of its) expect(`${path} ${text}`).not.toMatch(/«|»|sample/i);
  for (const [path, line] of [
    ['src/schema.ts', '  defineUnheardOfThings,\n  defineSearch,'],
    [
      'src/documents.ts',
      "import { unheardOfThingDocument } from './domains/unheard-of-things/unheard-of-things.documents.ts';",
    ],
    ['src/restores.ts', '  unheardOfThing: restoreUnheardOfThing,'],
    ['prisma/models/accounts.prisma', '  unheardOfThings UnheardOfThing[]\n}'],
    ['docs/domains/README.md', '- [Unheard of things](unheard-of-things.md): '],
  ] as const) {
    expect(files.get(path)).toContain(line);
  }
});

test('a domain that was made passes its own tests as it is, and is written as the formatter would', async (context) => {
  leaveToCI(context);
  const folder = mkdtempSync(join(tmpdir(), 'waymark-domain-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of [
    'prisma',
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
  const files = filesOf(made);
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
}, 120_000);
