import { expect, test } from 'vitest';
import { writableScene } from '../../../support/calendar-writes.ts';
import { integrationOf } from '../../../support/feed.ts';
import { at, type CalendarScene, calendarScene, meetingsIn, syncNow } from '../../../support/outlook.ts';

const fields = 'id name ownerEmail isMain isFollowed problem';

const calendarsOf = async ({ owner }: CalendarScene) =>
  (await owner.query(`{ integrations { outlookCalendars { ${fields} } } }`)).integrations[0].outlookCalendars;

/** Follows a calendar by its name, or follows it no more. */
async function follow(scene: CalendarScene, name: string, isFollowed = true) {
  const calendar = (await calendarsOf(scene)).find((one: { name: string }) => one.name === name);
  return scene.owner.mutate('updateOutlookCalendar', { id: calendar.id, isFollowed }, fields);
}

/** Ada's Outlook with a calendar of her own beside the main one, after its first sync. */
async function scene() {
  const one = await calendarScene((calendar) => void calendar.add(at('Review', '11-24')));
  const team = one.calendar.addCalendar('Team');
  one.calendar.add(at('Team lunch', '11-25'), team);
  await one.app.worker.work();
  return { ...one, team };
}

test('the main calendar alone is followed until its owner chooses others, which are read soon', async () => {
  const one = await scene();
  const { app, calendar } = one;
  for (let index = 0; index < 25; index++) calendar.addCalendar(`Other ${index}`, 'grace');
  expect(await meetingsIn(one)).toEqual(['Review CONFIRMED 11-24T10:00']);
  await syncNow(one);
  const calendars = await calendarsOf(one);
  expect(calendars).toHaveLength(27);
  expect(calendars.slice(0, 3)).toMatchObject([
    { name: 'Calendar', ownerEmail: 'ada@contoso.example', isMain: true, isFollowed: true, problem: null },
    { name: 'Team', ownerEmail: 'ada@contoso.example', isMain: false, isFollowed: false, problem: null },
    { name: 'Other 0', ownerEmail: 'grace@contoso.example', isMain: false, isFollowed: false },
  ]);
  app.clock.advance(60_000);
  expect(await follow(one, 'Team')).toMatchObject({ name: 'Team', isFollowed: true });
  await app.worker.work();
  expect(await meetingsIn(one)).toEqual(['Review CONFIRMED 11-24T10:00', 'Team lunch CONFIRMED 11-25T10:00']);
});

test('each calendar is read from where its own last round ended', async () => {
  const one = await scene();
  const { app, calendar, fake, team } = one;
  await follow(one, 'Team');
  await app.worker.work();
  calendar.add(at('Retro', '11-26'));
  calendar.add(at('Team walk', '11-27'), team);
  const before = fake.asked.length;
  await syncNow(one);
  const asked = fake.asked.slice(before).map(({ path }) => path);
  expect(asked.filter((path) => path.includes('startDateTime'))).toEqual([]);
  expect(asked.filter((path) => path.includes('deltatoken'))).toHaveLength(2);
  expect(await meetingsIn(one)).toHaveLength(4);
});

test('of a calendar that is followed no more, meetings to come go unless they have something of their owner’s', async () => {
  const one = await scene();
  const { app, owner, calendar, team } = one;
  calendar.add(at('Past', '11-22'), team);
  calendar.add(at('With notes', '11-26'), team);
  calendar.add(at('Renamed', '11-27'), team);
  calendar.add(at('Linked', '11-28'), team);
  calendar.add(at('Labeled', '11-29'), team);
  const weekly = calendar.addSeries(at('Weekly', '11-30'), 3, team);
  await follow(one, 'Team');
  await app.worker.work();
  const { meetings } = await owner.query('{ meetings(first: 20) { nodes { id title } } }');
  const idOf = (title: string) => meetings.nodes.find((meeting: { title: string }) => meeting.title === title).id;
  await owner.mutate('updateMeeting', { id: idOf('With notes'), notes: 'Bring cake.' });
  await owner.mutate('updateMeeting', { id: idOf('Renamed'), title: 'My name for it' });
  const { id: taskId } = await owner.mutate('createTask', { title: 'Prepare' });
  await owner.mutate('createLink', { kind: 'ABOUT', fromId: taskId, toId: idOf('Linked') });
  const { id: labelId } = await owner.mutate('createLabel', { name: 'Team' });
  await owner.mutate('updateMeeting', { id: idOf('Labeled'), labelIds: [labelId] });
  await follow(one, 'Team', false);
  app.clock.advance(60_000);
  await app.worker.work();
  const kept = [
    'Past CONFIRMED 11-22T10:00',
    'Review CONFIRMED 11-24T10:00',
    'With notes CANCELLED 11-26T10:00',
    'My name for it CANCELLED 11-27T10:00',
    'Linked CANCELLED 11-28T10:00',
    'Labeled CANCELLED 11-29T10:00',
  ];
  expect(await meetingsIn(one)).toEqual(kept);
  expect(await app.db.reads.meetingSeries.count()).toBe(0);
  // Followed again, it has them all again, with what is the owner's.
  await follow(one, 'Team');
  app.clock.advance(60_000);
  calendar.deleteOccurrence(weekly.id, weekly.occurrenceIds[2] ?? '');
  await app.worker.work();
  expect(await meetingsIn(one)).toEqual([
    'Past CONFIRMED 11-22T10:00',
    'Review CONFIRMED 11-24T10:00',
    'Team lunch CONFIRMED 11-25T10:00',
    'With notes CONFIRMED 11-26T10:00',
    'My name for it CONFIRMED 11-27T10:00',
    'Linked CONFIRMED 11-28T10:00',
    'Labeled CONFIRMED 11-29T10:00',
    'Weekly CONFIRMED 11-30T10:00',
    'Weekly CONFIRMED 12-07T10:00',
  ]);
});

