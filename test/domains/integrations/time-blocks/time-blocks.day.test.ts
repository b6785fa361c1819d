import { expect, test } from 'vitest';
import { writableScene } from '../../../support/calendar-writes.ts';
import type { CalendarScene } from '../../../support/outlook.ts';
import { calendarScene } from '../../../support/outlook.ts';

const payload = 'timeBlocks { title startsAt endsAt plannedOn task { title } } tasks { title }';

const commit = async ({ owner }: Pick<CalendarScene, 'owner'>, input: object = {}) => {
  const { planHash } = (await owner.query('{ planDay(bufferMinutes: 0) { planHash } }')).planDay;
  return owner.mutate('commitDay', { planHash, bufferMinutes: 0, ...input }, payload);
};
const there = ({ calendar }: CalendarScene) =>
  calendar
    .items()
    .map(({ subject, startsAt, minutes }) => `${subject} ${startsAt.toISOString().slice(11, 16)} ${minutes}`)
    .sort();
const make = async ({ owner }: CalendarScene, title: string, more: object = {}): Promise<string> =>
  (await owner.mutate('createTask', { title, estimateMinutes: 60, ...more })).id;

test('the times of a plan become events; committing again follows what has changed, and nothing else', async () => {
  const scene = await writableScene();
  const { app, owner } = scene;
  const write = await make(scene, 'Write', { priority: 'HIGH' });
  const read = await make(scene, 'Read');
  const committed = await commit(scene, { blockTime: true });
  expect(committed.timeBlocks).toMatchObject([
    {
      title: 'Write',
      startsAt: '2026-11-23T09:00:00.000Z',
      endsAt: '2026-11-23T10:00:00.000Z',
      plannedOn: '2026-11-23',
    },
    { title: 'Read', startsAt: '2026-11-23T10:00:00.000Z', task: { title: 'Read' } },
  ]);
  await app.worker.work();
  expect(there(scene)).toEqual(['Read 10:00 60', 'Write 09:00 60']);
  // The same again sends nothing.
  const blocks = await app.db.reads.timeBlock.findMany({ orderBy: { id: 'asc' } });
  expect((await commit(scene, { blockTime: true })).timeBlocks).toHaveLength(2);
  expect(await app.db.reads.timeBlock.findMany({ orderBy: { id: 'asc' } })).toEqual(blocks);
  // One is done, one has another time and name, one is new, and one that is no block of the plan stays.
  const own = { title: 'Own', startsAt: '2026-11-23T15:00:00Z', endsAt: '2026-11-23T16:00:00Z' };
  await owner.mutate('blockTime', own);
  await owner.mutate('completeTask', { id: write });
  await owner.mutate('updateTask', { id: read, title: 'Read on', scheduledAt: '2026-11-23T12:00:00Z' });
  await make(scene, 'Call', { estimateMinutes: 30 });
  expect((await commit(scene, { blockTime: true })).timeBlocks.map(({ title }: { title: string }) => title)).toEqual([
    'Call',
    'Read on',
  ]);
  await app.worker.work();
  expect(there(scene)).toEqual(['Call 09:00 30', 'Own 15:00 60', 'Read on 12:00 60']);
  // Without being asked to, nothing changes.
  await make(scene, 'More', { estimateMinutes: 30 });
  expect((await commit(scene)).timeBlocks).toEqual([]);
  await app.worker.work();
  expect(there(scene)).toHaveLength(3);
});

test('without an Outlook that may be written to nothing is committed, nor by a token without the scope', async () => {
  const plain = await calendarScene();
  await make(plain, 'Write');
  const message = 'Sign in to Outlook with the permission WRITE_CALENDAR first.';
  expect(await commit(plain, { blockTime: true })).toMatchObject({ code: 'CONFLICT', message });
  expect((await plain.owner.query('{ tasks { nodes { scheduledAt } } }')).tasks.nodes).toEqual([{ scheduledAt: null }]);
  const scene = await writableScene();
  await make(scene, 'Write');
  const text = 'accessToken { id } token';
  const { token } = await scene.owner.mutate('createAccessToken', { name: 'Script', scopes: ['READ', 'WRITE'] }, text);
  const script = scene.app.as({ authorization: `Bearer ${token}` });
  expect(await commit({ owner: script as never }, { blockTime: true })).toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('INTEGRATIONS'),
  });
  expect(await scene.app.db.reads.timeBlock.count()).toBe(0);
  // Somebody else's Outlook is not theirs.
  const grace = await scene.app.person('Grace');
  await make({ ...scene, owner: grace as never }, 'Write');
  expect(await commit({ owner: grace as never }, { blockTime: true })).toMatchObject({ code: 'CONFLICT', message });
});
