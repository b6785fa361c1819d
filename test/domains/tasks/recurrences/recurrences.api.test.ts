import { expect, test } from 'vitest';
import { createTestApp, type Person, type TestApp } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';
import { scripted } from '../../../support/scripts.ts';

const fields = 'id title status scheduledOn scheduledAt occursOn occurrenceNumber recurrence { id }';

/** Creates a task that repeats. Today is Monday, 23 November 2026. */
const repeat = (who: Person, rule: string, { recurrence, ...task }: Record<string, unknown> = {}) =>
  who.mutate(
    'createTask',
    { title: 'Water', scheduledOn: 'TODAY', ...task, recurrence: { rule, ...(recurrence as object) } },
    fields,
  );

/** The tasks of a recurrence, in the order in which they were made: `23 DONE, 30 TODO`. */
async function tasksOf(who: Person, { recurrence }: { recurrence: { id: string } }): Promise<string> {
  const { nodes } = await listed(who, recurrence.id);
  return nodes.map(({ occursOn, status }: Record<string, string>) => `${occursOn?.slice(5)} ${status}`).join(', ');
}

const listed = async (who: Person, id: string) => {
  const query = `query ($id: ID!) { recurrence(id: $id) { tasks(first: 50) { nodes {
    ${fields} dueOn priority estimateMinutes labels { name } goal { id } subtasks { nodes { title status scheduledOn } } } } } }`;
  return (await who.query(query, { id })).recurrence.tasks;
};

const lastOf = async (who: Person, { recurrence }: { recurrence: { id: string } }) =>
  (await listed(who, recurrence.id)).nodes.at(-1);

const on = (app: TestApp, day: string) => app.clock.set(`2026-${day}T09:00:00Z`);

test('completing an occurrence makes the next one, once, with what it is about', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id: labelId } = await ada.mutate('createLabel', { name: 'Home' });
  const { id: goalId } = await ada.mutate('createGoal', { title: 'Grow', kind: 'PROJECT' });
  const task = await repeat(ada, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', {
    ...{ labelIds: [labelId], goalId, priority: 'HIGH', estimateMinutes: 20, dueOn: 'P1D' },
  });
  expect(task).toMatchObject({ occursOn: '2026-11-23', occurrenceNumber: 1, scheduledOn: '2026-11-23' });
  const subtask = await ada.mutate('createTask', { title: 'Roses', parentId: task.id, scheduledOn: 'TODAY' });
  await ada.mutate('completeTask', { id: subtask.id });
  const given = await ada.mutate('createTask', { title: 'Given up', parentId: task.id });
  await ada.mutate('cancelTask', { id: given.id });
  await ada.mutate('completeTask', { id: task.id });
  await ada.mutate('completeTask', { id: task.id });
  expect(await tasksOf(ada, task)).toBe('11-23 DONE, 12-07 TODO');
  expect(await lastOf(ada, task)).toMatchObject({
    ...{ title: 'Water', scheduledOn: '2026-12-07', dueOn: '2026-12-08', occurrenceNumber: 2 },
    ...{ priority: 'HIGH', estimateMinutes: 20, labels: [{ name: 'Home' }], goal: { id: goalId } },
    subtasks: { nodes: [{ title: 'Roses', status: 'TODO', scheduledOn: '2026-12-07' }] },
  });
});

test('the first occurrence is on the scheduled day if the rule matches it, else on the first match after it', async () => {
  const ada = await (await createTestApp()).person();
  expect(await repeat(ada, 'FREQ=MONTHLY;BYMONTHDAY=-1')).toMatchObject({ scheduledOn: '2026-11-30' });
  // A task without a day is taken as one of today.
  expect(await repeat(ada, 'FREQ=DAILY', { scheduledOn: null })).toMatchObject({ scheduledOn: '2026-11-23' });
  expect(
    await repeat(ada, 'FREQ=WEEKLY;BYDAY=TH', { scheduledOn: null, scheduledAt: '2026-11-23T13:30:00Z' }),
  ).toMatchObject({ scheduledAt: '2026-11-26T13:30:00.000Z', occursOn: '2026-11-26' });
  const { id } = await ada.mutate('createTask', { title: 'Call', scheduledOn: 'P1D' });
  const rule = { rule: 'FREQ=WEEKLY;BYDAY=FR', exceptions: ['2026-11-27'] };
  expect(await ada.mutate('repeatTask', { id, ...rule }, fields)).toMatchObject({ scheduledOn: '2026-12-04' });
});

