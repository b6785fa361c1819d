import { expect, test } from 'vitest';
import { calendarOf, createFeed, event, integrationOf } from '../../../support/feed.ts';
import { connectOutlook, outlookScene } from '../../../support/integrations.ts';
import { at, calendarScene, meetingsIn, syncNow } from '../../../support/outlook.ts';

const everything = `{ meetings(first: 100, orderBy: [{ field: STARTS_AT }]) { nodes {
  title description place joinUrl startsAt endsAt startsOn endsOn timeZone status isFree myResponse notes
  organizer { name } attendees { person { name } response } series { title rule }
} } }`;

test('the calendar is read in several pages: events, days, responses, zones of Windows, and series with their exceptions', async () => {
  const scene = await calendarScene((calendar) => {
    calendar.oddities.pageSize = 2;
    calendar.add(
      at('Review', '11-24', {
        preview: 'What we did',
        location: 'Room 1',
        joinUrl: 'https://teams.example.org/1',
        response: 'tentativelyAccepted',
        organizer: { name: 'Grace', address: 'grace@contoso.example' },
        attendees: [
          { name: 'Ada', address: 'ADA@contoso.example', response: 'none' },
          { name: 'Alan', address: 'alan@contoso.example', response: 'declined' },
        ],
      }),
    );
    calendar.add(
      at('Holiday', '11-25', { isAllDay: true, minutes: 2 * 24 * 60 - 600, showAs: 'free', response: 'none' }),
    );
    calendar.add(at('Called off', '11-26', { isCancelled: true, timeZone: 'Tokyo Standard Time' }));
    const { id, occurrenceIds } = calendar.addSeries(at('Weekly', '11-23', { response: 'accepted' }), 3);
    const moved = { startsAt: new Date('2026-12-01T12:00:00Z'), subject: 'Weekly, moved' };
    calendar.updateOccurrence(id, occurrenceIds[1] ?? '', moved);
  });
  const { app, owner, id, fake } = scene;
  await app.worker.work();
  const { meetings } = await owner.query(everything);
  const weekly = { series: { title: 'Weekly', rule: 'FREQ=WEEKLY;BYDAY=MO;WKST=SU;COUNT=3' }, myResponse: 'ACCEPTED' };
  expect(meetings.nodes).toMatchObject([
    { title: 'Weekly', startsAt: '2026-11-23T10:00:00.000Z', endsAt: '2026-11-23T11:00:00.000Z', ...weekly },
    {
      title: 'Review',
      description: 'What we did',
      place: 'Room 1',
      joinUrl: 'https://teams.example.org/1',
      timeZone: 'Europe/Berlin',
      isFree: false,
      myResponse: 'TENTATIVE',
      organizer: { name: 'Grace' },
      attendees: expect.arrayContaining([{ person: { name: 'Alan' }, response: 'DECLINED' }]),
      series: null,
    },
    { title: 'Holiday', startsOn: '2026-11-25', endsOn: '2026-11-26', isFree: true, myResponse: null },
    { title: 'Called off', status: 'CANCELLED', timeZone: 'Asia/Tokyo' },
    { title: 'Weekly, moved', startsAt: '2026-12-01T12:00:00.000Z', ...weekly },
    { title: 'Weekly', startsAt: '2026-12-07T10:00:00.000Z', ...weekly },
  ]);
  expect(
    (await owner.query('{ people { nodes { name } } }')).people.nodes.map(({ name }: { name: string }) => name).sort(),
  ).toEqual(['Alan', 'Grace']);
  const integration = await integrationOf(owner, id);
  expect(integration).toMatchObject({
    state: 'CONNECTED',
    syncRuns: { nodes: [{ outcome: 'SUCCEEDED', createdCount: 6 }] },
  });
  const { outlookWindow } = (await owner.query(`{ integration(id: "${id}") { outlookWindow { from to } } }`))
    .integration;
  expect(outlookWindow).toEqual({ from: '2026-09-01T00:00:00.000Z', to: '2027-12-01T00:00:00.000Z' });
  const reads = fake.asked.filter(({ path }) => path.includes('/events/'));
  expect(reads).toHaveLength(1);
});

