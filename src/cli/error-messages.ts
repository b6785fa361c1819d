import { ImportFileError } from '../integrations/imports/imported.ts';
import { CollectorError } from '../integrations/opentelemetry/collector.ts';
import { ReplicaError, toUnavailable } from '../platform/database/faults.ts';
import { MigrationHistoryError } from '../platform/database/migration-history.ts';
import { ConflictError, InvalidInputError } from '../platform/errors.ts';
import { FileExistsError } from '../platform/runtime/files.ts';
import { ImportError } from '../transfer/reading.ts';
import { PortInUseError } from './port.ts';

/** Errors whose messages say what is wrong and what to do. */
const selfExplanatory = [
  MigrationHistoryError,
  ImportError,
  ImportFileError,
  ConflictError,
  FileExistsError,
  PortInUseError,
  ReplicaError,
  CollectorError,
];

/** A line that says what is wrong and what to do, for the errors that a new installation may run into. */
export function errorMessage(error: unknown): string {
  // A command has options in place of the input that the path is of.
  if (error instanceof InvalidInputError)
    return error.issues.map(({ path, message }) => `${path.at(-1)} ${message}.`).join('\n');
  if (error instanceof Error && selfExplanatory.some((kind) => error instanceof kind)) return error.message;
  // A connection to a host with several addresses fails with an error for each.
  const fault = (error instanceof AggregateError ? error.errors[0] : error) as NodeJS.ErrnoException & {
    port?: number;
  };
  switch (fault.code) {
    case 'EADDRINUSE':
      return `Port ${fault.port} is in use by another program. Stop it, or set PORT to another port.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `The address "${(fault as { address?: string; hostname?: string }).address ?? (fault as { hostname?: string }).hostname}" is not available here. Check HOST and DATABASE_URL.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'SQLITE_READONLY':
    case 'SQLITE_READONLY_DIRECTORY':
    case 'SQLITE_CANTOPEN':
      return fault.syscall === 'listen'
        ? `Port ${fault.port} requires privileges. Set PORT to a number above 1023.`
        : `${fault.path ?? 'The database file'} cannot be written. Check the folder's permissions, or set WAYMARK_DATA_DIR.`;
    case 'ENOENT':
      return `There is no ${fault.path ?? 'such file'}.`;
    case 'EISDIR':
      return 'That is a folder. Name a file.';
    case 'ENOTDIR':
    case 'EEXIST':
      return `${fault.path ?? 'The data folder'} is not a folder. Check WAYMARK_DATA_DIR and DATABASE_URL.`;
    case 'ENOSPC':
    case 'SQLITE_FULL':
      return 'The disk is full.';
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return 'The database file is damaged or not a SQLite database. Restore a backup, or set DATABASE_URL to another file.';
    case 'SQLITE_BUSY':
      return 'Another program is using the database file.';
    case 'ECONNREFUSED':
    case 'ETIMEDOUT':
      return 'The PostgreSQL server does not respond. Check that it runs, and the host and port in DATABASE_URL.';
    case '28P01':
    case '28000':
      return 'PostgreSQL does not accept the user or password in DATABASE_URL.';
    case '3D000':
      return `The PostgreSQL database does not exist: ${fault.message}. Create it with createdb, or check DATABASE_URL.`;
    case '42501':
      return `PostgreSQL denied access: ${fault.message}. Grant the user of DATABASE_URL the right to create tables.`;
    default:
      return toUnavailable(error)?.message ?? `Error: ${fault instanceof Error ? fault.message : String(error)}`;
  }
}
