import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import { createTestApp, type Person } from '../../../support/app.ts';
import { contextOf } from '../../../support/context.ts';

const query = `query ($bucket: EnergyBucket, $from: Date, $to: Date) {
  energySeries(bucket: $bucket, from: $from, to: $to) {
    start end count energy { count mean min max } mood { count mean min max } stress { count }
  }
}`;
const seriesOf = async (person: Person, variables: object) => (await person.query(query, variables)).energySeries;

/** Where a moment's hour, day or week starts for somebody whose day starts at midnight, by the clock on the wall. */
function startOf(at: Date, bucket: string, zone: string, firstDay: number): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  const start =
    bucket === 'HOUR'
      ? zoned.round({ smallestUnit: 'hour', roundingMode: 'floor' })
      : zoned.startOfDay().subtract({ days: bucket === 'DAY' ? 0 : (zoned.dayOfWeek - firstDay + 7) % 7 });
  return new Date(start.epochMilliseconds).toISOString();
}

const rating = fc.integer({ min: 1, max: 5 });
const within = (from: string, to: string) =>
  fc.array(
    fc.record({
      at: fc
        .integer({ min: Date.parse(from) / 60_000, max: Date.parse(to) / 60_000 - 1 })
        .map((minutes) => new Date(minutes * 60_000)),
      energy: rating,
      mood: fc.option(rating),
    }),
    { minLength: 1, maxLength: 40 },
  );

for (const [zone, change, entries, period] of [
  [
    'Europe/Berlin',
    'clocks go forward',
    within('2026-03-27T23:00Z', '2026-03-30T22:00Z'),
    ['2026-03-28', '2026-03-30'],
  ],
  ['Europe/Berlin', 'clocks go back', within('2026-10-23T22:00Z', '2026-10-26T23:00Z'), ['2026-10-24', '2026-10-26']],
  [
    'Asia/Kolkata',
    'hours start at half past',
    within('2026-10-23T18:30Z', '2026-10-26T18:30Z'),
    ['2026-10-24', '2026-10-26'],
  ],
] as const) {
  test(`a series in ${zone} is a plain count by the clock on the wall while ${change}`, async () => {
    const app = await createTestApp();
    const [from, to] = period;
    await fc.assert(
      fc.asyncProperty(entries, fc.constantFrom('MONDAY', 'SUNDAY'), async (rows, weekStartsOn) => {
        const ada = await app.person('Ada', zone);
        await ada.mutate('updateProfile', { dayStartsAt: '00:00', weekStartsOn });
        await transaction(await contextOf(app, ada), 'fill', (tx) => tx.write.energyEntry.createMany(rows));
        for (const bucket of ['HOUR', 'DAY', 'WEEK']) {
          const groups = Map.groupBy(rows, ({ at }) => startOf(at, bucket, zone, weekStartsOn === 'MONDAY' ? 1 : 7));
          const expected = [...groups]
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([start, inside]) => {
              const summary = (values: number[]) =>
                values.length === 0
                  ? null
                  : {
                      count: values.length,
                      // Small whole numbers add up exactly, in whatever order.
                      mean: values.reduce((sum, value) => sum + value) / values.length,
                      min: Math.min(...values),
                      max: Math.max(...values),
                    };
              return {
                start,
                end: expect.any(String),
                count: inside.length,
                energy: summary(inside.map(({ energy }) => energy)),
                mood: summary(inside.flatMap(({ mood }) => mood ?? [])),
                stress: null,
              };
            });
          expect(await seriesOf(ada, { bucket, from, to })).toEqual(expected);
        }
      }),
      { numRuns: 6 },
    );
  });
}

test('every point holds just the entries of its stretch of time, at the ends of the period too', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada', 'Europe/Berlin');
  await ada.mutate('updateProfile', { dayStartsAt: '04:30' });
  const first = Date.parse('2026-11-14T00:00:00Z');
  const rows = Array.from({ length: 14 * 48 }, (_, index) => ({ at: new Date(first + index * 1_800_000), energy: 3 }));
  await transaction(await contextOf(app, ada), 'fill', (tx) => tx.write.energyEntry.createMany(rows));
  // From a Wednesday to a Thursday a week later: both weeks count as a whole, as do the hours that the days cut.
  for (const [bucket, points] of [
    ['WEEK', 2],
    ['DAY', 9],
    ['HOUR', 9 * 24 + 1],
  ] as const) {
    const series = await seriesOf(ada, { bucket, from: '2026-11-18', to: '2026-11-26' });
    expect(series).toHaveLength(points);
    const count =
      'query ($start: DateTime, $end: DateTime) { energyEntries(filter: { at: { gte: $start, lt: $end } }) { totalCount } }';
    for (const point of [series[0], series.at(-1)]) {
      const { energyEntries } = await ada.query(count, { start: point.start, end: point.end });
      expect(point.count).toBe(energyEntries.totalCount);
    }
  }
});

test('a series is one’s own, covers the last 30 days by day, and leaves out what has no entry', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  for (const at of ['-P29D', '-P30D', 'NOW', 'P1D']) await ada.mutate('createEnergyEntry', { energy: 4, at });
  const { energySeries } = await ada.query('{ energySeries { start end count } }');
  expect(energySeries).toEqual([
    { start: '2026-10-25T03:00:00.000Z', end: '2026-10-26T03:00:00.000Z', count: 1 },
    { start: '2026-11-23T03:00:00.000Z', end: '2026-11-24T03:00:00.000Z', count: 1 },
  ]);
  expect(await bob.query('{ energySeries { count } }')).toEqual({ energySeries: [] });
});

test('a series covers 366 days at most, from a day to no earlier one', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  for (const period of [
    { from: '2028-01-01', to: '2028-12-31' },
    { from: '0001-01-01', to: '0001-01-01' },
    { from: '9999-12-31', to: '9999-12-31' },
  ]) {
    for (const bucket of ['HOUR', 'DAY', 'WEEK']) expect(await seriesOf(ada, { bucket, ...period })).toEqual([]);
  }
  for (const [from, to, path] of [
    ['2028-01-01', '2029-01-01', 'to'],
    ['TODAY', '-P1D', 'to'],
    ['2026-02-30', 'TODAY', 'from'],
  ]) {
    const { errors } = await ada.ask(query, { from, to });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: [path] }] });
  }
});