test('changes are read from where the last sync ended, and what the owner wrote stays', async () => {
  const scene = await calendarScene();
  const { app, owner, calendar, fake } = scene;
  const [review, retro] = [calendar.add(at('Review', '11-24')), calendar.add(at('Retro', '11-25'))];
  const { id: weekly, occurrenceIds } = calendar.addSeries(at('Weekly', '11-23'), 3);
  await app.worker.work();
  const { nodes } = (await owner.query('{ meetings { nodes { id title } } }')).meetings;
  const idOf = (name: string) => nodes.find(({ title }: { title: string }) => title === name).id;
  const reviewId = idOf('Review');
  await owner.mutate('updateMeeting', { id: reviewId, notes: 'Bring the numbers.', place: 'My room' });
  expect(await syncNow(scene)).toMatchObject({
    outcome: 'SUCCEEDED',
    createdCount: 0,
    updatedCount: 0,
    unchangedCount: 0,
  });
  app.clock.advance(60_000);
  calendar.update(review, { subject: 'Review of the year', startsAt: new Date('2026-11-24T14:00:00Z') });
  calendar.remove(retro);
  calendar.add(at('New', '11-27'));
  calendar.update(weekly, { subject: 'Weekly sync' });
  calendar.updateOccurrence(weekly, occurrenceIds[2] ?? '', { startsAt: new Date('2026-12-08T09:00:00Z') });
  expect(await syncNow(scene)).toMatchObject({ createdCount: 1, updatedCount: 4, cancelledCount: 1 });
  expect(await meetingsIn(scene)).toEqual([
    'Weekly sync CONFIRMED 11-23T10:00',
    'Review of the year CONFIRMED 11-24T14:00',
    'Retro CANCELLED 11-25T10:00',
    'New CONFIRMED 11-27T10:00',
    'Weekly sync CONFIRMED 11-30T10:00',
    'Weekly sync CONFIRMED 12-08T09:00',
  ]);
  const kept = await owner.query(`{ meeting(id: "${reviewId}") { title notes place } }`);
  expect(kept.meeting).toEqual({ title: 'Review of the year', notes: 'Bring the numbers.', place: 'My room' });
  const whole = fake.asked.filter(({ path }) => path.includes('startDateTime'));
  expect(whole).toHaveLength(1);
  app.clock.advance(60_000);
  calendar.remove(weekly);
  expect(await syncNow(scene)).toMatchObject({ cancelledCount: 3 });
});

test('events that are told twice, in older versions, after empty pages or before their series are read right', async () => {
  const scene = await calendarScene((calendar) => {
    Object.assign(calendar.oddities, { isMessy: true, pageSize: 1 });
    calendar.add(at('Review', '11-24'));
    calendar.addSeries(at('Weekly', '11-23'), 2);
  });
  const { app, fake } = scene;
  const next = {
    '@odata.nextLink': `${fake.url}/v1.0/me/calendarView/delta?startDateTime=2026-09-01T00:00:00.000Z&endDateTime=2027-12-01T00:00:00.000Z&x=1`,
  };
  fake.faults.push({ path: /delta\?/, times: 1, respond: { status: 200, json: { value: [], ...next } } });
  await app.worker.work();
  const meetings = ['Weekly CONFIRMED 11-23T10:00', 'Review CONFIRMED 11-24T10:00', 'Weekly CONFIRMED 11-30T10:00'];
  expect(await meetingsIn(scene)).toEqual(meetings);
  expect(fake.asked.filter(({ path }) => path.includes('/events/'))).toEqual([]);
});

test('an event that is told to be removed is asked for first: it may only have left the range', async () => {
  const scene = await calendarScene();
  const { app, calendar, fake } = scene;
  const review = calendar.add(at('Review', '11-24'));
  const faraway = calendar.add(at('Far away', '11-24', { startsAt: new Date('2029-01-01T10:00:00Z') }));
  await app.worker.work();
  expect(await meetingsIn(scene)).toEqual(['Review CONFIRMED 11-24T10:00']);
  calendar.update(faraway, { subject: 'Further away' });
  app.clock.advance(60_000);
  calendar.update(review, { startsAt: new Date('2028-05-01T10:00:00Z') });
  const before = fake.asked.length;
  expect(await syncNow(scene)).toMatchObject({ updatedCount: 1, cancelledCount: 0 });
  // Of events that are not known, nothing is asked.
  expect(fake.asked.slice(before).filter(({ path }) => path.includes('/events/'))).toHaveLength(1);
  expect(await meetingsIn(scene)).toEqual(['Review CONFIRMED 05-01T10:00']);
});

