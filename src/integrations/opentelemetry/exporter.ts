import { ExportResultCode } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import type { SpanExporter } from '@opentelemetry/sdk-trace';

/** Is told when traces stop arriving at the collector, with the reason, and when they arrive again. */
export interface ExportReport {
  failed(error: unknown): void;
  recovered(): void;
}

/**
 * Sends spans to a collector by OTLP as protobuf. The variables OTEL_EXPORTER_OTLP_HEADERS, _TIMEOUT, _COMPRESSION and those of
 * certificates are read by the package.
 * @param outside runs what is sent outside of any trace
 */
export function createExporter(url: string, report: ExportReport, outside: (send: () => void) => void): SpanExporter {
  const exporter = new OTLPTraceExporter({ url });
  let isFailing = false;
  return {
    export: (spans, done) =>
      outside(() =>
        exporter.export(spans, (result) => {
          const failed = result.code !== ExportResultCode.SUCCESS;
          if (failed && !isFailing) report.failed(result.error);
          if (!failed && isFailing) report.recovered();
          isFailing = failed;
          done(result);
        }),
      ),
    forceFlush: () => exporter.forceFlush(),
    shutdown: () => exporter.shutdown(),
  };
}
