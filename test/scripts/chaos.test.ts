import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { root } from '../../scripts/root.ts';
import { leaveToCI } from '../support/services.ts';

test('npm run chaos does a fault to a server under load, and prints what its clients saw', async (context) => {
  leaveToCI(context);
  const args = [join(root, 'scripts/chaos/run.ts'), '--engine', 'sqlite', '--only', 'three times'];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const [head, , row, ...more] = stdout.trimEnd().split('\n');
  expect(more).toEqual([]);
  const names = head?.split(' | ') ?? [];
  const cells = row?.split(' | ') ?? [];
  const cell = (name: string) => Number(cells[names.indexOf(name)]);
  expect(cell('requests')).toBeGreaterThan(10);
  expect([cell('failed'), cell('wrong'), cell('lost')]).toEqual([0, 0, 0]);
});
