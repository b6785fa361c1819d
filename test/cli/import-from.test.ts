import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, inject, test, vi } from 'vitest';
import { importFromCommand } from '../../src/cli/import-from.ts';
import { createTestApp } from '../support/app.ts';
import { sample } from '../support/imports.ts';

const printed = vi.spyOn(console, 'info');
beforeEach(() => void printed.mockReset().mockImplementation(() => {}));
const said = () => printed.mock.calls.map(([text]) => String(text)).join('\n');

const fileOf = (name: string) => {
  const path = join(inject('sharedFolder'), name);
  writeFileSync(path, sample(name));
  return path;
};

test('import-from shows the mapping first, and a dry run says the counts of the import and keeps nothing', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const count = async () => (await ada.query('{ energyEntries { totalCount } }')).energyEntries.totalCount;
  const run = (values: object) =>
    importFromCommand.run(app.config, { account: ada.email, ...values }, ['daylio', fileOf('daylio.csv')]);
  expect([await run({ 'dry-run': true }), await count()]).toEqual([0, 0]);
  expect(said().split('\n')[0]).toBe('What becomes of the file:');
  expect(said()).toContain('mood "fantastic" → not mapped');
  expect(said()).toContain('3 read: 2 taken, 1 left out.\n  energy entries: 2 created, 0 there already');
  expect(said()).toContain('  line 3: The mood "fantastic" is not mapped. Map it to one of 1, 2, 3, 4, 5.');
  expect(said()).toContain('Nothing was changed: this was a dry run.');
  expect([await run({ map: ['mood:Fantastic=5'] }), await count()]).toEqual([0, 3]);
  printed.mockClear();
  expect([await run({ map: ['mood:Fantastic=5'] }), await count()]).toEqual([0, 3]);
  expect(said()).toContain('3 read: 3 taken, 0 left out.\n  energy entries: 0 created, 3 there already');
});

const samples: readonly [format: string, name: string, summary: string, options?: Record<string, string | string[]>][] =
  [
    ['todoist', 'todoist.csv', '7 read: 7 taken, 0 left out.'],
    ['ticktick', 'ticktick.csv', '2 read: 2 taken, 0 left out.'],
    ['vikunja', 'vikunja.json', '2 read: 2 taken, 0 left out.'],
    ['superproductivity', 'superproductivity.json', '2 read: 2 taken, 0 left out.'],
    ['things', 'things.json', '4 read: 4 taken, 0 left out.'],
    ['outlook', 'outlook.csv', '2 read: 2 taken, 0 left out.'],
    ['daylio', 'daylio.csv', '3 read: 3 taken, 0 left out.', { map: ['mood:fantastic=5'] }],
    ['exist', 'exist.json', '2 read: 2 taken, 0 left out.'],
    ['anki', 'anki.txt', '2 read: 2 taken, 0 left out.'],
    ['obsidian', 'obsidian.md', '2 read: 2 taken, 0 left out.'],
    ['huntr', 'huntr.csv', '3 read: 3 taken, 0 left out.', { map: ['stage:Take-home=SCREENING'] }],
    ['linkedin', 'linkedin.csv', '1 read: 1 taken, 0 left out.'],
    ['csv', 'books.csv', '2 read: 2 taken, 0 left out.', { mapping: 'books.yaml' }],
  ];

test.each(samples)(
  'import-from %s imports %s as its dry run says, once',
  async (format, name, summary, options = {}) => {
    const app = await createTestApp();
    const ada = await app.person();
    const { mapping, ...others } = options;
    const values = { account: ada.email, ...others, ...(typeof mapping === 'string' && { mapping: fileOf(mapping) }) };
    const run = async (more = {}) => {
      printed.mockClear();
      expect(await importFromCommand.run(app.config, { ...values, ...more }, [format, fileOf(name)])).toBe(0);
      return said();
    };
    const dry = await run({ 'dry-run': true });
    expect(dry).toContain(summary);
    const undo = /\nUndo it by: waymark undo \S+ --account \S+$/;
    const written = await run();
    expect(written).toMatch(undo);
    const first = written.replace(undo, '');
    expect(dry).toBe(`${first}\nNothing was changed: this was a dry run.`);
    const again = await run();
    const withoutCounts = (text: string) => text.replaceAll(/\d+ created, \d+ there already/g, '');
    expect(withoutCounts(again)).toBe(withoutCounts(first));
    expect(again).not.toMatch(/[1-9]\d* created/);
  },
);

test('import-from says which formats and options there are', async () => {
  const app = await createTestApp();
  const run = (values: object, files: string[]) => importFromCommand.run(app.config, values, files);
  await expect(run({}, ['trello', 'x'])).rejects.toThrow(
    'Name a format: todoist, ticktick, vikunja, superproductivity,',
  );
  await expect(run({}, ['todoist'])).rejects.toThrow('Name the file.');
  await expect(run({ dates: 'YDM' }, ['todoist', fileOf('todoist.csv')])).rejects.toThrow(
    '--dates is one of DMY, MDY.',
  );
  await expect(run({ map: ['mood'] }, ['daylio', fileOf('daylio.csv')])).rejects.toThrow('--map is such as');
});

test('import-from says how each change set is undone, the latest first', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const rows = Array.from({ length: 1_001 }, (_, index) => `task,Task ${index}`);
  const path = join(inject('sharedFolder'), 'Many.csv');
  writeFileSync(path, ['TYPE,CONTENT', ...rows].join('\n'));
  await importFromCommand.run(app.config, { account: ada.email, projects: 'none' }, ['todoist', path]);
  const [, first, second] =
    /Undo it by these, in this order:\n {2}waymark undo (\S+) .+\n {2}waymark undo (\S+) /.exec(said()) ?? [];
  for (const changeSetId of [first, second]) await ada.mutate('undoChangeSet', { changeSetId }, 'name');
  expect((await ada.query('{ tasks { totalCount } }')).tasks.totalCount).toBe(0);
}, 60_000);
