import { setImmediate as othersTurn } from 'node:timers/promises';
import type { ViewerContext } from '../../../platform/context.ts';
import type { NodeRef } from '../../../platform/database/node-refs.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { batchInput, type Outcome, refusalAt } from './batch.rules.ts';

/** One item of a batch. */
export interface Step {
  /** The mutation that it is: `createTask`. */
  readonly mutation: string;
  /** Runs it, within a transaction or in one of its own, and returns the node that it is about. */
  run(ctx: ViewerContext): Promise<NodeRef>;
}

/** An item could not be done: undoes the transaction that the whole batch is. */
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
 * Does several things in their order, and answers what came of each. ATOMIC: all in one transaction, or nothing at the
 * first that is refused. PER_ITEM: each by itself, and those after one that is refused as well. SQLite answers without ever
 * waiting, so other requests are given their turn before each of them.
 * @param steps what the operations of the input are
 */
export async function runBatch(
  ctx: ViewerContext,
  input: InputOf<typeof batchInput>,
  steps: readonly Step[],
): Promise<Outcome[]> {
  const { mode } = parseInput(batchInput, input);
  return mode === 'ATOMIC' ? runTogether(ctx, steps) : runEach(ctx, steps);
}

async function runTogether(ctx: ViewerContext, steps: readonly Step[]): Promise<Outcome[]> {
  try {
    return await transaction(ctx, 'batch', async (tx) => {
      const outcomes: Outcome[] = [];
      for (const [index, step] of steps.entries()) {
        await othersTurn();
        const node = await step.run(tx).catch((error: unknown) => {
          const errorResponse = refusalAt(index, step.mutation, error);
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
    await othersTurn();
    try {
      outcomes.push({ status: 'DONE', node: await step.run(ctx) });
    } catch (error) {
      const errorResponse = refusalAt(index, step.mutation, error);
      outcomes.push({ status: 'FAILED', error: errorResponse ?? error });
      // What was done before a fault of the server stays done and is told; the rest would run into the same fault.
      if (!errorResponse) break;
    }
  }
  return steps.map((_step, index) => outcomes[index] ?? { status: 'NOT_DONE' });
}
