import { ExportResultCode } from '@opentelemetry/core';
import { ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer';
import { BatchSpanProcessor, type ReadableSpan, type SpanExporter, type SpanProcessor } from '@opentelemetry/sdk-trace';
import type { SpanCounts, TracingConfig } from '../../platform/runtime/tracing.ts';
import { CollectorError, createCollectorClient } from './collector.ts';

/** Is told when spans are lost, and when they are no longer: once for each time. */
export interface ExportReport {
  /** They do not arrive at the collector, or it refuses them. */
  failed(error: unknown): void;
  recovered(): void;
  /** More of them wait than there is room for. */
  dropping(): void;
  kept(dropped: number): void;
}

/** Collects spans and sends them to a collector. */
export interface SpanSender {
  readonly processor: SpanProcessor;
  counts(): SpanCounts;
  /** Gives up what is not sent yet, and says so. */
  close(): void;
}

/** Longer than a collector can ask to wait: what is being sent ends by times of its own. */
const exportTimeout = 900_000;

/**
 * Creates what sends spans to a collector by OTLP as protobuf.
 * @param outside runs what is sent outside of any trace
 * @throws CollectorError if a certificate cannot be read
 */
export function createSpanSender(
  { collector, delay, maxQueue, maxBatch }: TracingConfig,
  report: ExportReport,
  outside: <T>(send: () => T) => T,
): SpanSender {
  const client = createCollectorClient(collector);
  const counts = { sent: 0, failed: 0, dropped: 0 };
  let waiting = 0;
  let underWay = 0;
  let isFailing = false;
  let droppedBefore: number | null = null;

  /** @returns how many spans the collector has refused */
  async function send(spans: ReadableSpan[]): Promise<number> {
    const message = ProtobufTraceSerializer.serializeRequest(spans);
    if (!message) throw new Error('The spans cannot be serialized.');
    const { rejected, reason } = refusalIn(await outside(() => client.send(message)));
    if (rejected > 0) reportFailure(new CollectorError(`The collector rejects spans${reason}.`, false));
    return Math.min(rejected, spans.length);
  }

  function reportFailure(error: unknown): void {
    if (!isFailing) report.failed(error);
    isFailing = true;
  }

  function count(spans: number, failed: number): void {
    underWay -= spans;
    counts.failed += failed;
    counts.sent += spans - failed;
    if (failed > 0) return;
    if (isFailing) report.recovered();
    isFailing = false;
  }

  /** There is room again: whether that is enough is seen when the next batch has been sent. */
  function reportRecovery(): void {
    if (droppedBefore === null || waiting >= maxQueue) return;
    report.kept(counts.dropped - droppedBefore);
    droppedBefore = null;
  }

  async function deliver(spans: ReadableSpan[]): Promise<ExportResultCode> {
    try {
      count(spans.length, await send(spans));
      reportRecovery();
      return ExportResultCode.SUCCESS;
    } catch (error) {
      reportFailure(error);
      count(spans.length, spans.length);
      return ExportResultCode.FAILED;
    }
  }

  const deliveries = new Set<Promise<unknown>>();
  async function conclude(delivery: Promise<ExportResultCode>, done: Parameters<SpanExporter['export']>[1]) {
    const code = await delivery;
    deliveries.delete(delivery);
    done({ code });
  }

  const exporter: SpanExporter = {
    export(spans, done) {
      waiting -= spans.length;
      underWay += spans.length;
      const delivery = deliver(spans);
      deliveries.add(delivery);
      void conclude(delivery, done);
    },
    forceFlush: async () => void (await Promise.all(deliveries)),
    shutdown: async () => void (await Promise.all(deliveries)),
  };
  const batches = new BatchSpanProcessor({
    exporter,
    scheduledDelayMillis: delay,
    maxQueueSize: maxQueue,
    maxExportBatchSize: maxBatch,
    exportTimeoutMillis: exportTimeout,
  });
  return {
    processor: {
      onStart: () => {},
      // As the processor of batches would drop it, without saying so.
      onEnd(span) {
        if (waiting < maxQueue) {
          waiting += 1;
          batches.onEnd(span);
          return;
        }
        if (droppedBefore === null) {
          droppedBefore = counts.dropped;
          report.dropping();
        }
        counts.dropped += 1;
      },
      forceFlush: () => batches.forceFlush(),
      shutdown: () => batches.shutdown(),
    },
    counts: () => ({ ...counts }),
    close() {
      const left = waiting + underWay;
      if (left > 0)
        reportFailure(new CollectorError(`The server stops before all spans were sent: ${left} remain.`, false));
      client.close();
    },
  };
}

/** What a collector that has taken spans says of those that it has not. One that says something else has taken all. */
function refusalIn(body: Uint8Array): { rejected: number; reason: string } {
  try {
    const { rejectedSpans = 0, errorMessage = '' } =
      ProtobufTraceSerializer.deserializeResponse(body).partialSuccess ?? {};
    return { rejected: Number(rejectedSpans), reason: errorMessage && `: ${errorMessage.slice(0, 200)}` };
  } catch {
    return { rejected: 0, reason: '' };
  }
}
