import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp } from '../../../src/platform/database/backup.ts';
import { migrate } from '../../../src/platform/database/migrations.ts';
import { makeFolderPrivate } from '../../../src/platform/runtime/private-files.ts';
import { temporaryFolder } from '../../support/command.ts';

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

test('a database, what SQLite keeps beside it and its copies are private; those of earlier versions become so', async () => {
  const folder = join(temporaryFolder(), 'a/b');
  const file = join(folder, 'waymark.db');
  await migrate({ engine: 'sqlite', file });
  const modes = () => new Set(readdirSync(folder).map((name) => modeOf(join(folder, name))));
  expect([modeOf(folder), modes()]).toEqual(['700', new Set(['600'])]);
  await backUp(file, join(folder, 'waymark.db.backup-1'), { force: false });
  writeFileSync(join(folder, 'waymark.db.before-migration-2026-11-23T09-00-00-000Z'), '');
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o644);
  // Names that only begin alike, and folders, are somebody else's.
  const other = join(folder, 'waymark.db.notes');
  writeFileSync(other, '');
  mkdirSync(`${file}-wal.d`);
  await migrate({ engine: 'sqlite', file });
  expect(modeOf(other)).toBe('644');
  expect(modeOf(`${file}-wal.d`)).toBe('755');
  for (const name of readdirSync(folder).filter((each) => !/notes|\.d$/.test(each))) {
    expect([name, modeOf(join(folder, name))]).toEqual([name, '600']);
  }
  // Whoever may not write a file still may not.
  chmodSync(file, 0o444);
  await migrate({ engine: 'sqlite', file });
  expect(modeOf(file)).toBe('400');
});

test('a folder becomes private only if all that is in it is ours', () => {
  const folder = temporaryFolder();
  const isOwn = (name: string) => name === 'secret';
  chmodSync(folder, 0o755);
  makeFolderPrivate(folder, isOwn);
  expect(modeOf(folder)).toBe('755');
  writeFileSync(join(folder, 'secret'), '');
  writeFileSync(join(folder, 'letter'), '');
  makeFolderPrivate(folder, isOwn);
  expect(modeOf(folder)).toBe('755');
  makeFolderPrivate(folder, () => true);
  expect(modeOf(folder)).toBe('700');
  makeFolderPrivate(join(folder, 'none'), () => true);
  expect(existsSync(join(folder, 'none'))).toBe(false);
});
