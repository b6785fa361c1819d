import { onTestFinished } from 'vitest';
import { freePort } from '../../scripts/processes.ts';
import { type Running, startCommand, temporaryFolder } from './command.ts';
import { databaseName, engine, onServer, postgresqlUrl } from './databases.ts';

const linkPattern = /http:\/\/127\.0\.0\.1:\d+\/sign-in\?token=[\w-]{43}/;

type Asked = { data?: Record<string, { __typename: string }>; errors?: unknown };

/** The `waymark` command serving a database of its own, with the owner signed in. */
export interface Served extends Running {
  cwd: string;
  variables: Record<string, string>;
  port: number;
  /** Sends a mutation or query as the owner. */
  ask(query: string, variables?: object): Promise<Asked>;
  /** The same as the bytes of a request. */
  request(query: string, more?: Record<string, string>): string;
  /** Starts another process on the same database and port, where the owner is signed in still, and waits until it serves. */
  again(): Promise<Running>;
}

export async function serve(): Promise<Served> {
  const port = await freePort();
  const cwd = temporaryFolder();
  const variables: Record<string, string> = { PORT: String(port), LOG_LEVEL: 'silent' };
  if (engine === 'postgresql') {
    const name = databaseName();
    await onServer(`CREATE DATABASE ${name}`);
    onTestFinished(() => onServer(`DROP DATABASE ${name} WITH (FORCE)`));
    variables.DATABASE_URL = postgresqlUrl(name);
  }
  const running = startCommand(['start'], variables, { cwd });
  const [link] = await running.prints(linkPattern);
  const cookie = (await fetch(link, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';
  const headers = { 'content-type': 'application/json', 'x-waymark-csrf': '1', cookie };
  return {
    ...running,
    cwd,
    variables,
    port,
    async ask(query, variables = {}) {
      const init = { method: 'POST', headers, body: JSON.stringify({ query, variables }) };
      return (await fetch(`http://127.0.0.1:${port}/graphql`, init)).json() as never;
    },
    request(query, more = {}) {
      const body = JSON.stringify({ query });
      const length = { 'content-length': String(body.length) };
      const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers, ...more, ...length });
      return `POST /graphql HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
    },
    async again() {
      const next = startCommand(['start'], variables, { cwd });
      await next.prints(/Waymark is at/);
      return next;
    },
  };
}
