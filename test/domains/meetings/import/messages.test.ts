import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';

/* Messages of every METHOD (RFC 5546), one after another, on a series of four Mondays. */

const fields = 'createdCount updatedCount unchangedCount cancelledCount skipped { reason }';

const message = (method: string, ...events: string[][]) =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', `METHOD:${method}`],
    ...events.flatMap((lines) => ['BEGIN:VEVENT', 'UID:s@example.org', ...lines, 'END:VEVENT']),
    ...['END:VCALENDAR', ''],
  ].join('\r\n');
const series = (start: string, ...more: string[]) => [
  `DTSTART;TZID=Europe/Berlin:${start}`,
  'DURATION:PT1H',
  'SUMMARY:Weekly',
  'ATTENDEE;CN=Ann;PARTSTAT=NEEDS-ACTION:mailto:ann@example.org',
  ...more,
];
const mondays = (...more: string[]) => series('20261207T090000', 'RRULE:FREQ=WEEKLY;COUNT=4', ...more);
const about = (day: string, ...more: string[]) => [`RECURRENCE-ID;TZID=Europe/Berlin:202612${day}T090000`, ...more];

async function scene(...more: string[]) {
  const ada = await (await createTestApp()).person('Ada', 'Europe/Berlin');
  await take(ada, message('REQUEST', mondays('DTSTAMP:20261101T000000Z', ...more)));
  return ada;
}
const take = (who: SignedInPerson, ics: string, window: object = {}) =>
  who.mutate('importMeetings', { ics, ...window }, fields);
const read = async (who: SignedInPerson, more = ''): Promise<Record<string, string>[]> =>
  (await who.query(`{ meetings { nodes { id title startsAt status ${more} } } }`)).meetings.nodes;
/** Each meeting as its day and hour in UTC, its title, and its status unless it is confirmed. */
const shown = async (who: SignedInPerson) =>
  (await read(who)).map(({ startsAt = '', title, status }) =>
    [startsAt.slice(5, 16), title, ...(status === 'CONFIRMED' ? [] : [status])].join(' '),
  );

test('RANGE=THISANDFUTURE changes one occurrence and all later ones, with or without the series', async () => {
  const change = (day: string, hour: string, title: string, stamp: string) =>
    message('REQUEST', [
      `RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:202612${day}T090000`,
      ...[
        `DTSTAMP:${stamp}`,
        `DTSTART;TZID=Europe/Berlin:202612${day}T${hour}0000`,
        'DURATION:PT1H',
        `SUMMARY:${title}`,
      ],
    ]);
  const ada = await scene();
  expect(await take(ada, change('21', '11', 'Later', '20261102T000000Z'))).toMatchObject({ updatedCount: 2 });
  expect(await shown(ada)).toEqual([
    '12-07T08:00 Weekly',
    '12-14T08:00 Weekly',
    '12-21T10:00 Later',
    '12-28T10:00 Later',
  ]);
  await take(
    ada,
    message('CANCEL', ['RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261228T090000', 'SEQUENCE:1']),
  );
  expect((await shown(ada)).at(-1)).toBe('12-28T10:00 Later CANCELLED');
});

test('ADD, CANCEL and REQUEST about one occurrence change that one', async () => {
  const ada = await scene();
  await take(ada, message('ADD', ['SEQUENCE:1', 'DTSTART:20261230T120000Z', 'DURATION:PT1H', 'SUMMARY:Extra']));
  await take(ada, message('CANCEL', about('14', 'SEQUENCE:1')));
  await take(ada, message('REQUEST', about('21', 'SEQUENCE:1', 'DTSTART:20261222T100000Z', 'SUMMARY:Tuesday')));
  expect(await shown(ada)).toEqual([
    '12-07T08:00 Weekly',
    '12-14T08:00 Weekly CANCELLED',
    '12-22T10:00 Tuesday',
    '12-28T08:00 Weekly',
    '12-30T12:00 Extra',
  ]);
  // An older message about an occurrence changes nothing.
  const older = message('REQUEST', about('21', 'SEQUENCE:0', 'DTSTART:20261223T100000Z', 'SUMMARY:Wednesday'));
  expect(await take(ada, older)).toMatchObject({ updatedCount: 0, unchangedCount: 1 });
});

