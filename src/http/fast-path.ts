import type { DocumentNode, ExecutionResult, GraphQLSchema, VariableValues } from 'graphql';
import { type FetchAPI, processRegularResult } from 'graphql-yoga';
import { presentError } from '../graphql/errors.ts';
import { hideNamesOf } from '../graphql/limits/hidden-names.ts';
import { checkVariables } from '../graphql/limits/variable-limits.ts';
import type { Operation, Operations } from '../graphql/operations.ts';
import type { Context } from '../platform/context.ts';
import type { LruMap } from '../platform/runtime/lru-map.ts';
import type { Admission } from './admission.ts';
import { authenticateOrReject } from './authenticate.ts';
import { countErrors } from './count-errors.ts';
import { claimKey, type IdempotencyState } from './idempotency.ts';
import { type GraphQLParams, mediaTypeFor, type RequestHead, readParams } from './json-post.ts';
import type { PersistedDocuments } from './persisted-documents.ts';
import { allowsRejected } from './rejected-credentials.ts';
import { type CacheState, executeObserved } from './response-cache.ts';
import { withStatuses } from './response-status.ts';
import { type Reply, TextReply } from './text-reply.ts';
import { traceWait } from './traced-requests.ts';
import { admit, type Turn } from './turn.ts';

/** What a request leaves behind for its end, whichever way it takes. */
export interface RequestState {
  /** Whether the server itself asks. */
  readonly isInner: boolean;
  readonly idempotency: IdempotencyState;
  readonly turn: Turn;
  readonly cache: CacheState;
}

/** The parts of the GraphQL endpoint that the fast path uses. */
interface Endpoint {
  readonly schema: GraphQLSchema;
  readonly operations: Operations;
  readonly admission: Admission;
  /** The parsed documents that are kept. */
  readonly documents: Pick<LruMap<DocumentNode>, 'get'>;
  /** Yoga's parse and validate, with the limits of documents. Keeps what it parses. */
  readonly enveloped: (initial: object) => {
    parse: (text: string) => DocumentNode;
    validate: (schema: GraphQLSchema, document: DocumentNode) => readonly unknown[];
  };
  readonly introspection: boolean;
  readonly persisted: PersistedDocuments;
}

/** An operation that can run. */
interface Prepared {
  readonly operation: Operation;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The variables once more, coerced. */
  readonly coerced: VariableValues;
}

/** Responds to a JSON POST. What it does not cover takes the way through Yoga, as if it had just arrived. */
export type FastPath = (
  head: RequestHead,
  body: string,
  base: Context,
  state: RequestState,
  byYoga: () => Promise<Reply>,
) => Promise<Reply>;

/**
 * The fast path of a JSON POST past Yoga's requests, responses and hooks: a valid query or mutation with valid variables goes
 * through the same rules in the same order. Whatever else it is, Yoga says.
 */
export function createFastPath(endpoint: Endpoint): FastPath {
  const { schema, operations, admission, documents, enveloped, introspection, persisted } = endpoint;
  const valid = new WeakSet<DocumentNode>();

  /** A valid document, parsed and validated once for as long as it is kept. Null if it is not valid. */
  function validDocument(request: RequestHead, params: GraphQLParams): DocumentNode | null {
    const known = documents.get(params.query);
    if (known && valid.has(known)) return known;
    const { parse, validate } = enveloped({ request, params });
    const document = parse(params.query);
    if (validate(schema, document).length > 0) return null;
    valid.add(document);
    return document;
  }

  /** What a request asks for. Null if it is not valid, or its document is not known. */
  function paramsOf(body: string, { isInner }: RequestState): GraphQLParams | null {
    try {
      return readParams(body, (params) => persisted.resolve(params, isInner));
    } catch {
      return null;
    }
  }

  /** The operation that a request asks for, with its variables. Null if there is none, or it cannot run. */
  function prepare(request: RequestHead, params: GraphQLParams): Prepared | null {
    try {
      checkVariables(params.variables);
      const document = validDocument(request, params);
      const operation = document && operations.find(document, params.operationName);
      if (!operation || operation.node.operation === 'subscription') return null;
      const variables = params.variables ?? {};
      const coerced = operation.coerce(variables);
      return coerced && { operation, variables, coerced };
    } catch {
      return null;
    }
  }

  async function run(
    { operation, variables, coerced }: Prepared,
    request: RequestHead,
    params: GraphQLParams,
    base: Context,
    { turn, idempotency, cache }: RequestState,
  ): Promise<ExecutionResult> {
    const { headers } = request;
    const signedIn = authenticateOrReject(base, headers);
    const ctx = signedIn instanceof Promise ? await signedIn : signedIn;
    const isOpen = allowsRejected(schema, operation.node);
    if (ctx.rejected && !isOpen) throw ctx.rejected.error;
    const cost = operation.check({ variables, contextValue: ctx });
    const waited = admit(admission, ctx, cost, turn, request);
    if (waited) await traceWait(ctx, 'wait for a turn', waited);
    if (operation.node.operation === 'mutation' && !isOpen) {
      await claimKey(ctx, headers.get('idempotency-key'), params, idempotency);
      // The stored response takes the place of this result.
      if (idempotency.stored) return { data: null };
    }
    const { claimed } = idempotency;
    const contextValue = claimed ? { ...claimed.ctx, claim: claimed.claim } : ctx;
    const executed = executeObserved(operation, contextValue, variables, coerced, cache);
    const result = executed instanceof Promise ? await executed : executed;
    if (!result.errors) return result;
    const { document } = operation;
    const hidden = introspection ? result : hideNamesOf(result, { schema, document, variableValues: variables });
    return { ...hidden, errors: hidden.errors?.map((error) => presentError(error, base)) };
  }

  return async (head, body, base, state, byYoga) => {
    const params = paramsOf(body, state);
    const prepared = params && prepare(head, params);
    const mediaType = mediaTypeFor(head.headers.get('accept'));
    if (!prepared || !mediaType) return byYoga();
    let result: ExecutionResult;
    try {
      result = await run(prepared, head, params, base, state);
    } catch (error) {
      result = { errors: [presentError(error, base)] };
    }
    countErrors(base, result.errors);
    return toReply(withStatuses(result, prepared.operation.node), mediaType);
  };
}

function toReply(result: ExecutionResult, mediaType: string): TextReply {
  if (!result.errors) {
    const headers = { 'content-type': `${mediaType}; charset=utf-8` };
    return new TextReply(JSON.stringify(result), { status: 200, headers });
  }
  // Yoga makes the status and the headers of errors; what it constructs is the reply in place of a response.
  return processRegularResult(
    result,
    { Response: TextReply } as unknown as FetchAPI,
    mediaType,
  ) as unknown as TextReply;
}
