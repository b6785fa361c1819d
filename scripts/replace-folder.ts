import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';

/**
 * Moves a folder into the place of another one, as a whole, so that several programs can do so at once.
 * @param isDone whether another program has put the same there meanwhile
 */
export function replaceFolder(made: string, place: string, isDone: () => boolean): void {
  try {
    // A temporary folder is its maker's alone, and somebody else may run the program.
    chmodSync(made, 0o755);
    if (existsSync(place)) renameSync(place, `${made}-old`);
    renameSync(made, place);
  } catch (error) {
    // Another program has moved its own there in between.
    if (!isDone()) throw error;
  } finally {
    rmSync(made, { recursive: true, force: true });
    rmSync(`${made}-old`, { recursive: true, force: true });
  }
}
