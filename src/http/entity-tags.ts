import { hash } from 'node:crypto';
import type { RequestHead } from './json-post.ts';
import { TextReply } from './text-reply.ts';

/** The headers by which a browser keeps a response, but asks each time whether it still holds. No shared cache keeps it. */
const cacheable = [
  ['cache-control', 'private, no-cache'],
  ['vary', 'Authorization, Cookie, Accept'],
] as const;

/** The same response with the tag of its body (RFC 9110, 8.8.3). */
export function tagged(reply: TextReply): TextReply {
  const response = new TextReply(reply.body, reply);
  response.headers.set('etag', `"${hash('sha256', reply.body, 'base64url')}"`);
  for (const [name, value] of cacheable) response.headers.set(name, value);
  return response;
}

/**
 * A copy of a tagged response for one request, or 304 without a body if the client says that it has that response (RFC 9110,
 * 13.1.2). A query that is posted is as safe as one by GET, so it gets 304 too, not 412.
 */
export function conditional(reply: TextReply, request: Pick<RequestHead, 'headers'>): TextReply {
  const asked = request.headers.get('if-none-match');
  if (asked === null || !isAmongTags(reply.headers.get('etag') ?? '', asked)) return new TextReply(reply.body, reply);
  const response = new TextReply('', { status: 304, headers: reply.headers });
  response.headers.delete('content-type');
  return response;
}

/**
 * Whether a tag is among those of If-None-Match. They are compared weakly (RFC 9110, 13.1.2): proxies that compress responses make
 * tags weak.
 */
export function isAmongTags(etag: string, header: string): boolean {
  const tags: string[] = header.match(/"[^"]*"/g) ?? [];
  return header.trim() === '*' || tags.includes(etag.replace(/^W\//, ''));
}
