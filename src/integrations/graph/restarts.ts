import { GraphError } from './errors.ts';

/** How often a round starts anew because Graph has lost its state. */
const maxRestarts = 2;

/** Whether an error says that a delta cannot be continued: its state is too old, or was lost. */
const isSyncStateGone = (error: unknown): error is GraphError =>
  error instanceof GraphError &&
  (error.status === 410 ||
    (error.status >= 400 &&
      error.status < 500 &&
      /^(SyncStateNotFound|SyncStateInvalid|resyncRequired)$/i.test(error.code)));

/**
 * Reads the changes since a link, or everything without one, or if Graph has lost the state of the link. What was read of a round
 * whose state is lost does not count.
 * @param link where the last round ended. Null if there was none
 * @param first where the first round starts, which is also where Graph may say to start again
 */
export async function readSince<T extends object>(
  link: string | null,
  first: string,
  read: (start: string) => Promise<T>,
): Promise<T & { isWhole: boolean }> {
  let start = link ?? first;
  for (let restarts = 0; ; restarts++) {
    try {
      return { ...(await read(start)), isWhole: start === first };
    } catch (error) {
      if (!isSyncStateGone(error) || restarts === maxRestarts) throw error;
      start = first;
    }
  }
}
