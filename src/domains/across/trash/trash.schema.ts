import type { GraphQLResolveInfo } from 'graphql';
import type { Builder } from '../../../graphql/builder.ts';
import { loadNodes, nodeKey } from '../../../graphql/nodes.ts';
import type { Shared } from '../../../graphql/shared.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { toGlobalId } from '../../../platform/database/global-ids.ts';
import type { NodeId } from '../../../platform/database/node-ids.ts';
import * as trash from './trash.service.ts';

/** The trash: what is in it, whatever its type, and ways out of it. */
export function defineTrash(builder: Builder, shared: Shared): void {
  const node = {
    type: builder.nodeInterfaceRef(),
    nullable: true as const,
    byPath: true as const,
    description: 'The row; null when it is gone since.',
    load: (ids: string[], ctx: ViewerContext, _args: object, info: GraphQLResolveInfo) => loadNodes(ctx, ids, info),
  };
  const TrashedRow = builder.objectRef<trash.TrashedRow>('TrashedRow').implement({
    description: 'A row that is in the trash.',
    fields: (t) => ({
      type: t.field({
        type: shared.TrashableType,
        description: 'What it is.',
        resolve: ({ type }) => type as never,
      }),
      title: t.exposeString('title', {
        description: 'What it is called, or the first line of what it says; empty when it says nothing.',
      }),
      trashedAt: t.expose('trashedAt', { type: 'DateTime', description: 'When it was put there.' }),
      node: t.loadable({
        ...node,
        resolve: ({ type, id }, _args, ctx, info) => nodeKey(ctx, toGlobalId(type, id), info),
      }),
    }),
  });
  const RestoredRow = builder.objectRef<NodeId>('RestoredRow').implement({
    description: 'A row that is no longer in the trash.',
    fields: (t) => ({ node: t.loadable({ ...node, resolve: ({ type, id }) => toGlobalId(type, id) }) }),
  });
  const RemovedRows = builder.objectRef<{ type: string; count: number }>('RemovedRows').implement({
    description: 'How many rows of a type were removed.',
    fields: (t) => ({
      type: t.field({ type: shared.RowType, description: 'What they were.', resolve: ({ type }) => type as never }),
      count: t.exposeInt('count', { description: 'How many there were.' }),
    }),
  });
  const EmptiedTrash = builder.objectRef<{ removed: trash.Removed }>('EmptiedTrash').implement({
    description: 'What was removed for good.',
    fields: (t) => ({
      totalCount: t.int({
        description: 'How many rows that were.',
        resolve: ({ removed }) => [...removed.values()].reduce((sum, count) => sum + count, 0),
      }),
      removed: t.field({
        type: [RemovedRows],
        description: 'The same for each type of which there were any, with what hung under what was in the trash.',
        resolve: ({ removed }) => [...removed].map(([type, count]) => ({ type, count })),
      }),
    }),
  });

  builder.queryFields((t) => ({
    trash: t.connection(
      {
        type: TrashedRow,
        description: 'What is in your trash, whatever its type, what went there last coming first.',
        args: { types: t.arg({ type: [shared.TrashableType], description: 'Only rows of these types.' }) },
        resolve: (_root, args, ctx) => trash.listTrash(ctx, args),
      },
      shared.connectionOf(TrashedRow),
    ),
  }));

  const EmptyTrashInput = builder.inputType('EmptyTrashInput', {
    description: 'What to remove of what is in the trash: all of it when nothing is said.',
    fields: (t) => ({
      types: t.field({ type: [shared.TrashableType], description: 'Only rows of these types.' }),
      before: t.field({ type: 'DateTime', description: 'Only what was put there at this moment or before it.' }),
    }),
  });
  builder.mutationFields((t) => ({
    restore: shared.mutation(
      t,
      RestoredRow,
      shared.TargetInput,
      'Takes a row of any type out of the trash, and what went there with it.',
      trash.restore,
    ),
    emptyTrash: shared.mutation(
      t,
      EmptiedTrash,
      EmptyTrashInput,
      'Removes what is in the trash for good, with what hangs under it and the links to it. Each 500 rows of it are an ' +
        'operation of their own.',
      async (ctx, input) => ({ removed: await trash.emptyTrash(ctx, input) }),
    ),
  }));
}
