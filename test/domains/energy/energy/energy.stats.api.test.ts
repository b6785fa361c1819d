import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import { createTestApp, type Person } from '../../../support/app.ts';
import { contextOf } from '../../../support/context.ts';

const query = `query ($bucket: StatsBucket, $filter: EnergyEntryFilter) {
  energyEntryStats(bucket: $bucket, filter: $filter) {
    period { startsAt endsAt } count energy { count sum mean min max } mood { count sum mean min max } stress { count }
  }
}`;
const statsOf = async (person: Person, variables: object) => (await person.query(query, variables)).energyEntryStats;

/** The start of a moment's hour, day or week for somebody whose day starts at midnight, by the clock on the wall. */
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

for (const [zone, change, entries] of [
  ['Europe/Berlin', 'clocks go forward', within('2026-03-27T23:00Z', '2026-03-30T22:00Z')],
  ['Europe/Berlin', 'clocks go back', within('2026-10-23T22:00Z', '2026-10-26T23:00Z')],
  ['Asia/Kolkata', 'hours start at half past', within('2026-10-23T18:30Z', '2026-10-26T18:30Z')],
] as const) {
  test(`statistics in ${zone} equal a plain count by the clock on the wall while ${change}`, async () => {
    const app = await createTestApp();
    await fc.assert(
      fc.asyncProperty(entries, fc.constantFrom('MONDAY', 'SUNDAY'), async (rows, weekStartsOn) => {
        const ada = await app.person('Ada', zone);
        await ada.mutate('updateProfile', { dayStartsAt: '00:00', weekStartsOn });
        await transaction(await contextOf(app, ada), 'fill', (tx) => tx.write.energyEntry.createMany(rows));
        for (const bucket of ['HOUR', 'DAY', 'WEEK']) {
          const groups = Map.groupBy(rows, ({ at }) => startOf(at, bucket, zone, weekStartsOn === 'MONDAY' ? 1 : 7));
          const expected = [...groups]
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([startsAt, inside]) => ({
              period: { startsAt, endsAt: expect.any(String) },
              count: inside.length,
              energy: summaryOf(inside.map(({ energy }) => energy)),
              mood: summaryOf(inside.flatMap(({ mood }) => mood ?? [])),
              stress: null,
            }));
          expect(await statsOf(ada, { bucket })).toEqual(expected);
        }
      }),
      { numRuns: 6 },
    );
  });
}

function summaryOf(values: number[]) {
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + value);
  // Small whole numbers add up exactly, in whatever order.
  return {
    count: values.length,
    sum,
    mean: values.length < 3 ? null : sum / values.length,
    min: Math.min(...values),
    max: Math.max(...values),
  };
}

test('every period counts exactly the entries from its start to its end', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada', 'Europe/Berlin');
  await ada.mutate('updateProfile', { dayStartsAt: '04:30' });
  // Every half hour of two weeks, from a Saturday on.
  const first = Date.parse('2026-11-14T03:30:00Z');
  const rows = Array.from({ length: 14 * 48 }, (_, index) => ({ at: new Date(first + index * 1_800_000), energy: 3 }));
  await transaction(await contextOf(app, ada), 'fill', (tx) => tx.write.energyEntry.createMany(rows));
  const count =
    'query ($from: DateTime, $to: DateTime) { energyEntries(filter: { at: { gte: $from, lt: $to } }) { totalCount } }';
  for (const [bucket, length] of [
    ['WEEK', 3],
    ['DAY', 14],
    ['HOUR', 14 * 24 + 1],
  ] as const) {
    const stats = await statsOf(ada, { bucket });
    expect(stats).toHaveLength(length);
    for (const { period, count: counted } of [stats[0], stats[1], stats.at(-1)]) {
      const { energyEntries } = await ada.query(count, { from: period.startsAt, to: period.endsAt });
      expect(counted).toBe(energyEntries.totalCount);
    }
  }
});

test('statistics leave out what is not rated, in the trash, of others or not in the filter', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const note = (input: object) => ada.mutate('createEnergyEntry', input);
  await note({ energy: 5, at: 'NOW' });
  await note({ energy: 2, at: '-PT1M', mood: 4 });
  await note({ energy: 3, at: '-P30D' });
  const { id } = await note({ energy: 1, at: 'NOW' });
  await ada.mutate('trash', { id });
  const filter = { at: { gte: '-P29D' } };
  const today = {
    period: { startsAt: '2026-11-23T03:00:00.000Z', endsAt: '2026-11-24T03:00:00.000Z' },
    count: 2,
    energy: { count: 2, sum: 7, mean: null, min: 2, max: 5 },
    mood: { count: 1, sum: 4, mean: null, min: 4, max: 4 },
    stress: null,
  };
  expect(await statsOf(ada, { bucket: 'DAY', filter })).toEqual([today]);
  expect(await statsOf(bob, { bucket: 'DAY' })).toEqual([]);
  await ada.mutate('restore', { id });
  expect(await statsOf(ada, { bucket: 'DAY', filter })).toMatchObject([{ count: 3, energy: { sum: 8, min: 1 } }]);
});
