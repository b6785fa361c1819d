import { STATUS_CODES } from 'node:http';

/** The headers of a response: names in lower case, each with its value behind it, as node:http takes them. There are few. */
class ReplyHeaders {
  readonly list: string[];

  /** @param list becomes that of these headers */
  constructor(list: string[]) {
    this.list = list;
  }

  has(name: string): boolean {
    return this.#indexOf(name) >= 0;
  }

  get(name: string): string | undefined {
    const index = this.#indexOf(name);
    return index < 0 ? undefined : this.list[index + 1];
  }

  set(name: string, value: string): void {
    const index = this.#indexOf(name);
    if (index < 0) this.list.push(name, value);
    else this.list[index + 1] = value;
  }

  delete(name: string): void {
    const index = this.#indexOf(name);
    if (index >= 0) this.list.splice(index, 2);
  }

  *[Symbol.iterator](): Generator<[name: string, value: string]> {
    const { list } = this;
    for (let i = 0; i < list.length; i += 2) yield [list[i] as string, list[i + 1] as string];
  }

  #indexOf(name: string): number {
    const { list } = this;
    for (let i = 0; i < list.length; i += 2) if (list[i] === name) return i;
    return -1;
  }
}

/** A response whose body is a text. It goes to node:http as it is, without the streams of the Fetch API's. */
export class TextReply {
  readonly status: number;
  readonly headers: ReplyHeaders;
  readonly body: string;
  /** Whether the body is ASCII, which can be sent as Latin-1 without encoding. */
  readonly isAscii: boolean;
  /** The body as it is sent, if it is compressed. */
  bytes: Uint8Array<ArrayBuffer> | undefined;

  /** @param options.headers by names in any case, or those of another reply */
  constructor(
    body: string,
    { status, headers }: { status: number; headers: ReplyHeaders | Readonly<Record<string, string>> },
  ) {
    this.status = status;
    this.headers = new ReplyHeaders(headers instanceof ReplyHeaders ? [...headers.list] : listOf(headers));
    const size = Buffer.byteLength(body);
    // 304 has no body, and a length would be that of the response that the client has.
    if (status === 304) this.headers.delete('content-length');
    else this.headers.set('content-length', String(size));
    this.body = body;
    this.isAscii = size === body.length;
    this.bytes = undefined;
  }

  /** Sends these bytes in place of the text. */
  withBytes(bytes: Uint8Array<ArrayBuffer>): this {
    this.bytes = bytes;
    this.headers.set('content-length', String(bytes.byteLength));
    return this;
  }
}

function listOf(headers: Readonly<Record<string, string>>): string[] {
  const list: string[] = [];
  for (const name in headers) list.push(name.toLowerCase(), headers[name] as string);
  return list;
}

/** A response in either form. */
export type Reply = Response | TextReply;

/** A response in the form of the Fetch API. */
export function toResponse(reply: Reply): Response {
  if (!(reply instanceof TextReply)) return reply;
  const { status, headers, body, bytes } = reply;
  return new Response(status === 304 ? null : (bytes ?? body), {
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
