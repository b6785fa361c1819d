import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { withLockFile } from '../../scripts/lock-file.ts';
import { temporaryFolder } from '../support/command.ts';

test('work is done by one after the other, also after one fails, and nothing is left', async () => {
  const file = join(temporaryFolder(), 'turn');
  const events: string[] = [];
  const work = (name: string) => async () => {
    events.push(`${name} begins`);
    await sleep(5);
    events.push(`${name} ends`);
    if (name === 'a') throw new Error('a failed');
    return name;
  };
  const wait = (name: string) => () => events.push(`${name} waits`);
  const a = withLockFile(file, wait('a'), work('a'));
  const b = withLockFile(file, wait('b'), work('b'));
  await expect(a).rejects.toThrow('a failed');
  expect(await b).toBe('b');
  expect(events).toEqual(['a begins', 'b waits', 'a ends', 'b begins', 'b ends']);
  expect(existsSync(file)).toBe(false);
});

test('what a program that was killed has left is taken over', async () => {
  const file = join(temporaryFolder(), 'turn');
  writeFileSync(file, '');
  const before = new Date(Date.now() - 60_000);
  utimesSync(file, before, before);
  expect(
    await withLockFile(
      file,
      () => {},
      async () => 'done',
    ),
  ).toBe('done');
  expect(existsSync(file)).toBe(false);
});
