import type { Config } from '../config.ts';
import { serverUrl } from '../environment.ts';
import { type Answer, type Ask, RefusedError } from '../mcp/answers.ts';
import { actFor } from '../platform/context.ts';
import { accountAt, CommandError, exitCodes, UsageError, withApp } from './command.ts';
import { toCommandError } from './refusals.ts';

/** Asks the API of a server. */
export interface Client {
  readonly ask: Ask;
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

/** A server, and a token to sign in to it with. */
interface Place {
  readonly url: string;
  readonly token: string;
}

/**
 * The server that the options name, or WAYMARK_URL. Null: the data of this folder.
 * @throws UsageError if the options do not fit together; CommandError if there is no token
 */
export function placeOf(config: Config, { url: given, token, account }: ClientValues): Place | null {
  if (account !== undefined && (given ?? token) !== undefined)
    throw new UsageError('--account is for the data of this folder. A server knows the account by the token.');
  const url = given === undefined ? config.remoteUrl : parseUrl(given);
  if (url === null || account !== undefined) {
    if (token !== undefined) throw new UsageError('--token goes with --url, or WAYMARK_URL.');
    return null;
  }
  const secret = token ?? config.remoteToken;
  if (secret !== null) return { url, token: secret };
  throw new CommandError(
    exitCodes.denied,
    `Set WAYMARK_TOKEN to an access token of ${url}. There, "npm run -s waymark -- token create" prints one.`,
  );
}

/**
 * Runs `work` with the server that the options name, or WAYMARK_URL; without either, with the data of this folder, for the owner or
 * the account of `--account`.
 * @throws UsageError if the options do not fit together; CommandError for what is refused
 */
export async function withClient<T>(
  config: Config,
  values: ClientValues,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const run = (client: Client) =>
    work(client).catch((error: unknown) => {
      throw error instanceof RefusedError ? toCommandError(error) : error;
    });
  const place = placeOf(config, values);
  if (place) return run(createRemoteClient(place));
  return withApp(config, async (app) => {
    const account = await accountAt(app.systemContext(), values.account);
    return run({
      ask: (query, variables, operationName) =>
        app.ask(actFor(app.systemContext(), account), { query, variables, ...(operationName && { operationName }) }),
    });
  });
}

function parseUrl(text: string): string {
  const parsed = serverUrl.safeParse(text);
  if (!parsed.success) throw new UsageError(`--url ${parsed.error.issues[0]?.message ?? 'is not valid'}.`);
  return parsed.data;
}

/** How long a server may take to respond, in milliseconds. What writes, such as an undo, may take it three minutes. */
const timeouts = { reading: 60_000, writing: 200_000 };

/** Asks a server over HTTP. */
function createRemoteClient({ url, token }: Place): Client {
  async function request(path: string, timeout: number, init: RequestInit): Promise<Response> {
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
      const isWriting = /^\s*mutation\b/.test(query);
      const response = await request('/graphql', isWriting ? timeouts.writing : timeouts.reading, {
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
  };
}

const isAnswer = (body: unknown): body is Omit<Answer, 'status'> =>
  typeof body === 'object' && body !== null && ('data' in body || 'errors' in body);
