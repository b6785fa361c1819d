import { Worker } from 'node:worker_threads';
import { addProcessorTime } from './processor-time.ts';

/** A function of a module, and what it is called with. */
export interface Calculation {
  /** The address of the module. What it imports is loaded into the thread, so it had better be little. */
  readonly module: string;
  readonly name: string;
  /** What can be copied from one thread to another, as the result has to be. */
  readonly input: unknown;
}

/** What came of a calculation, and the processor time that it took in the thread, in milliseconds. */
export type CalculationOutcome =
  | { readonly result: unknown; readonly milliseconds: number }
  | { readonly error: Error };

/**
 * Calculations that would hold the event loop, and with it every request. Each runs in a thread of its own, one after another: a
 * thread starts in some hundredths of a second, and nobody waits for such a calculation in vain.
 */
export interface Calculations {
  /**
   * Calls a function that a module exports, by its name.
   * @throws what the function throws, or Error if the thread ends before it returns
   */
  run<I, O>(module: URL, name: string, input: I): Promise<O>;
  /** Ends the calculation under way, and lets no other begin. */
  close(): Promise<void>;
}

const program = new URL('./calculation-worker.ts', import.meta.url);

export function createCalculations(): Calculations {
  let last: Promise<unknown> = Promise.resolve();
  let running: Worker | undefined;
  let isClosed = false;

  function start(workerData: Calculation): Promise<CalculationOutcome> {
    if (isClosed) return Promise.resolve({ error: new Error('The server is closing.') });
    const worker = new Worker(program, { workerData });
    running = worker;
    return new Promise((resolve) => {
      worker.once('message', resolve);
      worker.once('error', (cause) => resolve({ error: new Error('A calculation failed.', { cause }) }));
      worker.once('exit', () => resolve({ error: new Error('The thread of a calculation ended.') }));
    });
  }

  return {
    async run<I, O>(module: URL, name: string, input: I): Promise<O> {
      const outcome = last.then(() => start({ module: module.href, name, input }));
      last = outcome;
      const done = await outcome;
      if ('error' in done) throw done.error;
      addProcessorTime(done.milliseconds);
      return done.result as O;
    },
    async close() {
      isClosed = true;
      await running?.terminate();
    },
  };
}