test('of missed days, SKIP goes on with the first that is not past, and KEEP with the next', async () => {
  const app = await createTestApp();
  const ada = await scripted(app, await app.person());
  const [skipped, kept] = [
    await repeat(ada, 'FREQ=DAILY'),
    await repeat(ada, 'FREQ=DAILY', { recurrence: { missed: 'KEEP' } }),
  ];
  on(app, '11-27');
  for (const { id } of [skipped, kept]) await ada.mutate('completeTask', { id });
  // Doing an earlier one does not do today's.
  expect(await tasksOf(ada, skipped)).toBe('11-23 DONE, 11-27 TODO');
  expect(await tasksOf(ada, kept)).toBe('11-23 DONE, 11-24 TODO');
  const open = await lastOf(ada, kept);
  await ada.mutate('cancelTask', { id: open.id });
  expect(await tasksOf(ada, kept)).toBe('11-23 DONE, 11-24 CANCELLED, 11-25 TODO');
});

test('the completion counts from the day on which it was done, and stays after the day it was for', async () => {
  const app = await createTestApp();
  const ada = await scripted(app, await app.person());
  const anchor = { recurrence: { anchor: 'COMPLETION' } };
  const [late, early] = [
    await repeat(ada, 'FREQ=DAILY;INTERVAL=3', anchor),
    await repeat(ada, 'FREQ=DAILY;INTERVAL=3', { ...anchor, scheduledOn: '2026-12-04' }),
  ];
  on(app, '11-30');
  // Done on 28 November, three days after it were past by now.
  await ada.mutate('completeTask', { id: late.id, completedAt: '2026-11-28T20:00:00Z' });
  expect(await tasksOf(ada, late)).toBe('11-23 DONE, 12-01 TODO');
  await ada.mutate('completeTask', { id: early.id });
  expect(await tasksOf(ada, early)).toBe('12-04 DONE, 12-06 TODO');
  const monthly = await repeat(ada, 'FREQ=MONTHLY;COUNT=2', {
    ...{
      scheduledOn: null,
      scheduledAt: '2026-12-31T08:00:00Z',
      recurrence: { ...anchor.recurrence, exceptions: ['2027-02-28'] },
    },
  });
  app.clock.set('2027-01-31T10:00:00Z');
  await ada.mutate('completeTask', { id: monthly.id });
  const next = await lastOf(ada, monthly);
  // The shorter month's last day is an exception, so it is the month after; the time of day stays.
  expect(next).toMatchObject({ occursOn: '2027-03-31', scheduledAt: '2027-03-31T07:00:00.000Z' });
  // COUNT counts rounds.
  await ada.mutate('completeTask', { id: next.id, completedAt: 'NOW' });
  expect((await listed(ada, monthly.recurrence.id)).nodes).toHaveLength(2);
});

test('reopening takes the next occurrence back, unless somebody has worked with it', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const task = await repeat(ada, 'FREQ=DAILY');
  await ada.mutate('createTask', { title: 'Roses', parentId: task.id });
  await ada.mutate('completeTask', { id: task.id });
  const first = await lastOf(ada, task);
  await ada.mutate('reopenTask', { id: task.id });
  expect(await tasksOf(ada, task)).toBe('11-23 TODO');
  await ada.mutate('completeTask', { id: task.id });
  expect(await lastOf(ada, task)).toMatchObject({ id: first.id });
  await ada.mutate('updateTask', { id: first.id, priority: 'HIGH' });
  await ada.mutate('reopenTask', { id: task.id });
  expect(await tasksOf(ada, task)).toBe('11-23 TODO, 11-24 TODO');
  await ada.mutate('completeTask', { id: task.id });
  expect(await tasksOf(ada, task)).toBe('11-23 DONE, 11-24 TODO');
});

