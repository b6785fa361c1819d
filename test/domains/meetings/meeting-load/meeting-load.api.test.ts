import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';

const query = `query ($from: Date, $to: Date) { meetingLoad(from: $from, to: $to) {
  startsOn endsOn meetingCount meetingMinutes workingMeetingMinutes workingMinutes freeMinutes fragmentation
  longestFreeTime { startsAt minutes } unprepared { value n missing }
  days { date meetingMinutes freeTimes { startsAt endsAt } meetings { node { ... on Meeting { title } } } }
  oneOnOnes { person { ... on Person { name } } meetingCount daysSince medianDays isOverdue lastMeeting { ... on Meeting { title } } }
  seriesEnergy { series { ... on MeetingSeries { title } } n meanDifference explanation }
} }`;
const monday = { from: '2026-11-23', to: '2026-11-23' };
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
const loadOf = async (ada: SignedInPerson, variables: object = monday): Promise<any> =>
  (await ada.query(query, variables)).meetingLoad;

test('the load counts what takes time, within working hours and without', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const at = (from: string, to: string) => ({
    startsAt: `2026-11-23T${from}:00+01:00`,
    endsAt: `2026-11-23T${to}:00+01:00`,
  });
  const meet = async (title: string, input: object) => (await ada.mutate('createMeeting', { title, ...input })).id;
  const id = await meet('Counts', { ...at('10:00', '11:00'), myResponse: 'TENTATIVE' });
  await meet('Unanswered', { ...at('10:30', '12:00'), myResponse: 'NEEDS_ACTION' });
  await meet('Evening', at('18:00', '19:00'));
  await meet('Declined', { ...at('13:00', '14:00'), myResponse: 'DECLINED' });
  await meet('Free', { ...at('13:00', '14:00'), isFree: true });
  await meet('Cancelled', { ...at('13:00', '14:00'), status: 'CANCELLED' });
  await meet('All day', { startsOn: '2026-11-23' });
  const gone = await meet('Trashed', at('13:00', '14:00'));
  await ada.mutate('trash', { id: gone });
  await ada.mutate('createMeetingItem', { meetingId: id, kind: 'PREPARATION', title: 'Read' });
  expect(await loadOf(ada)).toEqual({
    ...{
      startsOn: '2026-11-23',
      endsOn: '2026-11-23',
      meetingCount: 3,
      meetingMinutes: 180,
      workingMeetingMinutes: 120,
    },
    ...{ workingMinutes: 480, freeMinutes: 360, fragmentation: 0 },
    longestFreeTime: { startsAt: '2026-11-23T11:00:00.000Z', minutes: 300 },
    unprepared: { value: null, n: 1, missing: expect.stringContaining('There is 1.') },
    days: [
      {
        ...{ date: '2026-11-23', meetingMinutes: 180 },
        freeTimes: [
          { startsAt: '2026-11-23T08:00:00.000Z', endsAt: '2026-11-23T09:00:00.000Z' },
          { startsAt: '2026-11-23T11:00:00.000Z', endsAt: '2026-11-23T16:00:00.000Z' },
        ],
        meetings: ['Counts', 'Unanswered', 'Evening'].map((title) => ({ node: { title } })),
      },
    ],
    ...{ oneOnOnes: [], seriesEnergy: [] },
  });
  const workingHours = [{ weekday: 'MONDAY', startsAt: '09:30', endsAt: '12:30' }];
  await ada.mutate('updateProfile', { workingHours });
  expect(await loadOf(ada)).toMatchObject({ workingMinutes: 180, workingMeetingMinutes: 120, fragmentation: 1 });
  await ada.mutate('updateProfile', { workingDays: [] });
  expect(await loadOf(ada)).toMatchObject({ workingMinutes: 0, fragmentation: null, longestFreeTime: null });
  expect((await loadOf(await app.person('Bob'))).meetingCount).toBe(0);
});

test('one-on-ones have their cadence, and series their energy', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const { id: seriesId } = await ada.mutate('createMeetingSeries', { title: 'Coaching' });
  const { id: personId } = await ada.mutate('createPerson', { name: 'Bea' });
  const { id: other } = await ada.mutate('createPerson', { name: 'Cem' });
  for (const day of ['09-01', '09-08', '09-15', '09-29', '10-20']) {
    const times = { startsAt: `2026-${day}T10:00:00Z`, endsAt: `2026-${day}T11:00:00Z` };
    const attendees = [{ personId, response: 'ACCEPTED' }];
    const { id: meetingId } = await ada.mutate('createMeeting', { title: day, seriesId, attendees, ...times });
    await ada.mutate('createEnergyEntry', { energy: 2, meetingId, at: times.endsAt });
    await ada.mutate('createMeeting', { title: 'Three', attendees: [{ personId }, { personId: other }], ...times });
  }
  const { oneOnOnes, seriesEnergy } = await loadOf(ada, { from: '2026-09-01', to: '2026-11-23' });
  expect(oneOnOnes).toEqual([
    {
      ...{ person: { name: 'Bea' }, meetingCount: 5, daysSince: 34, medianDays: 10.5, isOverdue: true },
      lastMeeting: { title: '10-20' },
    },
  ]);
  expect(seriesEnergy).toMatchObject([{ series: { title: 'Coaching' }, n: 0, meanDifference: null }]);
});

test('a period that is too long or the wrong way around is refused', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  for (const variables of [{ from: '-P400D' }, { from: 'P2D' }]) {
    expect((await ada.ask(query, variables)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  }
});

test('a load takes as many statements for many meetings as for few', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const brief = `{ meetingLoad(to: "P7D") { meetingMinutes days { meetingMinutes } unprepared { n } oneOnOnes { daysSince } } }`;
  for (const [person, count] of [
    [ada, 1],
    [bob, 12],
  ] as const) {
    for (let i = 0; i < count; i++) {
      const times = { startsAt: '2026-11-20T10:00:00Z', endsAt: '2026-11-20T11:00:00Z' };
      const { id: meetingId } = await person.mutate('createMeeting', {
        title: 'M',
        ...times,
        attendees: [{ name: `P ${i}` }],
      });
      await person.mutate('createMeetingItem', { meetingId, kind: 'PREPARATION', title: 'Read' });
    }
  }
  const few = await app.counting(() => ada.query(brief));
  expect(await app.counting(() => bob.query(brief))).toBe(few);
});
