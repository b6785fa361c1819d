import { expect, test } from 'vitest';
import { extendMeetingSeries } from '../../../../src/domains/meetings/series/series.writers.ts';
import { derivedId } from '../../../../src/platform/database/ids.ts';
import { createTestApp, type Person, type SignedInPerson, type TestApp } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';
import { staying } from '../../../support/staying.ts';

const fields = 'id title rule ruleText startsOn splitOn endsOn timeOfDay durationMinutes exceptions madeUntil version';
const weekly = { title: 'Sync', rule: 'FREQ=WEEKLY;BYDAY=TU', timeOfDay: '10:00', durationMinutes: 30 };

interface Meeting {
  id: string;
  title: string;
  startsAt: string;
  occursOn: string;
  notes: string;
  agendaItems: { title: string }[];
  attendees: { person: { name: string } }[];
}

/** The meetings of a series, by their start. */
async function meetingsOf(person: Person, { id }: { id: string }, args = 'first: 100'): Promise<Meeting[]> {
  const query = `query ($id: ID!) { meetingSeries(id: $id) { meetings(${args}) { nodes {
    id title startsAt occursOn notes agendaItems { title } attendees { person { name } } } } } }`;
  return (await person.query(query, { id })).meetingSeries.meetings.nodes;
}

const days = async (person: Person, series: { id: string }) =>
  (await meetingsOf(person, series)).map(({ occursOn }) => occursOn.slice(5));
const on = async (person: Person, series: { id: string }, day: string) =>
  (await meetingsOf(person, series)).find(({ occursOn }) => occursOn === `2026-${day}`) as Meeting;

/** Today is Monday, 23 November 2026, in Berlin. */
async function withAda() {
  const app = await createTestApp();
  const ada = staying(app, await app.person());
  const make = (input: object) => ada.mutate('createMeetingSeries', { ...weekly, ...input }, fields);
  return { app, ada, make };
}

/** Somebody who signs in anew, after more time than a session lasts. */
async function again(app: TestApp, { email, password }: SignedInPerson): Promise<Person> {
  const { accessToken } = await app.nobody.mutate('signIn', { email, password }, 'accessToken');
  return app.as({ authorization: `Bearer ${accessToken}` });
}

const later = (app: TestApp, days: number) => app.clock.advance(days * 24 * 60 * 60 * 1000);

test('a series makes its meetings by its rule three months ahead, by the clock of the person, each with the template', async () => {
  const { ada, make } = await withAda();
  const { id: priya } = await ada.mutate('createPerson', { name: 'Priya' });
  const series = await make({
    ...{ startsOn: '2026-10-19', exceptions: ['2026-11-10'], attendeeIds: [priya], place: 'Room 1' },
    ...{ agenda: ['News', 'Blockers'], preparation: ['Read the notes'] },
  });
  expect(series).toMatchObject({ ruleText: 'every Tuesday', startsOn: '2026-10-19', endsOn: null, splitOn: null });
  const meetings = await meetingsOf(ada, series);
  expect(meetings.map(({ occursOn }) => occursOn).slice(0, 5)).toEqual([
    ...['2026-10-20', '2026-10-27', '2026-11-03', '2026-11-17', '2026-11-24'],
  ]);
  expect(meetings.at(-1)?.occursOn).toBe('2027-02-23');
  expect(series.madeUntil).toBe('2027-02-23');
  // Clocks went back on 25 October.
  expect(meetings.map(({ startsAt }) => startsAt).slice(0, 2)).toEqual([
    ...['2026-10-20T08:00:00.000Z', '2026-10-27T09:00:00.000Z'],
  ]);
  for (const meeting of meetings) {
    expect(meeting.id).toBe(`Meeting:${derivedId(series.id.split(':')[1], meeting.occursOn)}`);
    expect(meeting.agendaItems.map(({ title }) => title)).toEqual(['News', 'Blockers']);
    expect(meeting.attendees).toEqual([{ person: { name: 'Priya' } }]);
  }
});

