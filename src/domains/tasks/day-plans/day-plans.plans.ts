import type { Calendar } from '../../../platform/time/calendar.ts';
import { gapsBetween, merged, type Span, within } from '../../meetings/meeting-load/meeting-load.rules.ts';
import { priorityNames } from '../tasks/tasks.rules.ts';
import {
  type DayPlan,
  defaultOptions,
  type Leftover,
  minFocusWork,
  type Placement,
  type PlanFacts,
  type PlannableTask,
  type PlanOptions,
} from './day-plans.rules.ts';

/*
 * How tasks are fitted into the gaps of a day. The free time and the rest of the cap only become less, so that a task that did not
 * fit when it was its turn does not fit at the end either.
 */

const minute = 60_000;
const lengthOf = ({ start, end }: Span) => (end - start) / minute;
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

/** A task with what the order of a plan goes by. */
interface Candidate {
  readonly task: PlannableTask;
  /** The days until it is due. Infinite without a due date. */
  readonly slack: number;
  readonly minutes: number;
}

/**
 * The plan of a day. The same facts make the same plan, in whatever order they are given.
 *
 * 1. Tasks that have a time of the day stay, and take their time and their part of the cap.
 * 2. Focus work goes into the hours of the best energy, in the order of the plan; in parts only if each of them is focus work.
 * 3. What is left goes into the first gap that is long enough, in the order of the plan.
 */
