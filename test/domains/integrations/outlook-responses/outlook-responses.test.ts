import { expect, test } from 'vitest';
import { writableScene } from '../../../support/calendar-writes.ts';
import { at, calendarScene, meetingsIn, syncNow } from '../../../support/outlook.ts';

const fields = 'response comment isPending sentAt problem meeting { title }';
const all = `{ meetings(first: 20, orderBy: [{ field: STARTS_AT }]) { nodes { id title myResponse
  outlookResponse { response isPending problem } } } }`;

const invited = { response: 'notResponded' as const, organizer: { name: 'Grace', address: 'grace@contoso.example' } };
const meetingsOf = async ({ owner }: Pick<Awaited<ReturnType<typeof writableScene>>, 'owner'>) =>
  (await owner.query(all)).meetings.nodes as {
    id: string;
    title: string;
    myResponse: string;
    outlookResponse: object;
  }[];

test('a response is sent to the organizer with its comment, once, and is one’s own once Outlook has taken it', async () => {
  const scene = await writableScene((calendar) => void calendar.add(at('Review', '11-24', invited)));
  const { app, owner, calendar } = scene;
  const [review] = await meetingsOf(scene);
  const input = { id: review?.id, response: 'TENTATIVE', comment: 'If the train comes.' };
  const outlookResponse = await owner.mutate('respondToMeeting', input, fields);
  expect(outlookResponse).toMatchObject({ response: 'TENTATIVE', isPending: true, meeting: { title: 'Review' } });
  expect(calendar.sentResponses).toEqual([]);
  expect(await meetingsOf(scene)).toMatchObject([{ myResponse: 'NEEDS_ACTION' }]);
  // The response to it is lost: it is not sent twice.
  calendar.oddities.lostResponses = 1;
  await app.worker.work();
  app.clock.advance(10 * 60_000);
  await app.worker.work();
  expect(calendar.sentResponses).toEqual([
    { subject: 'Review', action: 'tentativelyAccept', comment: 'If the train comes.' },
  ]);
  expect(await meetingsOf(scene)).toMatchObject([
    { myResponse: 'TENTATIVE', outlookResponse: { response: 'TENTATIVE', isPending: false, problem: null } },
  ]);
  await owner.mutate('respondToMeeting', { id: review?.id, response: 'DECLINED' }, fields);
  await app.worker.work();
  await syncNow(scene);
  expect(calendar.sentResponses).toHaveLength(2);
  // Outlook takes it out of the calendar.
  expect(await meetingsIn(scene)).toEqual(['Review CANCELLED 11-24T10:00']);
});

test('one occurrence of a series is responded to by itself', async () => {
  const scene = await writableScene((calendar) => void calendar.addSeries(at('Weekly', '11-24', invited), 3));
  const { app, owner, calendar } = scene;
  const meetings = await meetingsOf(scene);
  await owner.mutate('respondToMeeting', { id: meetings[1]?.id, response: 'ACCEPTED' }, fields);
  await app.worker.work();
  expect(calendar.sentResponses).toEqual([{ subject: 'Weekly', action: 'accept', comment: '' }]);
  await syncNow(scene);
  expect((await meetingsOf(scene)).map(({ myResponse }) => myResponse)).toEqual([
    'NEEDS_ACTION',
    'ACCEPTED',
    'NEEDS_ACTION',
  ]);
});

test('a response that Outlook refuses is told, tried five times, and given up', async () => {
  const scene = await writableScene((calendar) => void calendar.add(at('Review', '11-30', invited)));
  const { app, owner, fake } = scene;
  const [review] = await meetingsOf(scene);
  const error = { code: 'ErrorInvalidRequest', message: 'No.' };
  fake.faults.push({ path: /accept$/, times: 100, respond: { status: 400, json: { error } } });
  await owner.mutate('respondToMeeting', { id: review?.id, response: 'ACCEPTED' }, fields);
  for (let hour = 0; hour < 48; hour++) {
    app.clock.advance(3_600_000);
    await app.worker.work();
  }
  expect(fake.asked.filter(({ path }) => path.endsWith('/accept'))).toHaveLength(5);
  expect(await meetingsOf(scene)).toMatchObject([
    { myResponse: 'NEEDS_ACTION', outlookResponse: { isPending: false, problem: expect.stringContaining('No.') } },
  ]);
});

test('meetings that are one’s own, cancelled, in the trash or not of Outlook cannot be responded to', async () => {
  const scene = await writableScene((calendar) => {
    calendar.add(at('Mine', '11-24'));
    calendar.add(at('Off', '11-25', { ...invited, isCancelled: true }));
    calendar.add(at('Trashed', '11-26', invited));
  });
  const { owner, calendar, app } = scene;
  await owner.mutate('createMeeting', {
    title: 'Own',
    startsAt: '2026-11-27T10:00:00Z',
    endsAt: '2026-11-27T11:00:00Z',
  });
  const ids = new Map((await meetingsOf(scene)).map(({ id, title }) => [title, id]));
  await owner.mutate('trash', { id: ids.get('Trashed') });
  for (const [title, message] of [
    ['Mine', 'You have organized the meeting: nobody asks you.'],
    ['Off', 'The meeting is cancelled.'],
    ['Trashed', 'The meeting is in the trash. Restore it first.'],
    ['Own', 'The meeting is not in an Outlook calendar that is connected.'],
  ])
    expect(await owner.mutate('respondToMeeting', { id: ids.get(title ?? ''), response: 'ACCEPTED' }, fields)).toEqual(
      expect.objectContaining({ code: 'CONFLICT', message }),
    );
  const none = { id: ids.get('Mine'), response: 'NEEDS_ACTION' };
  expect(await owner.mutate('respondToMeeting', none, fields)).toMatchObject({ code: 'INVALID_INPUT' });
  await app.worker.work();
  expect(calendar.sentResponses).toEqual([]);
  const reading = await calendarScene((other) => void other.add(at('Review', '11-24', invited)));
  await reading.app.worker.work();
  const [review] = await meetingsOf(reading);
  expect(
    await reading.owner.mutate('respondToMeeting', { id: review?.id, response: 'ACCEPTED' }, fields),
  ).toMatchObject({
    message: 'Sign in to Outlook with the permission WRITE_CALENDAR first.',
  });
});
