import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';

const all = `id title startsAt endsAt startsOn endsOn isAllDay timeZone place joinUrl status description notes version
  series { title } organizer { name } attendees { person { name emails } response } labels { name }`;
const titles = (page: { nodes: { title: string }[] }) => page.nodes.map(({ title }) => title);

test('a meeting with a time of day has a start and an end, and is in the owner’s time zone by default', async () => {
  const ada = await (await createTestApp()).person();
  const input = { title: 'Planning', startsAt: '2026-11-24T09:00:00+01:00', endsAt: '2026-11-24T10:00:00+01:00' };
  expect(await ada.mutate('createMeeting', input, all)).toMatchObject({
    title: 'Planning',
    startsAt: '2026-11-24T08:00:00.000Z',
    endsAt: '2026-11-24T09:00:00.000Z',
    startsOn: null,
    endsOn: null,
    isAllDay: false,
    timeZone: 'Europe/Berlin',
    joinUrl: null,
    status: 'CONFIRMED',
    series: null,
    organizer: null,
    attendees: [],
    version: 1,
  });
});

test('an all-day meeting starts and ends at midnight in its time zone, also across clock changes', async () => {
  const ada = await (await createTestApp()).person();
  const offsite = await ada.mutate(
    'createMeeting',
    { title: 'Offsite', startsOn: '2026-10-24', endsOn: '2026-10-25' },
    all,
  );
  expect(offsite).toMatchObject({
    isAllDay: true,
    startsAt: '2026-10-23T22:00:00.000Z',
    endsAt: '2026-10-25T23:00:00.000Z',
  });
  const one = await ada.mutate('createMeeting', { title: 'Day', startsOn: '2026-11-24', timeZone: 'Asia/Tokyo' }, all);
  expect(one).toMatchObject({ endsOn: '2026-11-24', startsAt: '2026-11-23T15:00:00.000Z' });
});

test('a meeting that is moved keeps its duration, and can become all-day and back', async () => {
  const ada = await (await createTestApp()).person();
  const { id } = await ada.mutate('createMeeting', {
    title: 'Planning',
    startsAt: '2026-11-24T08:00:00Z',
    endsAt: '2026-11-24T09:30:00Z',
  });
  const change = (input: object) => ada.mutate('updateMeeting', { id, ...input }, all);
  expect(await change({ startsAt: '2026-11-25T10:00:00Z' })).toMatchObject({ endsAt: '2026-11-25T11:30:00.000Z' });
  expect(await change({ endsAt: '2026-11-25T12:00:00Z' })).toMatchObject({ startsAt: '2026-11-25T10:00:00.000Z' });
  expect(await change({ startsOn: '2026-12-01' })).toMatchObject({ isAllDay: true, endsOn: '2026-12-01' });
  expect((await change({ startsAt: '2026-12-01T10:00:00Z' })).issues[0]).toMatchObject({ path: ['input', 'endsAt'] });
  expect(await change({ startsAt: '2026-12-01T10:00:00Z', endsAt: '2026-12-01T11:00:00Z' })).toMatchObject({
    isAllDay: false,
    startsOn: null,
    endsOn: null,
  });
  expect(await change({ title: 'Same time' })).toMatchObject({ startsAt: '2026-12-01T10:00:00.000Z' });
});

const at = (startsAt: string | undefined, endsAt: string | undefined) => ({ startsAt, endsAt });

test.each([
  [{}, 'startsAt', 'must be given, or startsOn'],
  [at('2026-11-24T10:00:00Z', undefined), 'endsAt', 'must be given'],
  [at('2026-11-24T10:00:00Z', '2026-11-24T09:59:59Z'), 'endsAt', 'must not be before startsAt'],
  [at('2026-11-24T10:00:00Z', '2026-12-26T10:00:00Z'), 'endsAt', 'must be within 31 days'],
  [{ startsOn: '2026-11-24', endsOn: '2026-11-23' }, 'endsOn', 'must not be before startsOn'],
  [{ startsOn: '2026-11-24', endsOn: '2026-12-25' }, 'endsOn', 'must be within 31 days'],
  [
    { startsOn: '2026-11-24', ...at('2026-11-24T10:00:00Z', undefined) },
    'startsAt',
    'must not be given together with startsOn',
  ],
  [
    { startsOn: '2026-11-24', joinUrl: 'javascript:alert(1)' },
    'joinUrl',
    'must be a web address such as https://example.org',
  ],
  [
    { startsOn: '2026-11-24', attendees: [{ name: 'A' }, {}] },
    'attendees.1',
    'must have a person, a name or an email address',
  ],
  [
    { startsOn: '2026-11-24', attendees: [{ email: 'a@x.org' }, { email: 'A@x.org' }] },
    'attendees.1',
    'must not be named twice',
  ],
  [{ startsOn: '2026-11-24', attendees: [{ email: 'nobody' }] }, 'attendees.0.email', 'must be an email address'],
])('%j is rejected, and nothing is created', async (input, field, message) => {
  const ada = await (await createTestApp()).person();
  const refused = await ada.mutate('createMeeting', { title: 'A', ...input });
  expect(refused.issues).toEqual([{ path: ['input', ...field.split('.')], message }]);
  const { meetings, people } = await ada.query('{ meetings { totalCount } people { totalCount } }');
  expect([meetings.totalCount, people.totalCount]).toEqual([0, 0]);
});

