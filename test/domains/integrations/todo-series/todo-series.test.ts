import { expect, test } from 'vitest';
import type { TodoValues } from '../../../support/fakes/graph/todo-values.ts';
import { conflictsOf, syncTodo, type TodoScene, tasksHere, todoScene } from '../../../support/todo.ts';

const due = (date: string): TodoValues['due'] => ({ dateTime: `${date}T00:00:00.0000000`, timeZone: 'UTC' });

/** Ada's To Do with a task that repeats every Monday, there and, unless it is not wanted, here. */
async function scene(
  repeatsHere = true,
  range: object = { type: 'noEnd' },
): Promise<TodoScene & { id: string; itemId: string }> {
  const one = await todoScene((todo, { inbox }) => {
    const pattern = { type: 'weekly', interval: 1, daysOfWeek: ['monday'], firstDayOfWeek: 'monday' };
    const recurrence = { pattern, range: { ...range, startDate: '2026-11-23' } };
    todo.add(inbox, { title: 'Water', due: due('2026-11-23'), recurrence });
  });
  const itemId = one.todo.inList(one.inbox)[0]?.id ?? '';
  if (!repeatsHere) return { ...one, itemId };
  const [{ id }] = await tasksHere(one);
  await one.owner.mutate('updateTask', { id, scheduledOn: '2026-11-23' });
  await one.owner.mutate('repeatTask', { id, rule: 'FREQ=WEEKLY;BYDAY=MO' });
  await syncTodo(one);
  return { ...one, itemId };
}

interface OneHere {
  status: string;
  dueOn: string;
  occurrenceNumber: number | null;
  todoItems: { recurrenceRule: string | null }[];
}

/** The tasks here, in the order of their due dates, each as `status due number`. */
async function here({ owner }: TodoScene): Promise<string[]> {
  const text = '{ tasks(first: 100) { nodes { status dueOn occurrenceNumber todoItems { recurrenceRule } } } }';
  return (await owner.query(text)).tasks.nodes
    .map(
      ({ status, dueOn, occurrenceNumber, todoItems }: OneHere) =>
        `${dueOn} ${status} ${occurrenceNumber ?? '-'} ${todoItems.map(({ recurrenceRule }) => (recurrenceRule ? 'series' : 'single')).join()}`,
    )
    .sort();
}
const there = ({ todo, inbox }: TodoScene) =>
  todo
    .inList(inbox)
    .map((task) => `${task.due?.dateTime.slice(0, 10) ?? null} ${task.status}`)
    .sort();

async function settled(one: TodoScene) {
  for (let round = 0; round < 3; round++) await syncTodo(one);
  expect(await conflictsOf(one)).toEqual([]);
}

for (const oddity of ['none', 'copiesLinks', 'copiesLate'] as const)
  test(`a completion there of a task that repeats on both sides is one here, and both series go on (oddity: ${oddity})`, async () => {
    const one = await scene();
    const { owner, todo, itemId } = one;
    const [first] = await tasksHere(one);
    if (oddity !== 'none') todo.oddities[oddity] = true;
    todo.update(itemId, { status: 'completed' });
    await settled(one);
    expect(await here(one)).toEqual(['2026-11-23 DONE 1 single', '2026-11-30 TODO 2 series']);
    expect(there(one)).toEqual(['2026-11-23 completed', '2026-11-30 notStarted']);
    // The task that was completed is the one that was here before.
    expect((await owner.query(`{ task(id: "${first.id}") { status dueOn } }`)).task).toEqual({
      status: 'DONE',
      dueOn: '2026-11-23',
    });
    // Then here, and there once more.
    const open = (await tasksHere(one)).find(({ status }: { status: string }) => status === 'TODO');
    await owner.mutate('completeTask', { id: open.id });
    await settled(one);
    todo.update(itemId, { status: 'completed' });
    await settled(one);
    expect(await here(one)).toEqual([
      '2026-11-23 DONE 1 single',
      '2026-11-30 DONE 2 single',
      '2026-12-07 DONE 3 single',
      '2026-12-14 TODO 4 series',
    ]);
    expect(there(one).filter((text) => text.includes('notStarted'))).toEqual(['2026-12-14 notStarted']);
    expect(there(one)).toHaveLength(4);
  });

test('several completions there between two syncs complete as many occurrences here', async () => {
  const one = await scene();
  for (let count = 0; count < 3; count++) one.todo.update(one.itemId, { status: 'completed' });
  await settled(one);
  expect(await here(one)).toEqual([
    '2026-11-23 DONE 1 single',
    '2026-11-30 DONE 2 single',
    '2026-12-07 DONE 3 single',
    '2026-12-14 TODO 4 series',
  ]);
  expect(there(one)).toHaveLength(4);
});

