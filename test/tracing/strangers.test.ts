import { expect, test } from 'vitest';
import { errorTypeOf } from '../../src/platform/runtime/tracing.ts';
import { createTracedApp } from '../support/traced.ts';

const traceId = '00000000000000000000000000000001';
const forged = `00-${traceId}-00f067aa0ba902b7-01`;

test('a traceparent that is none, and one that is huge, begin traces of their own', async () => {
  const { at, ended, collector } = await createTracedApp();
  const wrong = [
    'x',
    '00',
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `ff-${traceId}-00f067aa0ba902b7-01`,
    `00-${traceId}-00f067aa0ba902b7-01-${'a'.repeat(5_000)}`,
    `${forged}, ${forged}`,
    '9'.repeat(10_000),
  ];
  for (const traceparent of wrong)
    expect((await fetch(`${at}/health`, { headers: { traceparent, tracestate: 'zebra=1' } })).status).toBe(200);
  const tracestate = Array.from({ length: 500 }, (_, i) => `zebra${i}=stripes`).join(',');
  await fetch(`${at}/health`, { headers: { traceparent: forged, tracestate } });
  const requests = (await ended()).filter(({ kind }) => kind === 2);
  expect(requests).toHaveLength(wrong.length + 1);
  expect(new Set(requests.map((span) => span.traceId)).size).toBe(wrong.length + 1);
  expect(requests.filter((span) => span.traceId === traceId)).toHaveLength(1);
  expect(collector.bytes().toString('latin1')).not.toContain('zebra');
});

test('with OTEL_PROPAGATORS=none strangers do not decide which traces are made', async () => {
  const made = async (sampler: string, traceparent: string, propagators?: string) => {
    const variables = {
      OTEL_TRACES_SAMPLER: sampler,
      OTEL_TRACES_SAMPLER_ARG: '0.000001',
      ...(propagators && { OTEL_PROPAGATORS: propagators }),
    };
    const { at, ended } = await createTracedApp(variables);
    for (let i = 0; i < 20; i++) await fetch(`${at}/health`, { headers: { traceparent } });
    return (await ended()).length;
  };
  // Whoever chooses the id chooses whether a sampler by ratio takes it.
  expect(await made('traceidratio', forged)).toBe(20);
  expect(await made('parentbased_traceidratio', forged)).toBe(20);
  expect(await made('traceidratio', forged, 'none')).toBe(0);
  expect(await made('parentbased_traceidratio', forged, 'none')).toBe(0);
  // Nor which are not made.
  expect(await made('parentbased_always_on', forged.replace(/1$/, '0'))).toBe(0);
  expect(await made('parentbased_always_on', forged.replace(/1$/, '0'), 'none')).toBe(20);
});

test('of an error, a span has a code or the name of a class, but no text of others', () => {
  expect(errorTypeOf(Object.assign(new Error('No.'), { code: 'ECONNREFUSED' }))).toBe('ECONNREFUSED');
  expect(errorTypeOf(Object.assign(new Error('No.'), { code: 'ada@example.org is unknown' }))).toBe('Error');
  expect(errorTypeOf(Object.assign(new Error('No.'), { code: 'A'.repeat(61), name: 'Two words' }))).toBe('_OTHER');
  expect(errorTypeOf('ada@example.org')).toBe('_OTHER');
  expect(errorTypeOf(null)).toBe('_OTHER');
});
