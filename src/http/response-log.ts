import type { Context, SentResponse } from '../platform/context.ts';
import { truncate } from '../platform/validation/truncate.ts';
import type { RequestHead } from './json-post.ts';
import { redactPath } from './redacted-path.ts';
import type { Reply } from './text-reply.ts';

/** The lengths that addresses and methods are cut to, which clients can make up. */
const maxLength = { client: 64, method: 16 };

/** Writes the line of a request in the log: when its response is sent, or where that is not known, once there is one. */
export type ResponseLog = (
  request: Pick<RequestHead, 'method'>,
  pathname: string | undefined,
  ctx: Context,
  response: Pick<Reply, 'status' | 'headers'>,
  started: number,
) => void;

/** @param isAccessLog whether the lines are those of an access log, or for debugging */
export function createResponseLog(isAccessLog: boolean): ResponseLog {
  return ({ method }, pathname, ctx, { status, headers }, started) => {
    const { log, client } = ctx;
    if (!isAccessLog && !log.isDebugging) return;
    const bytes = Number(headers.get('content-length') ?? 0);
    const write = ({ bytes, isCut }: SentResponse) => {
      const { operation, accountId } = log;
      const details = {
        method: truncate(method, maxLength.method),
        path: redactPath(pathname),
        status,
        bytes,
        milliseconds: Math.round(performance.now() - started),
        ...(operation && { operation: operation.name, operationType: operation.type }),
        ...(accountId !== null && { account: accountId }),
        client: truncate(client.address, maxLength.client),
        ...(isCut && { cut: true }),
      };
      if (isAccessLog) log.info(details, 'responded');
      else log.debug(details, 'responded');
    };
    if (client.whenSent) client.whenSent(write);
    else write({ bytes, isCut: false });
  };
}
