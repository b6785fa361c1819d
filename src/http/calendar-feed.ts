import { readCalendarFeed } from '../domains/meetings/calendar-feeds/calendar-feeds.service.ts';
import type { Context } from '../platform/context.ts';
import { hashToken } from '../platform/security/crypto.ts';

const feedPath = /^\/calendar\/([\w-]{43})\.ics$/;

/**
 * Serves the calendar of a feed to any client that knows its path. A calendar that has not changed since the client's ETag is
 * not sent again.
 * @returns null if the path is not that of a feed, so that it gets the same response as any unknown path
 */
export async function calendarAt(pathname: string, request: Request, ctx: Context): Promise<Response | null> {
  const token = feedPath.exec(pathname)?.[1];
  if (token === undefined || request.method !== 'GET') return null;
  const calendar = await readCalendarFeed(ctx, token);
  if (calendar === null) return null;
  const etag = `"${hashToken(calendar)}"`;
  const headers = { etag, 'cache-control': 'private, max-age=300' };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(calendar, {
    headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' },
  });
}
