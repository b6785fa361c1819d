import { CommitUnknownError, UnavailableError } from '../errors.ts';

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
}

const faults: Record<string, Fault> = {
  busy: {
    message: 'Another program is writing to the database file. Try again in a moment.',
    retryAfterSeconds: 1,
    codes: /^SQLITE_(BUSY|LOCKED)/,
  },
  full: {
    message: 'The disk of the database is full. Free some space.',
    retryAfterSeconds: 30,
    codes: /^(SQLITE_FULL|ENOSPC|EDQUOT|53100)$/,
  },
  readOnly: {
    message: 'The database cannot be written. Check the permissions of its files and whether the disk is read-only.',
    retryAfterSeconds: 30,
    codes: /^(SQLITE_READONLY\w*|EROFS|25006)$/,
  },
  disk: {
    message: 'The disk of the database does not work. Check it, and the log of the server.',
    retryAfterSeconds: 30,
    codes: /^(SQLITE_(IOERR\w*|CANTOPEN\w*|PROTOCOL|NOMEM)|EIO|EMFILE|ENFILE|58030|53200)$/,
  },
  damaged: {
    message: 'The database is damaged. Restore a backup.',
    retryAfterSeconds: 300,
    codes: /^(SQLITE_(CORRUPT\w*|NOTADB)|XX00[12])$/,
  },
  disconnected: {
    message: 'The connection to the database was lost. Try again.',
    retryAfterSeconds: 1,
    codes: /^(57P01|57P02|57P05|08\w{3}|ECONNRESET|EPIPE|ConnectionClosed|P1017)$/,
    messages:
      /^(Connection terminated( unexpectedly)?|Client has encountered a connection error and is not queryable)$/,
    isDisconnect: true,
  },
  away: {
    message: 'The database cannot be reached. Check that it runs.',
    retryAfterSeconds: 2,
    codes:
      /^(57P03|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|DatabaseNotReachable|P1001|P1002)$/,
    messages:
      /^(timeout exceeded when trying to connect|Connection terminated due to connection timeout|timeout expired)$/,
  },
  overloaded: {
    message: 'The database is overloaded. Try again in a moment.',
    retryAfterSeconds: 2,
    codes: /^(53300|53400|57014|55P03|TooManyConnections|SocketTimeout|P1008|P2024|P2028)$/,
    messages: /^Query read timeout$/,
  },
};

/** An error, its causes, and those that it was made of. */
function* chain(error: unknown, depth = 0): Generator<Record<string, unknown>> {
  if (typeof error !== 'object' || error === null || depth > 5) return;
  // Causes first: they name the fault most exactly. Prisma has that of a driver adapter among the meta data.
  const { cause, meta } = error as { cause?: unknown; meta?: { driverAdapterError?: unknown } };
  yield* chain(cause, depth + 1);
  yield* chain(meta?.driverAdapterError, depth + 1);
  if (error instanceof AggregateError) yield* chain(error.errors[0], depth + 1);
  yield error as Record<string, unknown>;
}

function faultOf(error: unknown): Fault | null {
  for (const { originalCode, code, kind, message, originalMessage } of chain(error)) {
    const codes = [originalCode, code, kind].filter((one) => typeof one === 'string');
    const messages = [originalMessage, message].filter((one) => typeof one === 'string');
    for (const fault of Object.values(faults)) {
      if (codes.some((one) => fault.codes.test(one)) || messages.some((one) => fault.messages?.test(one))) return fault;
    }
  }
  return null;
}

/** The error for a client if the database is the cause. Null for any other error. */
export function toUnavailable(error: unknown): UnavailableError | null {
  if (error instanceof UnavailableError) return error;
  const fault = faultOf(error);
  return fault && new UnavailableError(fault.message, fault.retryAfterSeconds);
}

/** Whether a connection broke before a transaction was committed, so that the work can be done again on another one. */
export const isDisconnect = (error: unknown): boolean =>
  !(error instanceof CommitUnknownError) && faultOf(error)?.isDisconnect === true;