test('meetings are made ahead again as time goes by: each once, however many servers do it, and also those that were missed', async () => {
  const { app, ada, make } = await withAda();
  const series = await make({ agenda: ['News'] });
  const first = await days(ada, series);
  const extend = () => Promise.all([1, 2].map(() => extendMeetingSeries(app.systemContext())));
  later(app, 7);
  await extend();
  expect(await days(ada, series)).toEqual(first);
  // What is done with a meeting stays done.
  const second = (await meetingsOf(ada, series))[1] as Meeting;
  const query = 'query ($id: ID!) { meeting(id: $id) { agendaItems { id } } }';
  const item = (await ada.query(query, { id: second.id })).meeting.agendaItems[0];
  await ada.mutate('trash', { id: item.id });
  // A server that was off for half a year.
  later(app, 180);
  await extend();
  const back = await again(app, ada);
  const all = await meetingsOf(back, series);
  expect(new Set(all.map(({ occursOn }) => occursOn)).size).toBe(all.length);
  // From 24 November to 31 August without a gap.
  expect(all.map(({ occursOn }) => occursOn).at(-1)).toBe('2027-08-24');
  expect(all).toHaveLength(40);
  expect(all[1]?.agendaItems).toEqual([]);
  expect(all.at(-1)?.agendaItems).toEqual([{ title: 'News' }]);
  // A series in the trash makes no more.
  await back.mutate('trash', { id: series.id });
  later(app, 60);
  await extend();
  const coming = '{ meetings(filter: { startsAt: { gt: "NOW" } }) { totalCount } }';
  expect((await (await again(app, ada)).query(coming)).meetings.totalCount).toBe(0);
});

test('a change of the series changes its meetings to come, but not what was changed for one alone, nor what is over', async () => {
  const { ada, make } = await withAda();
  const series = await make({ startsOn: '2026-11-16', rule: 'FREQ=WEEKLY;BYDAY=MO,TU', place: 'Room 1' });
  const alone = await on(ada, series, '12-01');
  await ada.mutate('updateMeeting', { id: alone.id, title: 'Special', startsAt: '2026-12-01T15:00:00Z' });
  // The meeting of this morning, at 10 in Berlin, has begun.
  const changed = { id: series.id, title: 'New', timeOfDay: '11:30', rule: 'FREQ=WEEKLY;BYDAY=MO,TU,FR' };
  await ada.mutate('updateMeetingSeries', changed, fields);
  const by = async (day: string) => {
    const { title, startsAt } = await on(ada, series, day);
    return `${title} ${startsAt.slice(5, 16)}`;
  };
  expect(await by('11-17')).toBe('Sync 11-17T09:00');
  expect(await by('11-23')).toBe('Sync 11-23T09:00');
  expect(await by('11-24')).toBe('New 11-24T10:30');
  expect(await by('11-27')).toBe('New 11-27T10:30');
  expect(await by('12-01')).toBe('Special 12-01T15:00');
  // Other days: what is on none any more goes to the trash, and comes back with the day.
  await ada.mutate('updateMeetingSeries', { id: series.id, rule: 'FREQ=WEEKLY;BYDAY=FR' });
  expect((await days(ada, series)).slice(0, 6)).toEqual(['11-16', '11-17', '11-23', '11-27', '12-04', '12-11']);
  await ada.mutate('updateMeetingSeries', { id: series.id, rule: 'FREQ=WEEKLY;BYDAY=TU' });
  expect((await days(ada, series)).slice(3, 6)).toEqual(['11-24', '12-01', '12-08']);
  expect(await by('12-01')).toBe('Special 12-01T15:00');
  const { totalCount } = (await ada.query('{ meetings { totalCount } }')).meetings;
  expect(totalCount).toBe((await meetingsOf(ada, series)).length);
});

test('a change of the series before it is extended loses no day', async () => {
  const { app, ada, make } = await withAda();
  const series = await make({});
  later(app, 120);
  const back = await again(app, ada);
  await back.mutate('updateMeetingSeries', { id: series.id, timeOfDay: '09:00' });
  const all = await meetingsOf(back, series);
  // Every Tuesday from 24 November to 22 June.
  expect([all.length, all.at(-1)?.occursOn]).toEqual([31, '2027-06-22']);
  expect(all[0]?.startsAt).toBe('2026-11-24T09:00:00.000Z');
  expect(all.at(-1)?.startsAt).toBe('2027-06-22T07:00:00.000Z');
  await extendMeetingSeries(app.systemContext());
  expect(await meetingsOf(back, series)).toEqual(all);
});

test('attendees of the series are those of its meetings to come', async () => {
  const { ada, make } = await withAda();
  const ids: string[] = [];
  for (const name of ['Priya', 'Jonas', 'Lena']) ids.push((await ada.mutate('createPerson', { name })).id);
  const [priya, jonas, lena] = ids;
  const series = await make({ startsOn: '2026-11-16', attendeeIds: [priya] });
  const guest = await on(ada, series, '12-01');
  await ada.mutate('updateMeeting', { id: guest.id, attendees: [{ personId: priya }, { personId: lena }] });
  await ada.mutate('updateMeetingSeries', { id: series.id, attendeeIds: [jonas] });
  const names = async (day: string) =>
    (await on(ada, series, day)).attendees.map(({ person }) => person.name).join(' ');
  expect([await names('11-17'), await names('11-24'), await names('12-01')]).toEqual(['Priya', 'Jonas', 'Jonas Lena']);
});

