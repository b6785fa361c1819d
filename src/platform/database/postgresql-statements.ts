import pg from 'pg';
import type { RawRow } from './reading-adapter.ts';

/** The number of statements that each connection keeps prepared. */
const maxStatements = 200;

type Parse = (text: string) => unknown;

/** A statement by its text, which all connections of a server know by one name. */
interface Statement {
  readonly text: string;
  /** Empty for one that no connection keeps. */
  readonly name: string;
  /** What makes the values of its columns of texts, null for those that are texts. Unknown until it first ran. */
  parsers: readonly (Parse | null)[] | null;
}

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

/** Runs a statement on a connection, and returns its rows as arrays of values, in the order of the columns. */
export const runStatement = (
  client: pg.ClientBase,
  statement: Statement,
  values: readonly unknown[],
): Promise<RawRow[]> =>
  new Promise((resolve, reject) => {
    client.query(new Executions([toExecution(statement, values, resolve, reject)]));
  });

/** Runs the statements of a transaction on its connection. */
export interface StatementBatches {
  /** Like `runStatement`. What is called before the caller gives up its turn is sent together, and takes one round trip. */
  run(statement: Statement, values: readonly unknown[]): Promise<RawRow[]>;
  /** Sends what has not been sent yet. */
  flush(): void;
}

/**
 * Creates the batches of a transaction. If a statement fails, the whole batch fails by its error: the transaction has
 * failed, and those after it are not run.
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

/** Runs a statement on a connection of a pool. One that fails is not used again: it may still be at work. */
export async function runOnPool(pool: pg.Pool, statement: Statement, values: readonly unknown[]): Promise<RawRow[]> {
  const client = await pool.connect();
  try {
    const rows = await runStatement(client, statement, values);
    client.release();
    return rows;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** What a query of pg's may do with its connection, which pg's types leave out. */
interface Connection {
  readonly stream: { cork(): void; uncork(): void };
  readonly parsedStatements: Readonly<Record<string, string>>;
  readonly submittedNamedStatements: Record<string, string>;
  parse(of: { text: string; name: string }): void;
  bind(of: { statement: string; values: readonly (string | null)[] }): void;
  describe(of: { type: 'P' }): void;
  execute(of: object): void;
  sync(): void;
}

/** One execution of a statement. */
interface Execution {
  readonly statement: Statement;
  readonly values: readonly (string | null)[];
  readonly rows: RawRow[];
  readonly resolve: (rows: RawRow[]) => void;
  readonly reject: (error: Error) => void;
}

const toExecution = (
  statement: Statement,
  values: readonly unknown[],
  resolve: Execution['resolve'],
  reject: Execution['reject'],
): Execution => ({ statement, values: values.map(toText), rows: [], resolve, reject });

/**
 * Executions of statements in one round trip, as pg calls it. A query of pg's own is one statement, and asks for a description of
 * the columns each time: reading that takes longer than reading the row.
 */
class Executions implements pg.Submittable {
  /** Called at the end, with the error if there is one. pg puts another one in its place where a query may take some time only. */
  callback: (error: Error | null) => void;
  readonly #executions: readonly Execution[];
  #current = 0;

  constructor(executions: readonly Execution[]) {
    this.#executions = executions;
    this.callback = (error) => {
      for (const { rows, resolve, reject } of executions) error ? reject(error) : resolve(rows);
    };
  }

  /** The name of the statement that the server is at, which pg keeps as prepared by it. */
  get name(): string {
    return this.#statement?.name ?? '';
  }

  get text(): string {
    return this.#statement?.text ?? '';
  }

  get #statement(): Statement | undefined {
    return this.#executions[this.#current]?.statement;
  }

  submit(on: object): null {
    const connection = on as Connection;
    const { parsedStatements, submittedNamedStatements } = connection;
    // The messages are sent by one write.
    connection.stream.cork();
    for (const { statement, values } of this.#executions) {
      const { name, text } = statement;
      if (name === '' || (parsedStatements[name] ?? submittedNamedStatements[name]) === undefined) {
        connection.parse({ text, name });
        if (name !== '') submittedNamedStatements[name] = text;
      }
      connection.bind({ statement: name, values });
      if (!statement.parsers) connection.describe({ type: 'P' });
      connection.execute({});
    }
    connection.sync();
    connection.stream.uncork();
    return null;
  }

  handleRowDescription({ fields }: { fields: readonly { dataTypeID: number }[] }): void {
    const statement = this.#statement;
    if (statement) statement.parsers = fields.map(({ dataTypeID }) => parserOf(dataTypeID));
  }

  handleDataRow({ fields }: { fields: unknown[] }): void {
    const execution = this.#executions[this.#current];
    const parsers = execution?.statement.parsers;
    for (let index = 0; index < fields.length; index += 1) {
      const parse = parsers?.[index];
      if (parse && fields[index] !== null) fields[index] = parse(fields[index] as string);
    }
    execution?.rows.push(fields);
  }

  handleCommandComplete(): void {
    const statement = this.#statement;
    // One that returns nothing has no columns to describe.
    if (statement) statement.parsers ??= [];
    this.#current += 1;
  }

  handleError(error: Error, on: object): void {
    // The server has skipped those after the one that failed, so it has not prepared them.
    const { submittedNamedStatements } = on as Connection;
    for (const { statement } of this.#executions.slice(this.#current)) delete submittedNamedStatements[statement.name];
    this.callback(error);
  }

  handleReadyForQuery(): void {
    this.callback(null);
  }
}

/** A parameter as a text, whose type the server knows by its place. */
function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map(toElement).join()}}`;
  if (typeof value === 'object') throw new TypeError('A parameter must be a text, number, boolean, time or list.');
  return String(value as string | number | boolean | bigint);
}

function toElement(value: unknown): string {
  const text = toText(value);
  return text === null ? 'NULL' : `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

const { builtins, getTypeParser } = pg.types;
const asText = getTypeParser(builtins.TEXT);

/** What makes a value of its text. Null where it stays one. Times are texts of ISO 8601, in UTC. */
function parserOf(type: number): Parse | null {
  switch (type) {
    case builtins.TIMESTAMP:
      return (time) => `${time.replace(' ', 'T')}Z`;
    case builtins.TIMESTAMPTZ:
      return (time) => new Date(time).toISOString();
    // Texts in a record too, or parsed by whoever asks for them.
    case builtins.DATE:
    case builtins.NUMERIC:
    case builtins.JSON:
    case builtins.JSONB:
      return null;
    default: {
      const parse: Parse = getTypeParser(type);
      return parse === asText ? null : parse;
    }
  }
}
