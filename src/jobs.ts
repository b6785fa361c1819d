import { pruneHistory } from './domains/changes/changes.service.ts';
import { pruneSessions } from './domains/sessions/sessions.service.ts';
import { purgeTrash } from './domains/trash/trash.service.ts';
import { type Jobs, pruneJobs } from './platform/jobs.ts';

const hour = 60 * 60 * 1000;

/** What the server does by itself. */
export const jobs: Jobs = {
  kinds: {},
  recurring: [
    { name: 'purgeTrash', every: 6 * hour, run: (ctx) => purgeTrash(ctx) },
    { name: 'pruneHistory', every: 6 * hour, run: (ctx) => pruneHistory(ctx) },
    { name: 'pruneSessions', every: 24 * hour, run: pruneSessions },
    { name: 'pruneJobs', every: 24 * hour, run: pruneJobs },
  ],
  followUp: async () => {},
};
