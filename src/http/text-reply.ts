import { STATUS_CODES } from 'node:http';

/** A response whose body is a text. It goes to node:http as it is, without the streams of the Fetch API's. */
export class TextReply {
  readonly status: number;
  /** By names in lower case. */
  readonly headers: Map<string, string>;
  readonly body: string;

  /** @param options.headers by names in any case, or those of another reply */
  constructor(
    body: string,
    { status, headers }: { status: number; headers: TextReply['headers'] | Readonly<Record<string, string>> },
  ) {
    this.status = status;
    if (headers instanceof Map) {
      this.headers = new Map(headers);
    } else {
      this.headers = new Map();
      for (const name in headers) this.headers.set(name.toLowerCase(), headers[name] as string);
    }
    // 304 has no body, and a length would be that of the response that the client has.
    if (status === 304) this.headers.delete('content-length');
    else this.headers.set('content-length', String(Buffer.byteLength(body)));
    this.body = body;
  }
}

/** A response in either form. */
export type Reply = Response | TextReply;

/** A response in the form of the Fetch API. */
export function toResponse(reply: Reply): Response {
  if (!(reply instanceof TextReply)) return reply;
  const { status, headers, body } = reply;
  return new Response(status === 304 ? null : body, {
    status,
    statusText: STATUS_CODES[status] ?? '',
    headers: [...headers],
  });
}

/** A response as a text. It is read to its end. */
export async function toText(reply: Reply): Promise<TextReply> {
  if (reply instanceof TextReply) return reply;
  return new TextReply(await reply.text(), { status: reply.status, headers: Object.fromEntries(reply.headers) });
}
