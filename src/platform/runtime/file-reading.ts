import { InvalidInputError } from '../errors.ts';
import { type Calculations, CalculationTimeoutError } from './calculations.ts';

/** How files of a kind are read. */
export interface FileReader<F, R> {
  /** The module that reads them in a thread, and the name of its function. */
  readonly module: URL;
  readonly name: string;
  /** The same function. */
  readonly read: (file: F) => Promise<R>;
  /** Whether a file is read in about 10 ms. To start a thread takes longer. */
  readonly isSmall: (file: F) => boolean;
  /** The path of the input that the file is. */
  readonly path: readonly string[];
  /** What to do with a file that takes too long. */
  readonly advice?: string;
}

/** The longest time in which the file of a request is read, in milliseconds: one that is as large as it can be takes a second. */
const maxReadTime = 20_000;

/**
 * Reads the file of a request: a small one at once, others in a thread, so that no other request waits for it.
 * @throws what the function throws: of errors of our own, InvalidInputError alone; InvalidInputError at the path if it takes too long
 */
export async function readRequestedFile<F, R>(
  calculations: Pick<Calculations, 'run'>,
  { module, name, read, isSmall, path, advice }: FileReader<F, R>,
  file: F,
): Promise<R> {
  if (isSmall(file)) return read(file);
  try {
    return await calculations.run<F, R>(module, name, file, { timeout: maxReadTime });
  } catch (error) {
    if (!(error instanceof CalculationTimeoutError)) throw error;
    const message = [`takes more than ${maxReadTime / 1_000} s to read`, ...(advice ? [advice] : [])].join(': ');
    throw new InvalidInputError([{ path: [...path], message }]);
  }
}
