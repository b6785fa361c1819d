import { UnavailableError } from '../errors.ts';

/* What is wrong when a database fails: one table for every route, command and job. */

interface Fault {
  /** What happened and what to do, in sentences for people. */
  message: string;
  retryAfterSeconds: number;
  /** Patterns of the codes of SQLite, PostgreSQL, Node, Prisma and its driver adapters. */
  codes: RegExp;
  /** A pattern of messages, for errors without a code. */
  messages?: RegExp;
  /** Whether the connection broke, so that the same statement may succeed on another one. */
  isDisconnect?: boolean;
  /** Whether writes go on to fail until somebody mends the disk. */
  isOfDisk?: boolean;
}

/** A fault that an adapter finds by itself. Prisma passes on its code alone. */
export class DatabaseFault extends Error {
  override name = 'DatabaseFault';
  readonly code: 'COMMIT_UNKNOWN' | 'UNRESPONSIVE' | 'FILE_GONE' | 'THREAD_ENDED';

  constructor(code: DatabaseFault['code'], options?: ErrorOptions) {
    super(`database fault ${code}`, options);
    this.code = code;
  }
}

/** A server that cannot be used as a replica. The message says why, and what to do. */
export class ReplicaError extends Error {
  override name = 'ReplicaError';
}

/** The first one that fits an error or one of its causes counts: a connection that took too long has one that was lost as its cause. */
const faults: Record<string, Fault> = {
  commitUnknown: {
    message:
      'The database has not said whether the change was saved, so it may be saved or not. Read it before you repeat the request, or repeat it with the same Idempotency-Key.',
    retryAfterSeconds: 2,
    codes: /^COMMIT_UNKNOWN$/,
  },
  unresponsive: {
    message: 'The database does not respond. Check that it runs.',
    retryAfterSeconds: 2,
    codes: /^UNRESPONSIVE$/,
  },
  busy: {
    message: 'Another program is writing to the database file. Try again in a moment.',
    retryAfterSeconds: 1,
    codes: /^SQLITE_(BUSY|LOCKED)/,
  },
  gone: {
    message: 'The database file was moved, deleted or replaced. Put it back, or restart the server.',
    retryAfterSeconds: 30,
    codes: /^FILE_GONE$/,
  },
  threadEnded: {
    message: 'The part of the server that was working on the database failed. Try again.',
    retryAfterSeconds: 1,
    codes: /^(THREAD_ENDED|ERR_WORKER_INIT_FAILED)$/,
  },
  full: {
    message: 'The disk of the database is full. Free some space.',
    retryAfterSeconds: 30,
    codes: /^(SQLITE_FULL|ENOSPC|EDQUOT|53100)$/,
    isOfDisk: true,
  },
  readOnly: {
    message: 'The database cannot be written. Check the permissions of its files and whether the disk is read-only.',
    retryAfterSeconds: 30,
    codes: /^(SQLITE_READONLY\w*|EROFS|25006)$/,
    isOfDisk: true,
  },
  disk: {
    message: 'The disk of the database does not work. Check it, and the log of the server.',
    retryAfterSeconds: 30,
    codes: /^(SQLITE_(IOERR\w*|CANTOPEN\w*|PROTOCOL|NOMEM)|EIO|EMFILE|ENFILE|58030|53200)$/,
    isOfDisk: true,
  },
  damaged: {
    message: 'The database is damaged. Restore a backup.',
    retryAfterSeconds: 300,
    codes: /^(SQLITE_(CORRUPT\w*|NOTADB)|XX00[12])$/,
    isOfDisk: true,
  },
  away: {
    message: 'The database cannot be reached. Check that it runs.',
    retryAfterSeconds: 2,
    codes:
      /^(57P03|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|DatabaseNotReachable|P1001|P1002)$/,
    messages:
      /^(timeout exceeded when trying to connect|Connection terminated due to connection timeout|timeout expired)$/,
  },
  disconnected: {
    message: 'The connection to the database was lost. Try again.',
    retryAfterSeconds: 1,
    codes: /^(57P01|57P02|57P05|08\w{3}|ECONNRESET|EPIPE|ConnectionClosed|P1017)$/,
    messages:
      /^(Connection terminated( unexpectedly)?|Client has encountered a connection error and is not queryable)$/,
    isDisconnect: true,
  },
  overloaded: {
    message: 'The database is overloaded. Try again in a moment.',
    retryAfterSeconds: 2,
    codes: /^(53300|53400|57014|55P03|TooManyConnections|SocketTimeout|P1008|P2024|P2028)$/,
    messages: /^Query read timeout$/,
  },
};

/** An error, its causes, and those that it was made of. */
function chain(error: unknown, depth = 0): Record<string, unknown>[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  // Prisma has the error of a driver adapter among the meta data.
  const { cause, meta } = error as { cause?: unknown; meta?: { driverAdapterError?: unknown } };
  const parts = error instanceof AggregateError ? error.errors : [];
  const inner = [cause, meta?.driverAdapterError, ...parts].flatMap((one) => chain(one, depth + 1));
  return [error as Record<string, unknown>, ...inner];
}

function faultOf(error: unknown): Fault | undefined {
  const errors = chain(error);
  const isOneOf = ({ codes, messages }: Fault) =>
    errors.some(
      ({ originalCode, code, kind, message, originalMessage }) =>
        [originalCode, code, kind].some((one) => typeof one === 'string' && codes.test(one)) ||
        [originalMessage, message].some((one) => typeof one === 'string' && messages?.test(one.trim())),
    );
  return Object.values(faults).find(isOneOf);
}

/** The error for a client if the database is the cause. Null for any other error. */
export function toUnavailable(error: unknown): UnavailableError | null {
  if (error instanceof UnavailableError) return error;
  const fault = faultOf(error);
  return fault ? new UnavailableError(fault.message, fault.retryAfterSeconds) : null;
}

/** Whether a connection broke before a transaction was committed, so that the work can be done again on another one. */
export const isDisconnect = (error: unknown): boolean => faultOf(error)?.isDisconnect === true;

/** Whether a database has given a code such as this one. */
export const hasCode = (error: unknown, codes: RegExp): boolean =>
  chain(error).some(({ originalCode, code }) => [originalCode, code].some((one) => codes.test(String(one))));

/** What a connection of the event loop does not need, and may therefore have: another thread, another file. */
const ofThread = /^(THREAD_ENDED|ERR_WORKER_INIT_FAILED|SQLITE_(CANTOPEN|NOMEM)\w*)$/;

/** Whether a thread of a database is at fault, so that the server's own connection may do the same. */
export const isOfThread = (error: unknown): boolean => hasCode(error, ofThread);

/** Whether the disk of the database is at fault, so that the next write fails too. */
export const isOfDisk = (error: unknown): boolean => faultOf(error)?.isOfDisk === true;
