import { type Logger, pino } from 'pino';
import { readableLine } from './log-lines.ts';

export type Log = Logger;
export type LogLevel = 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/**
 * The lines of one request in the log, each with its id, and what is noted of the request for the last of them. A child of pino is made for the first line only, since most requests
 * have none.
 */
export class RequestLog {
  readonly #log: Log;
  readonly #requestId: string;
  #child: Log | undefined;
  /** The id of the trace of the request. Null if it is not traced. Its lines have it from then on. */
  traceId: string | null = null;
  /** The account that the request is signed in as, once that is known. */
  accountId: string | null = null;
  /** The operation of GraphQL that runs. */
  operation: { readonly type: string; readonly name: string } | null = null;

  constructor(log: Log, requestId: string) {
    this.#log = log;
    this.#requestId = requestId;
  }

  /** Whether lines for debugging are printed, for who would have to find out what they say. */
  get isDebugging(): boolean {
    return this.#log.isLevelEnabled('debug');
  }

  debug(details: object, message: string): void {
    if (this.isDebugging) this.child().debug(details, message);
  }

  info(details: object, message: string): void {
    this.child().info(details, message);
  }

  warn(details: object, message: string): void {
    this.child().warn(details, message);
  }

  error(details: object, message: string): void {
    this.child().error(details, message);
  }

  /** A log whose lines have more details. */
  child(details: object = {}): Log {
    const { traceId } = this;
    this.#child ??= this.#log.child({ requestId: this.#requestId, ...(traceId !== null && { traceId }) });
    return Object.keys(details).length > 0 ? this.#child.child(details) : this.#child;
  }
}

/** How many bytes wait at most for a disk that is full. Further lines are dropped. */
const maxWaiting = 1_000_000;

/** Standard error. What cannot be written, as its disk is full or its reader has left, must not end the server. */
function openDestination() {
  const destination = pino.destination({ fd: 2, sync: true, maxLength: maxWaiting });
  destination.on('error', () => {});
  return destination;
}

/** Control characters that JSON leaves as they are in a text, and a terminal that shows the log obeys. */
const escaped = (line: string) =>
  /[\u007f-\u009f]/.test(line)
    ? line.replaceAll(/[\u007f-\u009f]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`)
    : line;

/**
 * A structured log on standard error: on a terminal for people to read, elsewhere one JSON object per line. Removes secrets that
 * are logged by accident.
 */
export function createLog(
  level: LogLevel,
  stream: Pick<typeof process.stderr, 'isTTY' | 'write'> = process.stderr,
): Log {
  const redact = ['password', '*.password', 'token', '*.token', 'authorization', '*.authorization', '*.cookie'];
  const destination = stream.isTTY
    ? { write: (line: string) => void stream.write(readableLine(line)) }
    : openDestination();
  return pino({ level, base: null, redact, hooks: { streamWrite: escaped } }, destination);
}
