import { expect, test } from 'vitest';
import type { TodoValues } from '../../../support/fakes/graph/todo-values.ts';
import { conflictsOf, syncTodo, type TodoScene, tasksHere, todoScene } from '../../../support/todo.ts';

const due = (date: string): TodoValues['due'] => ({ dateTime: `${date}T00:00:00.0000000`, timeZone: 'UTC' });
const weekly = (more = {}): TodoValues['recurrence'] => ({
  pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'], firstDayOfWeek: 'monday' },
  range: { type: 'noEnd', startDate: '2026-11-23', ...more },
});

/** Ada's To Do with a task that repeats every Monday there. */
const scene = (more = {}) =>
  todoScene((todo, { inbox }) => {
    todo.add(inbox, { title: 'Water', due: due('2026-11-23'), recurrence: weekly(more) });
  });

/** The tasks of both sides, each as `title status due`. */
const here = async (one: TodoScene) =>
  (await tasksHere(one))
    .map(({ title, status, dueOn }: Record<string, string>) => `${title} ${status} ${dueOn}`)
    .sort();
const there = ({ todo, inbox }: TodoScene) =>
  todo
    .inList(inbox)
    .map((task) => `${task.title} ${task.status} ${task.due?.dateTime.slice(0, 10) ?? null}`)
    .sort();

const first = async (one: TodoScene) =>
  (await tasksHere(one)).find(({ status }: { status: string }) => status === 'TODO').id;

for (const copiesLinks of [false, true])
  test(`an occurrence that is completed here is completed there, and the next one comes once (links copied: ${copiesLinks})`, async () => {
    const one = await scene();
    const { app, owner, todo } = one;
    todo.oddities.copiesLinks = copiesLinks;
    for (const next of ['2026-11-30', '2026-12-07']) {
      await owner.mutate('completeTask', { id: await first(one) });
      await app.worker.work();
      for (let round = 0; round < 3; round++) await syncTodo(one);
      expect((await here(one)).filter((text: string) => text.includes('TODO'))).toEqual([`Water TODO ${next}`]);
      expect(there(one).filter((text) => text.includes('notStarted'))).toEqual([`Water notStarted ${next}`]);
    }
    expect(await here(one)).toEqual(['Water DONE 2026-11-23', 'Water DONE 2026-11-30', 'Water TODO 2026-12-07']);
    expect(there(one)).toHaveLength(3);
    expect(await conflictsOf(one)).toEqual([]);
    // What is reopened here is reopened there, and the next one stays.
    const { id } = (await tasksHere(one)).find(({ dueOn }: { dueOn: string }) => dueOn === '2026-11-30');
    await owner.mutate('reopenTask', { id });
    await syncTodo(one);
    await syncTodo(one);
    expect(await here(one)).toEqual(['Water DONE 2026-11-23', 'Water TODO 2026-11-30', 'Water TODO 2026-12-07']);
    expect(there(one)).toEqual([
      'Water completed 2026-11-23',
      'Water notStarted 2026-11-30',
      'Water notStarted 2026-12-07',
    ]);
  });

test('an occurrence that is completed there is done here, and the task goes on to the next', async () => {
  const one = await scene();
  const { todo, inbox } = one;
  const id = await first(one);
  const [task] = todo.inList(inbox);
  todo.update(task?.id ?? '', { status: 'completed' });
  await syncTodo(one);
  await syncTodo(one);
  expect(await here(one)).toEqual(['Water DONE 2026-11-23', 'Water TODO 2026-11-30']);
  expect(await first(one)).toBe(id);
  expect(there(one)).toEqual(['Water completed 2026-11-23', 'Water notStarted 2026-11-30']);
});

test('a completion whose response was lost completes one occurrence, as does one that To Do cannot take at first', async () => {
  const one = await scene();
  const { app, owner, todo, fake } = one;
  todo.oddities.lostResponses = 1;
  await owner.mutate('completeTask', { id: await first(one) });
  await app.worker.work();
  for (let round = 0; round < 3; round++) await syncTodo(one, 10);
  expect(await here(one)).toEqual(['Water DONE 2026-11-23', 'Water TODO 2026-11-30']);
  expect(there(one)).toEqual(['Water completed 2026-11-23', 'Water notStarted 2026-11-30']);
  fake.faults.push({ path: /tasks\/task-/, times: 1, respond: { status: 503, html: '' } });
  await owner.mutate('completeTask', { id: await first(one) });
  await app.worker.work();
  for (let round = 0; round < 3; round++) await syncTodo(one, 10);
  expect(await here(one)).toEqual(['Water DONE 2026-11-23', 'Water DONE 2026-11-30', 'Water TODO 2026-12-07']);
  expect(there(one)).toHaveLength(3);
});

test('the last occurrence ends the series on both sides', async () => {
  const one = await scene({ type: 'numbered', numberOfOccurrences: 2 });
  const { app, owner } = one;
  for (let round = 0; round < 2; round++) {
    await owner.mutate('completeTask', { id: await first(one) });
    await app.worker.work();
    await syncTodo(one);
  }
  await syncTodo(one);
  expect(await here(one)).toEqual(['Water DONE 2026-11-23', 'Water DONE 2026-11-30']);
  expect(there(one)).toEqual(['Water completed 2026-11-23', 'Water completed 2026-11-30']);
});

