import { randomUUID } from 'node:crypto';
import type { Config } from './config.ts';
import type { Log } from './platform/runtime/log.ts';
import type { Tracing } from './platform/runtime/tracing.ts';
import { programVersion } from './platform/runtime/version.ts';

/** Starts tracing, if it is configured. Only then are the packages of OpenTelemetry loaded. */
export async function startTracing({ tracing }: Pick<Config, 'tracing'>, log: Log): Promise<Tracing | null> {
  if (tracing === null) return null;
  const { createTracing } = await import('./integrations/opentelemetry/tracing.ts');
  const server = { 'service.version': programVersion(), 'service.instance.id': randomUUID() };
  return createTracing(tracing, server, {
    failed: (error) => log.warn({ err: error }, 'traces do not arrive at the collector'),
    recovered: () => log.info('traces arrive again'),
    dropping: () => log.warn('spans are dropped: too many wait for the collector'),
    kept: (dropped) => log.info({ dropped }, 'spans are no longer dropped'),
  });
}