test('what Outlook says is the present state, also if it says to be older than what is known', async () => {
  const scene = await calendarScene();
  const { app, calendar } = scene;
  const review = calendar.add(at('Review', '11-24'));
  const { id, occurrenceIds } = calendar.addSeries(at('Weekly', '11-25'), 1);
  await syncNow(scene);
  app.clock.advance(2 * 60 * 60_000);
  calendar.update(review, { subject: 'Changed' });
  calendar.updateOccurrence(id, String(occurrenceIds[0]), { subject: 'Changed weekly' });
  await syncNow(scene);
  // A clock that jumps, as that of a server without a battery does.
  app.clock.advance(-60 * 60_000);
  calendar.update(review, { subject: 'Changed again', startsAt: new Date('2026-11-26T10:00:00Z') });
  calendar.updateOccurrence(id, String(occurrenceIds[0]), { subject: 'Weekly again' });
  await syncNow(scene);
  expect(await meetingsIn(scene)).toEqual([
    'Weekly again CONFIRMED 11-25T10:00',
    'Changed again CONFIRMED 11-26T10:00',
  ]);
});

test('a deleted occurrence that no delta tells of is found within six hours', async () => {
  const scene = await calendarScene();
  const { app, calendar } = scene;
  const { id, occurrenceIds } = calendar.addSeries(at('Weekly', '11-23'), 3);
  await app.worker.work();
  calendar.deleteOccurrence(id, occurrenceIds[1] ?? '');
  expect(await syncNow(scene)).toMatchObject({ cancelledCount: 0 });
  expect(await syncNow(scene, 6 * 60)).toMatchObject({ cancelledCount: 1 });
  expect(await meetingsIn(scene)).toEqual([
    'Weekly CONFIRMED 11-23T10:00',
    'Weekly CANCELLED 11-30T10:00',
    'Weekly CONFIRMED 12-07T10:00',
  ]);
  calendar.oddities.tellsDeletedOccurrences = true;
  calendar.deleteOccurrence(id, occurrenceIds[2] ?? '');
  expect(await syncNow(scene)).toMatchObject({ cancelledCount: 1 });
});

const gone = (status: number, more = {}) => ({
  status,
  json: { error: { code: 'SyncStateNotFound', message: 'x' } },
  ...more,
});

test('a delta whose state is lost starts anew, at once, in whichever way that is told, and loses nothing', async () => {
  const scene = await calendarScene();
  const { app, calendar, fake } = scene;
  const [review, retro] = [calendar.add(at('Review', '11-24')), calendar.add(at('Retro', '11-25'))];
  await app.worker.work();
  calendar.forget();
  calendar.remove(retro);
  app.clock.advance(60_000);
  calendar.update(review, { subject: 'Reviewed' });
  expect(await syncNow(scene)).toMatchObject({ outcome: 'SUCCEEDED', updatedCount: 1, cancelledCount: 1 });
  const from = 'startDateTime=2026-09-01T00:00:00.000Z&endDateTime=2027-12-01T00:00:00.000Z';
  const elsewhere = 'http://127.0.0.1:1/v1.0/me/calendarView/delta';
  const location = `${fake.url}/v1.0/me/calendarView/delta?${from}`;
  for (const respond of [
    gone(410, { headers: { location } }),
    gone(410, { headers: { location: elsewhere } }),
    gone(400),
    gone(404),
    { status: 410, html: 'Gone' },
  ]) {
    fake.faults.push({ path: /deltatoken/, times: 1, respond });
    app.clock.advance(60_000);
    calendar.update(review, { subject: `Review ${fake.asked.length}` });
    expect(await syncNow(scene)).toMatchObject({ outcome: 'SUCCEEDED', updatedCount: 1, cancelledCount: 0 });
  }
  // In the middle of a round, too: what was read of it does not count.
  calendar.oddities.pageSize = 1;
  calendar.add(at('Other', '11-26'));
  calendar.add(at('Another', '11-27'));
  fake.faults.push({ path: /skiptoken/, times: 1, respond: gone(410) });
  expect(await syncNow(scene)).toMatchObject({ outcome: 'SUCCEEDED', createdCount: 2 });
  expect((await meetingsIn(scene)).filter((text) => text.includes('CONFIRMED'))).toHaveLength(3);
  // A state that is lost again and again is a failure like others.
  fake.faults.push({ path: /delta\?/, times: 3, respond: gone(410) });
  expect(await syncNow(scene)).toMatchObject({ outcome: 'FAILED', problem: expect.stringContaining('410') });
  expect(await syncNow(scene)).toMatchObject({ outcome: 'SUCCEEDED' });
});

