import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';

/* What belongs to the owner of imported meetings: what they wrote, what they changed, and who they are. */

const folder = join(import.meta.dirname, '../../../fixtures/calendars');
const take = (who: SignedInPerson, ics: string) => who.mutate('importMeetings', { ics }, 'createdCount updatedCount');
const takeFile = (who: SignedInPerson, name: string) => take(who, readFileSync(join(folder, `${name}.ics`), 'utf8'));
const single = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
const meetingsOf = async (who: SignedInPerson, fields: string) =>
  (await who.query(`{ meetings { nodes { ${fields} } } }`)).meetings.nodes;

test('a series that is moved has the same meetings, with notes and items', async () => {
  const ada = await (await createTestApp()).person();
  await takeFile(ada, 'series-moved-1');
  const before = await meetingsOf(ada, 'id');
  await ada.mutate('updateMeeting', { id: before[1].id, notes: 'Mine' });
  await ada.mutate('createMeetingItem', { meetingId: before[1].id, kind: 'PREPARATION', title: 'Read' });
  await takeFile(ada, 'series-moved-2');
  expect(await meetingsOf(ada, 'id startsAt notes preparationItems { title }')).toMatchObject([
    { id: before[0].id, startsAt: '2026-12-01T09:30:00.000Z', notes: '' },
    { id: before[1].id, startsAt: '2026-12-08T09:30:00.000Z', notes: 'Mine', preparationItems: [{ title: 'Read' }] },
    { id: before[2].id, startsAt: '2026-12-15T09:30:00.000Z', notes: '' },
  ]);
});

test('what the owner has changed stays until the calendar changes the same', async () => {
  const ada = await (await createTestApp()).person();
  const version = (title: string, place: string, stamp: string) =>
    single(`DTSTAMP:${stamp}`, `SUMMARY:${title}`, `LOCATION:${place}`, 'DTSTART:20261202T090000Z', 'DURATION:PT1H');
  await take(ada, version('Planning', 'Room 1', '20261101T000000Z'));
  const [{ id }] = await meetingsOf(ada, 'id');
  await ada.mutate('updateMeeting', { id, title: 'My planning', attendees: [{ name: 'Zoe' }] });
  const fields = 'title place attendees { person { name } }';
  expect(await take(ada, version('Planning', 'Room 1', '20261102T000000Z'))).toMatchObject({ updatedCount: 0 });
  await take(ada, version('Planning', 'Room 2', '20261103T000000Z'));
  const zoe = [{ person: { name: 'Zoe' } }];
  expect(await meetingsOf(ada, fields)).toEqual([{ title: 'My planning', place: 'Room 2', attendees: zoe }]);
  await take(ada, version('Planning, new', 'Room 2', '20261104T000000Z'));
  expect(await meetingsOf(ada, fields)).toEqual([{ title: 'Planning, new', place: 'Room 2', attendees: zoe }]);
});

test('the owner is known by all their addresses, and is none of their people', async () => {
  const ada = await (await createTestApp()).person();
  await ada.mutate('updateProfile', { emailAliases: ['ada.keller@work.example'] });
  const invited = (response: string, stamp: string) =>
    single(
      `DTSTAMP:${stamp}`,
      'DTSTART:20261202T090000Z',
      'ORGANIZER;CN=Bo:mailto:bo@example.org',
      `ATTENDEE;CN=Ada;PARTSTAT=${response}:mailto:Ada.Keller@work.example`,
    );
  await take(ada, invited('TENTATIVE', '20261101T000000Z'));
  expect(await meetingsOf(ada, 'myResponse attendees { person { name } }')).toEqual([
    { myResponse: 'TENTATIVE', attendees: [{ person: { name: 'Bo' } }] },
  ]);
  expect((await ada.query('{ nextMeeting { myResponse } people { totalCount } }')).people.totalCount).toBe(1);
  await take(ada, invited('DECLINED', '20261102T000000Z'));
  expect((await ada.query('{ nextMeeting { id } }')).nextMeeting).toBeNull();
});

test('a meeting that leaves the time free is not the next one', async () => {
  const ada = await (await createTestApp()).person();
  await take(ada, single('DTSTART:20261202T090000Z', 'TRANSP:TRANSPARENT'));
  expect(await meetingsOf(ada, 'isFree')).toEqual([{ isFree: true }]);
  expect((await ada.query('{ nextMeeting { id } }')).nextMeeting).toBeNull();
});