test('the due date of a task that repeats is that of To Do: another one here is not sent, which would make a task more', async () => {
  const one = await scene();
  const { app, owner, todo, inbox } = one;
  const id = await first(one);
  await owner.mutate('updateTask', { id, dueOn: '2026-11-25', title: 'Water the plants' });
  await app.worker.work();
  await syncTodo(one);
  expect(there(one)).toEqual(['Water the plants notStarted 2026-11-23']);
  expect(await here(one)).toEqual(['Water the plants TODO 2026-11-25']);
  expect(await conflictsOf(one)).toEqual([]);
  todo.update(todo.inList(inbox)[0]?.id ?? '', { due: due('2026-11-26'), recurrence: weekly() });
  await syncTodo(one);
  expect(await here(one)).toEqual(['Water the plants TODO 2026-11-26']);
});

test('a task that repeats on both sides has one next occurrence', async () => {
  const one = await scene();
  const { app, owner } = one;
  await owner.mutate('updateTask', { id: await first(one), scheduledOn: '2026-11-23' });
  await owner.mutate('repeatTask', { id: await first(one), rule: 'FREQ=WEEKLY;BYDAY=MO' });
  for (let round = 0; round < 2; round++) {
    await owner.mutate('completeTask', { id: await first(one) });
    await app.worker.work();
    for (let again = 0; again < 2; again++) await syncTodo(one);
  }
  expect(await here(one)).toEqual(['Water DONE 2026-11-23', 'Water DONE 2026-11-30', 'Water TODO 2026-12-07']);
  expect(there(one)).toEqual([
    'Water completed 2026-11-23',
    'Water completed 2026-11-30',
    'Water notStarted 2026-12-07',
  ]);
  // To take the completion back leaves the series there.
  const { id } = (await tasksHere(one)).find(({ dueOn }: { dueOn: string }) => dueOn === '2026-11-30');
  await owner.mutate('reopenTask', { id });
  await app.worker.work();
  await syncTodo(one);
  expect(there(one).filter((text) => text.includes('notStarted'))).toContain('Water notStarted 2026-12-07');
});

const item = 'todoItems { recurrenceRule recurrenceProblem isPending problem }';

test('a task is made to repeat there, by another rule, and no more', async () => {
  const one = await todoScene((todo, { inbox }) => void todo.add(inbox, { title: 'Water', due: due('2026-11-24') }));
  const { app, owner, todo, inbox } = one;
  const id = await first(one);
  const repeat = async (rule: string | null) => {
    await owner.mutate('repeatInTodo', { id, rule }, 'id');
    await app.worker.work();
    await syncTodo(one);
    return (await owner.query(`{ task(id: "${id}") { dueOn ${item} } }`)).task;
  };
  // The due date is no Monday: the first one of every other week from it on is.
  expect(await repeat('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO')).toMatchObject({
    dueOn: '2026-12-07',
    todoItems: [{ recurrenceRule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=MO', isPending: false, problem: null }],
  });
  expect(todo.inList(inbox)).toMatchObject([
    {
      due: due('2026-12-07'),
      recurrence: { pattern: { type: 'weekly', interval: 2 }, range: { startDate: '2026-12-07' } },
    },
  ]);
  expect(await repeat('FREQ=DAILY;COUNT=3')).toMatchObject({ todoItems: [{ recurrenceRule: 'FREQ=DAILY;COUNT=3' }] });
  expect(await repeat(null)).toMatchObject({ todoItems: [{ recurrenceRule: null, isPending: false }] });
  expect(todo.inList(inbox)).toMatchObject([{ title: 'Water', recurrence: null }]);
  expect(await here(one)).toHaveLength(1);
});

test('a rule that To Do cannot say, a task that is not there, is not open or repeats here is refused', async () => {
  const one = await todoScene((todo, { inbox }) => void todo.add(inbox, { title: 'Water' }));
  const { app, owner, todo, inbox } = one;
  const id = await first(one);
  const refused = async (input: object) => owner.mutate('repeatInTodo', { id, rule: 'FREQ=DAILY', ...input }, 'id');
  for (const rule of [
    'FREQ=MONTHLY;BYMONTHDAY=-1',
    'FREQ=YEARLY;BYYEARDAY=100',
    'FREQ=DAILY;BYDAY=MO',
    'FREQ=HOURLY',
    '',
  ])
    expect(await refused({ rule }), rule).toMatchObject({ code: 'INVALID_INPUT' });
  const { id: other } = await owner.mutate('createTask', { title: 'Not there' });
  expect(await refused({ id: other })).toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('not in To Do'),
  });
  expect(await refused({ ifVersion: 99 })).toMatchObject({ code: 'CONFLICT' });
  const grace = await app.person('Grace');
  expect(await grace.mutate('repeatInTodo', { id, rule: null }, 'id')).toMatchObject({ code: 'NOT_FOUND' });
  await owner.mutate('repeatTask', { id, rule: 'FREQ=DAILY' });
  expect(await refused({})).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('repeats here') });
  await owner.mutate('completeTask', { id });
  expect(await refused({})).toMatchObject({ code: 'CONFLICT', message: 'The task is not open.' });
  await app.worker.work();
  expect(
    todo
      .inList(inbox)
      .map(({ recurrence }) => recurrence)
      .filter(Boolean),
  ).toEqual([]);
});