for (const repeatsHere of [true, false])
  test(`an occurrence that both sides have completed before a sync is one (repeats here: ${repeatsHere})`, async () => {
    const one = await scene(repeatsHere);
    const [{ id }] = await tasksHere(one);
    one.todo.update(one.itemId, { status: 'completed' });
    await one.owner.mutate('completeTask', { id });
    await settled(one);
    const numbers = repeatsHere ? ['1', '2'] : ['-', '-'];
    expect(await here(one)).toEqual([`2026-11-23 DONE ${numbers[0]} single`, `2026-11-30 TODO ${numbers[1]} series`]);
    expect(there(one)).toEqual(['2026-11-23 completed', '2026-11-30 notStarted']);
  });

test('occurrences that were completed here before a sync are completed there, all at once', async () => {
  const one = await scene();
  for (const dueOn of ['2026-11-23', '2026-11-30', '2026-12-07']) {
    const task = (await tasksHere(one)).find((each: { dueOn: string }) => each.dueOn === dueOn);
    await one.owner.mutate('completeTask', { id: task.id });
  }
  await syncTodo(one);
  const completed = ['2026-11-23 completed', '2026-11-30 completed', '2026-12-07 completed'];
  expect(there(one)).toEqual([...completed, '2026-12-14 notStarted']);
  await settled(one);
  expect(await here(one)).toEqual([
    '2026-11-23 DONE 1 single',
    '2026-11-30 DONE 2 single',
    '2026-12-07 DONE 3 single',
    '2026-12-14 TODO 4 series',
  ]);
  expect(there(one)).toEqual([...completed, '2026-12-14 notStarted']);
});

test('a series that has ended there goes on here, and its occurrences come there as tasks that do not repeat', async () => {
  const one = await scene(true, { type: 'numbered', numberOfOccurrences: 2 });
  for (let count = 0; count < 2; count++) one.todo.update(one.itemId, { status: 'completed' });
  await settled(one);
  expect(await here(one)).toEqual(['2026-11-23 DONE 1 single', '2026-11-30 DONE 2 series', '2026-12-07 TODO 3 single']);
  expect(there(one)).toEqual(['2026-11-23 completed', '2026-11-30 completed', '2026-12-07 notStarted']);
});

test('an occurrence that is only moved there is moved here, and completing it then completes that one', async () => {
  const one = await scene();
  const { owner, todo, itemId } = one;
  const recurrence = todo.get(itemId)?.recurrence ?? null;
  todo.update(itemId, { due: due('2026-11-26'), recurrence });
  await settled(one);
  expect(await here(one)).toEqual(['2026-11-26 TODO 1 series']);
  const [{ id }] = await tasksHere(one);
  await owner.mutate('completeTask', { id });
  await settled(one);
  expect(there(one)).toEqual(['2026-11-26 completed', '2026-12-03 notStarted']);
  expect(await here(one)).toEqual(['2026-11-26 DONE 1 single', '2026-12-03 TODO 2 series']);
});

test('a completion there while something else is sent from here is taken once, with what was sent', async () => {
  const one = await scene();
  const { owner, todo, fake, itemId } = one;
  const [{ id }] = await tasksHere(one);
  await owner.mutate('updateTask', { id, title: 'Water all', priority: 'HIGH' });
  fake.faults.push({
    path: new RegExp(`tasks/${itemId}$`),
    times: 1,
    respond: () => {
      todo.update(itemId, { status: 'completed' });
      return { status: 412, json: { error: { code: 'ErrorIrresolvableConflict' } } };
    },
  });
  await settled(one);
  expect(await here(one)).toEqual(['2026-11-23 DONE 1 single', '2026-11-30 TODO 2 series']);
  expect(todo.inList(one.inbox).map(({ title, importance }) => [title, importance])).toEqual([
    ['Water all', 'high'],
    ['Water all', 'high'],
  ]);
});

test('an occurrence that was deleted is not taken for a later one that To Do gives the links of it', async () => {
  const one = await scene();
  const { owner, todo, itemId } = one;
  todo.oddities.copiesLinks = true;
  const [{ id }] = await tasksHere(one);
  await owner.mutate('completeTask', { id });
  await settled(one);
  await owner.mutate('updateTask', { id, title: 'Water the palm' });
  await owner.mutate('trash', { id });
  await settled(one);
  todo.update(itemId, { status: 'completed' });
  await settled(one);
  expect(await here(one)).toEqual(['2026-11-30 DONE 2 single', '2026-12-07 TODO 3 series']);
  expect(await tasksHere(one, true)).toMatchObject([{ title: 'Water the palm', dueOn: '2026-11-23' }]);
  expect(there(one)).toEqual(['2026-11-30 completed', '2026-12-07 notStarted']);
});
