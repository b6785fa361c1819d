import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { listening } from './listening.ts';

/** A span as a collector receives it. */
export interface ReceivedSpan {
  traceId: string;
  id: string;
  /** Empty if it has none. */
  parentId: string;
  name: string;
  /** 1: internal, 2: server, 3: client. */
  kind: number;
  attributes: Record<string, string | number | boolean>;
  isFailed: boolean;
  /** In milliseconds. */
  duration: number;
}

/** A collector of OTLP that keeps what it receives. */
export interface Collector {
  url: string;
  spans: ReceivedSpan[];
  /** The attributes of the server. */
  resource: Record<string, string | number | boolean>;
  /** All bytes of all requests. */
  bytes(): Buffer;
  /** The headers of the requests. */
  headers: IncomingHttpHeaders[];
}

/** @param answer writes the response; by default all is well */
export async function createCollector(
  answer: (response: ServerResponse) => void = (response) => response.writeHead(200).end(),
): Promise<Collector> {
  const parts: Buffer[] = [];
  const collector: Pick<Collector, 'spans' | 'resource' | 'headers'> = { spans: [], resource: {}, headers: [] };
  const { url } = await listening((request, response) => void receive(request, response));
  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await request.toArray());
    parts.push(body);
    collector.headers.push(request.headers);
    if (request.url === '/v1/traces') {
      for (const ofResource of fieldsOf(body, 1)) {
        for (const resource of fieldsOf(ofResource, 1)) Object.assign(collector.resource, attributesOf(resource, 1));
        for (const ofScope of fieldsOf(ofResource, 2)) collector.spans.push(...fieldsOf(ofScope, 2).map(toSpan));
      }
    }
    answer(response);
  }
  return {
    ...collector,
    url,
    bytes: () => Buffer.concat(parts),
  };
}

function toSpan(bytes: Buffer): ReceivedSpan {
  const [start, end] = [7, 8].map((field) => readFields(bytes).get(field)?.[0]?.readBigUInt64LE() ?? 0n) as [
    bigint,
    bigint,
  ];
  return {
    traceId: fieldsOf(bytes, 1)[0]?.toString('hex') ?? '',
    id: fieldsOf(bytes, 2)[0]?.toString('hex') ?? '',
    parentId: fieldsOf(bytes, 4)[0]?.toString('hex') ?? '',
    name: fieldsOf(bytes, 5)[0]?.toString() ?? '',
    kind: fieldsOf(bytes, 6)[0]?.[0] ?? 0,
    attributes: attributesOf(bytes, 9),
    isFailed: fieldsOf(bytes, 15).some((status) => fieldsOf(status, 3)[0]?.[0] === 2),
    duration: Number(end - start) / 1e6,
  };
}

const attributesOf = (bytes: Buffer, field: number) =>
  Object.fromEntries(
    fieldsOf(bytes, field).map((pair) => [fieldsOf(pair, 1)[0]?.toString() ?? '', attributeOf(fieldsOf(pair, 2)[0])]),
  );

/** A value of an attribute: a text, a truth value, a whole number or another number. */
function attributeOf(bytes: Buffer = Buffer.alloc(0)): string | number | boolean {
  const fields = readFields(bytes);
  const [text, truth, whole, number] = [1, 2, 3, 4].map((field) => fields.get(field)?.[0]);
  if (text) return text.toString();
  if (truth) return truth[0] === 1;
  if (whole) return Number(varintAt(whole, 0).value);
  return number?.readDoubleLE() ?? '';
}

const fieldsOf = (bytes: Buffer, field: number): Buffer[] => readFields(bytes).get(field) ?? [];

/** The fields of a message of protobuf by their numbers, each as its bytes. */
function readFields(bytes: Buffer): Map<number, Buffer[]> {
  const fields = new Map<number, Buffer[]>();
  for (let at = 0; at < bytes.length; ) {
    const tag = varintAt(bytes, at);
    let start = tag.end;
    const number = Number(tag.value >> 3n);
    const type = Number(tag.value & 7n);
    let end = start;
    if (type === 0) end = varintAt(bytes, start).end;
    else if (type === 1) end += 8;
    else if (type === 5) end += 4;
    else {
      const length = varintAt(bytes, start);
      start = length.end;
      end = start + Number(length.value);
    }
    fields.set(number, [...(fields.get(number) ?? []), bytes.subarray(start, end)]);
    at = end;
  }
  return fields;
}

function varintAt(bytes: Buffer, start: number): { value: bigint; end: number } {
  let value = 0n;
  for (let at = start, shift = 0n; ; at += 1, shift += 7n) {
    const byte = bytes[at] ?? 0;
    value |= BigInt(byte & 127) << shift;
    if (byte < 128) return { value, end: at + 1 };
  }
}
