import type { PayloadFields } from '../../../graphql/mutations/payload-mutation.ts';
import { nodeType, trashableType } from '../../../graphql/node-types.ts';
import type { Builder } from '../../../graphql/types.ts';
import { ConflictError, NotFoundError } from '../../../platform/errors.ts';
import { emptyTrashInput, keptDays, maxAtOnce, trashInput } from './trash.rules.ts';
import * as trash from './trash.service.ts';

/** What was deleted, by type. */
interface Deleted {
  readonly deleted: trash.DeletedCounts;
}

/** The trash: nodes of all types that were trashed, and how they are restored or deleted. */
export function defineTrash(builder: Builder): void {
  const TrashableType = trashableType(builder);
  const TrashedNode = builder.objectRef<trash.TrashedNode>('TrashedNode').implement({
    description: 'A node in the trash.',
    fields: (t) => ({
      type: t.field({ type: TrashableType, description: 'The type of the node.', resolve: ({ type }) => type }),
      title: t.exposeString('title', {
        description: 'The title or name of the node, or the first line of its text. Empty if it has none.',
      }),
      trashedAt: t.expose('trashedAt', { type: 'DateTime', description: 'When the node was moved to the trash.' }),
      node: t.nodeOf({
        description: 'The node. Null if it has been deleted or restored since.',
        resolve: ({ type, id }: trash.TrashedNode) => ({ type, id }),
      }),
    }),
  });
  const DeletedCount = builder.objectRef<{ type: string; count: number }>('DeletedCount').implement({
    description: 'The number of deleted nodes of a type.',
    fields: (t) => ({
      type: t.field({ type: nodeType(builder), description: 'The type.', resolve: ({ type }) => type }),
      count: t.exposeInt('count', { description: 'The number of nodes.' }),
    }),
  });

  builder.queryFields((t) => ({
    trash: t.connection(
      {
        type: TrashedNode,
        description: 'The nodes in your trash, of all types, the last trashed first.',
        args: { types: t.arg({ type: [TrashableType], description: 'Only nodes of these types. Default: all.' }) },
        resolve: (_root, args, ctx) => trash.listTrash(ctx, args),
      },
      builder.connectionTypeOf(TrashedNode),
    ),
  }));

  builder.nodeMutation('trash', {
    description:
      'Moves a node to the trash, with what belongs to it, such as the subtasks of a task. Lists, counts and statistics leave ' +
      `it out until it is restored. After ${keptDays} days in the trash it is permanently deleted.`,
    rules: trashInput,
    resolve: trash.trash,
  });
  builder.nodeMutation('restore', {
    description: 'Restores a node from the trash, with the nodes that were moved there together with it.',
    rules: trashInput,
    resolve: trash.restore,
  });

  const deletedFields = (t: PayloadFields<Deleted>) => ({
    deletedCount: t.int({
      description: 'The number of deleted nodes.',
      resolve: ({ deleted }) => [...deleted.values()].reduce((sum, count) => sum + count, 0),
    }),
    deleted: t.field({
      type: [DeletedCount],
      description: 'The deleted nodes by type, including those that required a node in the trash.',
      resolve: ({ deleted }) => [...deleted].map(([type, count]) => ({ type, count })),
    }),
  });
  builder.payloadMutation('deletePermanently', {
    description: 'Permanently deletes a node in the trash, with everything that requires it and the links to it.',
    rules: trashInput,
    errors: [NotFoundError, ConflictError],
    isRecorded: true,
    payload: deletedFields,
    resolve: async (ctx, input) => ({ deleted: await trash.deletePermanently(ctx, input) }),
  });
  builder.payloadMutation('emptyTrash', {
    description:
      `Permanently deletes the nodes in the trash, with everything that requires them and the links to them. Every ${maxAtOnce} ` +
      'nodes are a change set of their own.',
    rules: emptyTrashInput,
    isRecorded: true,
    changeSetNote: 'The last one, if there are several.',
    input: (t) => ({
      types: t.field({ type: [TrashableType], description: 'Only nodes of these types. Default: all.' }),
      before: t.field({
        type: 'DateTime',
        description: 'Only nodes that were trashed at this time or earlier. Default: all.',
      }),
    }),
    payload: deletedFields,
    resolve: async (ctx, input) => ({ deleted: await trash.emptyTrash(ctx, input) }),
  });
}
