import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { PromiseOrValue } from '../runtime/promise-or-value.ts';

/** A row of a statement: the values of its columns, as the driver returns them. */
export type RawRow = readonly unknown[];

/** Runs a statement that only reads. Its parameters are values that the driver takes. Those of SQLite mostly return at once. */
export type RunStatement = (sql: string, parameters: unknown[]) => PromiseOrValue<RawRow[]>;

/** A driver adapter that, once it is connected, also runs statements of others on its read-only connections. */
export interface ReadingAdapterFactory extends SqlDriverAdapterFactory {
  readonly readRows: RunStatement;
}
