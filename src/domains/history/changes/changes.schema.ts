import type { GraphQLResolveInfo } from 'graphql';
import { selectionOfNodes } from '../../../graphql/fields/selections.ts';
import { loadNodes, nodeKey, nodeOf } from '../../../graphql/nodes.ts';
import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { toGlobalId } from '../../../platform/database/ids.ts';
import { CursorExpiredError } from '../../../platform/errors.ts';
import { visibleTo } from './changes.access.ts';
import { type ChangeOfOperation, changesOfEach, fieldsByChange, keyOfChange } from './changes.loaders.ts';
import { actorOf, type FieldChange, maxChanges, subscriptionTo, syncedTypes } from './changes.rules.ts';
import * as changes from './changes.service.ts';

/** The change log: what has changed since a client last asked, and what became of a row. */
export function defineChanges(builder: Builder, shared: Shared): void {
  const Actor = builder.enumType('Actor', {
    description: 'What somebody was signed in with when they did something.',
    values: {
      SESSION: { description: 'A session: a browser, or a program that signed in with a password.' },
      ACCESS_TOKEN: { description: 'An access token of a script.' },
      SERVER: { description: 'The server did it by itself.' },
    },
  });
  const Operation = builder.prismaNode('Operation', {
    ...nodeOf(visibleTo),
    description: 'Something that was done: a mutation that succeeded, with all that it changed.',
    fields: (t) => ({
      name: t.exposeString('name'),
      at: t.expose('at', { type: 'DateTime', description: 'When it was done.' }),
      actor: t.field({
        type: Actor,
        description: 'What you were signed in with.',
        resolve: ({ actor }) => actorOf(actor).kind,
      }),
      actorId: t.id({
        nullable: true,
        description: 'The id of that session or access token; null when the server did it by itself.',
        resolve: ({ actor }) => actorOf(actor).id,
      }),
    }),
  });
  const FieldChangeType = builder.objectRef<FieldChange>('FieldChange').implement({
    description: 'What became of one field of a row, or of something that is part of it, such as `taskLabel`.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'The field.' }),
      before: t.exposeString('before', {
        nullable: true,
        description: 'What was in it, as JSON; null when there was nothing.',
      }),
      after: t.exposeString('after', {
        nullable: true,
        description: 'What was put into it, as JSON; null when it was emptied.',
      }),
    }),
  });
  const RowChange = builder.objectRef<ChangeOfOperation>('RowChange').implement({
    description: 'What one operation did to one row.',
    fields: (t) => ({
      type: t.field({
        type: shared.RowType,
        description: 'What the row is.',
        resolve: ({ model }) => model as never,
      }),
      rowId: t.id({ description: 'The id of the row.', resolve: ({ model, rowId }) => toGlobalId(model, rowId) }),
      action: t.field({
        type: shared.ChangeAction,
        description: 'What was done to it.',
        resolve: ({ action }) => action,
      }),
      rowVersion: t.int({
        description: 'The version that the row had after it; the last one that it had, when it was removed.',
        resolve: ({ before, after }) => ((after ?? before) as { version: number }).version,
      }),
      at: t.field({ type: 'DateTime', description: 'When it was done.', resolve: ({ operation }) => operation.at }),
      operation: t.field({
        type: Operation,
        description: 'The operation that it was part of.',
        resolve: ({ operation }) => operation as never,
      }),
      fields: t.loadableList({
        type: FieldChangeType,
        description:
          'What it changed: the fields that differ, or all that were not empty of a row that was made or removed.',
        load: (keys: string[], ctx: ViewerContext) => fieldsByChange(ctx, keys),
        resolve: (change) => keyOfChange(change),
      }),
      node: t.loadable({
        type: builder.nodeInterfaceRef(),
        nullable: true,
        byPath: true,
        description:
          'The row as it is by now, to be put in the place of the one you have; null when it is gone by now, for you to ' +
          'remove it.',
        load: (ids: string[], ctx: ViewerContext, _args: object, info: GraphQLResolveInfo) => loadNodes(ctx, ids, info),
        resolve: ({ model, rowId }, _args, ctx, info) => nodeKey(ctx, toGlobalId(model, rowId), info),
      }),
    }),
  });
  const ChangePage = builder.objectRef<changes.ChangePage>('ChangePage').implement({
    description: 'Changes, in the order in which they were made.',
    fields: (t) => ({
      changes: t.field({
        type: [RowChange],
        description: 'What was done to rows of your own; as many as were asked for.',
        resolve: (page) => page.changes,
      }),
      cursor: t.exposeString('cursor', {
        description: 'Where to go on from: the `after` of the next page, now or whenever you ask again.',
      }),
      hasMore: t.exposeBoolean('hasMore', { description: 'Whether there are more changes already.' }),
    }),
  });

  const OperationConnection = shared.connectionOf(Operation);
  const RowChangeConnection = shared.connectionOf(RowChange);
  builder.objectField(Operation, 'changes', (t) =>
    t.loadable({
      type: RowChangeConnection,
      byPath: true,
      description: 'What it did to rows, in order.',
      args: t.arg.connectionArgs(),
      load: (ids: string[], ctx, args) => changesOfEach(ctx, ids, args) as Promise<never[]>,
      resolve: ({ id }) => id,
    }),
  );

  builder.queryFields((t) => ({
    operations: t.connection(
      {
        type: Operation,
        description: 'What you have done, the latest first.',
        resolve: (_root, args, ctx, info) => changes.listOperations(ctx, args, selectionOfNodes(ctx, info)),
      },
      OperationConnection,
    ),
    history: t.connection(
      {
        type: RowChange,
        description:
          'What became of one row, the latest first, also after it was removed for good. Empty for a row that is not yours, ' +
          'and for sessions, access tokens, calendar feeds and webhooks, which have no history.',
        args: { id: t.arg.globalID({ required: true, description: 'The id of the row.' }) },
        resolve: (_root, { id: { typename, id }, ...args }, ctx) =>
          changes.listHistory(ctx, { ...args, model: typename, rowId: id }),
      },
      RowChangeConnection,
    ),
    changes: t.field({
      type: ChangePage,
      description:
        'What was done to your rows after a cursor, each change once. Without a cursor there are no changes, only the cursor ' +
        'of this moment: take it first, read all rows, then go on from it.',
      errors: {
        types: [CursorExpiredError],
        union: { description: 'A page of changes, or why there is none.' },
      },
      args: {
        after: t.arg.string({
          description: 'The cursor of the page before, or the one that was taken before all rows.',
        }),
        first: t.arg.int({ defaultValue: maxChanges, description: `How many changes: 1 to ${maxChanges}.` }),
        types: t.arg({ type: [shared.RowType], description: 'Only those of rows of these types.' }),
      },
      resolve: (_root, args, ctx) => changes.listChanges(ctx, args as changes.ChangesArguments),
    }),
  }));

  builder.subscriptionType({
    description:
      'What can be followed as it happens. A stream never ends by itself: when it does, the connection was lost, the server ' +
      'stops, or what you are signed in with has ended. Go on after the last cursor.',
    authScopes: { read: true },
  });
  builder.subscriptionFields((t) => ({
    changed: t.field({
      type: ChangePage,
      description:
        'What is done to your rows, as it happens, each change once: `changes` that goes on. The first page comes at once, with ' +
        'what was done after the cursor; without a cursor it is empty, and from its own on you miss nothing.',
      errors: { types: [CursorExpiredError], union: { description: 'A page of changes, or why there are no more.' } },
      args: {
        after: t.arg.string({ description: 'The cursor of the last page that you have; now when nothing is said.' }),
        first: t.arg.int({
          defaultValue: maxChanges,
          description: `How many changes a page has at most: 1 to ${maxChanges}.`,
        }),
        types: t.arg({ type: [shared.RowType], description: 'Only those of rows of these types.' }),
      },
      subscribe: (_root, args, ctx) => changes.followChanges(ctx, args as changes.ChangesArguments),
      resolve: (page) => page,
    }),
  }));
  const FollowedChange = builder.interfaceRef<changes.FollowedChange>('FollowedChange').implement({
    description: 'What one operation did to one row of a type that is followed.',
    fields: (t) => ({
      rowId: t.id({
        description: 'The id of the row.',
        resolve: ({ change: { model, rowId } }) => toGlobalId(model, rowId),
      }),
      action: t.field({
        type: shared.ChangeAction,
        description: 'What was done to it.',
        resolve: ({ change }) => change.action,
      }),
      cursor: t.exposeString('cursor', { description: 'Where to go on from: the `after` to follow them with again.' }),
    }),
  });
  for (const model of syncedTypes) {
    builder.subscriptionField(subscriptionTo(model), (t) =>
      t.field({
        type: changeOf(model),
        description: `What is done to your ${model} rows, as it happens, each change once and in order.`,
        errors: { types: [CursorExpiredError], union: { description: 'A change, or why there are no more.' } },
        args: {
          after: t.arg.string({
            description: 'The cursor of the last change that you have, or of `changes`; now when nothing is said.',
          }),
        },
        subscribe: (_root, { after }, ctx) => changes.followRows(ctx, model, after),
        resolve: (followed) => followed,
      }),
    );
  }

  /** What is told of a change by the subscription to the rows of one type. */
  function changeOf(model: (typeof syncedTypes)[number]) {
    return builder.objectRef<changes.FollowedChange>(`${model}Change`).implement({
      description: `What one operation did to one ${model} row.`,
      interfaces: [FollowedChange],
      fields: (t) => ({
        node: t.field({
          type: shared.ref(model),
          nullable: true,
          description: 'The row as it is by now; null when it is gone by now.',
          resolve: async ({ change }, _args, ctx, info) => {
            const [row] = await loadNodes(ctx, [toGlobalId(model, change.rowId)], info);
            return row as never;
          },
        }),
      }),
    });
  }
}
