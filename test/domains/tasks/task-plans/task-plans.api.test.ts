import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { transactionInSteps } from '../../../../src/platform/transactions/transaction.ts';
import { createTestApp, type Person } from '../../../support/app.ts';
import { contextOf } from '../../../support/context.ts';
import { scripted } from '../../../support/scripts.ts';
import { exportOf, importInto } from '../../../support/transfer.ts';
import { withEnd } from '../../../transfer/random-export.ts';

const make = async (person: Person, input: object = {}): Promise<string> =>
  (await person.mutate('createTask', { title: 'Task', scheduledOn: 'TODAY', ...input })).id;

/** The plans of a task, by day: `23 CARRIED, 24 OPEN`. */
async function plansOf(person: Person, id: string): Promise<string> {
  const query = `query ($id: ID!) { task(id: $id) { plans(orderBy: { field: PLANNED_ON }) { nodes { plannedOn outcome isReplanned } } } }`;
  const { task } = await person.query(query, { id });
  return task.plans.nodes
    .map(({ plannedOn, outcome, isReplanned }: Record<string, string>) =>
      [plannedOn?.slice(8), outcome, ...(isReplanned ? ['ahead'] : [])].join(' '),
    )
    .join(', ');
}

const day = 86_400_000;

test('a task has a plan for each day that it was planned for, with how it ended', async () => {
  const app = await createTestApp();
  const ada = await scripted(app, await app.person());
  const id = await make(ada);
  expect(await plansOf(ada, id)).toBe('23 OPEN');
  await ada.mutate('rescheduleTask', { id, scheduledOn: 'P1D' });
  expect(await plansOf(ada, id)).toBe('23 MOVED, 24 OPEN');
  // Tomorrow has not begun: that was no plan of that day.
  await ada.mutate('updateTask', { id, scheduledAt: '2026-11-25T10:00:00Z' });
  expect(await plansOf(ada, id)).toBe('23 MOVED, 24 MOVED ahead, 25 OPEN');
  app.clock.advance(2 * day);
  await ada.mutate('closeDay', { carryOverIds: [id] });
  expect(await plansOf(ada, id)).toBe('23 MOVED, 24 MOVED ahead, 25 CARRIED, 26 OPEN');
  await ada.mutate('completeTask', { id });
  expect(await plansOf(ada, id)).toBe('23 MOVED, 24 MOVED ahead, 25 CARRIED, 26 DONE');
  await ada.mutate('reopenTask', { id });
  await ada.mutate('cancelTask', { id });
  expect(await plansOf(ada, id)).toBe('23 MOVED, 24 MOVED ahead, 25 CARRIED, 26 CANCELLED');
  await ada.mutate('updateTask', { id, status: 'TODO', scheduledOn: null, scheduledAt: null });
  expect(await plansOf(ada, id)).toBe('23 MOVED, 24 MOVED ahead, 25 CARRIED, 26 MOVED ahead');
});

test('an undo restores the plans, and undoing it restores them again', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = await make(ada, { scheduledOn: 'P2D' });
  await ada.mutate('rescheduleTask', { id, scheduledOn: 'TODAY' });
  const undo = (changeSetId: string) => ada.mutate('undoChangeSet', { changeSetId }, 'id');
  const last = async () => (await ada.query('{ changeSets(first: 1) { nodes { id } } }')).changeSets.nodes[0].id;
  const moved = await last();
  expect(await plansOf(ada, id)).toBe('23 OPEN, 25 MOVED ahead');
  // Then today was no plan.
  expect(await undo(moved)).toMatchObject({ __typename: 'ChangeSet' });
  expect(await plansOf(ada, id)).toBe('25 OPEN');
  await undo(await last());
  expect(await plansOf(ada, id)).toBe('23 OPEN, 25 MOVED ahead');
});

test('a carry-over that is undone has not been', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = await make(ada);
  await ada.mutate('closeDay', { carryOverIds: [id] });
  const { changeSets } = await ada.query('{ changeSets(first: 1) { nodes { id name } } }');
  expect(changeSets.nodes[0].name).toBe('closeDay');
  await ada.mutate('undoChangeSet', { changeSetId: changeSets.nodes[0].id });
  expect(await plansOf(ada, id)).toBe('23 OPEN');
  const { task } = await ada.query('query ($id: ID!) { task(id: $id) { carryOverCount } }', { id });
  expect(task.carryOverCount).toBe(0);
});

