import { expect, test } from 'vitest';
import { writableScene } from '../../../support/calendar-writes.ts';
import type { FakeResponse } from '../../../support/fakes/graph/server.ts';
import { integrationOf } from '../../../support/feed.ts';
import { at, type CalendarScene, calendarScene, meetingsIn, syncNow } from '../../../support/outlook.ts';

const time = (dateTime: string, timeZone = 'UTC') => ({ dateTime, timeZone });
const single = (json: object = {}) => ({
  ...{ id: 'p', type: 'singleInstance', subject: 'Poison', iCalUId: 'uid-p' },
  ...{ start: time('2026-12-01T10:00:00.0000000'), end: time('2026-12-01T11:00:00.0000000'), ...json },
});
const weekly = { pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'] }, range: { type: 'noEnd' } };

/** Has Graph tell some events, in whichever way it is asked. */
function tell({ fake }: Pick<CalendarScene, 'fake'>, value: unknown[]): void {
  fake.faults.length = 0;
  const url = `${fake.url}/v1.0/me/calendars/main-ada/calendarView/delta?$deltatoken=1`;
  const respond = { status: 200, json: { value, '@odata.deltaLink': url } };
  fake.faults.push({ path: /calendarView/, times: Number.MAX_SAFE_INTEGER, respond });
}

test('what cannot be read is left out, counted and told, and keeps nothing else out', async () => {
  const scene = await calendarScene();
  const { owner, id } = scene;
  const series = (name: string, recurrence: unknown) => [
    single({ id: name, type: 'seriesMaster', iCalUId: name, subject: name, recurrence }),
    { ...single({ id: `${name}-1`, type: 'occurrence' }), seriesMasterId: name },
  ];
  const odd = [
    single({ id: 'u0', iCalUId: 'a\u0000b', subject: 'NUL\u0000' }),
    single({ id: 'u1', iCalUId: 'u1', lastModifiedDateTime: '+275760-09-13T00:00:00.000Z', subject: 'Late' }),
    single({ id: 'u2', iCalUId: 'u2', responseStatus: { response: '__proto__' }, subject: 'Proto' }),
    ...series('text', { ...weekly, pattern: { ...weekly.pattern, daysOfWeek: 'tuesday' } }),
    ...series('type', { pattern: { type: 'constructor' }, range: { type: 'endDate', endDate: ['2026-12-30'] } }),
  ];
  const none = [
    single({ id: '..' }),
    single({ id: 'a\u0000' }),
    single({ id: 'x'.repeat(1_001) }),
    single({ start: time('0000-01-01T00:00:00'), end: time('0000-01-01T00:30:00') }),
    single({ start: time('9999-12-31T23:00:00', 'Hawaiian Standard Time') }),
    { ...single({ id: 'self', type: 'occurrence' }), seriesMasterId: 'self' },
  ];
  tell(scene, [...odd, ...none, single({ id: 'g', iCalUId: 'g', subject: 'Good' })]);
  const run = await syncNow(scene);
  expect(run).toMatchObject({ outcome: 'SUCCEEDED', skippedCount: none.length });
  expect(run.warnings).toEqual([expect.stringContaining('6 events were left out')]);
  const titles = (await meetingsIn(scene)).map((line) => line.split(' ')[0]);
  expect(new Set(titles)).toEqual(new Set(['Good', 'Late', 'NUL', 'Proto', 'text', 'type']));
  expect(await integrationOf(owner, id)).toMatchObject({ state: 'CONNECTED', problem: null });
});

test('of events that are the same, one becomes a meeting, the same each time, and the others are told', async () => {
  const scene = await calendarScene();
  const changed = (day: string) => ({ lastModifiedDateTime: `2026-11-${day}T00:00:00Z` });
  const twins = [
    single({ id: 'a', subject: 'First', ...changed('01') }),
    single({ id: 'b', subject: 'Last', ...changed('02') }),
  ];
  const series = [
    single({ id: 'm', type: 'seriesMaster', iCalUId: 'm', subject: 'Weekly', recurrence: weekly }),
    { ...single({ id: 'o1', type: 'occurrence' }), seriesMasterId: 'm' },
    { ...single({ id: 'o2', type: 'occurrence' }), seriesMasterId: 'm' },
  ];
  const wanted = ['Last CONFIRMED 12-01T10:00', 'Weekly CONFIRMED 12-01T10:00'];
  for (const value of [[...twins, ...series], [...twins, ...series].toReversed()]) {
    tell(scene, value);
    const run = await syncNow(scene);
    expect(run).toMatchObject({ outcome: 'SUCCEEDED', skippedCount: 2 });
    expect(run.warnings).toEqual([
      expect.stringMatching(/^First of 2026-12-01 10:00:00 was left out/),
      expect.stringMatching(/^An occurrence of 2026-12-01/),
    ]);
    expect((await meetingsIn(scene)).sort()).toEqual(wanted);
  }
  tell(scene, [{ id: 'b', '@removed': { reason: 'deleted' } }]);
  scene.fake.faults.unshift({
    path: /events\/b/,
    times: 9,
    respond: { status: 404, json: { error: { code: 'ErrorItemNotFound' } } },
  });
  await syncNow(scene);
  expect(await meetingsIn(scene)).toContain('First CONFIRMED 12-01T10:00');
});

test('an exception of an all-day series keeps the meeting of its day east of Greenwich, also without its original start', async () => {
  const scene = await calendarScene();
  const { owner } = scene;
  const days = (day: number) => ({
    start: time(`2026-12-0${day}T00:00:00`),
    end: time(`2026-12-0${day + 1}T00:00:00`),
  });
  const allDay = { isAllDay: true, iCalUId: 'm', originalStartTimeZone: 'W. Europe Standard Time' };
  const daily = { pattern: { type: 'daily', interval: 1 }, range: { type: 'noEnd' } };
  const series = single({
    id: 'm',
    type: 'seriesMaster',
    subject: 'Vacation',
    ...allDay,
    ...days(6),
    recurrence: daily,
  });
  const part = (day: number, json: object = {}) => ({
    ...single({ id: `o${day}`, type: 'occurrence', ...allDay, ...days(day), ...json }),
    seriesMasterId: 'm',
  });
  tell(scene, [series, part(6), part(7), part(8)]);
  await syncNow(scene);
  const listed = async () =>
    (await owner.query('{ meetings(first: 9, orderBy: [{ field: STARTS_AT }]) { nodes { id title startsOn } } }'))
      .meetings.nodes;
  const before = await listed();
  expect(before.map(({ startsOn }: { startsOn: string }) => startsOn)).toEqual([
    '2026-12-06',
    '2026-12-07',
    '2026-12-08',
  ]);
  const changed = { type: 'exception', subject: 'Changed' };
  tell(scene, [
    series,
    part(7, { ...changed, originalStart: '2026-12-06T23:00:00Z' }),
    part(8, { ...changed, ...days(6) }),
  ]);
  expect(await syncNow(scene)).toMatchObject({ outcome: 'SUCCEEDED', skippedCount: 0 });
  const after = new Map((await listed()).map((one: { id: string }) => [one.id, one]));
  expect(before.map(({ id }: { id: string }) => after.get(id))).toMatchObject([
    { title: 'Vacation', startsOn: '2026-12-06' },
    { title: 'Changed', startsOn: '2026-12-07' },
    { title: 'Changed', startsOn: '2026-12-06' },
  ]);
});

test('a link that cannot be followed any more leads to a fresh round; one to another server is not even kept', async () => {
  const scene = await calendarScene((calendar) => void calendar.add(at('One', '12-02')));
  const { app, calendar, fake } = scene;
  await app.worker.work();
  const refusals: FakeResponse[] = [
    { status: 400, json: { error: { code: 'ErrorInvalidUrlQuery' } } },
    { status: 404, json: { error: { code: 'ErrorItemNotFound' } } },
  ];
  for (const [index, respond] of refusals.entries()) {
    fake.faults.push({ path: /deltatoken/, times: 1, respond });
    calendar.add(at(`More ${index}`, '12-03'));
    expect(await syncNow(scene)).toMatchObject({ outcome: 'SUCCEEDED', createdCount: 1 });
  }
  const json = { value: [], '@odata.deltaLink': 'https://evil.example.org/delta' };
  fake.faults.push({ path: /delta\?/, times: 9, respond: { status: 200, json } });
  expect(await syncNow(scene)).toMatchObject({ outcome: 'FAILED', problem: expect.stringContaining('another server') });
  fake.faults.length = 0;
  app.clock.advance(20 * 60_000);
  expect(await syncNow(scene)).toMatchObject({ outcome: 'SUCCEEDED' });
  expect(JSON.stringify(await app.db.reads.outlookCalendar.findMany())).not.toContain('evil');
  expect(await meetingsIn(scene)).toHaveLength(3);
});

test('what something between says in place of Graph is no success and no loss: what was to be written is sent again', async () => {
  const scene = await writableScene((calendar) => void calendar.add(at('Review', '11-24')));
  const { app, owner, calendar, fake } = scene;
  const times = { startsAt: '2026-11-26T09:00:00Z', endsAt: '2026-11-26T10:00:00Z' };
  const block = await owner.mutate('blockTime', { title: 'Block', ...times }, 'id');
  await app.worker.work();
  const portal = (status: number) =>
    fake.faults.push({ path: /me\/events\//, times: 1, respond: { status, html: '<html>Sign in</html>' } });
  const subjects = () =>
    calendar
      .items()
      .map(({ subject }) => subject)
      .sort();
  for (const status of [200, 404]) {
    portal(status);
    await owner.mutate('updateTimeBlock', { id: block.id, title: `Moved ${status}` }, 'id');
    await app.worker.work();
    expect(await integrationOf(owner, scene.id)).toMatchObject({
      state: 'BACKING_OFF',
      problem: expect.stringContaining(`${status}`),
    });
    app.clock.advance(20 * 60_000);
    await app.worker.work();
    expect(subjects()).toEqual([`Moved ${status}`, 'Review']);
  }
  portal(200);
  await owner.mutate('deleteTimeBlock', { id: block.id });
  await app.worker.work();
  expect(subjects()).toEqual(['Moved 404', 'Review']);
  app.clock.advance(20 * 60_000);
  await app.worker.work();
  expect(subjects()).toEqual(['Review']);
});
