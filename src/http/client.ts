import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Client } from '../platform/context.ts';
import type { HeaderReader } from './json-post.ts';

/** The client of a request. A proxy in front appends the address it was called from to X-Forwarded-For. */
export function createClient(
  headers: HeaderReader,
  trustProxy: boolean,
  req: IncomingMessage | undefined,
  res: ServerResponse | undefined,
): Client {
  const forwarded = trustProxy ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return {
    address: forwarded || req?.socket.remoteAddress || 'local',
    userAgent: headers.get('user-agent') ?? '',
    hangUp: res && (() => void res.destroy()),
  };
}