test('attendees are existing or new people, and include the organizer', async () => {
  const ada = await (await createTestApp()).person();
  const mara = await ada.mutate('createPerson', { name: 'Mara', emails: ['mara@x.org'] });
  const meeting = await ada.mutate(
    'createMeeting',
    {
      title: '1:1',
      startsOn: 'TODAY',
      organizerId: mara.id,
      attendees: [{ name: 'Ben', email: 'ben@x.org', response: 'ACCEPTED' }, { email: 'zoe@x.org' }],
    },
    all,
  );
  expect(meeting.attendees).toEqual([
    { person: { name: 'Ben', emails: ['ben@x.org'] }, response: 'ACCEPTED' },
    { person: { name: 'Mara', emails: ['mara@x.org'] }, response: 'ACCEPTED' },
    { person: { name: 'zoe', emails: ['zoe@x.org'] }, response: 'NEEDS_ACTION' },
  ]);
  const attendees = [{ personId: mara.id, response: 'DECLINED' }];
  const fewer = await ada.mutate('updateMeeting', { id: meeting.id, attendees }, all);
  expect(fewer).toMatchObject({ attendees: [{ person: { name: 'Mara' }, response: 'DECLINED' }], version: 2 });
  expect(await ada.mutate('updateMeeting', { id: meeting.id, attendees }, all)).toEqual(fewer);
  const { person } = await ada.query(
    'query ($id: ID!) { person(id: $id) { meetings { totalCount nodes { title } } } }',
    mara,
  );
  expect(person.meetings).toEqual({ totalCount: 1, nodes: [{ title: '1:1' }] });
});

// By default a day starts at 04:00.
test('the meetings of a day are those that overlap it, by their times or by their days', async () => {
  const ada = await (await createTestApp()).person();
  const make = (title: string, startsAt: string, endsAt: string) =>
    ada.mutate('createMeeting', { title, startsAt, endsAt });
  await make('Before', '2026-11-24T01:00:00Z', '2026-11-24T03:00:00Z');
  await make('Past its start', '2026-11-24T02:00:00Z', '2026-11-24T03:30:00Z');
  await make('Within', '2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z');
  await make('A moment', '2026-11-24T12:00:00Z', '2026-11-24T12:00:00Z');
  await make('After', '2026-11-25T03:00:00Z', '2026-11-25T05:00:00Z');
  await ada.mutate('createMeeting', {
    title: 'Whole',
    startsOn: '2026-11-23',
    endsOn: '2026-11-24',
    timeZone: 'Asia/Tokyo',
  });
  const on = async (date: string) =>
    titles(
      (await ada.query('query ($date: Date) { day(date: $date) { meetings { nodes { title } } } }', { date })).day
        .meetings,
    );
  expect(await on('2026-11-24')).toEqual(['Whole', 'Past its start', 'Within', 'A moment']);
  expect(await on('2026-11-25')).toEqual(['After']);
});

test('the next meeting is not all-day, not cancelled, and has not started', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const make = (title: string, startsAt: string, more: object = {}) =>
    ada.mutate('createMeeting', { title, startsAt, endsAt: '2026-11-24T18:00:00Z', ...more });
  await make('Over', '2026-11-23T08:00:00Z');
  await make('Off', '2026-11-23T10:00:00Z', { status: 'CANCELLED' });
  await make('Next', '2026-11-23T11:00:00Z');
  await make('Later', '2026-11-23T12:00:00Z');
  await ada.mutate('createMeeting', { title: 'Whole', startsOn: '2026-11-24' });
  const next = async (after?: string) =>
    (await ada.query('query ($after: DateTime) { nextMeeting(after: $after) { title } }', { after })).nextMeeting
      ?.title;
  expect(await next()).toBe('Next');
  expect(await next('2026-11-23T11:30:00Z')).toBe('Later');
  expect(await next('2026-11-24T18:00:00Z')).toBeUndefined();
});