test('a page that is throttled, fails, is no page or leads elsewhere is a failed sync, after which nothing is missing', async () => {
  const scene = await calendarScene();
  const { app, owner, calendar, fake, id } = scene;
  calendar.oddities.pageSize = 1;
  const review = calendar.add(at('Review', '11-24'));
  await app.worker.work();
  const stranger = await createFeed('secret');
  const strange = stranger.url;
  const answer = (json: object) => ({ status: 200, json });
  const throttled = { error: { code: 'TooManyRequests', message: 'Too many' } };
  const self = { value: [], '@odata.nextLink': `${fake.url}/v1.0/me/calendarView/delta?self=1` };
  const faults: [object, string][] = [
    [{ status: 429, json: throttled, headers: { 'retry-after': '120' } }, 'asked too often'],
    [{ status: 429, json: throttled, headers: { 'retry-after': 'Mon, 23 Nov 2026 21:00:00 GMT' } }, 'asked too often'],
    [{ status: 429, html: '<html>Too many</html>' }, 'asked too often'],
    [{ status: 503, html: '' }, 'responded with 503'],
    [{ status: 200, html: '<html>Sign in</html>' }, 'responded with 200'],
    [{ status: 403, json: { error: { code: 'ErrorAccessDenied' } } }, 'may not read a calendar'],
    [answer([]), 'something other than a page'],
    [answer({ value: [] }), 'without a link'],
    [answer(self), 'do not end'],
    [answer({ value: [], '@odata.nextLink': strange }), 'another server'],
    [answer({ value: [], '@odata.nextLink': strange.replace('http:', 'HTTP:') }), 'another server'],
  ];
  for (const [index, [respond, problem]] of faults.entries()) {
    calendar.update(review, { subject: `Review ${index}` });
    fake.faults.push({ path: /\/delta\?/, times: Number.MAX_SAFE_INTEGER, respond: respond as never });
    expect(await syncNow(scene), problem).toMatchObject({
      outcome: 'FAILED',
      problem: expect.stringContaining(problem),
    });
    const { state, nextSyncAt } = await integrationOf(owner, id);
    expect(state).toBe('BACKING_OFF');
    fake.faults.length = 0;
    app.clock.set(nextSyncAt);
    await app.worker.work();
    expect((await integrationOf(owner, id)).syncRuns.nodes[0]).toMatchObject({ outcome: 'SUCCEEDED', updatedCount: 1 });
  }
  expect(stranger.requests).toEqual([]);
  expect(await meetingsIn(scene)).toEqual([`Review ${faults.length - 1} CONFIRMED 11-24T10:00`]);
});