test('a meeting in the trash is an exception of its series until it is restored', async () => {
  const { app, ada, make } = await withAda();
  const series = await make({});
  const one = await on(ada, series, '12-01');
  await ada.mutate('trash', { id: one.id });
  const query = `query ($id: ID!) { meetingSeries(id: $id) { ${fields} } }`;
  const before = await ada.query(query, { id: series.id });
  expect(before.meetingSeries.exceptions).toEqual(['2026-12-01']);
  await ada.mutate('updateMeetingSeries', { id: series.id, rule: 'FREQ=WEEKLY;BYDAY=TU,WE' });
  later(app, 60);
  await extendMeetingSeries(app.systemContext());
  const back = await again(app, ada);
  expect(await days(back, series)).not.toContain('12-01');
  await back.mutate('restore', { id: one.id });
  const { meetingSeries } = await back.query(query, { id: series.id });
  expect(meetingSeries.exceptions).toEqual([]);
  expect((await days(back, series)).filter((day) => day === '12-01')).toEqual(['12-01']);
});

test('a change of this and the following meetings splits the series, and keeps what there is', async () => {
  const { app, ada, make } = await withAda();
  const series = await make({ agenda: ['News'], rule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=6;BYDAY=TU' });
  const before = await days(ada, series);
  expect(before).toEqual(['11-24', '12-08', '12-22', '01-05', '01-19', '02-02']);
  later(app, 20);
  for (const day of ['11-24', '12-08', '12-22']) {
    await ada.mutate('updateMeeting', { id: (await on(ada, series, day)).id, notes: `Notes of ${day}` });
  }
  const input = { id: series.id, from: '2026-12-08', title: 'Sync, shorter', durationMinutes: 15 };
  const split = await ada.mutate('splitMeetingSeries', input, fields);
  expect(split).toMatchObject({ splitOn: '2026-12-08', endsOn: '2027-02-02', durationMinutes: 15 });
  expect(split.id).not.toBe(series.id);
  expect(await days(ada, series)).toEqual(['11-24']);
  expect(await days(ada, split)).toEqual(before.slice(1));
  const [past, next] = await meetingsOf(ada, split);
  expect(past).toMatchObject({ title: 'Sync', notes: 'Notes of 12-08' });
  expect(next).toMatchObject({
    title: 'Sync, shorter',
    notes: 'Notes of 12-22',
    agendaItems: [{ title: 'News' }],
  });
  // The same again has no day, and neither series makes meetings of the other.
  const again = await writingNothing(app, ada, () => ada.mutate('splitMeetingSeries', input));
  expect(again.message).toContain('input.from: must not be after the last day');
  for (const { id } of [series, split]) await ada.mutate('updateMeetingSeries', { id, exceptions: ['2027-01-19'] });
  expect(await days(ada, series)).toEqual(['11-24']);
  expect(await days(ada, split)).toEqual(['12-08', '12-22', '01-05', '02-02']);
  // A new rule counts from the meeting on.
  const rest = await ada.mutate(
    'splitMeetingSeries',
    { id: split.id, from: '2026-12-22', rule: 'FREQ=WEEKLY;COUNT=3', exceptions: [] },
    fields,
  );
  expect(await days(ada, rest)).toEqual(['12-22', '12-29', '01-05']);
  expect(rest).toMatchObject({ startsOn: '2026-12-22', endsOn: '2027-01-05' });
});

test('a split is undone as a whole', async () => {
  const { ada, make } = await withAda();
  const series = await make({});
  const before = await meetingsOf(ada, series);
  await ada.mutate('splitMeetingSeries', {
    id: series.id,
    from: '2026-12-08',
    timeOfDay: '16:00',
    rule: 'FREQ=MONTHLY',
  });
  const { changeSets } = await ada.query('{ changeSets(first: 1) { nodes { id name } } }');
  expect(await ada.mutate('undoChangeSet', { changeSetId: changeSets.nodes[0].id }, 'name')).toMatchObject({
    name: 'undoChangeSet',
  });
  expect(await meetingsOf(ada, series)).toEqual(before);
  expect((await ada.query('{ meetingSeriesList { totalCount } }')).meetingSeriesList.totalCount).toBe(1);
});

test('a series ends after a day, and goes to the trash and comes back with its meetings to come', async () => {
  const { app, ada, make } = await withAda();
  const series = await make({});
  later(app, 10);
  const ended = await ada.mutate('endMeetingSeries', { id: series.id, lastOn: '2026-12-20' }, fields);
  expect(ended).toMatchObject({ endsOn: '2026-12-20' });
  expect(await days(ada, series)).toEqual(['11-24', '12-01', '12-08', '12-15']);
  await ada.mutate('trash', { id: (await on(ada, series, '12-08')).id });
  await ada.mutate('trash', { id: series.id });
  const active = async () => (await ada.query('{ meetings { nodes { startsAt } } }')).meetings.nodes.length;
  expect(await active()).toBe(2);
  await ada.mutate('restore', { id: series.id });
  expect(await days(ada, series)).toEqual(['11-24', '12-01', '12-15']);
  const early = await ada.mutate('endMeetingSeries', { id: series.id, lastOn: '2026-11-01' });
  expect(early.message).toContain('input.lastOn');
});

test('what makes no sense is refused, and nothing is written', async () => {
  const { app, ada, make } = await withAda();
  const series = await make({});
  const plain = await ada.mutate('createMeetingSeries', { title: 'Plain' });
  const refused: [object, string][] = [
    [{ rule: 'FREQ=HOURLY' }, 'input.rule'],
    [{ rule: 'FREQ=DAILY;COUNT=2;UNTIL=20270101' }, 'input.rule'],
    [{ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'input.rule: must have an occurrence'],
    [{ timeOfDay: '25:00' }, 'input.timeOfDay'],
    [{ durationMinutes: 0 }, 'input.durationMinutes'],
    [{ startsOn: '2025-11-01' }, 'input.startsOn: must not be more than 366 days ago'],
    [{ rule: null }, 'input.timeOfDay: must be given together with rule'],
    [{ timeOfDay: undefined }, 'input.timeOfDay: must be given together with rule'],
    [{ durationMinutes: undefined }, 'input.durationMinutes: must be given together with rule'],
    [{ agenda: ['a\nb'] }, 'input.agenda.0'],
  ];
  for (const [wrong, message] of refused) {
    const answer = await writingNothing(app, ada, () => ada.mutate('createMeetingSeries', { ...weekly, ...wrong }));
    expect(answer.message).toContain(message);
  }
  const split = await writingNothing(app, ada, () => ada.mutate('splitMeetingSeries', { id: plain.id, from: 'P7D' }));
  expect(split.message).toContain('input.id');
  const end = await writingNothing(app, ada, () => ada.mutate('endMeetingSeries', { id: plain.id, lastOn: 'TODAY' }));
  expect(end.message).toContain('input.id');
  const emptied = { id: series.id, rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=1', exceptions: ['2026-11-24'] };
  const empty = await writingNothing(app, ada, () => ada.mutate('updateMeetingSeries', emptied));
  expect(empty.message).toContain('must have an occurrence');
});

test('the rule of a series from a calendar is not changed', async () => {
  const { app, ada } = await withAda();
  const ics = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//T//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261101T000000Z
DTSTART:20261124T100000Z\r\nDTEND:20261124T110000Z\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nSUMMARY:Theirs\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
  await ada.mutate('importMeetings', { ics: ics.replaceAll(/(?<!\r)\n/g, '\r\n') }, '__typename');
  const { nodes } = (await ada.query(`{ meetingSeriesList { nodes { ${fields} } } }`)).meetingSeriesList;
  expect(nodes).toMatchObject([{ rule: 'FREQ=WEEKLY;COUNT=3', ruleText: null, startsOn: null }]);
  const { id } = nodes[0];
  for (const change of [{ rule: 'FREQ=DAILY' }, { timeOfDay: '10:00' }, { startsOn: 'TODAY' }, { rule: null }]) {
    const refused = await writingNothing(app, ada, () => ada.mutate('updateMeetingSeries', { id, ...change }));
    expect(refused.message).toContain('a calendar has the rule');
  }
  expect(await ada.mutate('updateMeetingSeries', { id, title: 'Mine' }, 'title')).toMatchObject({ title: 'Mine' });
});

test('series of another account are neither changed, split nor ended', async () => {
  const { app, ada, make } = await withAda();
  const series = await make({});
  const bob = await app.person('Bob');
  for (const [mutation, input] of [
    ['updateMeetingSeries', { id: series.id, title: 'x' }],
    ['endMeetingSeries', { id: series.id, lastOn: 'TODAY' }],
    ['splitMeetingSeries', { id: series.id, from: 'P7D' }],
    ['createMeetingSeries', { ...weekly, attendeeIds: [(await ada.mutate('createPerson', { name: 'P' })).id] }],
  ] as const) {
    expect((await writingNothing(app, ada, () => bob.mutate(mutation, input))).__typename).toBe('NotFoundError');
  }
});
