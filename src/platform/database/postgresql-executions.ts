import pg from 'pg';
import { formatTime } from '../time/time-texts.ts';
import type { RawRow } from './reading-adapter.ts';

/** What makes a value of its text. */
type Parse = (text: string) => unknown;

/** A statement by its text, which all connections of a server know by one name. */
export interface Statement {
  readonly text: string;
  /** Empty for one that no connection keeps. */
  readonly name: string;
  /** What makes the values of its columns of texts, null for those that are texts. Unknown until it first ran. */
  parsers: readonly (Parse | null)[] | null;
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
export interface Execution {
  readonly statement: Statement;
  readonly values: readonly (string | null)[];
  readonly rows: RawRow[];
  readonly resolve: (rows: RawRow[]) => void;
  readonly reject: (error: Error) => void;
  /** Called if it is not run, as one before it has failed. */
  readonly skip: (error: Error) => void;
}

/** @param values values that PostgreSQL takes for the parameters, in their order */
export const toExecution = (
  statement: Statement,
  values: readonly unknown[],
  resolve: Execution['resolve'],
  reject: Execution['reject'],
  skip: Execution['skip'] = reject,
): Execution => ({ statement, values: values.map(toText), rows: [], resolve, reject, skip });

/**
 * Executions of statements in one round trip, as pg calls it. A query of pg's own is one statement, and asks for a description of
 * the columns each time: reading that takes longer than reading the row. Each execution is resolved as soon as it is complete.
 */
export class Executions implements pg.Submittable {
  /** Called at the end, with the error if there is one. pg puts another one in its place where a query may take some time only. */
  callback: (error: Error | null) => void;
  readonly #executions: readonly Execution[];
  #done = 0;

  /** @param done called at the end, with the error of the statement that failed, if one did */
  constructor(executions: readonly Execution[], done: (error: Error | null) => void = () => {}) {
    this.#executions = executions;
    this.callback = done;
  }

  get #current(): Execution | undefined {
    return this.#executions[this.#done];
  }

  /** The name of the statement that the server is at, which pg keeps as prepared by it. */
  get name(): string {
    return this.#current?.statement.name ?? '';
  }

  get text(): string {
    return this.#current?.statement.text ?? '';
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
    const statement = this.#current?.statement;
    if (statement) statement.parsers = fields.map(({ dataTypeID }) => parserOf(dataTypeID));
  }

  handleDataRow({ fields }: { fields: unknown[] }): void {
    const current = this.#current;
    const parsers = current?.statement.parsers;
    for (let index = 0; index < fields.length; index += 1) {
      const parse = parsers?.[index];
      if (parse && fields[index] !== null) fields[index] = parse(fields[index] as string);
    }
    current?.rows.push(fields);
  }

  handleCommandComplete(): void {
    const current = this.#current;
    if (!current) return;
    // One that returns nothing has no columns to describe.
    current.statement.parsers ??= [];
    this.#done += 1;
    current.resolve(current.rows);
  }

  handleError(error: Error, on: object): void {
    const { submittedNamedStatements } = on as Connection;
    const [failed, ...skipped] = this.#executions.slice(this.#done);
    // pg tells of an error twice, if the connection ends after one.
    this.#done = this.#executions.length;
    failed?.reject(error);
    for (const { statement, skip } of skipped) {
      // The server has not prepared it.
      delete submittedNamedStatements[statement.name];
      skip(error);
    }
    this.callback(error);
  }

  handleReadyForQuery(): void {
    this.callback(null);
  }
}

/** A parameter as a text, whose type the server knows by its place. */
function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return formatTime(value);
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
      return (time) => formatTime(new Date(time));
    // Texts in a record too, or parsed by their readers.
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
