import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

interface Terminal {
  readonly input: NodeJS.ReadableStream & { isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}

/**
 * Asks for a line of text on standard error, and reads it from standard input. Without a terminal, nothing is asked and the
 * next line of the input is read.
 * @param options.isSecret whether what is typed stays invisible
 * @returns the line; empty if the input has ended
 */
export async function ask(
  question: string,
  { isSecret = false } = {},
  { input, output }: Terminal = { input: process.stdin, output: process.stderr },
): Promise<string> {
  const isTerminal = input.isTTY ?? false;
  if (isTerminal) output.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: isSecret ? nowhere : output, terminal: isTerminal });
  try {
    return await new Promise((resolve) => {
      lines.once('line', resolve);
      lines.once('close', () => resolve(''));
    });
  } finally {
    lines.close();
    if (isTerminal && isSecret) output.write('\n');
  }
}
