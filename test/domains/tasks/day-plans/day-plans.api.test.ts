import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';
import { changeSetOf, writingNothing } from '../../../support/history.ts';
import { scripted } from '../../../support/scripts.ts';

const fields = `date startsAt endsAt freeMinutes plannedMinutes capMinutes planHash gaps { startsAt minutes }
  alreadyPlaced { task { title } startsAt reason } leftovers { cause explanation task { title } }
  placements { task { title labels { name } } startsAt endsAt part partCount reason isEstimated explanation }`;
const query = (args = '') => `{ planDay${args && `(${args})`} { ${fields} } }`;
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
const planned = async (who: SignedInPerson, args?: string): Promise<any> => (await who.query(query(args))).planDay;
const make = async (who: SignedInPerson, title: string, input: object = {}): Promise<string> =>
  (await who.mutate('createTask', { title, estimateMinutes: 60, ...input })).id;
const meet = (who: SignedInPerson, from: string, to: string, input: object = {}) =>
  who.mutate('createMeeting', {
    ...{ title: 'Meeting', startsAt: `2026-11-23T${from}:00+01:00`, endsAt: `2026-11-23T${to}:00+01:00` },
    ...input,
  });
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
const shown = ({ placements }: any): string[] =>
  placements.map(
    ({ task, startsAt }: { task: { title: string }; startsAt: string }) => `${task.title} ${startsAt.slice(11, 16)}`,
  );
const commit = (
  who: SignedInPerson,
  input: object,
  of = 'tasks { title scheduledAt scheduledOn } changeSet { name }',
) => who.mutate('commitDay', input, of);

// The clock of the tests is at 10:00 in Berlin on a Monday, which is 9:00 in UTC.
test('a plan fits open tasks between the meetings that count, from now on', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  app.clock.set('2026-11-23T09:01:00Z');
  await meet(ada, '11:00', '12:00', { myResponse: 'TENTATIVE' });
  await meet(ada, '17:05', '18:00', { myResponse: 'NEEDS_ACTION' });
  for (const input of [
    { myResponse: 'DECLINED' },
    { isFree: true },
    { status: 'CANCELLED' },
    { startsAt: null, endsAt: null, startsOn: 'TODAY' },
  ]) {
    await meet(ada, '13:00', '14:00', input);
  }
  await make(ada, 'Unscheduled');
  await make(ada, 'Of today', { scheduledOn: 'TODAY', priority: 'HIGH', estimateMinutes: null });
  await make(ada, 'Left from Friday', { scheduledOn: '-P3D', dueOn: 'P1D' });
  await make(ada, 'Missed', { scheduledAt: '2026-11-20T09:00:00Z', estimateMinutes: 55 });
  await make(ada, 'Of tomorrow', { scheduledOn: 'P1D' });
  await make(ada, 'At two', { scheduledAt: '2026-11-23T13:00:00Z' });
  await ada.mutate('completeTask', { id: await make(ada, 'Done') });
  await ada.mutate('trash', { id: await make(ada, 'Trashed') }, '__typename');
  const plan = await planned(ada);
  expect(plan).toMatchObject({
    ...{ date: '2026-11-23', startsAt: '2026-11-23T09:05:00.000Z', endsAt: '2026-11-23T16:00:00.000Z' },
    gaps: [
      { startsAt: '2026-11-23T09:05:00.000Z', minutes: 45 },
      { startsAt: '2026-11-23T11:10:00.000Z', minutes: 110 },
      { startsAt: '2026-11-23T14:00:00.000Z', minutes: 115 },
    ],
    ...{ freeMinutes: 270, plannedMinutes: 265, capMinutes: 360 },
    alreadyPlaced: [{ task: { title: 'At two' }, reason: 'ALREADY_PLACED' }],
    leftovers: [],
  });
  expect(shown(plan)).toEqual(['Of today 09:05', 'Left from Friday 11:10', 'Unscheduled 14:00', 'Missed 15:00']);
  expect(plan.placements[0]).toMatchObject({
    ...{ isEstimated: false, reason: 'FIRST_GAP', part: 1, partCount: 1 },
    explanation:
      'No due date, priority HIGH. In the first gap that is long enough. It has no estimate: 30 minutes are assumed.',
  });
  expect((await planned(await app.person('Bob'))).placements).toEqual([]);
});

