import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { leaveToCI } from '../support/services.ts';

test('after hundreds of random changes, faults and kills two servers have what the calendar has', (context) => {
  leaveToCI(context);
  const script = join(import.meta.dirname, '../../scripts/soak/outlook.ts');
  const args = ['--no-warnings', script, '--steps', '400', '--seed', '11'];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect([status, stdout]).toEqual([
    0,
    expect.stringMatching(/^seed 11: 400 steps, \d+ syncs, [1-9]\d* kills, .* 0 differences\n$/),
  ]);
}, 1_800_000);
