import { expect, test } from 'vitest';
import { DatabaseFault, isDisconnect, isOfDisk, toUnavailable } from '../../../src/platform/database/faults.ts';
import { NotFoundError, UnavailableError } from '../../../src/platform/errors.ts';

const withCode = (code: string) => Object.assign(new Error(`error ${code}`), { code });
/** As Prisma throws what a driver adapter has thrown. */
const byPrisma = (originalCode: string, kind: string, code = 'P2039') =>
  Object.assign(new Error('Invalid `prisma.task.create()` invocation'), {
    code,
    meta: { driverAdapterError: new Error('failed', { cause: { originalCode, kind } }) },
  });

test.each<[string, unknown, RegExp]>([
  ['a lock of SQLite', byPrisma('SQLITE_BUSY', 'SocketTimeout', 'P1008'), /^Another program is writing/],
  ['a snapshot of SQLite', withCode('SQLITE_BUSY_SNAPSHOT'), /^Another program is writing/],
  ['a full disk under SQLite', byPrisma('SQLITE_FULL', 'sqlite'), /disk .* is full/],
  ['a full disk under Node', withCode('ENOSPC'), /disk .* is full/],
  ['a full disk under PostgreSQL', byPrisma('53100', 'postgres'), /disk .* is full/],
  ['a read-only file', byPrisma('SQLITE_READONLY', 'sqlite'), /cannot be written/],
  ['a read-only folder', withCode('SQLITE_READONLY_DIRECTORY'), /cannot be written/],
  ['a disk that fails', byPrisma('SQLITE_IOERR_WRITE', 'sqlite'), /does not work/],
  ['a file that cannot be opened', withCode('SQLITE_CANTOPEN'), /does not work/],
  ['a thread that ended', new DatabaseFault('THREAD_ENDED'), /Try again/],
  ['a thread that the system does not start', withCode('ERR_WORKER_INIT_FAILED'), /Try again/],
  ['a damaged file', withCode('SQLITE_CORRUPT'), /damaged/],
  ['an administrator', byPrisma('57P01', 'postgres'), /was lost/],
  ['a crash', withCode('57P02'), /was lost/],
  ['a start', withCode('57P03'), /cannot be reached/],
  ['a connection exception', withCode('08006'), /was lost/],
  ['a connection that ended', new Error('Connection terminated unexpectedly'), /was lost/],
  ['a reset', withCode('ECONNRESET'), /was lost/],
  ['a server that is down', withCode('ECONNREFUSED'), /cannot be reached/],
  ['a server that is down, by all addresses', new AggregateError([withCode('ECONNREFUSED')]), /cannot be reached/],
  ['a connection that took long', new Error('timeout exceeded when trying to connect'), /cannot be reached/],
  ['Prisma without a server', withCode('P1001'), /cannot be reached/],
  ['too many connections', byPrisma('53300', 'TooManyConnections'), /overloaded/],
  ['a slow statement', withCode('57014'), /overloaded/],
  ['a slow answer', new Error('Query read timeout'), /overloaded/],
  ['a pool without connections', withCode('P2024'), /overloaded/],
  ['a slow transaction', withCode('P2028'), /overloaded/],
  ['Prisma’s time-out', withCode('P1008'), /overloaded/],
  ['a server that is frozen', new DatabaseFault('UNRESPONSIVE'), /does not respond/],
  [
    'a commit without an answer',
    new DatabaseFault('COMMIT_UNKNOWN', { cause: withCode('ECONNRESET') }),
    /may be saved or not/,
  ],
])('%s is a fault of the database, which says what to do', (_what, error, message) => {
  const unavailable = toUnavailable(error);
  expect(unavailable).toBeInstanceOf(UnavailableError);
  expect(unavailable?.message).toMatch(message);
  expect(unavailable?.retryAfterSeconds).toBeGreaterThan(0);
});

test.each([
  ['a violated constraint', withCode('P2002')],
  ['a wrong SQL statement', withCode('42601')],
  ['a wrong value', byPrisma('22003', 'ValueOutOfRange')],
  ['a record that is missing', new NotFoundError(['id'])],
  ['an error of a program', new TypeError('x is undefined')],
  ['no error', undefined],
])('%s is none', (_what, error) => {
  expect(toUnavailable(error)).toBeNull();
});

test('a broken connection before a commit is tried again, one during a commit is not', () => {
  expect(isDisconnect(byPrisma('57P01', 'postgres'))).toBe(true);
  expect(isDisconnect(new DatabaseFault('COMMIT_UNKNOWN', { cause: withCode('57P01') }))).toBe(false);
  expect(isDisconnect(withCode('ECONNREFUSED'))).toBe(false);
  const cause = new Error('Connection terminated unexpectedly');
  expect(isDisconnect(new Error('Connection terminated due to connection timeout', { cause }))).toBe(false);
});

test('the disk is at fault for what fails until somebody mends it', () => {
  for (const code of ['SQLITE_FULL', 'SQLITE_READONLY', 'SQLITE_IOERR_WRITE', '53100', 'ENOSPC'])
    expect(isOfDisk(withCode(code)), code).toBe(true);
  for (const code of ['SQLITE_BUSY', '57P01', 'ECONNREFUSED', 'P2028'])
    expect(isOfDisk(withCode(code)), code).toBe(false);
});