test('plans go with their task, to the trash and for good, and come back with it', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = await make(ada);
  const listed = async () => (await ada.query('{ taskPlans { totalCount } }')).taskPlans.totalCount;
  const planned = async () => (await ada.query('{ taskReview { plannedCount } }')).taskReview.plannedCount;
  expect([await listed(), await planned()]).toEqual([1, 1]);
  await ada.mutate('trash', { id });
  expect([await listed(), await planned()]).toEqual([0, 0]);
  await ada.mutate('deletePermanently', { id }, 'deletedCount');
  expect(await app.db.reads.taskPlan.count()).toBe(0);
  const { changeSets } = await ada.query('{ changeSets(first: 1) { nodes { id } } }');
  await ada.mutate('undoChangeSet', { changeSetId: changeSets.nodes[0].id });
  await ada.mutate('restore', { id });
  expect([await listed(), await planned(), await plansOf(ada, id)]).toEqual([1, 1, '23 OPEN']);
});

test('only what was planned for a day is carried over from it, and counted once, however often it is closed', async () => {
  const app = await createTestApp();
  const ada = await scripted(app, await app.person());
  const [today, ahead, never] = [
    await make(ada),
    await make(ada, { scheduledOn: 'P9D' }),
    await make(ada, { scheduledOn: null }),
  ];
  const count = async () =>
    (await ada.query('query ($id: ID!) { task(id: $id) { carryOverCount } }', { id: today })).task.carryOverCount;
  for (const id of [ahead, never]) {
    const { issues } = await ada.mutate('closeDay', { carryOverIds: [today, id] });
    expect(issues).toEqual([{ path: ['input', 'carryOverIds', '1'], message: 'must be planned for the day' }]);
  }
  await ada.mutate('closeDay', { carryOverIds: [today] });
  for (const carryOverTo of [undefined, 'P3D', 'P2D']) {
    await ada.mutate('reopenDay', {});
    await ada.mutate('closeDay', { carryOverIds: [today], carryOverTo });
    expect(await count()).toBe(1);
  }
  expect(await plansOf(ada, today)).toBe('23 CARRIED, 24 MOVED ahead, 25 OPEN, 26 MOVED ahead');
  // Back to the day, and carried over once more: still once.
  await ada.mutate('reopenDay', {});
  await ada.mutate('rescheduleTask', { id: today, scheduledOn: 'TODAY' });
  expect(await count()).toBe(0);
  await ada.mutate('closeDay', { carryOverIds: [today] });
  expect(await count()).toBe(1);
  // Moved since, it stays.
  await ada.mutate('reopenDay', {});
  app.clock.advance(1_000);
  await ada.mutate('rescheduleTask', { id: today, scheduledOn: 'P30D' });
  await ada.mutate('closeDay', { carryOverIds: [today] });
  expect((await ada.query('query ($id: ID!) { task(id: $id) { scheduledOn } }', { id: today })).task).toEqual({
    scheduledOn: '2026-12-23',
  });
});

test('no day to come is closed, and a day long past is carried over to the present', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const future = await ada.mutate('closeDay', { date: 'P7D' });
  expect(future.issues).toEqual([{ path: ['input', 'date'], message: 'must not be in the future' }]);
  const old = await make(ada, { scheduledOn: '-P67D' });
  const past = await ada.mutate('closeDay', { date: '-P67D', carryOverIds: [old], carryOverTo: '-P66D' });
  expect(past.issues).toEqual([{ path: ['input', 'carryOverTo'], message: 'must not be in the past' }]);
  await ada.mutate('closeDay', { date: '-P67D', carryOverIds: [old] });
  expect(await plansOf(ada, old)).toBe('17 CARRIED, 23 OPEN');
});

