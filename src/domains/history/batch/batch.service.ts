import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { ViewerContext } from '../../../platform/context.ts';
import type { NodeRef } from '../../../platform/database/node-refs.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { batchInput, errorResponseAt, type Outcome } from './batch.rules.ts';

/** One operation of a batch. */
export interface Step {
  /** The name of the mutation: `createTask`. */
  readonly mutation: string;
  /** Runs the mutation, within a transaction or in its own, and returns its node. */
  run(ctx: ViewerContext): Promise<NodeRef>;
}

/** An operation was refused. Rolls back the transaction of the whole batch. */
class Refused extends Error {
  readonly index: number;
  readonly errorResponse: Error;

  constructor(index: number, errorResponse: Error) {
    super(errorResponse.message);
    this.index = index;
    this.errorResponse = errorResponse;
  }
}

/**
 * Runs operations in order and returns their outcomes. ATOMIC: all in one transaction, which ends with the first refusal.
 * PER_ITEM: each in its own transaction; a refusal does not stop the others. SQLite never waits, so other requests get a turn
 * before each operation.
 * @param steps the operations of the input
 */
export async function runBatch(
  ctx: ViewerContext,
  input: InputOf<typeof batchInput>,
  steps: readonly Step[],
): Promise<Outcome[]> {
  const { mode } = parseInput(ctx, batchInput, input);
  return mode === 'ATOMIC' ? runTogether(ctx, steps) : runEach(ctx, steps);
}

async function runTogether(ctx: ViewerContext, steps: readonly Step[]): Promise<Outcome[]> {
  try {
    return await transaction(ctx, 'batch', async (tx) => {
      const outcomes: Outcome[] = [];
      for (const [index, step] of steps.entries()) {
        await yieldToOthers();
        const node = await step.run(tx).catch((error: unknown) => {
          const errorResponse = errorResponseAt(index, step.mutation, error);
          throw errorResponse ? new Refused(index, errorResponse) : error;
        });
        outcomes.push({ status: 'DONE', node });
      }
      return outcomes;
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return steps.map((_step, index) =>
      index === error.index ? { status: 'FAILED', error: error.errorResponse } : { status: 'NOT_DONE' },
    );
  }
}

async function runEach(ctx: ViewerContext, steps: readonly Step[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [index, step] of steps.entries()) {
    await yieldToOthers();
    try {
      outcomes.push({ status: 'DONE', node: await step.run(ctx) });
    } catch (error) {
      const errorResponse = errorResponseAt(index, step.mutation, error);
      outcomes.push({ status: 'FAILED', error: errorResponse ?? error });
      // After an unexpected error the rest is not run, as it would probably fail alike. Earlier operations stay done.
      if (!errorResponse) break;
    }
  }
  return steps.map((_step, index) => outcomes[index] ?? { status: 'NOT_DONE' });
}
