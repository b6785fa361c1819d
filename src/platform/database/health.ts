import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { UnavailableError } from '../errors.ts';
import { isOfDisk, toUnavailable } from './faults.ts';
import type { DatabaseLocation } from './location.ts';

/** The free space that a SQLite database needs, in bytes. A large import takes some of it. */
const minFreeSpace = 16 * 1024 * 1024;

/** For how long a write that failed counts as a sign that the next one will too, in milliseconds. */
const failureCounts = 15_000;

/** What is known of a database without asking it. */
export interface Health {
  /** Runs a write, and remembers whether it failed because of the disk. */
  noteWrite<T>(write: () => Promise<T>): Promise<T>;
  /** @throws UnavailableError if the disk is full, or the last write failed because of it a moment ago */
  requireWritable(): void;
}

export function watchHealth(location: DatabaseLocation): Health {
  let failure: { error: UnavailableError; at: number } | null = null;
  return {
    async noteWrite(write) {
      try {
        const result = await write();
        failure = null;
        return result;
      } catch (thrown) {
        const error = toUnavailable(thrown);
        if (error && isOfDisk(thrown)) failure = { error, at: performance.now() };
        throw thrown;
      }
    },
    requireWritable() {
      if (failure && performance.now() - failure.at < failureCounts) throw failure.error;
      if (location.engine === 'sqlite' && freeSpaceBeside(location.file) < minFreeSpace)
        throw new UnavailableError('The disk of the database is full. Free some space.', 30);
    },
  };
}

function freeSpaceBeside(file: string): number {
  const { bavail, bsize } = statfsSync(dirname(file));
  return bavail * bsize;
}
