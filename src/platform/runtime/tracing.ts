/** Where traces are sent, and how. */
export interface CollectorConfig {
  /** Where traces are posted, complete with its path. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** How long the collector may take for what it is sent at once, in milliseconds. */
  readonly timeout: number;
  /** Whether what is sent is compressed by gzip. */
  readonly isCompressed: boolean;
  /** The files of the certificates that it may have, and of the server's own, with its key. */
  readonly files: Readonly<Record<'ca' | 'cert' | 'key', string | undefined>>;
}

/** How requests and jobs are traced. */
export interface TracingConfig {
  readonly collector: CollectorConfig;
  /** What all traces say of this server, such as its name. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Which traces are made, by its name in OpenTelemetry's variables. */
  readonly sampler: string;
  /** The part of traces that a sampler by ratio makes, 0 to 1. */
  readonly ratio: number;
  /** Whether traces that clients have begun go on. */
  readonly isContinuing: boolean;
  /** For how long spans are collected before they are sent, in milliseconds. */
  readonly delay: number;
  /** How many spans wait to be sent, at most. Further ones are dropped. */
  readonly maxQueue: number;
  /** How many spans are sent at once, at most. */
  readonly maxBatch: number;
}

/** What a span tells of its work, by the names of OpenTelemetry. It is never what people wrote, and never a secret. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** A piece of work under way. */
export interface Span {
  /** The id of its trace. */
  readonly traceId: string;
  set(attributes: SpanAttributes): void;
  /** Marks the work as failed. @param type a code or the name of a class: a message may have in it what people wrote */
  fail(type: string): void;
}

/** How a span begins. */
export interface SpanStart {
  readonly name: string;
  /** Whether the work is done for a client, by another server, or here. Default: here. */
  readonly kind?: 'server' | 'client';
  readonly attributes?: SpanAttributes;
}

/** How many spans were taken by the collector, not taken by it, or dropped because too many waited for it. */
export type SpanCounts = Readonly<Record<'sent' | 'failed' | 'dropped', number>>;

/** Traces requests and jobs, and the parts of them. */
export interface Tracing {
  /**
   * Runs a request or a job in a span of its own.
   * @param header reads a header of the request: a trace that its client has begun goes on
   */
  begin<T>(start: SpanStart, work: (span: Span) => Promise<T>, header?: (name: string) => string | null): Promise<T>;
  /**
   * Runs a part of the work under way in a span, which ends with it, and fails if it throws. Without traced work under way, there
   * is no span.
   */
  part<T>(start: SpanStart, work: (span: Span | null) => T): T;
  /** What has become of the spans so far. */
  spans(): SpanCounts;
  /** Sends what is not sent yet, for two seconds at most. */
  close(): Promise<void>;
}

/** A code or the name of a class, as programs name them. Codes of other servers can be any text. */
const plainType = /^[\w.:-]{1,60}$/;

/** What a span says of an error that was thrown. */
export function errorTypeOf(error: unknown): string {
  const { code, name } = Object(error) as { code?: unknown; name?: unknown };
  const types = [code, name].filter((type) => typeof type === 'string');
  return types.find((type) => plainType.test(type)) ?? '_OTHER';
}
