import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '../config.ts';
import type { Client } from '../platform/context.ts';
import type { HeaderReader } from './json-post.ts';

/**
 * The client of a request. A proxy in front appends the address it was called from to X-Forwarded-For.
 * @param config.accessLog whether it is to be known when the response is sent
 */
export function createClient(
  headers: HeaderReader,
  { trustProxy, accessLog }: Pick<Config, 'trustProxy' | 'accessLog'>,
  req: IncomingMessage | undefined,
  res: ServerResponse | undefined,
): Client {
  const forwarded = trustProxy ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  const client: Client = {
    address: forwarded || req?.socket.remoteAddress || 'local',
    userAgent: headers.get('user-agent') ?? '',
    hangUp: res && (() => void res.destroy()),
    hasLeft: req && (() => req.destroyed && !req.complete),
  };
  return accessLog && res ? { ...client, whenSent: watchSending(res) } : client;
}

/** Counts the bytes of a body that is about to be sent. */
function watchSending(res: ServerResponse): NonNullable<Client['whenSent']> {
  let bytes = 0;
  const counted =
    <R>(send: (...args: unknown[]) => R) =>
    (...args: unknown[]): R => {
      const [chunk] = args;
      if (typeof chunk === 'string') bytes += Buffer.byteLength(chunk);
      else if (chunk instanceof Uint8Array) bytes += chunk.byteLength;
      return send(...args);
    };
  res.write = counted(res.write.bind(res) as (...args: unknown[]) => boolean);
  res.end = counted(res.end.bind(res) as (...args: unknown[]) => ServerResponse);
  return (listener) => {
    const report = () => listener({ bytes, isCut: !res.writableFinished });
    if (res.closed) report();
    else res.once('close', report);
  };
}

/**
 * Whether an error is what Node says of a body that did not arrive, as the client has left. A connection to a server that was lost has
 * the same code.
 */
export const isCutOff = (error: unknown, client: Client): boolean =>
  error instanceof Error && error.message === 'aborted' && client.hasLeft?.() === true;
