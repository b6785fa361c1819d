import { Worker } from 'node:worker_threads';
import { type InputIssue, InvalidInputError } from '../errors.ts';
import { addProcessorTime } from './processor-time.ts';

/** A function of a module, and what it is called with. */
export interface Calculation {
  /** The address of the module. What it imports is loaded into the thread, so it had better be little. */
  readonly module: string;
  readonly name: string;
  /** What can be copied from one thread to another, as the result has to be. */
  readonly input: unknown;
}

/** A calculation took longer than it may. */
export class CalculationTimeoutError extends Error {
  override name = 'CalculationTimeoutError';
}

/** What came of a calculation, and the processor time that it took in the thread, in milliseconds. */
export type CalculationOutcome =
  | { readonly result: unknown; readonly milliseconds: number }
  /** An InvalidInputError: errors of classes of our own do not come out of a thread. */
  | { readonly issues: InputIssue[] }
  | { readonly error: Error };

/**
 * Calculations that would hold the event loop, and with it every request. They run in a thread, one after another. It ends when it
 * has had nothing to do for a minute: to start it and to load a module takes longer than most calculations.
 */
export interface Calculations {
  /**
   * Calls a function that a module exports, by its name. It may return a promise.
   * @param options `timeout`: how long it may take from when it begins, in milliseconds. Default: any time
   * @throws what the function throws, CalculationTimeoutError, or Error if the thread ends before it returns
   */
  run<I, O>(module: URL, name: string, input: I, options?: { readonly timeout?: number }): Promise<O>;
  /** Ends the calculation under way, and lets no other begin. */
  close(): Promise<void>;
}

/** How long a thread waits for another calculation, in milliseconds. */
const maxIdle = 60_000;

const program = new URL('./calculation-worker.ts', import.meta.url);

/** A thread, which runs one calculation at a time. It keeps the process from ending only while it does. */
function startThread(onEnd: () => void) {
  const worker = new Worker(program);
  let settle: (outcome: CalculationOutcome) => void = () => undefined;
  worker.unref();
  worker.on('message', (outcome: CalculationOutcome) => settle(outcome));
  worker.on('error', (cause) => {
    onEnd();
    settle({ error: new Error('A calculation failed.', { cause }) });
  });
  worker.on('exit', () => {
    onEnd();
    settle({ error: new Error('The thread of a calculation ended.') });
  });
  return {
    async run(calculation: Calculation): Promise<CalculationOutcome> {
      worker.ref();
      const outcome = new Promise<CalculationOutcome>((resolve) => {
        settle = resolve;
      });
      worker.postMessage(calculation);
      return outcome.finally(() => worker.unref());
    },
    end: () => worker.terminate(),
  };
}

export function createCalculations(): Calculations {
  let last: Promise<unknown> = Promise.resolve();
  let thread: ReturnType<typeof startThread> | undefined;
  let idle: NodeJS.Timeout | undefined;
  let isClosed = false;

  function begin() {
    const begun = startThread(() => {
      if (thread === begun) thread = undefined;
    });
    return begun;
  }

  function endThread(): Promise<unknown> {
    clearTimeout(idle);
    const ending = thread?.end();
    thread = undefined;
    return Promise.resolve(ending);
  }

  async function calculate(calculation: Calculation, timeout: number | undefined): Promise<CalculationOutcome> {
    if (isClosed) return { error: new Error('The server is closing.') };
    clearTimeout(idle);
    thread ??= begin();
    let isLate = false;
    const endLate = () => {
      isLate = true;
      void endThread();
    };
    const timer = timeout === undefined ? undefined : setTimeout(endLate, timeout);
    const outcome = await thread.run(calculation).finally(() => clearTimeout(timer));
    if (isLate && 'error' in outcome) return { error: new CalculationTimeoutError('A calculation took too long.') };
    if (!isClosed) idle = setTimeout(() => void endThread(), maxIdle).unref();
    return outcome;
  }

  return {
    async run<I, O>(module: URL, name: string, input: I, { timeout }: { timeout?: number } = {}): Promise<O> {
      const outcome = last.then(() => calculate({ module: module.href, name, input }, timeout));
      // What cannot be copied to the thread is refused here, and does not stop the next one.
      last = outcome.catch(() => undefined);
      const done = await outcome;
      if ('error' in done) throw done.error;
      if ('issues' in done) throw new InvalidInputError(done.issues);
      addProcessorTime(done.milliseconds);
      return done.result as O;
    },
    async close() {
      isClosed = true;
      await endThread();
    },
  };
}
