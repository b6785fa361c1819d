import { selectionOfNodes } from '../../../graphql/fields/selections.ts';
import { nodeType } from '../../../graphql/node-types.ts';
import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { toGlobalId } from '../../../platform/database/global-ids.ts';
import { CursorExpiredError } from '../../../platform/errors.ts';
import { visibleTo } from './changes.access.ts';
import { type ChangeInSet, changesOfEach, fieldsByChange, keyOfChange } from './changes.loaders.ts';
import { actorOf, type ChangeActorKind, cursorAfter, type FieldChange, maxChanges } from './changes.rules.ts';
import * as changes from './changes.service.ts';

/** The change log: what has changed since a client last asked, and the history of each node. */
export function defineChanges(builder: Builder): void {
  const ChangeAction = builder.modelEnum('ChangeAction');
  const NodeType = nodeType(builder);
  const ChangeActor = builder.enumType('ChangeActor', {
    description: 'The kind of credential that a change was made with.',
    values: {
      SESSION: { description: 'A session: a browser, or a program that signed in with a password.' },
      ACCESS_TOKEN: { description: 'A personal access token of a script.' },
      FEEDBACK_REQUEST: { description: 'The link of a request for feedback, by which a person answered it.' },
      SERVER: { description: 'The server itself, such as when it empties the trash.' },
    } satisfies Record<ChangeActorKind, { description: string }>,
  });
  const ChangeSet = builder.prismaNode('ChangeSet', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      name: t.exposeString('name'),
      at: t.expose('at', { type: 'DateTime' }),
      cursor: t.string({
        description: 'The position after this change set: the `after` of `changes` and `changed`.',
        resolve: (changeSet) => cursorAfter(changeSet),
      }),
      actor: t.field({
        type: ChangeActor,
        description: 'What you were signed in with.',
        resolve: ({ actor }) => actorOf(actor).kind,
      }),
      actorId: t.id({
        nullable: true,
        description:
          'The id of the session, access token or request for feedback. Null if the server itself made the change.',
        resolve: ({ actor }) => {
          const { node } = actorOf(actor);
          return node && toGlobalId(node.type, node.id);
        },
      }),
    }),
  });
  const FieldChangeType = builder.objectRef<FieldChange>('FieldChange').implement({
    description: 'The change of one field of a node, or of a part of it, such as `taskLabel`.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'The name of the field.' }),
      before: t.field({
        type: 'JSON',
        nullable: true,
        description: 'The value before. Null if there was none.',
        resolve: ({ before }) => before,
      }),
      after: t.field({
        type: 'JSON',
        nullable: true,
        description: 'The value after. Null if there is none.',
        resolve: ({ after }) => after,
      }),
    }),
  });
  const NodeChange = builder.objectRef<ChangeInSet>('NodeChange').implement({
    description: 'What one change set did to one node.',
    fields: (t) => ({
      type: t.field({ type: NodeType, description: 'The type of the node.', resolve: ({ model }) => model }),
      nodeId: t.id({ description: 'The id of the node.', resolve: ({ model, rowId }) => toGlobalId(model, rowId) }),
      action: t.field({ type: ChangeAction, description: 'What was done to it.', resolve: ({ action }) => action }),
      nodeVersion: t.int({
        description: 'The version of the node after the change; its last version if it was deleted.',
        resolve: ({ before, after }) => ((after ?? before) as { version: number }).version,
      }),
      at: t.field({
        type: 'DateTime',
        description: 'When the change was made.',
        resolve: ({ changeSet }) => changeSet.at,
      }),
      changeSet: t.field({
        type: ChangeSet,
        description: 'The change set that the change is part of.',
        resolve: ({ changeSet }) => changeSet,
      }),
      fields: t.loadableList({
        type: FieldChangeType,
        description: 'The fields that differ. For a node that was created or deleted: all fields that have a value.',
        load: (keys: string[], ctx: ViewerContext) => fieldsByChange(ctx, keys),
        resolve: (change) => keyOfChange(change),
      }),
      node: t.nodeOf({
        description: 'The node as it is now, to replace your copy of it. Null if it has been deleted.',
        resolve: ({ model, rowId }: ChangeInSet) => ({ type: model, id: rowId }),
      }),
    }),
  });
  const ChangePage = builder.objectRef<changes.ChangePage>('ChangePage').implement({
    description: 'A page of changes, in the order in which they were made.',
    fields: (t) => ({
      changes: t.field({
        type: [NodeChange],
        description: `The changes, at most \`first\` of them. Default and maximum: ${maxChanges}.`,
        resolve: (page) => page.changes,
      }),
      cursor: t.exposeString('cursor', {
        description: 'The position after this page: the `after` of the next request, however much later.',
      }),
      hasMore: t.exposeBoolean('hasMore', { description: 'Whether there are more changes already.' }),
    }),
  });

  const NodeChangeConnection = builder.connectionTypeOf(NodeChange);
  builder.objectField(ChangeSet, 'changes', (t) =>
    t.loadable({
      type: NodeChangeConnection,
      byPath: true,
      description: 'The changes to nodes, in order.',
      args: t.arg.connectionArgs(),
      // Pothos cannot see that a page of ours is a connection of its own.
      load: (ids: string[], ctx, args) => changesOfEach(ctx, ids, args) as Promise<never[]>,
      resolve: ({ id }) => id,
    }),
  );

  builder.queryFields((t) => ({
    changeSet: t.byId({
      type: builder.modelRef('ChangeSet'),
      resolve: changes.getChangeSet,
    }),
    changeSets: t.connection(
      {
        type: ChangeSet,
        description: 'Your change sets, the latest first.',
        resolve: (_root, args, ctx, info) => changes.listChangeSets(ctx, args, selectionOfNodes(ctx, info)),
      },
      builder.connectionTypeOf(builder.modelRef('ChangeSet')),
    ),
    history: t.connection(
      {
        type: NodeChange,
        description:
          'The changes of one node, the latest first, also of one that has been deleted. Sessions, access tokens, calendar ' +
          'feeds and webhooks have no history.',
        args: { id: t.arg.globalID({ required: true, description: 'The id of the node.' }) },
        resolve: (_root, { id: { typename, id }, ...args }, ctx) =>
          changes.listHistory(ctx, { ...args, node: { type: typename, id } }),
      },
      NodeChangeConnection,
    ),
    changes: t.field({
      type: ChangePage,
      description:
        'Your changes after a cursor, each once. Without a cursor the page is empty and has the cursor of this moment: take it ' +
        'first, read all nodes, then continue from it.',
      errors: {
        types: [CursorExpiredError],
        union: { description: 'A page of changes, or the reason why there is none.' },
      },
      args: {
        after: t.arg.string({ description: 'The cursor of the page before, or of a change set.' }),
        first: t.arg.int({ defaultValue: maxChanges, description: `The number of changes, 1 to ${maxChanges}.` }),
        types: t.arg({ type: [NodeType], description: 'Only nodes of these types. Default: all.' }),
      },
      resolve: (_root, args, ctx) => changes.listChanges(ctx, args),
    }),
  }));

  builder.subscriptionType({
    description:
      'The root of all subscriptions. A stream does not end by itself: if it ends, the connection was lost, the server stopped, ' +
      'or your session ended. Subscribe again after the last cursor.',
    authScopes: { read: true },
  });
  builder.subscriptionFields((t) => ({
    changed: t.field({
      type: ChangePage,
      description:
        'Your changes as they are made, each once and in order: `changes` that continues. The first page comes at once, with the ' +
        'changes after the cursor; without a cursor it is empty, and nothing is missed from then on.',
      errors: {
        types: [CursorExpiredError],
        union: { description: 'A page of changes, or the reason why there are no more.' },
      },
      args: {
        after: t.arg.string({ description: 'The cursor of the last page you have. Default: now.' }),
        first: t.arg.int({
          defaultValue: maxChanges,
          description: `The maximum number of changes of a page, 1 to ${maxChanges}.`,
        }),
        types: t.arg({ type: [NodeType], description: 'Only nodes of these types. Default: all.' }),
      },
      subscribe: (_root, args, ctx) => changes.followChanges(ctx, args),
      resolve: (page) => page,
    }),
  }));
}
