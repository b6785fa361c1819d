import { brokenLinks, GraphError } from './errors.ts';

/** How often a round starts anew because Graph has lost its state. */
const maxRestarts = 2;

/** Statuses that say something about the account or the service, not about a link. */
const general = new Set([401, 403, 408, 423, 429]);
const isRefused = ({ status }: GraphError) => status >= 400 && status < 500;

/** Whether an error says that a delta cannot be continued: its state is too old, or was lost. */
const isSyncStateGone = (error: GraphError): boolean =>
  error.status === 410 ||
  (isRefused(error) && /^(SyncStateNotFound|SyncStateInvalid|resyncRequired)$/i.test(error.code));

/** Whether an error may be that of a link that was kept: it would be the same each time. */
const isOfLink = (error: GraphError): boolean =>
  error.code === brokenLinks || (isRefused(error) && !general.has(error.status));

/**
 * Reads the changes since a link, or everything without one, or if the link cannot be followed to its end, as after Graph has lost its
 * state. What was read of a round whose state is lost does not count.
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
      const isCurable = error instanceof GraphError && (isSyncStateGone(error) || (start !== first && isOfLink(error)));
      if (!isCurable || restarts === maxRestarts) throw error;
      start = first;
    }
  }
}