test('meetings are filtered by attendee, series and label, and a series lists its meetings', async () => {
  const ada = await (await createTestApp()).person();
  const { id: seriesId } = await ada.mutate('createMeetingSeries', { title: 'Weekly', description: 'Talk.' });
  const { id: labelId } = await ada.mutate('createLabel', { name: 'Team' });
  await ada.mutate('createMeeting', { title: 'One', startsOn: '2026-11-24', seriesId, attendees: [{ name: 'Ben' }] });
  await ada.mutate('createMeeting', { title: 'Two', startsOn: '2026-11-25', labelIds: [labelId] });
  const find = async (filter: object) =>
    titles(
      (await ada.query('query ($filter: MeetingFilter) { meetings(filter: $filter) { nodes { title } } }', { filter }))
        .meetings,
    );
  expect(await find({ attendees: { some: { name: { eq: 'ben' } } } })).toEqual(['One']);
  expect(await find({ labels: { some: { id: { eq: labelId } } } })).toEqual(['Two']);
  expect(await find({ seriesId: { eq: seriesId } })).toEqual(['One']);
  const { meetingSeriesList } = await ada.query(
    '{ meetingSeriesList { nodes { title rule meetings { nodes { title } } } } }',
  );
  expect(meetingSeriesList.nodes).toEqual([{ title: 'Weekly', rule: null, meetings: { nodes: [{ title: 'One' }] } }]);
  await ada.mutate('trash', { id: seriesId });
  const refused = await ada.mutate('createMeeting', { title: 'Three', startsOn: 'TODAY', seriesId });
  expect(refused.issues).toEqual([{ path: ['input', 'seriesId'], message: 'must not be in the trash' }]);
});

test('meetings are filtered by the fields of their series and organizer, and not matches meetings without them', async () => {
  const ada = await (await createTestApp()).person();
  const { id: seriesId } = await ada.mutate('createMeetingSeries', { title: 'Weekly' });
  const { id: organizerId } = await ada.mutate('createPerson', { name: 'Mara', emails: ['mara@x.org'] });
  const add = (title: string, more: object) => ada.mutate('createMeeting', { title, startsOn: 'TODAY', ...more });
  await add('Both', { seriesId, organizerId });
  await add('Neither', {});
  const find = async (filter: string) =>
    titles(
      (await ada.query(`{ meetings(filter: ${filter}, orderBy: { field: TITLE }) { nodes { title } } }`)).meetings,
    );
  expect(await find('{ series: { title: { startsWith: "week" } } }')).toEqual(['Both']);
  expect(await find('{ not: { series: { title: { startsWith: "week" } } } }')).toEqual(['Neither']);
  expect(await find('{ series: {} }')).toEqual(['Both']);
  expect(await find('{ organizer: { emails: { some: { email: { eq: "mara@x.org" } } } } }')).toEqual(['Both']);
  expect(await find('{ not: { organizer: { name: { eq: "Mara" } } } }')).toEqual(['Neither']);
  // A meeting keeps naming a person in the trash, but is in no series that is there.
  await ada.mutate('trash', { id: organizerId });
  await ada.mutate('trash', { id: seriesId });
  expect(await find('{ organizer: { name: { eq: "Mara" } } }')).toEqual(['Both']);
  expect(await find('{ series: {} }')).toEqual([]);
});

test('the number of statements for a page of meetings does not depend on its length', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const add = async (who: SignedInPerson, count: number) => {
    for (let i = 0; i < count; i++) {
      const { id: meetingId } = await who.mutate('createMeeting', {
        title: `M${i}`,
        startsOn: 'TODAY',
        attendees: [{ name: `A${i}` }],
      });
      await who.mutate('createMeetingItem', { meetingId, kind: 'AGENDA', title: 'Talk' });
      await who.mutate('createTask', { title: 'Do', meetingId });
    }
  };
  const query = `{ meetings { nodes { title preparationStatus attendees { person { name } } agendaItems { title } decisions { title }
    actionItems { totalCount nodes { title } } energyEntries { totalCount } } } }`;
  await add(ada, 2);
  const few = await app.counting(() => ada.query(query));
  await add(ada, 10);
  expect(await app.counting(() => ada.query(query))).toBe(few);
});
