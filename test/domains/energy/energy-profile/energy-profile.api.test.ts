import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';

const query = `query ($from: Date, $to: Date) {
  energyProfile(from: $from, to: $to) { weekday hour n mean low high state missing } }`;

interface Cell {
  weekday: string;
  hour: number;
  n: number;
}

const profileOf = async (ada: SignedInPerson, variables: object = {}): Promise<Cell[]> =>
  (await ada.query(query, variables)).energyProfile;

test('a profile has the mean of each hour of the week with its interval, from five ratings on', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  // 10 o'clock in Berlin on Thursdays, in summer and winter.
  const times = ['2026-10-15T08:10Z', '2026-10-22T08:20Z', '2026-10-29T09:30Z', '2026-11-05T09:40Z'];
  const rate = (at: string, energy: number | null) =>
    ada.mutate('createEnergyEntry', { at: at.replace('Z', ':00Z'), energy, mood: 3 });
  for (const [i, at] of times.entries()) await rate(at, 2 + i);
  const cellOf = (cells: Cell[]) => cells.find(({ weekday, hour }) => weekday === 'THURSDAY' && hour === 10);
  const few = await profileOf(ada);
  expect(few).toHaveLength(168);
  expect(few.slice(0, 2)).toMatchObject([
    { weekday: 'MONDAY', hour: 0 },
    { weekday: 'MONDAY', hour: 1 },
  ]);
  expect(cellOf(few)).toEqual({
    ...{ weekday: 'THURSDAY', hour: 10, n: 4, mean: null, low: null, high: null, state: 'NOT_ENOUGH_DATA' },
    missing: 'A mean with an interval takes 5 values or more. There are 4.',
  });
  await rate('2026-11-12T09:50Z', 1);
  // An entry without energy does not count.
  await rate('2026-11-12T09:55Z', null);
  // 2, 3, 4, 5 and 1: the deviation is √2.5, and t is 2.776445 at four degrees.
  expect(cellOf(await profileOf(ada))).toMatchObject({
    ...{ n: 5, mean: 3, state: 'OK', missing: null },
    ...{
      low: expect.closeTo(3 - 2.776445105 * Math.sqrt(0.5), 6),
      high: expect.closeTo(3 + 2.776445105 * Math.sqrt(0.5), 6),
    },
  });
  expect(cellOf(await profileOf(ada, { to: '2026-11-11' }))).toMatchObject({ n: 4 });
  expect((await profileOf(await app.person('Bob'))).every(({ n }) => n === 0)).toBe(true);
});

test('hours before the day starts belong to the day before, and weeks start as the owner says', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  await ada.mutate('updateProfile', { weekStartsOn: 'SUNDAY' });
  // Monday at 2 in Berlin.
  await ada.mutate('createEnergyEntry', { at: '2026-11-16T01:00:00Z', energy: 3 });
  const cells = await profileOf(ada);
  expect(cells[0]).toMatchObject({ weekday: 'SUNDAY', hour: 0 });
  expect(cells.filter(({ n }) => n > 0)).toMatchObject([{ weekday: 'SUNDAY', hour: 2, n: 1 }]);
});

test('a period that is too long or the wrong way around is refused', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  for (const variables of [{ from: '-P2000D' }, { from: 'P2D' }]) {
    expect((await ada.ask(query, variables)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  }
});
