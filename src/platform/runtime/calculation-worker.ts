import { parentPort, workerData } from 'node:worker_threads';
import type { Calculation, CalculationOutcome } from './calculations.ts';

/* What a thread of `calculations.ts` runs: one function of one module, once. */

async function outcomeOf({ module, name, input }: Calculation): Promise<CalculationOutcome> {
  try {
    const functions = (await import(module)) as Record<string, (input: unknown) => unknown>;
    const result = functions[name]?.(input);
    const { user, system } = process.threadCpuUsage();
    return { result, milliseconds: (user + system) / 1000 };
  } catch (error) {
    return { error: error as Error };
  }
}

parentPort?.postMessage(await outcomeOf(workerData as Calculation));
