import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import { visibleTo } from './sync-tasks.access.ts';
import * as syncTasks from './sync-tasks.service.ts';

/** Sync tasks: what is read of each integration, each by itself. */
export function defineSyncTasks(builder: Builder): void {
  const SyncTask = builder.prismaNode('SyncTask', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      kind: t.expose('kind', { type: builder.modelEnum('SyncKind') }),
      lastSyncedAt: t.expose('lastSyncedAt', { type: 'DateTime', nullable: true }),
      nextSyncAt: t.expose('nextSyncAt', { type: 'DateTime' }),
      failureCount: t.exposeInt('failureCount'),
      problem: t.exposeString('problem', { nullable: true }),
      problemKind: t.expose('problemKind', { type: builder.modelEnum('SyncProblemKind'), nullable: true }),
    }),
  });
  builder.prismaObjectFields('Integration', (t) => ({
    syncTasks: t.loadableList({
      type: SyncTask,
      description: 'What is read of it: at most one task of each kind.',
      load: (ids: string[], ctx) => syncTasks.syncTasksOfEach(ctx, ids),
      resolve: ({ id }) => id,
    }),
  }));
}
