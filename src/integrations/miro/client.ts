import { fetchBounded } from '../http-bounds.ts';
import { hasDotSegments, jsonText } from '../json-values.ts';
import { ProviderError } from '../provider-error.ts';

/** How to ask Miro. */
export interface MiroAccess {
  /** The origin of Miro's API. The token goes to no other. */
  readonly origin: string;
  /** An access token. @param refused one that Miro has refused, which is not returned */
  readonly token: (refused: string | null) => Promise<string>;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
}

/** The credits that calls of a level take of what Miro allows in a minute: https://developers.miro.com/reference/rate-limiting. */
const credits = { 1: 50, 2: 100, 3: 500 } as const;

/** A request to Miro. */
export interface MiroRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** An absolute path. */
  path: string;
  query?: Readonly<Record<string, string>>;
  /** The level of the call, which says how many credits it takes. */
  level: keyof typeof credits;
  /** How many calls of the level it counts as. Default: 1. */
  times?: number;
  body?: unknown;
}

/** Asks Miro for a JSON object. Empty if there is no content. @throws ProviderError if there is no such response */
export type AskMiro = (request: MiroRequest) => Promise<Record<string, unknown>>;

/** The credits that are left, and when there are new ones. */
interface Budget {
  remaining: number;
  resetsAt: Date;
}

/**
 * Creates a client. A token that is refused is renewed, and the request sent again, once. What Miro would refuse for the lack of
 * credits is not sent.
 */
export function createMiroClient({ origin, token, now, signal }: MiroAccess): AskMiro {
  let budget: Budget | null = null;

  async function send({ method, path, query, body }: MiroRequest, accessToken: string): Promise<Response> {
    const url = new URL(path, origin);
    // A path is made of ids that Miro gave.
    if (url.origin !== origin || hasDotSegments(path))
      throw new ProviderError('Miro does not have what an id stands for that is none.', { status: 404 });
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    const headers = {
      authorization: `Bearer ${accessToken}`,
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    try {
      return await fetchBounded(url, { method, headers, ...content, ...(signal && { signal }) });
    } catch (error) {
      // The server stops.
      if (signal?.aborted) throw error;
      throw new ProviderError('Miro cannot be reached.');
    }
  }

  return async (request) => {
    const cost = credits[request.level] * (request.times ?? 1);
    if (budget && cost > budget.remaining && budget.resetsAt > now())
      throw new ProviderError('The credits that Miro allows in a minute are used up.', {
        status: 429,
        retryAfter: budget.resetsAt.toUTCString(),
      });
    const accessToken = await token(null);
    let response = await send(request, accessToken);
    if (response.status === 401) response = await send(request, await token(accessToken));
    budget = budgetOf(response.headers) ?? budget;
    const { status } = response;
    const body: unknown = status === 204 ? {} : await response.json().catch(() => null);
    if (status >= 200 && status < 300 && typeof body === 'object' && body !== null)
      return body as Record<string, unknown>;
    const { code } = Object(body) as { code?: unknown };
    throw new ProviderError(`Miro responded with ${status}.`, {
      // What is no JSON is of something between: only Miro itself can say that something is gone.
      status: body === null && status === 404 ? 0 : status,
      code: jsonText(code, 100),
      retryAfter: response.headers.get('retry-after') ?? (status === 429 ? resetOf(budget) : null),
    });
  };
}

const resetOf = (budget: Budget | null) => budget?.resetsAt.toUTCString() ?? null;

/** What the headers of a response say is left. Null if they do not. */
function budgetOf(headers: Headers): Budget | null {
  const [remaining, reset] = [headers.get('x-ratelimit-remaining'), headers.get('x-ratelimit-reset')];
  if (!/^\d{1,12}$/.test(remaining ?? '') || !/^\d{1,12}$/.test(reset ?? '')) return null;
  return { remaining: Number(remaining), resetsAt: new Date(Number(reset) * 1000) };
}

/** The account that is signed in, as Miro knows it. */
export interface MiroProfile {
  id: string;
  /** The name of the user and of the team. */
  name: string;
}

/** The account that access is for. A person has one in each team. @throws ProviderError if it does not say */
export async function readMiroProfile(ask: AskMiro): Promise<MiroProfile> {
  const { user, team } = await ask({ method: 'GET', path: '/v1/oauth-token', level: 1 });
  const [person, group] = [named(user), named(team)];
  if (person.id === '' || group.id === '') throw new ProviderError('Miro did not say whose account it is.');
  return { id: `${person.id}@${group.id}`, name: `${person.name} (${group.name})` };
}

function named(value: unknown): MiroProfile {
  const { id, name } = Object(value) as { id?: unknown; name?: unknown };
  const text = (one: unknown) => jsonText(typeof one === 'number' ? String(one) : one, 100);
  return { id: text(id), name: text(name) || text(id) };
}