test('what is left out has its cause', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const first = await make(ada, 'First', { estimateMinutes: 300 });
  await make(ada, 'Waits', { blockedByIds: [first] });
  await make(ada, 'Late', { dueOn: '-P1D' });
  await make(ada, 'Unknown', { estimateMinutes: null });
  await ada.mutate('snoozeTask', { id: await make(ada, 'Snoozed'), until: 'PT5H' }, 'id');
  await make(ada, 'Long', { estimateMinutes: 400 });
  const { leftovers } = await planned(ada, 'defaultEstimateMinutes: null, capMinutes: 300');
  const causes = leftovers.map(
    ({ cause, task }: { cause: string; task: { title: string } }) => `${task.title} ${cause}`,
  );
  expect(causes.toSorted()).toEqual([
    ...['Late AFTER_DEADLINE', 'Long NO_ROOM', 'Snoozed SNOOZED', 'Unknown NO_ESTIMATE', 'Waits BLOCKED'],
  ]);
  // Tomorrow, the snoozed one is back.
  expect(shown(await planned(ada, 'date: "P1D", includeOverdue: true'))).toEqual(
    expect.arrayContaining(['Late 08:00', 'First 09:00']),
  );
});

test('a day without working hours, one whose hours are over, and one that clocks change on', async () => {
  const app = await createTestApp();
  const owner = await app.person();
  const ada = await scripted(app, owner);
  await make(ada, 'Task');
  const sunday = await planned(ada, 'date: "2026-11-29"');
  expect(sunday).toMatchObject({ endsAt: null, gaps: [], placements: [], leftovers: [{ cause: 'NO_ROOM' }] });
  const workingHours = [{ weekday: 'SUNDAY', startsAt: '01:00', endsAt: '05:00' }];
  await owner.mutate('updateProfile', { workingDays: ['SUNDAY', 'MONDAY'], workingHours });
  expect((await planned(ada, 'date: "2027-03-28"')).freeMinutes).toBe(180);
  expect((await planned(ada, 'date: "2027-10-31"')).freeMinutes).toBe(300);
  app.clock.set('2026-11-23T16:00:00Z');
  const late = await planned(ada);
  expect(late.leftovers[0].explanation).toBe('The working hours of the day are over.');
});

test('focus work goes into hours of the best energy where enough of them are rated', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await make(ada, 'Write');
  await make(ada, 'Sort', { estimateMinutes: 30, priority: 'URGENT' });
  const rate = async (week: number, hour: string, energy: number, minute = '30') => {
    const day = new Date(Date.UTC(2026, 10, 23 - 7 * week)).toISOString().slice(0, 10);
    await ada.mutate('createEnergyEntry', { energy, at: `${day}T${hour}:${minute}:00Z` });
  };
  for (const week of [1, 2, 3, 4]) {
    for (const [hour, energy] of [
      ['13', 5],
      ['10', 3],
      ['11', 2],
    ] as const)
      await rate(week, hour, energy - (week % 2));
  }
  expect(shown(await planned(ada))).toEqual(['Sort 09:00', 'Write 09:30']);
  for (const hour of ['13', '10', '11']) await rate(4, hour, hour === '13' ? 5 : 2, '45');
  const plan = await planned(ada);
  expect(shown(plan)).toEqual(['Sort 09:00', 'Write 13:00']);
  expect(plan.placements[1].reason).toBe('BEST_ENERGY');
});

