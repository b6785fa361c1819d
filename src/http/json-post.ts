import type { RequestParams } from './idempotency.ts';

/** The maximum size of a request body in bytes. A calendar file of 5 MB fits, as a JSON string. */
export const maxBodySize = 8_000_000;

/** Reads headers by their names in lower case. */
export type HeaderReader = Pick<Headers, 'get' | 'has'>;

/** What is read of a request before its body. Requests of the Fetch API have it. */
export interface RequestHead {
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderReader;
  /** Aborts when the client is gone. */
  readonly signal: AbortSignal;
}

/** A request as a client of GraphQL sends it: JSON of a known size, which asks for JSON. */
export interface JsonPost extends RequestHead {
  /** Whether the server itself sends it. */
  readonly isInner?: boolean;
  /** The headers, as the Fetch API takes them. */
  readonly allHeaders: HeadersInit;
  /** Reads the body. Empty if the client left before its end. */
  body(): Promise<Buffer<ArrayBuffer>>;
}

/** What a JSON POST asks for. */
export interface GraphQLParams extends RequestParams {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

/** Whether a request is a JSON POST as clients of GraphQL send it. Others are as valid, and take the way through Yoga. */
export function isJsonPost({ method, headers }: Pick<RequestHead, 'method' | 'headers'>): boolean {
  return (
    method === 'POST' &&
    /^application\/json(;[^,]*)?$/.test(headers.get('content-type') ?? '') &&
    /^\d{1,7}$/.test(headers.get('content-length') ?? '') &&
    Number(headers.get('content-length')) <= maxBodySize &&
    !headers.has('content-encoding') &&
    mediaTypeFor(headers.get('accept')) !== null
  );
}

/** The media types of a response, those that clients prefer last first. */
const mediaTypes = ['application/json', 'application/graphql-response+json'] as const;

/**
 * The media type of the response to a client that accepts these, the first of them that there is.
 * @returns null if the client accepts other types only, such as events
 */
export function mediaTypeFor(accept: string | null): (typeof mediaTypes)[number] | null {
  if (accept === 'application/json') return accept;
  for (const accepted of (accept || '*/*').replaceAll(/\s/g, '').toLowerCase().split(',')) {
    const [pattern, ...parameters] = accepted.split(';');
    const charset = parameters.find((parameter) => parameter.includes('charset='));
    if (charset !== undefined && charset !== 'charset=utf-8') continue;
    const found = mediaTypes.find((type) => isMatch(type, pattern ?? ''));
    if (found) return found;
  }
  return null;
}

function isMatch(type: string, pattern: string): boolean {
  const [main, sub] = type.split('/');
  const [acceptedMain, acceptedSub] = pattern.split('/');
  return [main, '*'].includes(acceptedMain) && [sub, '*'].includes(acceptedSub);
}

const names = new Set(['query', 'operationName', 'variables', 'extensions', 'documentId']);

/**
 * What the body of a JSON POST asks for. Null if it is not a request of GraphQL; Yoga says what is wrong with it.
 * @param find finds the document of a request that names it by an id
 */
export function readParams(body: string, find: <P extends object>(params: P) => P): GraphQLParams | null {
  const sent = parseJson(body);
  if (!isObject(sent) || Object.keys(sent).some((name) => !names.has(name))) return null;
  const params = find(sent);
  const { query, operationName, variables, extensions } = params;
  if (typeof query !== 'string') return null;
  if (operationName != null && typeof operationName !== 'string') return null;
  if (variables != null && !isObject(variables)) return null;
  if (extensions != null && !isObject(extensions)) return null;
  return params as unknown as GraphQLParams;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
