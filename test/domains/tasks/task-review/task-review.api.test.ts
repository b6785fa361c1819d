import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import { createTestApp } from '../../../support/app.ts';
import { contextOf } from '../../../support/context.ts';

const review = `startsOn endsOn overdueCount openEstimateMinutes plannedCount plannedDoneCount completedCount
  byStatus { todoCount inProgressCount doneCount cancelledCount } completedByDay { date count }`;

test('a review without tasks has zeros, with a count for each day of the last week', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { taskReview } = await ada.query(`{ taskReview { ${review} } }`);
  expect(taskReview).toEqual({
    startsOn: '2026-11-17',
    endsOn: '2026-11-23',
    overdueCount: 0,
    openEstimateMinutes: 0,
    plannedCount: 0,
    plannedDoneCount: 0,
    completedCount: 0,
    byStatus: { todoCount: 0, inProgressCount: 0, doneCount: 0, cancelledCount: 0 },
    completedByDay: [17, 18, 19, 20, 21, 22, 23].map((day) => ({ date: `2026-11-${day}`, count: 0 })),
  });
});

test('a review counts the owner’s active tasks that match the filter', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const make = async (input: object): Promise<string> => (await ada.mutate('createTask', input)).id;
  const done = await make({ title: 'done', scheduledOn: 'TODAY', estimateMinutes: 10 });
  await make({ title: 'late', dueOn: '-P1D', estimateMinutes: 20, priority: 'HIGH' });
  await make({ title: 'due today', dueOn: 'TODAY', estimateMinutes: 40 });
  const given = await make({ title: 'given up', scheduledAt: 'NOW', dueOn: '-P1D' });
  const gone = await make({ title: 'gone', scheduledOn: 'TODAY', dueOn: '-P1D', estimateMinutes: 80 });
  await ada.mutate('completeTask', { id: done });
  await ada.mutate('cancelTask', { id: given });
  await ada.mutate('trash', { id: gone });
  const query = `query ($filter: TaskFilter) { taskReview(filter: $filter, from: "TODAY") { ${review} } }`;
  expect((await ada.query(query)).taskReview).toEqual({
    startsOn: '2026-11-23',
    endsOn: '2026-11-23',
    // A due date is the last day that still counts; a task that was given up is not late.
    overdueCount: 1,
    openEstimateMinutes: 60,
    plannedCount: 1,
    plannedDoneCount: 1,
    completedCount: 1,
    byStatus: { todoCount: 2, inProgressCount: 0, doneCount: 1, cancelledCount: 1 },
    completedByDay: [{ date: '2026-11-23', count: 1 }],
  });
  expect((await ada.query(query, { filter: { priority: { gte: 'LOW' } } })).taskReview).toMatchObject({
    overdueCount: 1,
    openEstimateMinutes: 20,
    plannedCount: 0,
    byStatus: { todoCount: 1, doneCount: 0 },
  });
  expect((await bob.query(query)).taskReview).toMatchObject({ overdueCount: 0, byStatus: { todoCount: 0 } });
});

test('a period goes from a day to no earlier one, and covers 366 days at most', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const query = 'query ($from: Date, $to: Date) { taskReview(from: $from, to: $to) { completedByDay { date } } }';
  const whole = await ada.query(query, { from: '2028-01-01', to: '2028-12-31' });
  expect(whole.taskReview.completedByDay).toHaveLength(366);
  expect((await ada.query(query, { from: '9999-12-31', to: '9999-12-31' })).taskReview.completedByDay).toHaveLength(1);
  for (const [from, to, path] of [
    ['TODAY', '-P1D', 'to'],
    ['2028-01-01', '2029-01-01', 'to'],
    ['2026-02-30', 'TODAY', 'from'],
    ['TODAY', 'someday', 'to'],
  ]) {
    const { errors } = await ada.ask(query, { from, to });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: [path] }] });
  }
});