test('a calendar that was removed in Outlook lets go of its meetings; one that the list leaves out stays', async () => {
  const one = await scene();
  const { app, calendar, fake, team } = one;
  await follow(one, 'Team');
  await app.worker.work();
  const [main] = calendar.calendars.values();
  fake.faults.push({ path: /\/calendars$/, times: 1, respond: { status: 200, json: { value: [main] } } });
  expect(await syncNow(one)).toMatchObject({ outcome: 'SUCCEEDED', cancelledCount: 0 });
  expect(await calendarsOf(one)).toHaveLength(2);
  expect(await meetingsIn(one)).toHaveLength(2);
  // A list without the main calendar is none.
  fake.faults.push({ path: /\/calendars$/, times: 1, respond: { status: 200, json: { value: [] } } });
  expect(await syncNow(one)).toMatchObject({ outcome: 'FAILED', problem: expect.stringContaining('main') });
  calendar.removeCalendar(team);
  expect(await syncNow(one)).toMatchObject({ outcome: 'SUCCEEDED', cancelledCount: 1 });
  expect(await calendarsOf(one)).toMatchObject([{ name: 'Calendar' }]);
  expect(await meetingsIn(one)).toEqual(['Review CONFIRMED 11-24T10:00']);
});

test('the same event in two calendars is one meeting, which the main one leads', async () => {
  const one = await scene();
  const { app, owner, calendar, team } = one;
  const shared = { iCalUId: 'shared-by-both' };
  const copy = calendar.add(at('Copy', '11-26', shared), team);
  const main = calendar.add(at('Planning', '11-26', shared));
  await follow(one, 'Team');
  app.clock.advance(60_000);
  await app.worker.work();
  expect((await meetingsIn(one)).filter((text) => text.includes('11-26'))).toEqual(['Planning CONFIRMED 11-26T10:00']);
  const text = '{ meetings(first: 5, filter: { title: { eq: "Planning" } }) { nodes { id } } }';
  const { id } = (await owner.query(text)).meetings.nodes[0];
  await owner.mutate('updateMeeting', { id, notes: 'Mine.' });
  calendar.update(copy, { subject: 'Copy again' });
  await syncNow(one);
  expect((await meetingsIn(one)).filter((title) => title.includes('Copy'))).toEqual([]);
  // Without the main one, the other tells.
  calendar.remove(main);
  expect(await syncNow(one)).toMatchObject({ cancelledCount: 0 });
  const { meeting } = await owner.query(`{ meeting(id: "${id}") { title notes status } }`);
  expect(meeting).toEqual({ title: 'Copy again', notes: 'Mine.', status: 'CONFIRMED' });
});

test('an event that moves between calendars stays the meeting that it was; out of those that are followed, it is gone', async () => {
  const one = await scene();
  const { app, owner, calendar, team } = one;
  const id = calendar.add(at('Offsite', '11-28'));
  await follow(one, 'Team');
  app.clock.advance(60_000);
  await app.worker.work();
  const before = await owner.query('{ meetings(first: 9) { nodes { id title } } }');
  calendar.move(id, team);
  expect(await syncNow(one)).toMatchObject({ outcome: 'SUCCEEDED', cancelledCount: 0 });
  expect(await owner.query('{ meetings(first: 9) { nodes { id title } } }')).toEqual(before);
  calendar.move(id, calendar.addCalendar('Elsewhere'));
  expect(await syncNow(one)).toMatchObject({ outcome: 'SUCCEEDED', cancelledCount: 1 });
});

