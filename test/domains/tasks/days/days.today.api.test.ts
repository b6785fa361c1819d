import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson, type TestApp } from '../../../support/app.ts';

/** A script of this person's: its token outlives the clock being moved. */
async function scriptOf(app: TestApp, person: SignedInPerson) {
  const { token } = await person.mutate('createAccessToken', { name: 'clock', scopes: ['READ'] }, 'token');
  return app.as({ authorization: `Bearer ${token}` });
}

test('today is the date where the person is, by the time their day starts', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada', 'Europe/Berlin');
  const today = async (settings: object) => {
    const { __typename } = await ada.mutate('updateProfile', settings);
    expect(__typename).toBe('Account');
    return (await ada.query('{ day { date } }')).day.date;
  };
  // It is 09:00 in UTC on the 23rd.
  expect(await today({ dayStartsAt: '04:00' })).toBe('2026-11-23');
  expect(await today({ dayStartsAt: '10:00' })).toBe('2026-11-23');
  expect(await today({ dayStartsAt: '10:01' })).toBe('2026-11-22');
  expect(await today({ timeZone: 'Pacific/Honolulu', dayStartsAt: '00:00' })).toBe('2026-11-22');
  expect(await today({ timeZone: 'Pacific/Kiritimati' })).toBe('2026-11-23');
  app.clock.set('2026-11-23T10:05:00Z');
  const { accessToken } = await app.nobody.mutate(
    'signIn',
    { email: ada.email, password: ada.password },
    'accessToken',
  );
  expect(await app.as({ authorization: `Bearer ${accessToken}` }).query('{ day { date } }')).toEqual({
    day: { date: '2026-11-24' },
  });
});

test('after midnight it is still yesterday until the day starts', async () => {
  const app = await createTestApp();
  const script = await scriptOf(app, await app.person('Ada', 'Europe/Berlin'));
  for (const [moment, today] of [
    ['2026-11-23T23:30:00Z', '2026-11-23'],
    ['2026-11-24T02:59:59.999Z', '2026-11-23'],
    ['2026-11-24T03:00:00Z', '2026-11-24'],
  ] as const) {
    app.clock.set(moment);
    expect(await script.query('{ day { date } }'), moment).toEqual({ day: { date: today } });
  }
});

test('on the days the clocks change, a day starts once and does not end again', async () => {
  const app = await createTestApp();
  app.clock.set('2026-10-20T09:00:00Z');
  const ada = await app.person('Ada', 'Europe/Berlin');
  await ada.mutate('updateProfile', { dayStartsAt: '02:30' });
  const script = await scriptOf(app, ada);
  for (const [moment, today] of [
    // 02:30 comes twice on this night: the day starts at the first.
    ['2026-10-25T00:29:59Z', '2026-10-24'],
    ['2026-10-25T00:30:00Z', '2026-10-25'],
    ['2026-10-25T01:15:00Z', '2026-10-25'],
    // 02:30 does not come at all on this one: the day starts when the clocks have passed it.
    ['2027-03-28T00:59:59Z', '2027-03-27'],
    ['2027-03-28T01:29:59Z', '2027-03-27'],
    ['2027-03-28T01:30:00Z', '2027-03-28'],
  ] as const) {
    app.clock.set(moment);
    expect(await script.query('{ day { date } }'), moment).toEqual({ day: { date: today } });
  }
});
