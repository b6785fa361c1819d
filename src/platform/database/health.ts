import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UnavailableError } from '../errors.ts';
import { DatabaseFault, isOfDisk, toUnavailable } from './faults.ts';
import type { DatabaseLocation } from './location.ts';

/** The free space that a SQLite database needs, in bytes. A large import takes some of it. */
export const minFreeSpace = 16 * 1024 * 1024;

/** For how long a write that failed counts as a sign that the next one will too, in milliseconds. */
const failureCounts = 15_000;

/** What is known of a database without asking it. */
export interface Health {
  /**
   * Runs a write, and remembers whether it failed because of the disk.
   * @throws DatabaseFault if the file was moved or deleted: what is written to it would be lost
   */
  noteWrite<T>(write: () => Promise<T>): Promise<T>;
  /** @throws UnavailableError if the disk is full, the file is gone, or the last write failed because of the disk a moment ago */
  requireWritable(): void;
}

/** @param isInPlace whether the file of the database is still the one that was opened */
export function watchHealth(location: DatabaseLocation, isInPlace: () => boolean): Health {
  let failure: { error: UnavailableError; at: number } | null = null;
  return {
    async noteWrite(write) {
      try {
        if (!isInPlace()) throw new DatabaseFault('FILE_GONE');
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
      if (!isInPlace()) throw new DatabaseFault('FILE_GONE');
      if (failure && performance.now() - failure.at < failureCounts) throw failure.error;
      if (location.engine === 'sqlite' && freeSpaceIn(dirname(location.file)) < minFreeSpace)
        throw new UnavailableError('The disk of the database is full. Free some space.', 30);
    },
  };
}

/**
 * Whether the file of a database is still the one at its path. The server would go on with one that was deleted, which nobody
 * else has.
 */
export function watchPlace(location: DatabaseLocation): () => boolean {
  if (location.engine === 'postgresql') return () => true;
  const { file } = location;
  const identity = () => {
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats && `${stats.dev} ${stats.ino}`;
  };
  const opened = identity();
  return () => identity() === opened;
}

/** The free space of the disk that a folder is on, in bytes. */
export function freeSpaceIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
