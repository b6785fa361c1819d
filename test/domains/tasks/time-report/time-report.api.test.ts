import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';

const query = `query ($from: Date, $to: Date) { timeReport(from: $from, to: $to) { startsOn endsOn minutes
  days { date minutes tasks { task { ... on Task { title } } minutes } } tasks { task { ... on Task { title } } minutes }
  estimateAccuracy { median lowerQuartile upperQuartile n state missing } } }`;
const spend = async (who: Person, taskId: string, startedAt: string, endedAt: string) =>
  (await who.mutate('createTimeEntry', { taskId, startedAt, endedAt })).id;
const task = async (who: Person, title: string, input: object = {}): Promise<string> =>
  (await who.mutate('createTask', { title, ...input })).id;

test('the report has the time of each day by task, without what is in the trash', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [write, review, gone] = [await task(ada, 'Write'), await task(ada, 'Review'), await task(ada, 'Gone')];
  // Ada's day starts at four in Berlin.
  await spend(ada, write, '2026-11-21T01:00:00Z', '2026-11-21T04:00:00Z');
  await spend(ada, review, '2026-11-21T09:00:00Z', '2026-11-21T09:30:00Z');
  await spend(ada, gone, '2026-11-21T10:00:00Z', '2026-11-21T11:00:00Z');
  await ada.mutate('trash', { id: gone });
  await ada.mutate('trash', { id: await spend(ada, write, '2026-11-21T12:00:00Z', '2026-11-21T13:00:00Z') });
  await ada.mutate('startTimer', { taskId: write }, 'timer { id }');
  const { timeReport } = await ada.query(query, { from: '2026-11-20', to: '2026-11-21' });
  const of = (title: string, minutes: number) => ({ task: { title }, minutes });
  expect(timeReport).toEqual({
    ...{ startsOn: '2026-11-20', endsOn: '2026-11-21', minutes: 210 },
    days: [
      { date: '2026-11-20', minutes: 120, tasks: [of('Write', 120)] },
      { date: '2026-11-21', minutes: 90, tasks: [of('Write', 60), of('Review', 30)] },
    ],
    tasks: [of('Write', 180), of('Review', 30)],
    estimateAccuracy: expect.objectContaining({ median: null, n: 0, state: 'NOT_ENOUGH_DATA' }),
  });
  expect((await (await app.person('Bob')).query(query)).timeReport).toMatchObject({ minutes: 0, tasks: [] });
});

test('estimates are compared with the time of done tasks, of five or more', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const accuracy = async () => (await ada.query(query)).timeReport.estimateAccuracy;
  for (const [index, minutes] of [30, 45, 60, 15, 90].entries()) {
    expect(await accuracy()).toMatchObject({ median: null, n: index });
    const id = await task(ada, `Task ${index}`, { estimateMinutes: 30 });
    const end = String(minutes % 60).padStart(2, '0');
    await spend(
      ada,
      id,
      `2026-10-0${index + 1}T09:00:00Z`,
      `2026-10-0${index + 1}T${minutes < 60 ? '09' : '10'}:${end}:00Z`,
    );
    await ada.mutate('completeTask', { id });
  }
  // Without an estimate, without time, and not done.
  await ada.mutate('completeTask', { id: await task(ada, 'No time', { estimateMinutes: 30 }) });
  await spend(ada, await task(ada, 'Open', { estimateMinutes: 30 }), '2026-10-10T09:00:00Z', '2026-10-10T10:00:00Z');
  expect(await accuracy()).toEqual({
    ...{ median: 1.5, lowerQuartile: 1, upperQuartile: 2, n: 5, state: 'OK', missing: null },
  });
});

test('a period that is too long or the wrong way around is refused', async () => {
  const ada = await (await createTestApp()).person();
  for (const variables of [{ from: '-P400D' }, { from: 'P2D' }]) {
    expect((await ada.ask(query, variables)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  }
});

test('a report takes as many statements for many entries as for few', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person(), await app.person('Bob')];
  for (const [person, count] of [
    [ada, 1],
    [bob, 9],
  ] as const) {
    for (let i = 0; i < count; i++) {
      const id = await task(person, 'T', { estimateMinutes: 5 });
      await spend(person, id, `2026-11-20T09:0${i}:00Z`, `2026-11-20T09:0${i}:30Z`);
      await person.mutate('completeTask', { id });
    }
  }
  const few = await app.counting(() => ada.query(query));
  expect(await app.counting(() => bob.query(query))).toBe(few);
  // The entries; done tasks and their entries; the tasks of the days, and those of the report.
  expect(few).toBe(5);
});
