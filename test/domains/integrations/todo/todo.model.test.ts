import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TodoFields } from '../../../../src/integrations/graph/todo.ts';
import {
  asOurs,
  oursOf,
  type SyncedTask,
  theirsOf,
  todoFields,
  todoFrom,
} from '../../../../src/integrations/graph/todo-fields.ts';
import type { FakeTodo } from '../../../support/fakes/graph/todo.ts';
import type { TodoValues } from '../../../support/fakes/graph/todo-values.ts';
import '../../../support/properties.ts';
import { leaveToCI } from '../../../support/services.ts';
import { choose, dueInBerlin, syncTodo, type TodoScene, todoScene } from '../../../support/todo.ts';

/*
 * Any edits on both sides, with syncs and faults among them: in the end both sides say the same, or a conflict is shown, and no edit is
 * lost. What is completed at To Do of a task that repeats on both sides is completed here as often. A title that somebody wrote is on one of the sides, unless it was written over, deleted or decided against where it could
 * be seen. `WAYMARK_MODEL_RUNS` sets the number of runs, `WAYMARK_TEST_SEED` the seed.
 */

interface Model extends TodoScene {
  /** All titles that were written. */
  written: Set<string>;
  /** Those that somebody has seen and ended: by another title, a deletion, or the end of a conflict. */
  ended: Set<string>;
  /** Writes a new title. */
  write: () => string;
  /** What was wrong on the way. */
  faults: string[];
  counts: { runs: number; steps: number; conflicts: number; completions: number };
}
type Step = (model: Model) => Promise<void> | void;

const nat = fc.nat({ max: 5 });
const pick = <T>(all: readonly T[], number: number): T | undefined => all[number % Math.max(1, all.length)];
const there = ({ todo }: Model, number: number) => pick(todo.tasks(), number);
const here = async ({ app }: Model, number: number, trashed = false) =>
  pick(
    await app.db.reads.task.findMany({ where: { trashedAt: trashed ? { not: null } : null }, orderBy: { id: 'asc' } }),
    number,
  );
const idOf = (id: string) => `Task:${id}`;

const statuses = fc.constantFrom('notStarted', 'inProgress', 'completed', 'waitingOnOthers', 'deferred');
const theirEdit = fc.record(
  {
    status: statuses,
    importance: fc.constantFrom('low', 'normal', 'high'),
    due: fc.constantFrom(null, dueInBerlin('2026-12-01'), dueInBerlin('2026-12-24')),
  },
  { requiredKeys: [] },
);
const ourEdit = fc.record(
  {
    status: fc.constantFrom('TODO', 'IN_PROGRESS', 'DONE', 'CANCELLED'),
    priority: fc.constantFrom('NONE', 'LOW', 'MEDIUM', 'HIGH', 'URGENT'),
    dueOn: fc.constantFrom(null, '2026-12-01', '2026-12-24'),
  },
  { requiredKeys: [] },
);
const faults = fc.constantFrom(
  { status: 401, html: '' },
  { status: 410, html: '' },
  { status: 412, json: { error: { code: 'x' } } },
  { status: 429, headers: { 'retry-after': '60' }, html: '' },
  { status: 429, html: '<html>' },
  { status: 503, html: '' },
  { status: 400, json: { error: { code: 'invalidRequest', message: 'No.' } } },
);

const add = nat.map(
  (number): Step =>
    ({ todo, inbox, other, write }) => {
      todo.add(number % 2 === 0 ? inbox : other, { title: write() });
    },
);
const daily = { pattern: { type: 'daily', interval: 1 }, range: { type: 'noEnd', startDate: '2026-12-01' } };
/** Edits a task there as its app does which, unlike the API, moves a task that repeats. */
const editThere = ({ todo }: Model, task: FakeTodo, edit: Partial<TodoValues>) =>
  todo.update(task.id, { ...edit, ...(task.recurrence && edit.due && { recurrence: task.recurrence }) });
