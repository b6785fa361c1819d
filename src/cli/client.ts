import type { Config } from '../config.ts';
import { serverUrl } from '../environment.ts';
import { type Answer, type Ask, RefusedError } from '../mcp/answers.ts';
import { actFor } from '../platform/context.ts';
import { accountAt, CommandError, exitCodes, UsageError, withApp } from './command.ts';
import { toCommandError } from './refusals.ts';

/** Asks the API of a server. */
export interface Client {
  readonly ask: Ask;
  /** The schema in the schema definition language. Null if the server does not show it. */
  sdl(): Promise<string | null>;
}

/** The options that say whom a command asks. */
export const clientOptions = {
  url: { type: 'string' },
  token: { type: 'string' },
  account: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** The usage of these options, but for `--json`. */
export const clientUsage = '[--url <address> --token <token> | --account <email>]';

interface ClientValues {
  readonly url?: string;
  readonly token?: string;
  readonly account?: string;
}

/**
 * Runs `work` with the server that the options name, or WAYMARK_URL; without either, with the data of this folder, for the owner or
 * the account of `--account`.
 * @throws UsageError if the options do not fit together; CommandError for what is refused
 */
export async function withClient<T>(
  config: Config,
  { url, token, account: address }: ClientValues,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const run = (client: Client) =>
    work(client).catch((error: unknown) => {
      throw error instanceof RefusedError ? toCommandError(error) : error;
    });
  if (address !== undefined && (url ?? token) !== undefined)
    throw new UsageError('--account is for the data of this folder. A server knows the account by the token.');
  const remote = url === undefined ? config.remoteUrl : parseUrl(url);
  if (remote === null || address !== undefined) {
    if (token !== undefined) throw new UsageError('--token goes with --url, or WAYMARK_URL.');
    return withApp(config, async (app) => {
      const account = await accountAt(app.systemContext(), address);
      return run({
        ask: (query, variables = {}, operationName) =>
          app.ask(actFor(app.systemContext(), account), { query, variables, ...(operationName && { operationName }) }),
        sdl: () => Promise.resolve(app.sdl()),
      });
    });
  }
  const secret = token ?? config.remoteToken;
  if (secret === null)
    throw new CommandError(
      exitCodes.denied,
      `Set WAYMARK_TOKEN to an access token of ${remote}. There, "npm run -s waymark -- token create" prints one.`,
    );
  return run(createRemoteClient(remote, secret));
}

function parseUrl(text: string): string {
  const parsed = serverUrl.safeParse(text);
  if (!parsed.success) throw new UsageError(`--url ${parsed.error.issues[0]?.message ?? 'is not valid'}.`);
  return parsed.data;
}

/** How long a server may take to respond, in milliseconds. */
const timeout = 60_000;

/** Asks a server over HTTP. */
function createRemoteClient(url: string, token: string): Client {
  async function request(path: string, init: RequestInit): Promise<Response> {
    try {
      // Another place must not get the token.
      return await fetch(`${url}${path}`, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeout) });
    } catch (error) {
      const { message, cause } = error as Error;
      const reason = cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code : message;
      throw new CommandError(exitCodes.unavailable, `${url} does not respond: ${reason}. Is the server running?`);
    }
  }

  return {
    async ask(query, variables = {}, operationName) {
      const response = await request('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables, operationName }),
      });
      const answer: unknown = await response.json().catch(() => null);
      if (!isAnswer(answer)) {
        const code = response.status >= 500 ? exitCodes.unavailable : exitCodes.refused;
        throw new CommandError(code, `${url} does not respond as Waymark does (status ${response.status}).`);
      }
      return { status: response.status, ...answer };
    },
    async sdl() {
      const response = await request('/schema.graphql', {});
      return response.ok ? response.text() : null;
    },
  };
}

const isAnswer = (body: unknown): body is Omit<Answer, 'status'> =>
  typeof body === 'object' && body !== null && ('data' in body || 'errors' in body);
