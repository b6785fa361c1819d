import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';

/** A row of a statement: the values of its columns, as the driver returns them. */
export type RawRow = readonly unknown[];

/** Runs a statement that only reads. Its parameters are values that the driver takes. */
export type RunStatement = (sql: string, parameters: unknown[]) => Promise<RawRow[]>;

/** A driver adapter that, once it is connected, also runs statements of others on its read-only connections. */
export interface ReadingAdapterFactory extends SqlDriverAdapterFactory {
  readonly readRows: RunStatement;
}
