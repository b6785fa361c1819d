import { brandWithType } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { Builder } from '../../../graphql/builder.ts';
import { loadNodes } from '../../../graphql/nodes.ts';
import type { Shared } from '../../../graphql/shared.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { type Mode, maxOperations, type Outcome } from './batch.rules.ts';
import { runBatch, type Step } from './batch.service.ts';

/** One item with its place and its mutation. */
type Item = Outcome & { index: number; mutation: string };

/** What a refusal says, as an object of its type: the executor would take the error itself for one that was thrown. */
function shown(errorResponse: Error): object {
  const said = { ...(errorResponse as object), message: errorResponse.message };
  brandWithType(said, errorResponse.name as never);
  return said;
}

/** Batches: many changes sent at once, by a client that was offline or a script that makes a lot. */
export function defineBatch(builder: Builder, shared: Shared): void {
  const BatchMode = builder.enumType('BatchMode', {
    description: 'What becomes of a batch when one of its operations is refused.',
    values: {
      ATOMIC: {
        description: 'Nothing is done. What is done is one operation in the history, which one undo takes back.',
      },
      PER_ITEM: { description: 'The others are done. Each is an operation of its own in the history.' },
    } satisfies Record<Mode, { description: string }>,
  });
  const BatchItemStatus = builder.enumType('BatchItemStatus', {
    description: 'What came of an operation of a batch.',
    values: {
      DONE: { description: 'It was done.' },
      FAILED: { description: 'It was not done; its `error` says why.' },
      NOT_DONE: { description: 'It was not done, because another one failed.' },
    } satisfies Record<Outcome['status'], { description: string }>,
  });

  const BatchItem = builder.objectRef<Item>('BatchItem').implement({
    description: 'What came of one operation of a batch.',
    fields: (t) => ({
      index: t.exposeInt('index', { description: 'Where it stands in the batch, from 0.' }),
      mutation: t.exposeString('mutation', { description: 'Which mutation it is: `createTask`.' }),
      status: t.expose('status', { type: BatchItemStatus, description: 'Whether it was done.' }),
      rowId: t.id({
        nullable: true,
        description: 'The id of the row that it answers; null when it was not done.',
        resolve: (item) => (item.status === 'DONE' ? item.rowId : null),
      }),
      node: t.loadable({
        type: builder.nodeInterfaceRef(),
        nullable: true,
        byPath: true,
        description: 'That row, as it is after the whole batch; null when the operation was not done.',
        load: (ids: string[], ctx: ViewerContext, _args: object, info: GraphQLResolveInfo) => loadNodes(ctx, ids, info),
        resolve: (item) => (item.status === 'DONE' ? item.rowId : null),
      }),
      error: t.field({
        type: shared.ErrorInterface,
        nullable: true,
        description: 'Why it failed, as its mutation alone would say; null when it did not.',
        resolve: (item) => {
          if (item.status !== 'FAILED') return null;
          // A fault of the server has no type: it becomes a top-level error that names this place.
          if (!(item.error instanceof Error) || !('code' in item.error)) throw item.error;
          return shown(item.error) as never;
        },
      }),
    }),
  });
  const BatchOutcome = builder.objectRef<{ items: Item[] }>('BatchOutcome').implement({
    description: 'What came of a batch.',
    fields: (t) => ({
      allDone: t.boolean({
        description: 'Whether all of it was done.',
        resolve: ({ items }) => items.every(({ status }) => status === 'DONE'),
      }),
      items: t.field({
        type: [BatchItem],
        description: 'What came of each operation, in their order.',
        resolve: ({ items }) => items,
      }),
    }),
  });

  const BatchOperation = builder.inputType('BatchOperation', {
    isOneOf: true,
    description: 'One mutation with its input: exactly one of these.',
    // Pothos asks for them once all other fields are known, the mutations among them.
    fields: (t) =>
      Object.fromEntries(
        [...shared.batchable].map(([name, { input, description }]) => [name, t.field({ type: input, description })]),
      ) as Record<string, never>,
  });
  const BatchInput = builder.inputType('BatchInput', {
    description: 'Changes to be made at once.',
    fields: (t) => ({
      operations: t.field({
        type: [BatchOperation],
        required: true,
        description: `The changes in their order, at most ${maxOperations}. They may refer to rows that those before them make, by chosen ids.`,
      }),
      mode: t.field({
        type: BatchMode,
        defaultValue: 'ATOMIC',
        description: 'What becomes of it when one is refused.',
      }),
    }),
  });

  const stepOf = (operation: object): Step => {
    const [[mutation, input]] = Object.entries(operation) as [[string, never]];
    const { run } = shared.batchable.get(mutation) ?? {};
    if (!run) throw new Error(`${mutation} cannot be part of a batch.`);
    return { mutation, run: (ctx) => run(ctx, input) };
  };
  builder.mutationFields((t) => ({
    batch: t.field({
      type: BatchOutcome,
      description:
        'Makes many changes in one request: any mutation that answers a row of your own. What is about accounts, sessions, ' +
        'access tokens and calendar feeds, `undo`, `restore` (each type has one of its own), `emptyTrash` and ' +
        '`importMeetings` cannot be part of it.',
      errors: {},
      args: { input: t.arg({ type: BatchInput, required: true, description: 'The changes.' }) },
      // Each item shows its row.
      complexity: ({ input }) => ({ field: 1, multiplier: Math.min(input.operations.length, maxOperations) }),
      resolve: async (_root, { input }, ctx) => {
        const operations: object[] = input.operations;
        const steps = operations.map(stepOf);
        const outcomes = await runBatch(ctx, { operations, mode: input.mode ?? 'ATOMIC' }, steps);
        return {
          items: outcomes.map((outcome, index) => ({ ...outcome, index, mutation: steps[index]?.mutation ?? '' })),
        };
      },
    }),
  }));
}
