import { existsSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** After how many milliseconds without a sign of life a program is taken to have ended in the middle of its work. */
const silence = 10_000;

/**
 * Runs work that one program at a time does, and lets others wait. They agree by a file, which is there while it is done. A
 * program that was killed leaves it behind, untouched.
 * @param report is told once if there is another program to wait for
 */
export async function withLockFile<T>(file: string, report: () => void, work: () => Promise<T>): Promise<T> {
  let isWaiting = false;
  while (!take(file)) {
    if (isAbandoned(file)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!isWaiting) report();
    isWaiting = true;
    await sleep(100);
  }
  const alive = setInterval(() => {
    // Gone if somebody has taken this program for dead, after the machine was asleep. Both then do the same.
    if (existsSync(file)) utimesSync(file, new Date(), new Date());
  }, silence / 5);
  try {
    return await work();
  } finally {
    clearInterval(alive);
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

const isAbandoned = (file: string) =>
  Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > silence;
