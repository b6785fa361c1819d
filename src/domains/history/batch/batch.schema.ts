import { brandWithType } from '@pothos/core';
import type { PayloadFields } from '../../../graphql/mutations/payload-mutation.ts';
import type { Builder } from '../../../graphql/types.ts';
import { toGlobalId } from '../../../platform/database/global-ids.ts';
import { batchInput, type Mode, maxOperations, type Outcome } from './batch.rules.ts';
import { runBatch, type Step } from './batch.service.ts';

/** An outcome with the place and the mutation of its operation. */
type Item = Outcome & { index: number; mutation: string };

/** An error as an object of its GraphQL type. The executor treats an Error as thrown. */
function shown(error: Error & { code: string }) {
  const object = Object.assign({}, error, { message: error.message, code: error.code });
  // Pothos accepts the name of the type at run time, but types the parameter as a reference.
  brandWithType(object, error.name as never);
  return object;
}

/** Batches: many mutations in one request, by a client that was offline or a script. */
export function defineBatch(builder: Builder): void {
  const { batchable } = builder.options.registry;
  const BatchMode = builder.enumType('BatchMode', {
    description: 'What happens to a batch if one of its operations is refused.',
    values: {
      ATOMIC: { description: 'Nothing is done. A batch that is done is one change set, undone as a whole.' },
      PER_ITEM: { description: 'The other operations are done. Each is a change set of its own.' },
    } satisfies Record<Mode, { description: string }>,
  });
  const BatchItemStatus = builder.enumType('BatchItemStatus', {
    description: 'The outcome of an operation of a batch.',
    values: {
      DONE: { description: 'The operation was done.' },
      FAILED: { description: 'The operation was refused; `error` says why.' },
      NOT_DONE: { description: 'The operation was not done, because another one failed.' },
    } satisfies Record<Outcome['status'], { description: string }>,
  });
  const BatchItem = builder.objectRef<Item>('BatchItem').implement({
    description: 'The outcome of one operation of a batch.',
    fields: (t) => ({
      index: t.exposeInt('index', { description: 'The place of the operation in the batch, counted from 0.' }),
      mutation: t.exposeString('mutation', { description: 'The name of the mutation, such as `createTask`.' }),
      status: t.expose('status', { type: BatchItemStatus, description: 'Whether the operation was done.' }),
      nodeId: t.id({
        nullable: true,
        description: 'The id of the node that the mutation returned. Null if it was not done.',
        resolve: (item) => (item.status === 'DONE' ? toGlobalId(item.node.type, item.node.id) : null),
      }),
      node: t.nodeOf({
        description: 'That node, as it is after the whole batch. Null if it was not done, or has been deleted since.',
        resolve: (item: Item) => (item.status === 'DONE' ? item.node : null),
      }),
      error: t.field({
        type: 'Error',
        nullable: true,
        description: 'The error that the mutation alone would return. Null unless the operation failed.',
        resolve: (item) => {
          if (item.status !== 'FAILED') return null;
          // An unexpected error has no GraphQL type and becomes a top-level error.
          if (!(item.error instanceof Error) || !('code' in item.error)) throw item.error;
          return shown(item.error as Error & { code: string });
        },
      }),
    }),
  });

  const BatchOperation = builder.inputType('BatchOperation', {
    isOneOf: true,
    description: 'A mutation with its input: exactly one of these fields.',
    fields: (t) =>
      Object.fromEntries(
        [...batchable].map(([name, { input, description }]) => [name, t.field({ type: input, description })]),
      ),
  });

  const stepOf = (operation: object): Step => {
    const [[mutation, input]] = Object.entries(operation) as [[string, object]];
    const { run } = batchable.get(mutation) ?? {};
    if (!run) throw new Error(`${mutation} cannot be part of a batch.`);
    return { mutation, run: (ctx) => run(ctx, input) };
  };
  builder.payloadMutation('batch', {
    description:
      'Runs many mutations in one request: any that returns a node of yours. Mutations of accounts, passkeys, sessions, access ' +
      'tokens, calendar feeds, webhooks and integrations, `undoChangeSet`, `deletePermanently`, `emptyTrash` and `importMeetings` cannot be part ' +
      'of a batch.',
    rules: batchInput,
    input: (t) => ({
      operations: t.field({
        type: [BatchOperation],
        required: true,
        description: `The operations in order, at most ${maxOperations}. Later ones may name nodes that earlier ones create by a chosen id.`,
      }),
      mode: t.field({
        type: BatchMode,
        defaultValue: 'ATOMIC',
        description: 'What happens if an operation is refused.',
      }),
    }),
    // Each item has its node.
    complexity: ({ operations = [] }: { operations?: unknown[] }) => ({
      field: 1,
      multiplier: Math.min(operations.length, maxOperations),
    }),
    isRecorded: true,
    changeSetNote:
      'In the mode PER_ITEM each operation has a change set of its own, and this is the last one: `changes` after your previous ' +
      'cursor has all of them.',
    payload: (t: PayloadFields<{ items: Item[] }>) => ({
      isDone: t.boolean({
        description: 'Whether every operation was done.',
        resolve: ({ items }) => items.every(({ status }) => status === 'DONE'),
      }),
      items: t.field({
        type: [BatchItem],
        description: 'The outcome of each operation, in order.',
        resolve: ({ items }) => items,
      }),
    }),
    resolve: async (ctx, input) => {
      const steps = (input.operations as object[]).map(stepOf);
      const outcomes = await runBatch(ctx, input, steps);
      return {
        items: outcomes.map((outcome, index) => ({ ...outcome, index, mutation: steps[index]?.mutation ?? '' })),
      };
    },
  });
}