test('what is only asked or proposed changes nothing, and is named', async () => {
  const ada = await scene();
  const before = await read(ada);
  for (const method of ['COUNTER', 'REFRESH', 'DECLINECOUNTER']) {
    const proposal = message(method, about('14', 'SEQUENCE:5', 'DTSTART:20261215T100000Z', 'SUMMARY:Moved'));
    const { skipped, ...counts } = await take(ada, proposal);
    expect(counts).toMatchObject({ createdCount: 0, updatedCount: 0, cancelledCount: 0 });
    expect(skipped).toEqual([{ reason: expect.stringMatching(/changes nothing\.$/) }]);
  }
  expect(await read(ada)).toEqual(before);
});

test('REPLY sets the response of one attendee, for all occurrences or for one', async () => {
  const ada = await scene();
  const answers = async () =>
    (await ada.query('{ meetings { nodes { attendees { response } } } }')).meetings.nodes.map(
      ({ attendees }: { attendees: { response: string }[] }) => attendees[0]?.response,
    );
  const reply = (answer: string, stamp: string, ...more: string[]) =>
    message('REPLY', [...more, `DTSTAMP:${stamp}`, `ATTENDEE;PARTSTAT=${answer}:mailto:ann@example.org`]);
  await take(ada, reply('ACCEPTED', '20261102T000000Z'));
  expect(await answers()).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
  await take(ada, reply('DECLINED', '20261103T000000Z', ...about('21')));
  expect(await answers()).toEqual(['ACCEPTED', 'ACCEPTED', 'DECLINED', 'ACCEPTED']);
});

test('a series that moves beyond the range keeps its meetings', async () => {
  const window = { from: '2026-12-01', to: '2026-12-31' };
  for (const rule of ['RRULE:FREQ=WEEKLY;COUNT=4', 'RRULE:FREQ=WEEKLY']) {
    const ada = await (await createTestApp()).person('Ada', 'Europe/Berlin');
    await take(ada, message('REQUEST', series('20261207T090000', rule)), window);
    const ids = (await read(ada)).map(({ id }) => id);
    const notes = { id: ids[3], notes: 'Mine' };
    await ada.mutate('updateMeeting', notes);
    // From Mondays to Saturdays: the last one is in January now, where nothing else was asked for.
    const moved = message('REQUEST', series('20261212T090000', rule, 'SEQUENCE:1'));
    expect(await take(ada, moved, window)).toMatchObject({ createdCount: 0, updatedCount: 4, cancelledCount: 0 });
    const after = await read(ada, 'notes');
    expect(after.map(({ id, startsAt }) => [id, startsAt?.slice(0, 10)])).toEqual(
      ['2026-12-12', '2026-12-19', '2026-12-26', '2027-01-02'].map((day, index) => [ids[index], day]),
    );
    expect(after[3]?.notes).toBe('Mine');
  }
});

test('what an undone import created is in the trash, as a warning says; an undone change can come again', async () => {
  const ada = await (await createTestApp()).person('Ada', 'Europe/Berlin');
  const first = message('REQUEST', mondays());
  const undo = async (ics: string) => {
    const { changeSet } = await ada.mutate('importMeetings', { ics }, 'changeSet { id }');
    return ada.mutate('undoChangeSet', { changeSetId: changeSet.id }, '__typename');
  };
  await undo(first);
  expect(await read(ada)).toEqual([]);
  const again = await ada.mutate('importMeetings', { ics: first }, 'createdCount unchangedCount warnings');
  expect(again).toMatchObject({
    createdCount: 0,
    unchangedCount: 4,
    warnings: ['4 of the meetings are in the trash, and stay there. Restore those that you want.'],
  });
  const { trash } = await ada.query('{ trash { nodes { node { __typename ... on Node { id } } } } }');
  for (const { node } of trash.nodes) {
    if (node.__typename === 'Meeting') await ada.mutate('restore', { id: node.id });
  }
  expect(await shown(ada)).toHaveLength(4);
  const [{ id }] = (await read(ada)) as [{ id: string }];
  await ada.mutate('updateMeeting', { id, notes: 'Mine' });
  const renamed = message(
    'REQUEST',
    mondays('SEQUENCE:1').map((line) => line.replace('Weekly', 'Renamed')),
  );
  await undo(renamed);
  expect((await shown(ada))[0]).toBe('12-07T08:00 Weekly');
  expect(await take(ada, renamed)).toMatchObject({ updatedCount: 4 });
  expect((await read(ada, 'notes'))[0]).toMatchObject({ id, title: 'Renamed', notes: 'Mine' });
});
