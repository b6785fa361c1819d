import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import { integrationInput } from '../integrations/integrations.rules.ts';
import { visibleTo } from './syncs.access.ts';
import { syncingOf, syncRunsOfEach } from './syncs.loaders.ts';
import { syncRetentionDays } from './syncs.rules.ts';
import * as syncs from './syncs.service.ts';

/** Syncs: integrations are read regularly, and on demand. */
export function defineSyncs(builder: Builder): void {
  const SyncRun = builder.prismaNode('SyncRun', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      integration: t.relation('integration', { description: 'The integration that was read.' }),
      kind: t.expose('kind', { type: builder.modelEnum('SyncKind') }),
      startedAt: t.expose('startedAt', { type: 'DateTime' }),
      durationMs: t.exposeInt('durationMs'),
      outcome: t.expose('outcome', { type: builder.modelEnum('SyncOutcome') }),
      problem: t.exposeString('problem', { nullable: true }),
      createdCount: t.exposeInt('createdCount'),
      updatedCount: t.exposeInt('updatedCount'),
      unchangedCount: t.exposeInt('unchangedCount'),
      cancelledCount: t.exposeInt('cancelledCount'),
      skippedCount: t.exposeInt('skippedCount'),
      warnings: t.stringList({
        description: 'What was left out, or read differently from what the provider says, in sentences. At most 100.',
        resolve: ({ warnings }) => warnings as string[],
      }),
    }),
  });

  builder.queryFields((t) => ({ syncRun: t.byId({ type: SyncRun, resolve: syncs.getSyncRun }) }));
  builder.prismaObjectFields('Integration', (t) => ({
    isSyncing: t.loadable({
      type: 'Boolean',
      description: 'Whether it is being read at the moment.',
      load: (ids: string[], ctx) => syncingOf(ctx, ids),
      resolve: ({ id }) => id,
    }),
    syncRuns: t.loadable({
      type: builder.connectionTypeOf(SyncRun),
      byPath: true,
      description: `The syncs of the last ${syncRetentionDays} days, the newest first.`,
      args: t.arg.connectionArgs(),
      load: (ids: string[], ctx, args) => syncRunsOfEach(ctx, ids, args) as Promise<never[]>,
      resolve: ({ id }) => id,
    }),
  }));

  builder.recordMutation('syncIntegration', {
    record: builder.modelRef('Integration'),
    description: 'Has an integration read now. Returns it without waiting for that: ask for its `syncRuns`.',
    authScopes: { integrations: true },
    rules: integrationInput,
    isRecorded: false,
    resolve: syncs.syncIntegration,
  });
}