test('a calendar that may not be read does not hold up the others, and says so; the main one does', async () => {
  const one = await scene();
  const { app, owner, id, calendar, fake, team } = one;
  await follow(one, 'Team');
  await app.worker.work();
  const error = { code: 'ErrorAccessDenied', message: 'Access is denied.' };
  const respond = { status: 403, json: { error } };
  fake.faults.push({ path: new RegExp(`${team}/calendarView`), times: 1, respond });
  calendar.add(at('Retro', '11-26'));
  expect(await syncNow(one)).toMatchObject({ outcome: 'SUCCEEDED', createdCount: 1 });
  const warnings = [expect.stringContaining('“Team” was not read')];
  expect(await integrationOf(owner, id)).toMatchObject({
    state: 'CONNECTED',
    syncRuns: { nodes: expect.arrayContaining([expect.objectContaining({ skippedCount: 1, warnings })]) },
  });
  expect(await calendarsOf(one)).toMatchObject([{}, { problem: 'Microsoft Graph responded with 403.' }]);
  expect(await meetingsIn(one)).toHaveLength(3);
  expect(await syncNow(one)).toMatchObject({ outcome: 'SUCCEEDED' });
  expect(await calendarsOf(one)).toMatchObject([{}, { problem: null }]);
  fake.faults.push({ path: /main-ada\/calendarView/, times: 1, respond });
  expect(await syncNow(one)).toMatchObject({ outcome: 'FAILED' });
});

test('all calendars together have at most 20,000 events; the one that has too many is left out', async () => {
  const one = await scene();
  const { app, calendar, fake, team } = one;
  for (let index = 0; index < 19_999; index++) calendar.add(at(`Event ${index}`, '11-24'), team);
  calendar.oddities.pageSize = 1_000;
  await follow(one, 'Team');
  const before = fake.asked.length;
  expect(await syncNow(one)).toMatchObject({ outcome: 'SUCCEEDED', skippedCount: 1 });
  expect(await calendarsOf(one)).toMatchObject([
    { problem: null },
    { problem: 'The calendars that you follow have more than 20,000 events in the range that is read.' },
  ]);
  expect(fake.asked.length - before).toBeLessThan(30);
  expect(await app.db.reads.outlookEvent.count()).toBe(1);
});

test('the main calendar need not be followed; what is kept free in it stays', async () => {
  const one = await writableScene((calendar) => void calendar.add(at('Review', '11-24')));
  const { app, owner, calendar } = one;
  const block = { title: 'Write', startsAt: '2026-11-24T12:00:00Z', endsAt: '2026-11-24T13:00:00Z' };
  await owner.mutate('blockTime', block);
  await app.worker.work();
  await follow(one, 'Calendar', false);
  app.clock.advance(60_000);
  await app.worker.work();
  expect(await meetingsIn(one)).toEqual([]);
  expect(await syncNow(one)).toMatchObject({ outcome: 'SUCCEEDED' });
  expect(calendar.items().map(({ subject }) => subject)).toEqual(['Review', 'Write']);
  expect((await owner.query('{ timeBlocks { title isPending } }')).timeBlocks).toEqual([
    { title: 'Write', isPending: false },
  ]);
});

test('more calendars than are read are refused, and somebody else’s are not found', async () => {
  const one = await scene();
  const { app, calendar } = one;
  for (let index = 0; index < 20; index++) calendar.addCalendar(`Other ${index}`);
  await syncNow(one);
  for (let index = 0; index < 19; index++)
    expect(await follow(one, `Other ${index}`)).toMatchObject({ isFollowed: true });
  expect(await follow(one, 'Other 19')).toMatchObject({ code: 'CONFLICT' });
  expect((await calendarsOf(one)).filter((each: { isFollowed: boolean }) => each.isFollowed)).toHaveLength(20);
  const grace = await app.person('Grace');
  const [{ id }] = await calendarsOf(one);
  expect(await grace.mutate('updateOutlookCalendar', { id, isFollowed: false })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await grace.query(`{ outlookCalendar(id: "${id}") { name } }`)).toEqual({ outlookCalendar: null });
  expect((await calendarsOf(one))[0]).toMatchObject({ isFollowed: true });
});
