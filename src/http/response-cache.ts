import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { ExecutionResult, VariableValues } from 'graphql';
import type { Operation } from '../graphql/operations.ts';
import type { Context, ResponseSize, Viewer } from '../platform/context.ts';
import { observe, type Validity } from '../platform/observed-context.ts';
import { createRecentMap } from '../platform/runtime/recent-map.ts';
import { authenticateOrReject } from './authenticate.ts';
import { conditional, tagged } from './entity-tags.ts';
import type { RequestHead } from './json-post.ts';
import { type Reply, type TextReply, toText } from './text-reply.ts';

/** What the response to a query without errors depends on, besides the request itself. */
interface Dependencies {
  readonly viewer: Viewer;
  /** The version of the data before the query was executed. */
  readonly dataVersion: string;
  readonly validity: Validity;
}

/** What the cache knows of a request under way. */
export interface CacheState {
  /** Whether the response may be kept. Then it has to be known what it depends on. */
  mayKeep: boolean;
  /** What it depends on. None if the request is no query, nobody is signed in, or there are errors. */
  dependencies?: Dependencies;
}

/** Keeps the responses to queries, each for as long as executing the query again would give the same. */
export interface ResponseCache {
  /**
   * Responds to a request by a kept response, or as `respond` does.
   * @param text what the request asks for, as it was sent
   */
  respond(
    request: RequestHead,
    text: string,
    base: Context,
    state: CacheState,
    respond: () => Promise<Reply>,
  ): Promise<Reply>;
}

interface Kept extends Dependencies {
  viewer: Viewer;
  readonly reply: TextReply;
  readonly size: ResponseSize;
}

/** The maximum length of what a request asks for. Longer texts hardly come twice. */
const maxText = 20_000;

/** What an entry takes besides the text of its response, in bytes. */
const overhead = 1_000;

/** A response larger than this part of the cache would displace too many others. */
const maxPart = 1 / 8;

/** @param maxBytes how much the responses may take together, in bytes. Zero keeps none */
export function createResponseCache(maxBytes: number): ResponseCache {
  const sizeOf = ({ reply }: Kept) => reply.body.length * 2 + overhead;
  const entries = createRecentMap<Kept>(maxBytes, (_key, kept) => sizeOf(kept));

  /** The response that is kept under a key, if the request may have it and it still holds. */
  async function find(key: string, { headers }: RequestHead, base: Context): Promise<Kept | null> {
    const kept = entries.get(key);
    if (!kept) return null;
    const now = base.calendar.now.getTime();
    if (now < kept.validity.from || now >= kept.validity.until) return null;
    // Before who asks: most often it is this that has changed, and then the way as usual asks that again.
    if ((await base.database.dataVersion()) !== kept.dataVersion) return null;
    const { viewer } = await authenticateOrReject(base, headers);
    if (!viewer || !isEqual(viewer, kept.viewer)) return null;
    // The next viewer is made of the same record as this one.
    kept.viewer = viewer;
    return kept;
  }

  return {
    async respond(request, text, base, state, respond) {
      if (maxBytes === 0 || text.length > maxText) return respond();
      const key = keyOf(request, text);
      // Whatever fails here fails again where the request is taken as usual.
      const kept = await find(key, request, base).catch(() => null);
      if (kept) {
        Object.assign(base.responseSize, kept.size);
        return conditional(kept.reply, request);
      }
      state.mayKeep = true;
      const response = await respond();
      if (!state.dependencies || !isJson(response)) return response;
      const reply = tagged(await toText(response));
      const entry = { ...state.dependencies, reply, size: { ...base.responseSize } };
      const { from, until } = entry.validity;
      if (from < until && sizeOf(entry) <= maxBytes * maxPart) entries.set(key, entry);
      return conditional(reply, request);
    },
  };
}

/** Whether two viewers are equal in every field of the account and the credential. Mostly they are made of the same record. */
const isEqual = ({ account, ...viewer }: Viewer, kept: Viewer) =>
  (account === kept.account || isDeepStrictEqual(account, kept.account)) &&
  (Object.keys(viewer) as (keyof typeof viewer)[]).every((name) => viewer[name] === kept[name]);

/** Executes an operation. If its response may be kept, takes note of what that depends on. */
export async function executeObserved(
  operation: Operation,
  ctx: Context,
  variables: Readonly<Record<string, unknown>>,
  coerced: VariableValues,
  state: CacheState,
): Promise<ExecutionResult> {
  const { viewer, database } = ctx;
  const dataVersion =
    state.mayKeep && viewer && operation.node.operation === 'query' ? await versionOf(database) : null;
  if (!viewer || dataVersion === null) return operation.execute(ctx, variables, coerced);
  const observed = observe(ctx);
  const result = await operation.execute(observed.ctx, variables, coerced);
  if (!result.errors) state.dependencies = { viewer, dataVersion, validity: observed.validity() };
  return result;
}

/** The version of all data. Null if it cannot be read; what else cannot be read then, the operation says. */
async function versionOf(database: Context['database']): Promise<string | null> {
  try {
    return await database.dataVersion();
  } catch {
    return null;
  }
}

/** A key of all that tells requests apart: who sends it, which media type it takes, and what it asks for. No secret can be read from it. */
function keyOf({ method, headers }: RequestHead, text: string): string {
  const from = headers.get('authorization') ?? headers.get('cookie') ?? '';
  return hash('sha256', JSON.stringify([method, from, headers.get('accept')]) + text, 'base64');
}

const isJson = ({ status, headers }: Reply) => status === 200 && (headers.get('content-type') ?? '').includes('json');
