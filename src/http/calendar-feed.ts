import { readCalendarFeed } from '../domains/meetings/calendar-feeds/calendar-feeds.service.ts';
import type { Context } from '../platform/context.ts';
import { hashToken } from '../platform/security/crypto.ts';
import { codingFor, compress } from './compression.ts';
import { isAmongTags } from './entity-tags.ts';

const feedPath = /^\/calendar\/([\w-]{43})\.ics$/;

/**
 * Serves the calendar of a feed to any client that knows its path, compressed for those that accept it. A calendar that has not
 * changed since one of the client's ETags is not sent again.
 * @returns null if the path is not that of a feed, so that it gets the same response as any unknown path
 */
export async function calendarAt(pathname: string, request: Request, ctx: Context): Promise<Response | null> {
  const token = feedPath.exec(pathname)?.[1];
  if (token === undefined || request.method !== 'GET') return null;
  const calendar = await readCalendarFeed(ctx, token);
  if (calendar === null) return null;
  const coding = codingFor(request.headers.get('accept-encoding'));
  // A strong ETag names the bytes, so each encoding has its own (RFC 9110, 8.8.3.3).
  const etag = `"${hashToken(calendar)}${coding === null ? '' : `-${coding}`}"`;
  const headers = { etag, 'cache-control': 'private, max-age=300', vary: 'accept-encoding' };
  if (isAmongTags(etag, request.headers.get('if-none-match') ?? ''))
    return new Response(null, { status: 304, headers });
  const body = coding === null ? calendar : await compress(calendar, coding);
  return new Response(body, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      ...(coding !== null && { 'content-encoding': coding }),
    },
  });
}
