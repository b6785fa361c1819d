import { openStatuses } from '../domains/tasks/tasks/tasks.rules.ts';
import { completeTask, createTask, reorderTask, snoozeTask } from '../domains/tasks/tasks/tasks.service.ts';
import { createTimeEntry, startTimer } from '../domains/tasks/time-entries/time-entries.service.ts';
import type { ViewerContext } from '../platform/context.ts';
import type { Row } from '../platform/database/models.ts';
import { ownedBy } from '../platform/records/ownership.ts';
import type { LabelName } from './cast.ts';
import type { DemoDay } from './day.ts';
import type { World } from './world.ts';

interface Routine {
  readonly title: string;
  readonly label: LabelName;
  readonly rule: string;
  readonly anchor?: 'COMPLETION';
  readonly time?: string;
  readonly minutes: number;
}

/** What is done again and again. */
const routines: readonly Routine[] = [
  { title: 'Write the weekly update', label: 'Writing', rule: 'FREQ=WEEKLY;BYDAY=FR', time: '15:00', minutes: 30 },
  { title: 'Review the error budget', label: 'On call', rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', minutes: 20 },
  {
    title: 'Hand in my expenses',
    label: 'Admin',
    rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    minutes: 15,
  },
  {
    title: 'Tidy my notes',
    label: 'Learning',
    rule: 'FREQ=DAILY;INTERVAL=10',
    anchor: 'COMPLETION',
    minutes: 25,
  },
];

/** Starts the routines on the first day, and does what is due on each past one; every fifth day, it waits. */
export async function keepRoutines(day: DemoDay, world: World): Promise<void> {
  if (day.index === 0) for (const routine of routines) await start(day, world, routine);
  if (day.when !== 'PAST' || day.index % 5 === 4) return;
  const ctx = day.at('17:10');
  const due = await ctx.db.task.findMany({
    where: {
      AND: [
        ownedBy(ctx.viewer),
        { recurrenceId: { not: null }, occursOn: { lte: day.date }, status: { in: openStatuses } },
      ],
    },
    orderBy: { position: 'asc' },
  });
  await noteTime(ctx, day, due);
  for (const { id } of due) await completeTask(ctx, { id });
}

/** How long routines take by their estimates, in turn. */
const lengths = [0.8, 1, 1.3, 1, 1.6];

/** Notes the time that routines took, one after another. */
async function noteTime(ctx: ViewerContext, day: DemoDay, tasks: readonly Row<'task'>[]): Promise<void> {
  let start = day.moment('13:00');
  for (const [index, { id: taskId, estimateMinutes }] of tasks.entries()) {
    const minutes = Math.round((estimateMinutes ?? 0) * (lengths[(day.index + index) % lengths.length] ?? 1));
    const end = new Date(start.getTime() + minutes * 60_000);
    await createTimeEntry(ctx, { taskId, startedAt: start.toISOString(), endedAt: end.toISOString() });
    start = end;
  }
}

async function start(day: DemoDay, world: World, { title, label, time, minutes, rule, anchor }: Routine) {
  await createTask(day.at('08:05'), {
    title,
    labelIds: [world.labels.get(label) ?? ''],
    estimateMinutes: minutes,
    ...(time ? { scheduledAt: day.moment(time).toISOString() } : { scheduledOn: day.date }),
    recurrence: { rule, ...(anchor && { anchor }) },
  });
}

/** Today: a task that waits for two others, one done and one with a timer that runs, and one that is put off for some days. */
export async function waitForOthers(day: DemoDay, world: World): Promise<void> {
  if (day.when !== 'TODAY') return;
  const ctx = day.at('08:20');
  const later = day.at('08:40');
  const make = async (title: string, label: LabelName, input: object = {}) =>
    (await createTask(ctx, { title, labelIds: [world.labels.get(label) ?? ''], ...input })).id;
  const figures = await make('Get the figures of the event log checked', 'Deep work', { estimateMinutes: 30 });
  const draft = await make('Draft the post about the event log', 'Writing', { estimateMinutes: 90 });
  await make('Publish the post about the event log', 'Writing', { blockedByIds: [figures, draft] });
  // What others wait for comes first.
  await reorderTask(later, { id: figures });
  await completeTask(later, { id: draft });
  const id = await make('Book the train to the Type Meetup', 'Admin', { estimateMinutes: 10 });
  await snoozeTask(later, { id, untilDate: 'P3D' });
  await startTimer(later, { taskId: figures, notes: 'The numbers of last week first' });
}