const today = '2026-11-23';
const period = { from: '2026-10-20', to: '2026-10-30' };

/** Days and moments around the period, in which the clocks of Berlin go back. */
const day = fc
  .integer({ min: -3, max: 13 })
  .map((days) => Temporal.PlainDate.from(period.from).add({ days }).toString());
const moment = fc
  .integer({ min: Date.parse('2026-10-18T00:00:00Z') / 60_000, max: Date.parse('2026-11-02T00:00:00Z') / 60_000 })
  .map((minutes) => new Date(minutes * 60_000));
const task = fc
  .record({
    status: fc.constantFrom('TODO', 'IN_PROGRESS', 'DONE', 'CANCELLED'),
    when: fc.oneof(
      fc.constant({}),
      day.map((scheduledOn) => ({ scheduledOn })),
      moment.map((scheduledAt) => ({ scheduledAt })),
    ),
    dueOn: fc.option(fc.constantFrom('2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24')),
    estimateMinutes: fc.option(fc.integer({ min: 1, max: 600 })),
    finished: moment,
    trashed: fc.boolean(),
  })
  .map(({ when, finished, trashed, ...rest }) => ({
    scheduledOn: null as string | null,
    scheduledAt: null as Date | null,
    ...when,
    ...rest,
    completedAt: rest.status === 'DONE' ? finished : null,
    trashedAt: trashed ? finished : null,
  }));

test('the review of any tasks is that of a plain count by the person’s calendar', async () => {
  const app = await createTestApp();
  await fc.assert(
    fc.asyncProperty(
      fc.array(task, { maxLength: 40 }),
      fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'America/New_York'),
      async (tasks, zone) => {
        const ada = await app.person('Ada', zone);
        const rows = tasks.map((row, index) => ({ ...row, title: `${index}`, position: index }));
        await transaction(await contextOf(app, ada), 'fill', (tx) => tx.write.task.createMany(rows as never));

        // A day starts at four by the clock on the wall, so a moment's day is the date four hours of that clock ago.
        const dayOf = (at: Date) => {
          const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
          const { hour } = zoned;
          return (hour < 4 ? zoned.toPlainDate().subtract({ days: 1 }) : zoned.toPlainDate()).toString();
        };
        const within = (date: string | null) => date !== null && date >= period.from && date <= period.to;
        const used = tasks.filter(({ trashedAt }) => !trashedAt);
        const open = used.filter(({ status }) => status === 'TODO' || status === 'IN_PROGRESS');
        const planned = used.filter(
          ({ status, scheduledOn, scheduledAt }) =>
            status !== 'CANCELLED' && within(scheduledAt ? dayOf(scheduledAt) : scheduledOn),
        );
        const completed = used.flatMap(({ completedAt }) => (completedAt ? [dayOf(completedAt)] : [])).filter(within);
        const having = (status: string) => used.filter((row) => row.status === status).length;
        const days = Array.from({ length: 11 }, (_, days) =>
          Temporal.PlainDate.from(period.from).add({ days }).toString(),
        );
        const query = `query ($from: Date, $to: Date) { taskReview(from: $from, to: $to) { ${review} } }`;
        expect((await ada.query(query, period)).taskReview).toEqual({
          startsOn: period.from,
          endsOn: period.to,
          overdueCount: open.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
          openEstimateMinutes: open.reduce((sum, { estimateMinutes }) => sum + (estimateMinutes ?? 0), 0),
          plannedCount: planned.length,
          plannedDoneCount: planned.filter(({ status }) => status === 'DONE').length,
          completedCount: completed.length,
          byStatus: {
            todoCount: having('TODO'),
            inProgressCount: having('IN_PROGRESS'),
            doneCount: having('DONE'),
            cancelledCount: having('CANCELLED'),
          },
          completedByDay: days.map((date) => ({ date, count: completed.filter((one) => one === date).length })),
        });
      },
    ),
    { numRuns: 15 },
  );
});
