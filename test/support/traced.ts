import { inject, onTestFinished } from 'vitest';
import type { Overrides } from '../../src/app.ts';
import { startTestApp, type TestApp } from './app.ts';
import { type Collector, createCollector, type ReceivedSpan } from './collector.ts';
import { createDatabase } from './databases.ts';
import { listening } from './listening.ts';

/** An application on a database of its own that listens, and sends its traces to a collector. */
export interface Traced {
  app: TestApp;
  collector: Collector;
  /** Where it listens. */
  at: string;
  /** Posts a request to GraphQL. */
  post: (query: string, headers?: Record<string, string>, variables?: object) => Promise<Response>;
  /** Closes the application, so that all has been sent, and returns what the collector has received. */
  ended: () => Promise<ReceivedSpan[]>;
}

export async function createTracedApp(
  variables: Record<string, string> = {},
  overrides: Overrides = {},
  collector?: Collector,
): Promise<Traced> {
  const to = collector ?? (await createCollector());
  const { url, remove } = await createDatabase(inject('templateDatabase'));
  const app = await startTestApp(url, { OTEL_EXPORTER_OTLP_ENDPOINT: to.url, ...variables }, overrides);
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= app.close());
  onTestFinished(async () => {
    await close();
    await remove();
  });
  const { url: at } = await listening(app.handler);
  return {
    app,
    collector: to,
    at,
    post: (query, headers = {}, given = {}) =>
      fetch(`${at}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables: given }),
      }),
    async ended() {
      await close();
      return to.spans;
    },
  };
}

/** The spans below one, in the order in which they ended. */
export const childrenOf = (spans: readonly ReceivedSpan[], { id, traceId }: ReceivedSpan): ReceivedSpan[] =>
  spans.filter((span) => span.parentId === id && span.traceId === traceId);

/** The names of a span and of those below it, as a tree. */
export interface SpanTree {
  name: string;
  below: SpanTree[];
}

export const treeOf = (spans: readonly ReceivedSpan[], span: ReceivedSpan): SpanTree => ({
  name: span.name,
  below: childrenOf(spans, span).map((child) => treeOf(spans, child)),
});