test('committing a plan schedules its tasks, once, and can be undone', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await make(ada, 'Today', { scheduledOn: 'TODAY', priority: 'HIGH' });
  await make(ada, 'Long', { estimateMinutes: 300 });
  await meet(ada, '13:00', '14:00');
  const args = { bufferMinutes: 0, splitOver: 120 };
  const { planHash } = await planned(ada, 'bufferMinutes: 0, splitOver: 120');
  const made = await changeSetOf(app, ada, () => commit(ada, { planHash, ...args }));
  expect(made.name).toBe('commitDay');
  expect(await ada.query('{ tasks { nodes { title scheduledAt scheduledOn } } }')).toEqual({
    tasks: {
      nodes: [
        { title: 'Today', scheduledAt: '2026-11-23T09:00:00.000Z', scheduledOn: null },
        { title: 'Long', scheduledAt: '2026-11-23T10:00:00.000Z', scheduledOn: null },
      ],
    },
  });
  const again = await writingNothing(app, ada, () => commit(ada, { planHash, ...args }));
  expect(again).toMatchObject({ __typename: 'ConflictError' });
  // Now both have a time, and stay.
  const next = await planned(ada);
  expect(next).toMatchObject({ placements: [], leftovers: [] });
  expect(next.alreadyPlaced).toHaveLength(2);
  const { changeSets } = await ada.query('{ changeSets(first: 1) { nodes { id } } }');
  await ada.mutate('undoChangeSet', { changeSetId: changeSets.nodes[0].id }, 'id');
  expect((await planned(ada)).alreadyPlaced).toEqual([]);
});

test('a plan cannot be committed once anything has changed, or its time is over', async () => {
  const app = await createTestApp();
  const owner = await app.person();
  const ada = await scripted(app, owner);
  const id = await make(ada, 'Task');
  const other = await make(ada, 'Other');
  const changes: (() => Promise<unknown>)[] = [
    () => ada.mutate('updateTask', { id, estimateMinutes: 61 }),
    () => ada.mutate('updateTask', { id, blockedByIds: [other] }),
    () => make(ada, 'New'),
    () => ada.mutate('completeTask', { id: other }),
    () => meet(ada, '15:00', '16:00'),
    () => owner.mutate('updateProfile', { workingHours: [{ weekday: 'MONDAY', startsAt: '09:00', endsAt: '18:00' }] }),
  ];
  for (const change of changes) {
    const { planHash } = await planned(ada);
    await change();
    const refused = await writingNothing(app, ada, () => commit(ada, { planHash }));
    expect(refused).toMatchObject({ __typename: 'ConflictError' });
  }
  const { planHash } = await planned(ada);
  // With other options it is another plan.
  expect(await commit(ada, { planHash, capMinutes: 300 })).toMatchObject({ __typename: 'ConflictError' });
  app.clock.advance(62 * 60_000);
  expect(await commit(ada, { planHash })).toMatchObject({
    ...{ __typename: 'ConflictError', message: 'A time of the plan is over. Plan the day again.' },
  });
  app.clock.advance(-10 * 60_000);
  const bob = await app.person('Bob');
  expect(await commit(bob, { planHash })).toMatchObject({ __typename: 'ConflictError' });
  expect((await commit(ada, { planHash })).tasks).not.toEqual([]);
});

test('past days and options out of range are refused', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  for (const args of [
    ...['date: "-P1D"', 'date: "soon"', 'bufferMinutes: -1', 'bufferMinutes: 241', 'capMinutes: 1441', 'splitOver: 4'],
    ...['defaultEstimateMinutes: 0', 'splitOver: 0'],
  ]) {
    expect((await ada.ask(query(args))).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  }
  const { planHash } = await planned(ada);
  for (const input of [{ planHash: 'x' }, { planHash, date: '-P1D' }, { planHash, capMinutes: -1 }]) {
    const refused = await writingNothing(app, ada, () => commit(ada, input));
    expect(refused).toMatchObject({ __typename: 'InvalidInputError' });
  }
  // A plan without tasks is committed, and changes nothing.
  expect(await commit(ada, { planHash })).toMatchObject({ tasks: [], changeSet: null });
});

test('a plan takes as many statements for many tasks and meetings as for few', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  for (const [person, count] of [
    [ada, 1],
    [bob, 12],
  ] as const) {
    for (let i = 0; i < count; i++) {
      await make(person, `Task ${i}`);
      await make(person, `Late ${i}`, { dueOn: '-P1D' });
      await meet(person, '15:00', '16:00');
    }
  }
  const few = await app.counting(() => ada.query(query()));
  expect(await app.counting(() => bob.query(query()))).toBe(few);
  expect(few).toBe(8);
});
