import { syncProblem } from '../syncs/syncs.rules.ts';

/** The longest time in which a sync is written, in milliseconds. */
export const maxTime = 60_000;

/** What went wrong, as the integration tells it. Any other error stays what it is. */
export const problemOf = (error: unknown) => syncProblem(error, 'Miro');