test('an undo of a completion takes the next occurrence back, and undoing that brings it again', async () => {
  const app = await createTestApp();
  const ada = await scripted(app, await app.person());
  const task = await repeat(ada, 'FREQ=DAILY');
  const last = async () => (await ada.query('{ changeSets(first: 1) { nodes { id } } }')).changeSets.nodes[0].id;
  const undo = async () => ada.mutate('undoChangeSet', { changeSetId: await last() }, 'id');
  await ada.mutate('completeTask', { id: task.id });
  expect(await undo()).toMatchObject({ __typename: 'ChangeSet' });
  expect(await tasksOf(ada, task)).toBe('11-23 TODO');
  on(app, '11-25');
  expect(await undo()).toMatchObject({ __typename: 'ChangeSet' });
  expect(await tasksOf(ada, task)).toBe('11-23 DONE, 11-24 TODO');
  await ada.mutate('reopenTask', { id: task.id });
  expect(await tasksOf(ada, task)).toBe('11-23 TODO');
  // A recurrence that was just begun is undone whole.
  const { id } = await ada.mutate('createTask', { title: 'Call' });
  const begun = await ada.mutate('repeatTask', { id, rule: 'FREQ=DAILY' }, fields);
  expect(await undo()).toMatchObject({ __typename: 'ChangeSet' });
  const { task: single } = await ada.query('query ($id: ID!) { task(id: $id) { occursOn recurrence { id } } }', { id });
  expect([single, begun.occursOn]).toEqual([{ occursOn: null, recurrence: null }, '2026-11-25']);
});

test('COUNT and UNTIL end a recurrence, and so does the trash until it comes back', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  for (const rule of ['FREQ=DAILY;COUNT=2', 'FREQ=DAILY;UNTIL=20261124T120000Z']) {
    const task = await repeat(ada, rule);
    await ada.mutate('completeTask', { id: task.id });
    await ada.mutate('completeTask', { id: (await lastOf(ada, task)).id });
    expect(await tasksOf(ada, task)).toBe('11-23 DONE, 11-24 DONE');
    // Going on longer, the next one is due at once.
    await ada.mutate('updateRecurrence', { id: task.recurrence.id, rule: 'FREQ=DAILY' });
    expect(await tasksOf(ada, task)).toBe('11-23 DONE, 11-24 DONE, 11-25 TODO');
  }
  const task = await repeat(ada, 'FREQ=DAILY');
  await ada.mutate('trash', { id: task.recurrence.id }, '__typename');
  await ada.mutate('completeTask', { id: task.id });
  expect(await tasksOf(ada, task)).toBe('11-23 DONE');
  await ada.mutate('restore', { id: task.recurrence.id }, '__typename');
  expect(await tasksOf(ada, task)).toBe('11-23 DONE, 11-24 TODO');
});

test('an edit is of one occurrence, of this and those that follow, or of all', async () => {
  const ada = await (await createTestApp()).person();
  const task = await repeat(ada, 'FREQ=DAILY');
  const titles = async () =>
    (await listed(ada, task.recurrence.id)).nodes.map(({ title }: { title: string }) => title).join(', ');
  const done = async () => ada.mutate('completeTask', { id: (await lastOf(ada, task)).id });
  const edit = async (occurrences: string | undefined, title: string) =>
    ada.mutate('updateTask', { id: (await lastOf(ada, task)).id, title, ...(occurrences && { occurrences }) });
  await edit('THIS', 'Water twice');
  await done();
  expect(await titles()).toBe('Water twice, Water');
  // Without a scope, what follows is like it.
  await edit(undefined, 'Feed');
  await done();
  await edit('FOLLOWING', 'Cut');
  await done();
  expect(await titles()).toBe('Water twice, Feed, Cut, Cut');
  await edit('ALL', 'Garden');
  expect(await titles()).toBe('Garden, Garden, Garden, Garden');
  const single = await ada.mutate('createTask', { title: 'Single' });
  expect(await ada.mutate('updateTask', { id: single.id, occurrences: 'ALL' })).toMatchObject({
    issues: [{ path: ['input', 'occurrences'], message: 'must not be given for a single task' }],
  });
});

