import { createHash } from 'node:crypto';
import { acceptsGzip } from './compression.ts';
import { isAmongTags } from './entity-tags.ts';

/** A file that many clients ask for, as it is kept in memory. */
export interface StaticFile {
  readonly content: Uint8Array<ArrayBuffer>;
  /** The content in gzip. Null if it would not get shorter. */
  readonly gzipped: Uint8Array<ArrayBuffer> | null;
  /** The headers of every response with it. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A short text that changes with a content. */
export const versionOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64url').slice(0, 16);

/** A response with a file, compressed for clients that take it so, or 304 if the client has it. */
export function respondWithFile(
  { content, gzipped, headers }: StaticFile,
  request: Pick<Request, 'headers'>,
): Response {
  const asked = request.headers.get('if-none-match');
  const shared = gzipped ? { ...headers, vary: 'accept-encoding' } : headers;
  if (asked !== null && isAmongTags(headers.etag ?? '', asked))
    return new Response(null, { status: 304, headers: shared });
  return gzipped && acceptsGzip(request.headers)
    ? new Response(gzipped, { headers: { ...shared, 'content-encoding': 'gzip' } })
    : new Response(content, { headers: shared });
}
