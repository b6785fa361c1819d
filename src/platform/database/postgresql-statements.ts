import type pg from 'pg';
import { type Execution, Executions, type Statement, toExecution } from './postgresql-executions.ts';
import type { RawRow } from './reading-adapter.ts';

/** The number of statements that each connection keeps prepared. */
const maxStatements = 200;

/** Statements by their text. */
export interface StatementNames {
  of(text: string): Statement;
}

/**
 * Names statements by their text, so that a connection parses and plans each once. Those beyond the first two hundred
 * get an empty name, which is none: a connection keeps named ones for good.
 * With `pgbouncer=true` in the URL none has one: there, the next transaction may get a connection that does not know it.
 */
export function createStatementNames(url: string): StatementNames {
  const isPooled = new URL(url).searchParams.get('pgbouncer') === 'true';
  const named = new Map<string, Statement>();
  return {
    of(text) {
      const known = named.get(text);
      if (known) return known;
      const name = isPooled || named.size >= maxStatements ? '' : `waymark_${named.size}`;
      const statement = { text, name, parsers: null };
      if (name !== '') named.set(text, statement);
      return statement;
    },
  };
}

/** Runs the statements of a transaction on its connection. */
export interface StatementBatches {
  /**
   * Runs a statement, and returns its rows as arrays of values, in the order of the columns. What is called before the caller gives up
   * its turn is sent together, and takes one round trip.
   */
  run(statement: Statement, values: readonly unknown[]): Promise<RawRow[]>;
  /** Sends what has not been sent yet. */
  flush(): void;
}

/**
 * Creates the batches of a transaction. If a statement fails, those after it in the batch fail by the same error:
 * the transaction has failed.
 */
export function createStatementBatches(client: pg.ClientBase): StatementBatches {
  let gathered: Execution[] = [];
  function flush(): void {
    if (gathered.length === 0) return;
    const executions = gathered;
    gathered = [];
    client.query(new Executions(executions));
  }
  return {
    flush,
    run: (statement, values) =>
      new Promise((resolve, reject) => {
        if (gathered.length === 0) process.nextTick(flush);
        gathered.push(toExecution(statement, values, resolve, reject));
      }),
  };
}