test('the rule changes for all, or for this and those that follow; rescheduling is for one', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const task = await repeat(ada, 'FREQ=DAILY');
  await ada.mutate('completeTask', { id: task.id });
  const open = await lastOf(ada, task);
  await ada.mutate('rescheduleTask', { id: open.id, scheduledOn: '2026-11-29' });
  await ada.mutate('completeTask', { id: open.id });
  // What comes next goes by the day that it was for.
  expect(await tasksOf(ada, task)).toBe('11-23 DONE, 11-24 DONE, 11-25 TODO');
  // All: the open one is on a day that is none any more.
  const { id: recurrenceId } = task.recurrence;
  await ada.mutate('updateRecurrence', { id: recurrenceId, rule: 'FREQ=WEEKLY;BYDAY=SA', timeOfDay: '10:00' });
  const moved = await lastOf(ada, task);
  expect(moved).toMatchObject({ occursOn: '2026-11-28', scheduledAt: '2026-11-28T09:00:00.000Z' });
  await ada.mutate('updateRecurrence', { id: recurrenceId, exceptions: ['2026-11-28'] });
  expect(await lastOf(ada, task)).toMatchObject({ occursOn: '2026-12-05', id: moved.id });
  // This and those that follow.
  const split = await ada.mutate('repeatTask', { id: moved.id, rule: 'FREQ=MONTHLY;BYMONTHDAY=5' }, fields);
  expect(split).toMatchObject({ occursOn: '2026-12-05', occurrenceNumber: 1 });
  expect(split.recurrence.id).not.toBe(recurrenceId);
  expect(await tasksOf(ada, task)).toBe('11-23 DONE, 11-24 DONE');
  const { recurrence } = await ada.query('query ($id: ID!) { recurrence(id: $id) { rule endsOn ruleText } }', {
    id: recurrenceId,
  });
  expect(recurrence).toEqual({
    ...{ rule: 'FREQ=WEEKLY;BYDAY=SA;UNTIL=20261204', endsOn: '2026-12-04' },
    ruleText: 'every Saturday, until 4 December 2026',
  });
});

test('a preview says what a rule means; a recurrence goes on after its last task', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada', 'Europe/Berlin');
  const preview = async (args: string) =>
    (await ada.query(`{ recurrencePreview(${args}) { ruleText endsOn nextOccurrences(first: 3) { date startsAt } } }`))
      .recurrencePreview;
  // Clocks skip from two to three on 28 March 2027, and show two to three twice on 31 October.
  const spring = await preview('rule: "FREQ=DAILY", startsOn: "2027-03-27", timeOfDay: "02:30"');
  const late = { ruleText: 'every day', endsOn: null };
  await ada.mutate('updateProfile', { dayStartsAt: '00:00' });
  expect(await preview('rule: "FREQ=DAILY", startsOn: "2027-03-27", timeOfDay: "02:30"')).toEqual({
    ...late,
    nextOccurrences: [
      { date: '2027-03-27', startsAt: '2027-03-27T01:30:00.000Z' },
      { date: '2027-03-28', startsAt: '2027-03-28T01:30:00.000Z' },
      { date: '2027-03-29', startsAt: '2027-03-29T00:30:00.000Z' },
    ],
  });
  // Her day started at four before: half past two is the end of a day.
  expect(spring.nextOccurrences[0]).toEqual({ date: '2027-03-27', startsAt: '2027-03-28T01:30:00.000Z' });
  const autumn = await preview('rule: "FREQ=DAILY", startsOn: "2027-10-31", timeOfDay: "02:30"');
  expect(autumn.nextOccurrences[0].startsAt).toBe('2027-10-31T00:30:00.000Z');
  expect(await preview('rule: "FREQ=WEEKLY;COUNT=2", exceptions: ["2026-11-30"]')).toEqual({
    ...{ ruleText: 'every week, 2 times', endsOn: '2026-11-30' },
    nextOccurrences: [{ date: '2026-11-23', startsAt: null }],
  });
  const task = await repeat(ada, 'FREQ=WEEKLY');
  const query = 'query ($id: ID!) { recurrence(id: $id) { nextOccurrences(first: 2) { date } } }';
  expect((await ada.query(query, { id: task.recurrence.id })).recurrence.nextOccurrences).toEqual([
    { date: '2026-11-30' },
    { date: '2026-12-07' },
  ]);
});

test('a task that is done already repeats from now on', async () => {
  const ada = await (await createTestApp()).person();
  const { id } = await ada.mutate('createTask', { title: 'Call', scheduledOn: '-P1D' });
  await ada.mutate('completeTask', { id });
  const task = await ada.mutate('repeatTask', { id, rule: 'FREQ=DAILY' }, fields);
  expect(task).toMatchObject({ status: 'DONE', scheduledOn: '2026-11-22' });
  expect(await tasksOf(ada, task)).toBe('11-22 DONE, 11-23 TODO');
});

