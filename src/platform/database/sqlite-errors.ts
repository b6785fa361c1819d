import { DriverAdapterError } from '@prisma/driver-adapter-utils';

/** What a violated constraint is to Prisma, by SQLite's code. */
const constraints = {
  SQLITE_CONSTRAINT_UNIQUE: 'UniqueConstraintViolation',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'UniqueConstraintViolation',
  SQLITE_CONSTRAINT_NOTNULL: 'NullConstraintViolation',
} as const;

/**
 * An error of SQLite in the form that Prisma's driver adapters throw. Prisma turns violated constraints into errors of its own;
 * every other error keeps SQLite's code in `cause.originalCode`, by which `faults.ts` knows it.
 */
export function toDriverError(error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string };
  if (!code?.startsWith('SQLITE_') || message === undefined) return error;
  const original = { originalCode: code, originalMessage: message };
  const kind = constraints[code as keyof typeof constraints];
  if (kind) return new DriverAdapterError({ ...original, kind, constraint: { fields: violatedFields(message) } });
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY' || code === 'SQLITE_CONSTRAINT_TRIGGER')
    return new DriverAdapterError({
      ...original,
      kind: 'ForeignKeyConstraintViolation',
      constraint: { foreignKey: {} },
    });
  if (code.startsWith('SQLITE_BUSY')) return new DriverAdapterError({ ...original, kind: 'SocketTimeout' });
  return new DriverAdapterError({ ...original, kind: 'sqlite', extendedCode: 1, message });
}

/** The columns in a message such as `UNIQUE constraint failed: Label.ownerId, Label.name`. */
const violatedFields = (message: string): string[] =>
  (message.split('constraint failed: ')[1] ?? '').split(', ').map((column) => column.split('.').at(-1) ?? column);
