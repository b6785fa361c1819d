import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { parseStat, residentMegabytes, ticksBetween, treeOf } from '../../bench/cpu.ts';

const stat = (pid: number, parent: number, ticks = 0) => ({ pid, parent, name: 'node', ticks });

test('a line of /proc is parsed whatever the name of the process, and counts children that have ended', () => {
  const line = '42 (a ) (b) 7) S 7 42 42 0 -1 4194304 100 0 0 0 11 22 33 44 20 0 1 0 5 6 7';
  expect(parseStat(line)).toEqual({ pid: 42, parent: 7, name: 'a ) (b) 7', ticks: 110 });
});

test('a tree is a process with its descendants, and no other', () => {
  const stats = [stat(1, 0), stat(2, 1), stat(3, 2), stat(4, 3), stat(5, 1)];
  expect(treeOf(stats, 2).map(({ pid }) => pid)).toEqual([2, 3, 4]);
  expect(treeOf(stats, 9)).toEqual([]);
});

test('ticks of a process that is new count in full, and those of one that was there from then on', () => {
  expect(ticksBetween([stat(1, 0, 10), stat(2, 1, 5)], [stat(1, 0, 12), stat(2, 1, 5), stat(3, 1, 4)])).toBe(6);
});

test.skipIf(process.platform !== 'linux')(
  'the memory of a running process is found, and none of one that is not there',
  async () => {
    const child = spawn(process.execPath, ['--eval', 'setTimeout(() => {}, 60_000)']);
    try {
      await expect.poll(() => residentMegabytes(child.pid ?? 0)).toBeGreaterThan(10);
    } finally {
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
    }
    expect(residentMegabytes(child.pid ?? 0)).toBe(0);
  },
);
