import { Durations } from '../runtime/durations.ts';

/** What a database has done since it was opened. The numbers are added to where it happens, and read by metrics. */
export interface DatabaseActivity {
  /** SQL statements that were begun, without BEGIN and COMMIT. */
  statements: number;
  /** How long transactions have waited to begin. */
  readonly writeWaits: Durations;
}

/** Connections to a database server. */
export interface ConnectionPool {
  readonly name: 'reads' | 'writes' | 'replica';
  readonly open: number;
  readonly idle: number;
  /** How many statements and transactions wait for a connection. */
  readonly waiting: number;
  readonly max: number;
}

/** What a database does at present. */
export interface DatabaseLoad extends Readonly<DatabaseActivity> {
  readonly runningWrites: number;
  readonly waitingWrites: number;
  /** None on SQLite. */
  readonly pools: readonly ConnectionPool[];
}

export const createDatabaseActivity = (): DatabaseActivity => ({
  statements: 0,
  writeWaits: new Durations([0.001, 0.005, 0.025, 0.1, 0.5, 1, 5, 30]),
});
