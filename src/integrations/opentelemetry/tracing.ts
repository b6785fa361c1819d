import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  type Span as RecordedSpan,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type TextMapGetter,
  trace,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { TracerProvider } from '@opentelemetry/sdk-trace';
import {
  errorTypeOf,
  type Span,
  type SpanAttributes,
  type SpanStart,
  type Tracing,
  type TracingConfig,
} from '../../platform/runtime/tracing.ts';
import { createSpanSender, type ExportReport } from './exporter.ts';
import { traceClients } from './http-clients.ts';
import { samplerOf } from './sampler.ts';

/** How long the last spans may take to be sent, in milliseconds. */
const closeTimeout = 2_000;

/** The length that a value is cut to. A statement can be long. */
const maxValue = 2_000;

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT } as const;

type HeaderReader = (name: string) => string | null;

/** Of what a client says of its trace, the ids alone: `tracestate` is any text, which all spans would have. */
const headers: TextMapGetter<HeaderReader> = {
  keys: () => [],
  get: (read, name) => (name === 'traceparent' ? read(name) : null) ?? undefined,
};

/**
 * Traces by OpenTelemetry, and sends the traces to a collector by OTLP. The span under way is found by the asynchronous context, so
 * that a statement finds that of its request. Nothing is registered globally.
 * @param server what all traces say of this server
 * @param report is told whether traces arrive
 */
export function createTracing(config: TracingConfig, server: SpanAttributes, report: ExportReport): Tracing {
  const current = new AsyncLocalStorage<Context>();
  const propagator = new W3CTraceContextPropagator();
  const sender = createSpanSender(config, report, (send) => current.run(ROOT_CONTEXT, send));
  const provider = new TracerProvider({
    // What the operator says of this server counts.
    resource: defaultResource().merge(resourceFromAttributes({ ...server, ...config.attributes })),
    sampler: samplerOf(config.sampler, config.ratio),
    spanLimits: { attributeValueLengthLimit: maxValue },
    spanProcessors: [sender.processor],
  });
  const tracer = provider.getTracer('waymark');

  function run<T>(start: SpanStart, parent: Context, work: (span: Span) => T): T {
    const { name, kind, attributes } = start;
    const recorded = tracer.startSpan(name, { kind: kind ? kinds[kind] : SpanKind.INTERNAL, attributes }, parent);
    return ending(recorded, () => current.run(trace.setSpan(parent, recorded), work, toSpan(recorded)));
  }

  /** The context of the work under way, if that is recorded and has not ended. What goes on afterwards belongs to no request. */
  function underWay(): Context | undefined {
    const context = current.getStore();
    return context && trace.getSpan(context)?.isRecording() ? context : undefined;
  }

  const stopTracingClients = traceClients((name, attributes) => {
    const parent = underWay();
    return parent && tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, parent);
  });

  return {
    begin(start, work, header) {
      const parent = header && config.isContinuing ? propagator.extract(ROOT_CONTEXT, header, headers) : ROOT_CONTEXT;
      return run(start, parent, work);
    },
    part(start, work) {
      const parent = underWay();
      return parent ? run(start, parent, work) : work(null);
    },
    spans: () => sender.counts(),
    async close() {
      stopTracingClients();
      const late = new Promise<void>((resolve) => setTimeout(resolve, closeTimeout).unref());
      await Promise.race([provider.shutdown().catch(() => {}), late]);
      sender.close();
    },
  };
}

/** Ends a span with its work, at once or when its promise settles. */
function ending<T>(span: RecordedSpan, work: () => T): T {
  const fail = (error: unknown) => {
    toSpan(span).fail(errorTypeOf(error));
    span.end();
  };
  try {
    const result = work();
    if (!(result instanceof Promise)) {
      span.end();
      return result;
    }
    return result.then(
      (value: unknown) => {
        span.end();
        return value;
      },
      (error: unknown) => {
        fail(error);
        throw error;
      },
    ) as T;
  } catch (error) {
    fail(error);
    throw error;
  }
}

function toSpan(span: RecordedSpan): Span {
  return {
    traceId: span.spanContext().traceId,
    set: (attributes) => void span.setAttributes({ ...attributes }),
    fail: (type) => void span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', type),
  };
}
