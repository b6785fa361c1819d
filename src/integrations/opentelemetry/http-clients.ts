import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { type Attributes, type Span, SpanStatusCode } from '@opentelemetry/api';
import { errorTypeOf } from '../../platform/runtime/tracing.ts';

/** Begins the span of a request to another server. Undefined if it is no part of traced work. */
type BeginSpan = (name: string, attributes: Attributes) => Span | undefined;

/** A request of `fetch`, as its channels have it. */
interface FetchRequest {
  readonly origin: string;
  readonly method: string;
}

/**
 * Traces the requests to other servers: those of node:http, by which webhooks are delivered and calendars read, and those of `fetch`,
 * by which providers are asked. Node announces them on channels. A span has the host of its request only, as paths and queries can
 * be secrets, and the request has no `traceparent`, since other people's servers have no use for it.
 * @returns ends that
 */
export function traceClients(begin: BeginSpan): () => void {
  const spans = new WeakMap<object, Span>();

  function started(request: object, method: string, url: URL): void {
    const span = begin(method, {
      'http.request.method': method,
      'server.address': url.hostname,
      'server.port': Number(url.port || (url.protocol === 'https:' ? 443 : 80)),
      'url.full': url.origin,
    });
    if (span) spans.set(request, span);
  }

  function ended(request: object, end: (span: Span) => void): void {
    const span = spans.get(request);
    if (!span) return;
    spans.delete(request);
    end(span);
    span.end();
  }

  function fail(span: Span, type: string): void {
    span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', type);
  }

  const responded = (request: object, status: number) =>
    ended(request, (span) => {
      span.setAttribute('http.response.status_code', status);
      if (status >= 400) fail(span, String(status));
    });

  const failed = (request: object, error: unknown) => ended(request, (span) => fail(span, errorTypeOf(error)));

  const listeners: Readonly<Record<string, (message: never) => void>> = {
    'http.client.request.start': ({ request }: { request: ClientRequest }) => {
      const url = URL.parse(`${request.protocol}//${String(request.getHeader('host'))}`);
      if (url) started(request, request.method, url);
    },
    'http.client.response.finish': ({ request, response }: { request: ClientRequest; response: IncomingMessage }) =>
      responded(request, response.statusCode ?? 0),
    'http.client.request.error': ({ request, error }: { request: ClientRequest; error: unknown }) =>
      failed(request, error),
    'undici:request:create': ({ request }: { request: FetchRequest }) =>
      started(request, request.method, new URL(request.origin)),
    'undici:request:headers': ({ request, response }: { request: FetchRequest; response: { statusCode: number } }) =>
      responded(request, response.statusCode),
    'undici:request:error': ({ request, error }: { request: FetchRequest; error: unknown }) => failed(request, error),
  };
  const entries = Object.entries(listeners) as [string, (message: unknown) => void][];
  for (const [channel, listener] of entries) subscribe(channel, listener);
  return () => {
    for (const [channel, listener] of entries) unsubscribe(channel, listener);
  };
}