test('a token that is refused in the middle of a round is refreshed, and one that stays refused is a failure', async () => {
  const scene = await calendarScene();
  const { app, owner, calendar, fake, id } = scene;
  calendar.oddities.pageSize = 1;
  for (const day of ['11-24', '11-25', '11-26']) calendar.add(at('Review', day));
  const refused = { status: 401, json: { error: { code: 'InvalidAuthenticationToken', message: 'x' } } };
  fake.faults.push({ path: /skiptoken/, times: 1, respond: refused });
  await app.worker.work();
  expect(fake.identity.state.refreshCount).toBe(1);
  expect(await meetingsIn(scene)).toHaveLength(3);
  fake.faults.push({ path: /deltatoken/, times: 2, respond: refused });
  expect(await syncNow(scene)).toMatchObject({ outcome: 'FAILED', problem: expect.stringContaining('401') });
  fake.identity.revokeAll();
  app.clock.set((await integrationOf(owner, id)).nextSyncAt);
  await app.worker.work();
  expect(await integrationOf(owner, id)).toMatchObject({
    state: 'NEEDS_SIGN_IN',
    syncRuns: {
      nodes: expect.arrayContaining([
        expect.objectContaining({ outcome: 'FAILED', problem: expect.stringContaining('Sign in again') }),
      ]),
    },
  });
  app.clock.advance(60_000);
  calendar.add(at('Later', '11-27'));
  await connectOutlook(scene);
  await app.worker.work();
  expect(await meetingsIn(scene)).toHaveLength(4);
});

test('the same meeting from a calendar’s address and from Outlook is one, which Outlook leads', async () => {
  const scene = await outlookScene({ ALLOW_PRIVATE_ADDRESSES: 'on' });
  const { app, owner, fake } = scene;
  const calendar = fake.calendarOf('ada');
  const feed = await createFeed(
    calendarOf(event('shared-uid', 'Review', 24, 'SEQUENCE:3\n'), event('other', 'Retro', 25)),
  );
  const subscription = await owner.mutate('subscribeToCalendar', { url: feed.url });
  await app.worker.work();
  const shared = calendar.add(at('Review', '11-24', { iCalUId: 'shared-uid', preview: 'From Outlook' }));
  const { id } = await connectOutlook(scene);
  await app.worker.work();
  expect(await meetingsIn(scene)).toEqual(['Review CONFIRMED 11-24T10:00', 'Retro CONFIRMED 11-25T10:00']);
  app.clock.advance(60_000);
  calendar.update(shared, { subject: 'Reviewed' });
  await syncNow({ ...scene, calendar, id });
  const counts = async (of: string) => (await integrationOf(owner, of)).syncRuns.nodes[0];
  // The two do not take turns in what they say.
  for (let round = 0; round < 3; round++) {
    await syncNow({ ...scene, calendar, id: subscription.id });
    expect(await counts(subscription.id)).toMatchObject({ outcome: 'SUCCEEDED', updatedCount: 0 });
  }
  expect((await meetingsIn(scene))[0]).toBe('Reviewed CONFIRMED 11-24T10:00');
  calendar.remove(shared);
  await syncNow({ ...scene, calendar, id });
  expect((await meetingsIn(scene))[0]).toContain('CONFIRMED');
});

test('each month the range moves on: what it leaves behind stays, and what comes into it is read', async () => {
  const scene = await calendarScene();
  const { app, owner, calendar, id } = scene;
  calendar.add(at('September', '09-10'));
  calendar.add(at('Review', '11-24'));
  calendar.add(at('Next year', '11-24', { startsAt: new Date('2027-12-10T10:00:00Z') }));
  await app.worker.work();
  expect(await meetingsIn(scene)).toHaveLength(2);
  app.clock.set('2026-12-01T00:00:01Z');
  await app.worker.work();
  expect((await integrationOf(owner, id)).syncRuns.nodes[0]).toMatchObject({ createdCount: 1, cancelledCount: 0 });
  expect(await meetingsIn(scene)).toEqual([
    'September CONFIRMED 09-10T10:00',
    'Review CONFIRMED 11-24T10:00',
    'Next year CONFIRMED 12-10T10:00',
  ]);
  expect(await app.db.reads.outlookEvent.count()).toBe(2);
});

test('disconnecting forgets the mailbox and keeps the meetings', async () => {
  const scene = await calendarScene((calendar) => calendar.add(at('Review', '11-24')));
  const { app, owner, id } = scene;
  await app.worker.work();
  await owner.mutate('deleteIntegration', { id });
  const { reads } = app.db;
  const counts = [
    reads.outlookEvent.count(),
    reads.outlookCalendar.count(),
    reads.integrationEvent.count(),
    reads.syncRun.count(),
  ];
  expect(await Promise.all(counts)).toEqual([0, 0, 0, 0]);
  expect(await meetingsIn(scene)).toHaveLength(1);
});
