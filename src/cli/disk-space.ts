import { freeSpaceIn, minFreeSpace } from '../platform/database/health.ts';

/** Below so much free space, in bytes, there is a warning. A backup takes as much as the database. */
const scarce = 1024 ** 3;

/** What is found of a disk. */
export interface DiskSpace {
  readonly isScarce: boolean;
  readonly text: string;
}

/**
 * Looks at the free space of the disk that a folder is on.
 * @throws Error if the server would refuse to write
 */
export function checkDiskSpace(folder: string, freeIn: (folder: string) => number = freeSpaceIn): DiskSpace {
  const free = freeIn(folder);
  const megabytes = `${Math.floor(free / 1024 ** 2)} MB`;
  if (free < minFreeSpace)
    throw new Error(`The disk of ${folder} is full: ${megabytes} are free. Free some space, or nothing can be saved.`);
  if (free < scarce) return { isScarce: true, text: `only ${megabytes} are free at ${folder}. Free some space soon.` };
  return { isScarce: false, text: `${megabytes} are free at ${folder}` };
}