test('a new rule of an occurrence that is done holds for those that follow it', async () => {
  const app = await createTestApp();
  const ada = await scripted(app, await app.person());
  const [made, changed] = [await repeat(ada, 'FREQ=DAILY'), await repeat(ada, 'FREQ=DAILY')];
  for (const { id } of [made, changed]) await ada.mutate('completeTask', { id });
  // One that was only made goes, as it does when the one before it is opened again.
  const weekly = await ada.mutate('repeatTask', { id: made.id, rule: 'FREQ=WEEKLY' }, fields);
  expect([await tasksOf(ada, made), await tasksOf(ada, weekly)]).toEqual(['', '11-23 DONE, 11-30 TODO']);
  // One that was changed moves along with its content.
  const { id } = await lastOf(ada, changed);
  await ada.mutate('updateTask', { id, title: 'Call twice' });
  const moved = await ada.mutate('repeatTask', { id: changed.id, rule: 'FREQ=WEEKLY' }, fields);
  expect([await tasksOf(ada, changed), await tasksOf(ada, moved)]).toEqual(['', '11-23 DONE, 11-30 TODO']);
  expect(await lastOf(ada, moved)).toMatchObject({ id, title: 'Call twice', occurrenceNumber: 2 });
});

test('a preview begins with its start, also in the past, and costs as much as many fields', async () => {
  const ada = await (await createTestApp()).person();
  const one = 'recurrencePreview(rule: "FREQ=DAILY", startsOn: "2026-11-20") { nextOccurrences(first: 5) { date } }';
  const { recurrencePreview } = await ada.query(`{ ${one} }`);
  const dates = recurrencePreview.nextOccurrences.map(({ date }: { date: string }) => date.slice(5)).join(' ');
  expect(dates).toBe('11-20 11-21 11-22 11-23 11-24');
  const many = await ada.ask(`{ ${Array.from({ length: 20 }, (_, index) => `a${index}: ${one}`).join(' ')} }`);
  expect(many.errors?.[0]?.extensions.code).toBe('TOO_LARGE');
});

test('what is no rule is refused, and nothing is written', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createTask', { title: 'A' });
  for (const rule of [
    ...['FREQ=HOURLY', 'FREQ=DAILY;COUNT=2;UNTIL=20270101', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'daily'],
    ...['FREQ=DAILY;UNTIL=20261101', `FREQ=YEARLY;BYYEARDAY=${Array.from({ length: 300 }, (_, i) => i + 1).join()}`],
  ]) {
    const refused = await writingNothing(app, ada, () => ada.mutate('repeatTask', { id, rule }));
    expect([rule, refused.issues[0].path]).toEqual([rule, ['input', 'rule']]);
    const nested = { title: 'B', recurrence: { rule } };
    expect((await writingNothing(app, ada, () => ada.mutate('createTask', nested))).issues[0].path).toEqual([
      ...['input', 'recurrence', 'rule'],
    ]);
    const answer = await ada.ask('query ($rule: String!) { recurrencePreview(rule: $rule) { ruleText } }', { rule });
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  }
  const { issues } = await ada.mutate('completeTask', { id, completedAt: 'PT1H' });
  expect(issues).toEqual([{ path: ['input', 'completedAt'], message: 'must not be in the future' }]);
});

test('another person reaches neither a recurrence nor its tasks', async () => {
  const app = await createTestApp();
  const [ada, ben] = [await app.person(), await app.person('Ben')];
  const task = await repeat(ada, 'FREQ=DAILY');
  const query = 'query ($id: ID!) { recurrence(id: $id) { id } }';
  expect((await ben.query(query, { id: task.recurrence.id })).recurrence).toBe(null);
  for (const [name, input] of [
    ['updateRecurrence', { id: task.recurrence.id, rule: 'FREQ=WEEKLY' }],
    ['repeatTask', { id: task.id, rule: 'FREQ=WEEKLY' }],
    ['trash', { id: task.recurrence.id }],
  ] as const) {
    expect(await ben.mutate(name, input, '__typename')).toMatchObject({ __typename: 'NotFoundError' });
  }
});
