import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, inject, test, vi } from 'vitest';
import { frameworkCommand } from '../../src/cli/framework.ts';
import { createTestApp } from '../support/app.ts';

const printed = { out: vi.spyOn(console, 'info'), err: vi.spyOn(console, 'error') };
beforeEach(() => {
  for (const spy of Object.values(printed)) spy.mockReset().mockImplementation(() => {});
});
const said = (stream: 'out' | 'err') => printed[stream].mock.calls.map(([text]) => String(text)).join('\n');

test('framework lists the ready ones, and imports one, which a dry run shows', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  expect(await frameworkCommand.run(app.config, {}, [])).toBe(0);
  expect(said('out').split('\n')).toEqual(['engineering-ic', 'engineering-manager', 'product']);
  const count = async () => (await ada.query('{ skills { totalCount } }')).skills.totalCount;
  const run = (values: object) => frameworkCommand.run(app.config, { account: ada.email, ...values }, ['product']);
  expect([await run({ 'dry-run': true }), await count()]).toEqual([0, 0]);
  expect(said('out')).toContain('  framework product (Product management)');
  expect(said('out')).toContain('Nothing was changed: this was a dry run.');
  expect([await run({}), await count()]).toEqual([0, 9]);
});

test('framework prints the faults of a file by their paths', async () => {
  const app = await createTestApp();
  const file = join(inject('sharedFolder'), 'faults.yaml');
  writeFileSync(file, 'key: a\nname: A\ncategories:\n  - { key: b, name: "", colour: red }\n');
  expect(await frameworkCommand.run(app.config, {}, [file])).toBe(1);
  expect(said('err')).toBe(
    'categories.0.name must not be empty: line 4\ncategories.0.colour is not known here: line 4',
  );
});

const fileOf = (name: string, bytes: string | Uint8Array) => {
  const file = join(inject('sharedFolder'), name);
  writeFileSync(file, bytes);
  return file;
};

test.each([
  ['windows-1252', 'latin1'],
  ['utf-16le', 'utf16le'],
  ['utf-8', 'utf8'],
] as const)('framework reads a file in %s, as its bytes tell', async (encoding, name) => {
  const app = await createTestApp();
  const ada = await app.person();
  const file = fileOf('Stufen.csv', Buffer.from('Skill;L1;L2\nÜben;täglich;stündlich\n', name));
  expect(await frameworkCommand.run(app.config, { account: ada.email }, [file])).toBe(0);
  expect(said('out')).toContain('skill stufen.uben (Üben)');
  expect(said('out').includes(`Read as ${encoding}.`)).toBe(encoding !== 'utf-8');
});

test('framework refuses what cannot be decoded by its line, and takes an encoding that is named', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  // One byte of another code page among others of UTF-8.
  const bytes = Buffer.concat([
    Buffer.from('Skill;L1;L2\nÜben;täglich;ö\nGr'),
    Buffer.from([0xfc]),
    Buffer.from('n;ä;ö\n'),
  ]);
  const file = fileOf('damaged.csv', bytes);
  const run = (values: object) => frameworkCommand.run(app.config, { account: ada.email, ...values }, [file]);
  await expect(run({})).rejects.toThrow(
    'The file cannot be decoded as utf-8: line 3. Name its encoding by --encoding.',
  );
  expect((await ada.query('{ frameworks { totalCount } }')).frameworks.totalCount).toBe(0);
  expect(await run({ encoding: 'iso-8859-1', 'dry-run': true })).toBe(0);
  // A file can have the character itself.
  const own = fileOf('own.csv', 'Skill;L1;L2\nA \ufffd;b;c\n');
  expect(await frameworkCommand.run(app.config, { account: ada.email }, [own])).toBe(0);
});

test('framework says how an import is undone, of the account that was named, and of nothing if nothing was changed', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const run = (values: object) => frameworkCommand.run(app.config, { account: ada.email, ...values }, ['product']);
  await run({ 'dry-run': true });
  expect(said('out')).not.toContain('Undo');
  await run({});
  const [, id, address] = /Undo it by: waymark undo (\S+) --account (\S+)$/.exec(said('out')) ?? [];
  expect(address).toBe(ada.email);
  await ada.mutate('undoChangeSet', { changeSetId: id }, 'name');
  expect((await ada.query('{ frameworks { totalCount } }')).frameworks.totalCount).toBe(0);
  await run({});
  printed.out.mockClear();
  await run({});
  expect(said('out')).not.toContain('Undo');
});
