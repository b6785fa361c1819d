import { isDeepStrictEqual } from 'node:util';
import type { ExecutionResult, VariableValues } from 'graphql';
import { type Operation, type OperationLabel, unnamed } from '../graphql/operations.ts';
import type { Context, ResponseSize, Viewer, ViewerContext } from '../platform/context.ts';
import { observe, type Validity } from '../platform/observed-context.ts';
import type { CacheLoad } from '../platform/runtime/cache-load.ts';
import { createLruMap } from '../platform/runtime/lru-map.ts';
import { type PromiseOrValue, whenKnown } from '../platform/runtime/promise-or-value.ts';
import { authenticateOrReject } from './authenticate.ts';
import { conditional, tagged } from './entity-tags.ts';
import type { RequestHead } from './json-post.ts';
import { executeByReplica } from './replica-queries.ts';
import { type Reply, type TextReply, toText } from './text-reply.ts';
import { traceExecution } from './traced-requests.ts';

/** What the response to a query without errors depends on, besides the request itself. */
interface Dependencies {
  readonly viewer: Viewer;
  /** The version of the data before the query was executed. */
  readonly dataVersion: string;
  readonly validity: Validity;
  readonly label: OperationLabel;
}

/** What the cache knows of a request under way. */
export interface CacheState {
  /** Whether the response may be kept. Then it has to be known what it depends on. */
  mayKeep: boolean;
  /** What it depends on. None if the request is no query, nobody is signed in, or there are errors. */
  dependencies?: Dependencies;
  /** What metrics call the operation. Null until it runs. */
  label: OperationLabel | null;
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
  load(): CacheLoad;
}

interface Kept extends Dependencies {
  viewer: Viewer;
  readonly reply: TextReply;
  readonly size: ResponseSize;
}

/** The maximum length of what a request asks for. Longer texts hardly come twice. */
const maxText = 20_000;

/** What an entry takes besides the texts of its request and response, in bytes. */
const overhead = 1_000;

/** A response larger than this part of the cache would displace too many others. */
const maxPart = 1 / 8;

/** @param maxBytes how much the responses may take together, in bytes. Zero keeps none */
export function createResponseCache(maxBytes: number): ResponseCache {
  const sizeOf = (key: string, { reply }: Kept) => (key.length + reply.body.length) * 2 + overhead;
  const entries = createLruMap<Kept>(maxBytes, sizeOf);
  let hits = 0;
  let misses = 0;

  /** The response that is kept under a key, if the request may have it and it still holds. */
  function find(key: string, { headers }: RequestHead, base: Context): PromiseOrValue<Kept | null> {
    const kept = entries.get(key);
    if (!kept) return null;
    const now = base.calendar.now.getTime();
    if (now < kept.validity.from || now >= kept.validity.until) return null;
    return whenKnown(base.database.dataVersion(), (dataVersion) => {
      // Before who asks: most often it is this that has changed, and then the way as usual asks that again.
      if (dataVersion !== kept.dataVersion) return null;
      return whenKnown(authenticateOrReject(base, headers), ({ viewer }) => {
        if (!viewer || !isEqual(viewer, kept.viewer)) return null;
        // The next viewer is this one, or made of the same record.
        kept.viewer = viewer;
        return kept;
      });
    });
  }

  /** Whatever fails here fails again where the request is taken as usual. */
  async function findOrNone(key: string, request: RequestHead, base: Context): Promise<Kept | null> {
    try {
      const found = find(key, request, base);
      return found instanceof Promise ? await found : found;
    } catch {
      return null;
    }
  }

  const respondOrKeep: ResponseCache['respond'] = async (request, text, base, state, respond) => {
    const key = keyOf(request, text, base);
    const kept = await findOrNone(key, request, base);
    if (kept) {
      hits += 1;
      state.label = kept.label;
      base.log.operation = kept.label;
      Object.assign(base.responseSize, kept.size);
      return conditional(kept.reply, request);
    }
    misses += 1;
    state.mayKeep = true;
    const response = await respond();
    if (!state.dependencies || !isJson(response)) return response;
    const reply = tagged(await toText(response));
    const entry = { ...state.dependencies, reply, size: { ...base.responseSize } };
    const { from, until } = entry.validity;
    if (from < until && sizeOf(key, entry) <= maxBytes * maxPart) entries.set(key, entry);
    return conditional(reply, request);
  };

  return {
    load: () => ({ entries: entries.load().entries, hits, misses }),
    respond: (request, text, base, state, respond) =>
      maxBytes === 0 || text.length > maxText ? respond() : respondOrKeep(request, text, base, state, respond),
  };
}

/** Whether two viewers are equal in every field of the account and the credential. Mostly they are the same one. */
const isEqual = (viewer: Viewer, kept: Viewer) => viewer === kept || isDeepStrictEqual(viewer, kept);

/** Executes an operation. If its response may be kept, takes note of what that depends on. */
export function executeObserved(
  operation: Operation,
  ctx: Context,
  variables: Readonly<Record<string, unknown>>,
  coerced: VariableValues,
  state: CacheState,
): PromiseOrValue<ExecutionResult> {
  const { label } = operation;
  ctx.log.operation = label;
  state.label = ctx.viewer ? label : unnamed[label.type];
  const { tracing } = ctx.app;
  return tracing
    ? traceExecution(tracing, label, () => executeOrKeep(operation, ctx, variables, coerced, state))
    : executeOrKeep(operation, ctx, variables, coerced, state);
}

function executeOrKeep(
  operation: Operation,
  ctx: Context,
  variables: Readonly<Record<string, unknown>>,
  coerced: VariableValues,
  state: CacheState,
): PromiseOrValue<ExecutionResult> {
  const { viewer, database } = ctx;
  const { label, node } = operation;
  const { replica } = database;
  if (!viewer || node.operation !== 'query' || !(replica || state.mayKeep))
    return operation.execute(ctx, variables, coerced);
  const execute = (on: Context) => operation.execute(on, variables, coerced);
  if (!replica) return executeToKeep(execute, { ...ctx, viewer }, label, state);
  return executeByReplica(replica, { ...ctx, viewer }, (on, dataVersion) =>
    state.mayKeep ? executeToKeep(execute, on, label, state, dataVersion) : execute(on),
  );
}

/** @param knownVersion the version of the data before the query, if that is known already */
async function executeToKeep(
  execute: (ctx: Context) => PromiseOrValue<ExecutionResult>,
  ctx: ViewerContext,
  label: OperationLabel,
  state: CacheState,
  knownVersion?: string | null,
): Promise<ExecutionResult> {
  const { viewer, database } = ctx;
  const dataVersion = knownVersion === undefined ? await versionOf(database) : knownVersion;
  if (dataVersion === null) return execute(ctx);
  const observed = observe(ctx);
  const result = await execute(observed.ctx);
  // A query that was executed before on a replica that failed may have left something.
  if (result.errors) delete state.dependencies;
  else state.dependencies = { viewer, dataVersion, validity: observed.validity(), label };
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

/** A key of all that tells requests apart: who sends it, which media type it takes, and what it asks for. It has no credential. */
function keyOf({ method, headers }: RequestHead, text: string, { app }: Context): string {
  const from = headers.get('authorization') ?? headers.get('cookie') ?? '';
  return `${method} ${app.viewerCache.hashOf(from)} ${headers.get('accept')}\n${text}`;
}

const isJson = ({ status, headers }: Reply) => status === 200 && (headers.get('content-type') ?? '').includes('json');