export function planOf(facts: PlanFacts, calendar: Pick<Calendar, 'daysBetween'>): DayPlan {
  const { options, from, working, tasks } = facts;
  const kept = keptOf(facts);
  const gaps = gapsOf(facts, kept);
  const leftovers: Leftover[] = [];
  const candidates: Candidate[] = [];
  for (const task of tasks.toSorted(byId)) {
    const minutes = task.estimateMinutes ?? options.defaultEstimateMinutes;
    const slack = task.dueOn === null ? Number.POSITIVE_INFINITY : calendar.daysBetween(options.date, task.dueOn);
    const obstacle = obstacleOf(task, slack, facts);
    if (obstacle) leftovers.push({ taskId: task.id, ...obstacle });
    else if (minutes !== null) candidates.push({ task, slack, minutes });
  }
  const inOrder = candidates.sort(byOrder);
  const room = { free: gaps, minutes: Math.max(0, options.capMinutes - sum(kept.map(lengthOf))) };
  const placed = new Map<string, Placement[]>();
  const isFocus = ({ minutes }: Candidate) => minutes >= minFocusWork;
  const best = merged(facts.bestHours);
  for (const one of inOrder.filter(isFocus)) {
    const blocks = put(one.minutes, room, options, best);
    if (blocks) placed.set(one.task.id, placementsOf(one, blocks, 'BEST_ENERGY'));
  }
  for (const one of inOrder) {
    if (placed.has(one.task.id)) continue;
    const blocks = put(one.minutes, room, options);
    if (blocks) placed.set(one.task.id, placementsOf(one, blocks, 'FIRST_GAP'));
    else leftovers.push({ taskId: one.task.id, cause: 'NO_ROOM', explanation: noRoom(one, room, facts) });
  }
  const placements = [...placed.values()].flat().sort((a, b) => a.start - b.start);
  return { options, from, working, gaps, kept, placements, leftovers };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** The order of a plan: least slack, highest priority, most often carried over, longest; then by id. */
function byOrder(a: Candidate, b: Candidate): number {
  if (a.slack !== b.slack) return a.slack < b.slack ? -1 : 1;
  return (
    b.task.priority - a.task.priority ||
    b.task.carryOverCount - a.task.carryOverCount ||
    b.minutes - a.minutes ||
    byId(a.task, b.task)
  );
}

/** The tasks that have a time of the day, in order. */
function keptOf({ kept, options }: PlanFacts): Placement[] {
  const explanation = 'It was scheduled for this time.';
  return kept
    .map(({ id, start, estimateMinutes }): Placement => {
      const minutes = estimateMinutes ?? options.defaultEstimateMinutes ?? defaultOptions.defaultEstimateMinutes;
      const isEstimated = estimateMinutes !== null;
      const text = isEstimated ? explanation : `${explanation} ${assumed(minutes)}`;
      const block = { taskId: id, start, end: start + minutes * minute, part: 1, partCount: 1 };
      return { ...block, reason: 'ALREADY_PLACED', isEstimated, explanation: text };
    })
    .sort((a, b) => a.start - b.start || (a.taskId < b.taskId ? -1 : 1));
}

/** The working time from the start of a plan on that nothing takes. A meeting without length takes none. */
function gapsOf({ from, working, meetings, options }: PlanFacts, kept: readonly Span[]): Span[] {
  if (!working || from >= working.end) return [];
  const around = options.bufferMinutes * minute;
  const buffered = meetings
    .filter(({ start, end }) => end > start)
    .map(({ start, end }) => ({ start: start - around, end: end + around }));
  return gapsBetween(merged([...buffered, ...kept]), { start: from, end: working.end });
}

/** Why a task cannot be planned, wherever there is room. Null if it can. */
function obstacleOf(
  { snoozedUntil, isBlocked, dueOn, estimateMinutes }: PlannableTask,
  slack: number,
  { options, from }: PlanFacts,
): Pick<Leftover, 'cause' | 'explanation'> | null {
  if (snoozedUntil && snoozedUntil.getTime() > from) {
    return { cause: 'SNOOZED', explanation: 'It is snoozed beyond the time from which the day is planned.' };
  }
  if (isBlocked) return { cause: 'BLOCKED', explanation: 'It waits for another task that is open.' };
  if (slack < 0 && !options.includeOverdue) {
    return {
      cause: 'AFTER_DEADLINE',
      explanation: `It was due on ${dueOn}. Give it a new due date, or include overdue tasks.`,
    };
  }
  if (estimateMinutes === null && options.defaultEstimateMinutes === null) {
    return { cause: 'NO_ESTIMATE', explanation: 'It has no estimate, and none is assumed.' };
  }
  return null;
}

/** What is left of a day: its free time in order, and the minutes of its cap. */
interface Room {
  free: readonly Span[];
  minutes: number;
}

/**
 * Takes the time of a task from a room: the first that is long enough, as a whole if any gap holds it.
 * @param windows the only times to take it from, where no part is shorter than focus work. Default: all
 * @returns null if there is no room, which then stays as it is
 */
function put(minutes: number, room: Room, { splitOver }: PlanOptions, windows?: readonly Span[]): Span[] | null {
  if (minutes > room.minutes) return null;
  const isHeld = room.free.some((span) => lengthOf(span) >= minutes);
  const lengths = isHeld || !splitOver || minutes <= splitOver ? [minutes] : partsOf(minutes, splitOver);
  if (windows && Math.min(...lengths) < minFocusWork) return null;
  const taken = takeEach(room.free, lengths, windows);
  if (!taken) return null;
  room.free = taken.free;
  room.minutes -= minutes;
  return taken.blocks;
}

/** The lengths of the parts of a task: full ones, and what is left. With these, taking the first free time each loses no room. */
const partsOf = (minutes: number, most: number): number[] =>
  Array.from({ length: Math.ceil(minutes / most) }, (_, index) => Math.min(most, minutes - index * most));

function takeEach(free: readonly Span[], lengths: readonly number[], windows: readonly Span[] | undefined) {
  let left = free;
  const blocks: Span[] = [];
  for (const length of lengths) {
    const fitting = windows ? left.flatMap((span) => within(windows, span)) : left;
    const first = fitting.find((span) => lengthOf(span) >= length);
    if (!first) return null;
    const block = { start: first.start, end: first.start + length * minute };
    blocks.push(block);
    left = left.flatMap((span) => gapsBetween([block], span));
  }
  return { blocks: blocks.sort((a, b) => a.start - b.start), free: left };
}

const assumed = (minutes: number) => `It has no estimate: ${minutes} minutes are assumed.`;

function placementsOf(candidate: Candidate, blocks: readonly Span[], reason: Placement['reason']): Placement[] {
  const { task, minutes } = candidate;
  const isEstimated = task.estimateMinutes !== null;
  const explanation = [
    rankOf(candidate),
    reason === 'BEST_ENERGY' ? 'Focus work, in hours of your best energy.' : 'In the first gap that is long enough.',
    ...(blocks.length > 1 ? [`In ${blocks.length} parts, as no gap holds ${minutes} minutes.`] : []),
    ...(isEstimated ? [] : [assumed(minutes)]),
  ].join(' ');
  return blocks.map((block, index) => ({
    ...{ taskId: task.id, ...block, part: index + 1, partCount: blocks.length },
    ...{ reason, isEstimated, explanation },
  }));
}

/** What gives a task its place in the order, in a sentence. */
function rankOf({ task, slack }: Candidate): string {
  const due = {
    isPast: slack < 0,
    text: slack === 0 ? 'Due on the day' : `Due ${slack === 1 ? 'the day' : `${slack} days`} after`,
  };
  const parts = [
    task.dueOn === null ? 'No due date' : due.isPast ? `Overdue since ${task.dueOn}` : due.text,
    `priority ${priorityNames[task.priority]}`,
    ...(task.carryOverCount > 0 ? [`carried over ${task.carryOverCount}×`] : []),
  ];
  return `${parts.join(', ')}.`;
}

/** Why there is no room for a task. */
function noRoom({ minutes }: Candidate, { free, minutes: left }: Room, { working, from, options }: PlanFacts): string {
  if (!working) return 'There are no working hours on the day.';
  if (from >= working.end) return 'The working hours of the day are over.';
  if (minutes > left) {
    return `It takes ${minutes} minutes, and ${Math.floor(left)} of the cap of ${options.capMinutes} were left.`;
  }
  const longest = Math.max(0, ...free.map(lengthOf));
  return `It takes ${minutes} minutes, and the longest gap that was left had ${Math.floor(longest)}.`;
}