/** Adds a task that repeats there. */
const addSeries = nat.map(
  (number): Step =>
    ({ todo, inbox, other, write }) => {
      const values = { title: write(), due: dueInBerlin('2026-12-01'), recurrence: structuredClone(daily) };
      todo.add(number % 2 === 0 ? inbox : other, values);
    },
);
/** The tasks that repeat at To Do and are open, with theirs. */
async function series({ app, todo }: Model, number: number, task: object = {}) {
  const items = await app.db.reads.todoItem.findMany({
    where: { repeats: true, task: { trashedAt: null, ...task } },
    include: { task: true },
    orderBy: { id: 'asc' },
  });
  const item = pick(items, number);
  const theirs = todo.get(item?.itemId ?? '');
  return item?.task && theirs?.recurrence && theirs.status !== 'completed'
    ? { id: item.id, ours: item.task, theirs }
    : null;
}
/** Completes occurrences there. Between syncs that succeed, each is one here, if the task repeats here, too. */
async function completeThere(model: Model, number: number, count: number, task?: object): Promise<void> {
  const { app, todo, counts, faults } = model;
  // An account starts at most 30 syncs a minute by hand.
  if ((await app.db.reads.syncRun.count({ where: { kind: 'TODO' } })) > 16) return;
  const isSynced = async () => {
    const outcomes = [(await syncTodo(model, 30)).outcome, (await syncTodo(model)).outcome];
    return outcomes.every((outcome) => outcome === 'SUCCEEDED');
  };
  const isClean = await isSynced();
  const one = await series(model, number, task);
  if (!one) return;
  const { recurrenceId, status } = one.ours;
  const countDone = () => app.db.reads.task.count({ where: { recurrenceId, status: 'DONE' } });
  const before = await countDone();
  const where = { todoItemId: one.id, resolvedAt: null };
  const isConflict = (await app.db.reads.syncConflict.count({ where })) > 0;
  for (let times = 0; times < count; times++) todo.update(one.theirs.id, { status: 'completed' });
  const isTold = isClean && !isConflict && recurrenceId !== null && one.theirs.due !== null;
  if (!isTold || !['TODO', 'IN_PROGRESS'].includes(status) || !(await isSynced())) return;
  const done = (await countDone()) - before;
  counts.completions += 1;
  if (done !== count) faults.push(`${count} completions of ${one.theirs.title} there were ${done} here`);
}
const steps: fc.Arbitrary<Step>[] = [
  add,
  add,
  addSeries,
  fc.tuple(nat, fc.integer({ min: 1, max: 2 })).map(
    ([number, count]): Step =>
      (model) =>
        completeThere(model, number, count),
  ),
  // Completes one here.
  nat.map(
    (number): Step =>
      async (model) => {
        const one = await series(model, number);
        if (one) await model.owner.mutate('completeTask', { id: idOf(one.ours.id) });
      },
  ),
  // Has one repeat here, too.
  nat.map(
    (number): Step =>
      async (model) => {
        const one = await series(model, number);
        if (!one || one.ours.recurrenceId !== null) return;
        await model.owner.mutate('repeatTask', { id: idOf(one.ours.id), rule: 'FREQ=DAILY' });
      },
  ),
  fc.constant<Step>(async ({ owner, labelId, write }) => {
    await owner.mutate('createTask', { title: write(), labelIds: [labelId] });
  }),
  fc.tuple(nat, theirEdit, fc.boolean()).map(
    ([number, edit, isRenamed]): Step =>
      (model) => {
        const task = there(model, number);
        if (!task) return;
        if (isRenamed) model.ended.add(task.title);
        const title = isRenamed ? model.write() : task.title;
        editThere(model, task, { ...edit, title });
      },
  ),
  fc.tuple(nat, ourEdit, fc.boolean()).map(
    ([number, edit, isRenamed]): Step =>
      async (model) => {
        const task = await here(model, number);
        if (!task) return;
        if (isRenamed) model.ended.add(task.title);
        const title = isRenamed ? model.write() : task.title;
        await model.owner.mutate('updateTask', { id: idOf(task.id), ...edit, title });
      },
  ),
  nat.map(
    (number): Step =>
      (model) => {
        const task = there(model, number);
        if (!task) return;
        model.ended.add(task.title);
        model.todo.remove(task.id);
      },
  ),
  nat.map(
    (number): Step =>
      async (model) => {
        const task = await here(model, number);
        if (task) await model.owner.mutate('trash', { id: idOf(task.id) });
      },
  ),
  nat.map(
    (number): Step =>
      async (model) => {
        const task = await here(model, number, true);
        if (task) await model.owner.mutate('restore', { id: idOf(task.id) });
      },
  ),
  nat.map(
    (number): Step =>
      (model) => {
        const task = there(model, number);
        if (!task) return;
        model.todo.move(task.id, task.listId === model.inbox ? model.other : model.inbox);
      },
  ),
  fc.tuple(nat, fc.boolean()).map(
    ([number, isOurs]): Step =>
      async (model) => {
        const { app, todo, owner, ended } = model;
        const open = await app.db.reads.syncConflict.findMany({
          where: { resolvedAt: null },
          include: { task: true, todoItem: true },
          orderBy: { id: 'asc' },
        });
        const conflict = pick(open, number);
        if (!conflict) return;
        // What was shown of the other side is what was decided against.
        const { theirs } = conflict.todoItem;
        if (!isOurs) ended.add(conflict.task.title);
        else if (theirs !== null && todo.get(conflict.todoItem.itemId ?? '')) ended.add(JSON.parse(theirs).title);
        await owner.mutate('resolveSyncConflict', {
          id: `SyncConflict:${conflict.id}`,
          keep: isOurs ? 'KEEP_OURS' : 'KEEP_THEIRS',
        });
      },
  ),
  // Both sides change the same task.
  fc.tuple(nat, theirEdit, ourEdit).map(
    ([number, their, our]): Step =>
      async (model) => {
        const items = await model.app.db.reads.todoItem.findMany({ include: { task: true }, orderBy: { id: 'asc' } });
        const item = pick(items, number);
        const task = model.todo.get(item?.itemId ?? '');
        if (!item?.task || item.task.trashedAt || !task) return;
        for (const title of [task.title, item.task.title]) model.ended.add(title);
        editThere(model, task, { ...their, title: model.write() });
        await model.owner.mutate('updateTask', { id: idOf(item.task.id), ...our, title: model.write() });
      },
  ),
  fc.constant<Step>(({ todo }) => todo.forget()),
  fc.integer({ min: 1, max: 4 }).map(
    (pageSize): Step =>
      ({ todo }) =>
        void Object.assign(todo.oddities, { pageSize }),
  ),
  fc.boolean().map(
    (isMessy): Step =>
      ({ todo }) =>
        void Object.assign(todo.oddities, { isMessy }),
  ),
  fc.record({ tellsLinks: fc.boolean(), copiesLinks: fc.boolean(), copiesLate: fc.boolean() }).map(
    (oddities): Step =>
      ({ todo }) =>
        void Object.assign(todo.oddities, oddities),
  ),
  fc.integer({ min: 1, max: 2 }).map(
    (lostResponses): Step =>
      ({ todo }) =>
        void Object.assign(todo.oddities, { lostResponses }),
  ),
  faults.map(
    (respond): Step =>
      ({ fake }) => {
        fake.faults.push({ path: /\/todo\//, times: 1, respond });
      },
  ),
  fc.constant<Step>(async (model) => void (await syncTodo(model))),
  fc.constant<Step>(async (model) => void (await syncTodo(model, 30))),
];

const fieldsOf = ({ title, body, status, importance, due }: FakeTodo): TodoFields => ({
  ...{ title, body, status, importance, dueDateTime: due },
});

/** Whether both sides say the same of a field, each as well as it can. */
function agree(field: (typeof todoFields)[number], ours: SyncedTask, theirs: TodoFields): boolean {
  const [mine, its] = [oursOf(ours, field), theirsOf(theirs, field)];
  const asTheirs = Object.values(todoFrom(ours, [field]))[0];
  return (
    JSON.stringify(asOurs(field, its, 'Europe/Berlin')) === JSON.stringify(mine) ||
    JSON.stringify(asTheirs) === JSON.stringify(its)
  );
}

async function requireEqual(model: Model): Promise<void> {
  const { app, todo, written, ended } = model;
  expect(model.faults).toEqual([]);
  const items = await app.db.reads.todoItem.findMany({ include: { task: true } });
  const open = await app.db.reads.syncConflict.findMany({ where: { resolvedAt: null } });
  const inConflict = new Map(open.map((one) => [one.todoItemId, one]));
  const byItem = new Map(items.map((item) => [item.itemId, item]));
  // Each task of To Do is one here, which says the same, but for what a conflict shows.
  for (const task of todo.tasks()) {
    const item = byItem.get(task.id);
    expect(item?.task, `${task.title} has no task here`).toBeTruthy();
    const conflict = inConflict.get(item?.id ?? '');
    if (!item?.task || (conflict && conflict.kind !== 'CHANGED_ON_BOTH')) continue;
    expect(item.task.trashedAt, `${task.title} is in the trash without a conflict`).toBeNull();
    const shown = new Set((conflict?.fields as { field: string }[] | undefined)?.map(({ field }) => field));
    // The due date of a task that repeats is that of To Do.
    for (const field of item.repeats ? todoFields.filter((one) => one !== 'DUE_ON') : todoFields) {
      const isEqual = agree(field, item.task, fieldsOf(task));
      expect(isEqual, `${field} of ${task.title} and ${item.task.title}`).toBe(!shown.has(field));
    }
  }
  // A task that repeats on both sides is, on both, the last of its occurrences, unless the series has ended there.
  for (const item of items) {
    if (!item.repeats || !item.task?.recurrenceId || item.task.trashedAt || inConflict.has(item.id)) continue;
    if (todo.get(item.itemId ?? '')?.status === 'completed') continue;
    const { recurrenceId, occurrenceNumber } = item.task;
    const where = { recurrenceId, occurrenceNumber: { gt: occurrenceNumber ?? 0 }, trashedAt: null };
    expect(await app.db.reads.task.count({ where }), `${item.task.title} is not the last occurrence`).toBe(0);
  }
  // Each active task that is synced is at To Do, and none is there twice.
  for (const item of items) {
    if (!item.task || item.task.trashedAt || inConflict.has(item.id)) continue;
    expect(todo.get(item.itemId ?? ''), `${item.task.title} is not at To Do`).toBeTruthy();
  }
  const synced = items.flatMap(({ taskId }) => taskId ?? []);
  expect(new Set(synced).size).toBe(synced.length);
  const present = new Set([
    ...(await app.db.reads.task.findMany()).map(({ title }) => title),
    ...todo.tasks().map(({ title }) => title),
  ]);
  expect([...written].filter((title) => !ended.has(title) && !present.has(title))).toEqual([]);
}

test('after any edits and faults both sides are equal or a conflict is shown, and no edit is lost', async (context) => {
  leaveToCI(context);
  const counts = { runs: 0, steps: 0, conflicts: 0, completions: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...steps), { minLength: 10, maxLength: 40, size: 'max' }), async (script) => {
      const [written, ended] = [new Set<string>(), new Set<string>()];
      const write = () => {
        const title = `Title ${written.size + 1}`;
        written.add(title);
        return title;
      };
      const scene = await todoScene();
      await choose(scene, 'Work', { isSynced: true });
      const model: Model = { ...scene, written, ended, write, faults: [], counts };
      for (let count = 0; count < 3; count++) model.todo.add(model.inbox, { title: write() });
      // And one that repeats on both sides.
      const repeating = { title: write(), due: dueInBerlin('2026-12-01'), recurrence: structuredClone(daily) };
      model.todo.add(model.inbox, repeating);
      await syncTodo(model);
      const one = await series(model, 0);
      await model.owner.mutate('repeatTask', { id: idOf(one?.ours.id ?? ''), rule: 'FREQ=DAILY' });
      for (const step of script) {
        model.app.clock.advance(1_000);
        await step(model);
      }
      for (const fault of model.fake.faults) fault.times = 0;
      model.todo.oddities.lostResponses = 0;
      await completeThere(model, 0, 2, { recurrenceId: { not: null } });
      // What To Do has refused is sent again within a day.
      for (let day = 0; day < 3; day++) await syncTodo(model, 25 * 60);
      expect(await syncTodo(model)).toMatchObject({
        outcome: 'SUCCEEDED',
        createdCount: 0,
        updatedCount: 0,
        cancelledCount: 0,
      });
      await requireEqual(model);
      counts.conflicts += await model.app.db.reads.syncConflict.count();
      counts.runs += 1;
      counts.steps += script.length;
      await model.app.close();
    }),
    // A failure is told as it is: to shrink it takes minutes.
    { numRuns: Number(process.env.WAYMARK_MODEL_RUNS ?? 3), endOnFailure: true },
  );
  if (process.env.WAYMARK_MODEL_RUNS) console.info(counts);
});
