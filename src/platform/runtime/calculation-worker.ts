import { parentPort } from 'node:worker_threads';
import { InvalidInputError } from '../errors.ts';
import type { Calculation, CalculationOutcome } from './calculations.ts';

/* What the thread of `calculations.ts` runs: a function of a module for each message. */

async function outcomeOf({ module, name, input }: Calculation): Promise<CalculationOutcome> {
  try {
    const before = process.threadCpuUsage();
    const functions = (await import(module)) as Record<string, (input: unknown) => unknown>;
    const result = await functions[name]?.(input);
    const { user, system } = process.threadCpuUsage(before);
    return { result, milliseconds: (user + system) / 1000 };
  } catch (error) {
    return error instanceof InvalidInputError ? { issues: error.issues } : { error: error as Error };
  }
}

async function respond(calculation: Calculation): Promise<void> {
  parentPort?.postMessage(await outcomeOf(calculation));
}

parentPort?.on('message', (calculation: Calculation) => void respond(calculation));
