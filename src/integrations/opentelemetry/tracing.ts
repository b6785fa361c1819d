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
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import {
  errorTypeOf,
  type Span,
  type SpanAttributes,
  type SpanStart,
  type Tracing,
  type TracingConfig,
} from '../../platform/runtime/tracing.ts';
import { createExporter, type ExportReport } from './exporter.ts';
import { traceClients } from './http-clients.ts';
import { samplerOf } from './sampler.ts';

/** How long the last spans may take to be sent, in milliseconds. */
const closeTimeout = 2_000;

/** The length that a value is cut to. A statement can be long. */
const maxValue = 2_000;

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT } as const;

type HeaderReader = (name: string) => string | null;

const headers: TextMapGetter<HeaderReader> = {
  keys: () => [],
  get: (read, name) => read(name) ?? undefined,
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
  const exporter = createExporter(config.url, report, (send) => current.run(ROOT_CONTEXT, send));
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ ...config.attributes, 'service.name': config.serviceName, ...server }),
    sampler: samplerOf(config.sampler, config.ratio),
    spanLimits: { attributeValueLengthLimit: maxValue },
    spanProcessors: [
      new BatchSpanProcessor({
        exporter,
        scheduledDelayMillis: config.delay,
        maxQueueSize: config.maxQueue,
        maxExportBatchSize: config.maxBatch,
      }),
    ],
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
      const parent = header ? propagator.extract(ROOT_CONTEXT, header, headers) : ROOT_CONTEXT;
      return run(start, parent, work);
    },
    part(start, work) {
      const parent = underWay();
      return parent ? run(start, parent, work) : work(null);
    },
    async close() {
      stopTracingClients();
      const late = new Promise<void>((resolve) => setTimeout(resolve, closeTimeout).unref());
      await Promise.race([provider.shutdown().catch(() => {}), late]);
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