test('reviews count plans, so that what was carried over does not vanish', async () => {
  const app = await createTestApp();
  const ada = await scripted(app, await app.person());
  const ids = [];
  for (let i = 0; i < 6; i++) ids.push(await make(ada));
  const [done, carried, cancelled, moved] = ids as [string, string, string, string];
  await make(ada, { scheduledOn: 'P1D' });
  await ada.mutate('completeTask', { id: done });
  await ada.mutate('cancelTask', { id: cancelled });
  await ada.mutate('rescheduleTask', { id: moved, scheduledOn: 'P5D' });
  await ada.mutate('closeDay', { carryOverIds: [carried] });
  const query = `query ($from: Date, $to: Date) { taskReview(from: $from, to: $to) { plannedCount plannedDoneCount
    planned { openCount doneCount cancelledCount carriedCount movedCount }
    doneRate { value n state missing } carryOverRate { value n state } } }`;
  expect((await ada.query(query, { from: 'TODAY', to: 'TODAY' })).taskReview).toEqual({
    plannedCount: 5,
    plannedDoneCount: 1,
    planned: { openCount: 2, doneCount: 1, cancelledCount: 1, carriedCount: 1, movedCount: 1 },
    doneRate: { value: 0.2, n: 5, state: 'OK', missing: null },
    carryOverRate: { value: 0.2, n: 5, state: 'OK' },
  });
  expect((await ada.query(query, { from: 'P1D', to: 'P1D' })).taskReview).toMatchObject({
    plannedCount: 2,
    doneRate: { value: null, n: 2, state: 'NOT_ENOUGH_DATA', missing: 'A rate takes 5 plans or more. There are 2.' },
  });
  const { taskPlanStats } = await ada.query('{ taskPlanStats(groupBy: OUTCOME) { key count } }');
  expect(taskPlanStats).toContainEqual({ key: 'CARRIED', count: 1 });
});

test('tasks from before there were plans get them from their history', async () => {
  const app = await createTestApp();
  const ada = await scripted(app, await app.person());
  const id = await make(ada);
  await ada.mutate('closeDay', { carryOverIds: [id] });
  app.clock.advance(day);
  await ada.mutate('completeTask', { id });
  const before = await app.db.reads.taskPlan.findMany({ orderBy: { plannedOn: 'asc' } });
  expect(before).toHaveLength(2);
  const ctx = await contextOf(app, ada);
  await transactionInSteps(ctx, 'test', (step) => step((tx) => tx.write.taskPlan.delete({}), { recorded: false }));
  await app.db.write((client) =>
    client.job.create({
      data: {
        id: ctx.viewer.accountId,
        kind: 'fillTaskPlans',
        payload: { accountId: ctx.viewer.accountId },
        nextAttemptAt: app.clock.now(),
        createdAt: app.clock.now(),
      },
    }),
  );
  expect(await app.worker.work()).toBeGreaterThan(0);
  const after = await app.db.reads.taskPlan.findMany({ orderBy: { plannedOn: 'asc' } });
  const told = ({ plannedOn, outcome, endedAt, isReplanned }: (typeof before)[number]) => ({
    plannedOn,
    outcome,
    endedAt,
    isReplanned,
  });
  expect(after.map(told)).toEqual(before.map(told));
});

test('an import takes the plans over; an export from before there were plans gets them from its history', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const id = await make(ada);
  await ada.mutate('closeDay', { carryOverIds: [id] });
  const text = await exportOf(app, ada.email);
  const plansIn = async (file: string) => {
    const there = await createTestApp();
    await importInto(there, 'ada@elsewhere.example', file);
    const plans = await there.db.reads.taskPlan.findMany({ orderBy: { plannedOn: 'asc' } });
    return plans.map(({ plannedOn, outcome }) => `${plannedOn} ${outcome}`);
  };
  const expected = ['2026-11-23 CARRIED', '2026-11-24 OPEN'];
  expect(await plansIn(text)).toEqual(expected);
  const [first = '', ...rest] = text.trimEnd().split('\n').slice(0, -1);
  const manifest = JSON.parse(first) as { counts: Record<string, number> };
  delete manifest.counts.TaskPlan;
  const lines = rest.filter((line) => !line.startsWith('{"type":"TaskPlan"'));
  expect(lines.length).toBe(rest.length - 2);
  expect(await plansIn(withEnd([JSON.stringify(manifest), ...lines]))).toEqual(expected);
  // Into an account with tasks, the plans that the file has are added as they are.
  const there = await createTestApp();
  const carol = await there.person('Carol');
  await make(carol);
  await importInto(there, carol.email, text);
  expect((await carol.query('{ taskPlans { totalCount } }')).taskPlans.totalCount).toBe(3);
});

test('a task that is created and carried over in one transaction was planned for both days', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = `Task:${v7()}`;
  const operations = [
    { createTask: { id, title: 'Task', scheduledOn: 'TODAY' } },
    { closeDay: { carryOverIds: [id] } },
    { completeTask: { id } },
  ];
  const batch = 'mutation ($input: BatchInput!) { batch(input: $input) { ... on BatchPayload { items { status } } } }';
  await ada.query(batch, { input: { operations } });
  expect(await plansOf(ada, id)).toBe('23 CARRIED, 24 DONE');
});
