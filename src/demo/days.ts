import { closeDay, setDailyFocus } from '../domains/daily-focus/daily-focus.service.ts';
import { createEnergyEntry } from '../domains/energy/energy.service.ts';
import { recordEngagement } from '../domains/engagement/engagement.service.ts';
import { createGoalCheckIn } from '../domains/goal-check-ins/goal-check-ins.service.ts';
import { createLearning } from '../domains/learnings/learnings.service.ts';
import { createMeetingItem } from '../domains/meeting-items/meeting-items.service.ts';
import { createMeeting } from '../domains/meetings/meetings.service.ts';
import { createAssessment } from '../domains/skill-assessments/skill-assessments.service.ts';
import { completeTask, createTask } from '../domains/tasks/tasks.service.ts';
import type { ViewerContext } from '../platform/context.ts';
import { toGlobalId } from '../platform/ids.ts';
import { series } from './cast.ts';
import type { Random } from './random.ts';
import * as texts from './texts.ts';
import type { World } from './world.ts';

/** One day of the half-year. */
export interface DemoDay {
  /** How many days after the first. */
  index: number;
  date: string;
  /** 1 is Monday, 7 is Sunday. */
  weekday: number;
  /** Whether it is over; on others, nothing has happened yet and only plans are made. */
  isPast: boolean;
  /** The context at a time of this day, by the clock on the wall. */
  at(time: string): ViewerContext;
}

const workdays = 5;
const week = 7;
/** How many of what there is to be in all, over the days of the half-year that are over. */
const totals = { energy: 500, learnings: 150, singles: 18, checkInsEach: 6 };

/** How many of `total` things, spread evenly over `days`, fall on one of them. */
const share = (total: number, days: number, index: number) =>
  Math.floor(((index + 1) * total) / days) - Math.floor((index * total) / days);

/** Lives one day: its meetings, tasks, focus, energy, and what was learned. */
export async function liveDay(day: DemoDay, days: number, world: World, random: Random): Promise<void> {
  const meetings = await meet(day, days, world, random);
  const tasks = await work(day, world, random, meetings);
  if (!day.isPast) return;
  if (day.weekday <= workdays) await focus(day, random, tasks);
  await feel(day, days, world, random, tasks);
  await learn(day, days, world, random);
  await takeStock(day, days, world, random);
}

async function meet(day: DemoDay, days: number, world: World, random: Random): Promise<string[]> {
  const plans: { title: string; at: string; minutes: number; seriesId?: string; who: readonly string[] }[] = [];
  for (const one of series) {
    const turn = Math.floor(day.index / week) % one.every === 0;
    if (one.day !== day.weekday || !turn) continue;
    const seriesId = world.series.get(one.title);
    plans.push({ title: one.title, at: one.at, minutes: one.minutes, who: one.who, ...(seriesId && { seriesId }) });
  }
  if (day.isPast && day.weekday <= workdays && random.chance((totals.singles * week) / (days * workdays))) {
    const who = random.some([...world.people.keys()], 2);
    plans.push({ title: random.pick(texts.singles), at: '16:00', minutes: 60, who });
  }
  const made: string[] = [];
  for (const { title, at, minutes, seriesId, who } of plans) {
    const startsAt = day.at(at).calendar.now;
    const ctx = day.at('08:00');
    const attendees = who.map((name) => ({ personId: world.people.get(name) ?? null, response: 'ACCEPTED' as const }));
    const meeting = await createMeeting(ctx, {
      title,
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + minutes * 60_000).toISOString(),
      notes:
        day.isPast && random.chance(0.5)
          ? `${random.pick(texts.reflections)} Next time: ${random.pick(texts.agenda).toLowerCase()}.`
          : '',
      attendees,
      ...(seriesId && { seriesId }),
    });
    const meetingId = toGlobalId('Meeting', meeting.id);
    made.push(meetingId);
    for (const text of random.some(texts.agenda, random.integer(0, 3))) {
      await createMeetingItem(ctx, { meetingId, kind: 'AGENDA', text });
    }
    if (random.chance(0.4))
      await createMeetingItem(ctx, { meetingId, kind: 'PREPARATION', text: random.pick(texts.preparation) });
    if (day.isPast && random.chance(0.25))
      await createMeetingItem(ctx, { meetingId, kind: 'DECISION', text: random.pick(texts.decisions) });
  }
  return made;
}

async function work(day: DemoDay, world: World, random: Random, meetings: string[]): Promise<string[]> {
  const count = day.weekday <= workdays ? random.integer(6, 8) : random.integer(0, 1);
  const made: string[] = [];
  for (let i = 0; i < count; i++) {
    const kind = random.pick(texts.tasks);
    const meetingId = meetings.length > 0 && random.chance(0.15) ? random.pick(meetings) : null;
    const task = await createTask(day.at('08:15'), {
      title: `${random.pick(kind.verbs)} ${random.pick(kind.objects)}`,
      priority: random.pick([0, 1, 2, 2, 3, 4]),
      estimateMinutes: Math.round((kind.minutes * (0.5 + random.next())) / 5) * 5,
      labelIds: [world.labels.get(kind.label) ?? ''],
      skillIds: random.chance(0.2) ? [random.pick([...world.skills.values()])] : [],
      goalId: random.chance(0.3) ? random.pick(world.goals).id : null,
      meetingId,
      ...(random.chance(0.8)
        ? { scheduledOn: 'TODAY' }
        : { scheduledAt: day.at(`1${random.integer(0, 6)}:30`).calendar.now.toISOString() }),
      deadline: random.chance(0.2) ? `P${random.integer(1, 10)}D` : null,
    });
    const id = toGlobalId('Task', task.id);
    made.push(id);
    if (day.isPast && random.chance(0.85)) await completeTask(day.at(`1${random.integer(0, 7)}:45`), { id });
  }
  return made;
}

async function focus(day: DemoDay, random: Random, tasks: string[]): Promise<void> {
  await setDailyFocus(day.at('08:30'), { intention: random.pick(texts.intentions), taskIds: tasks.slice(0, 3) });
  if (random.chance(0.8)) await closeDay(day.at('18:00'), { reflection: random.pick(texts.reflections) });
}

/** Energy that goes down over the day, and is higher on days with more done by oneself. */
async function feel(day: DemoDay, days: number, world: World, random: Random, tasks: string[]): Promise<void> {
  const times = random.some(['09:15', '12:30', '15:30', '18:15'], share(totals.energy, days, day.index)).sort();
  for (const time of times) {
    const hour = Number(time.slice(0, 2));
    const base = (day.weekday > workdays ? 4 : 4.2) - (hour - 9) * 0.15;
    const rating = (mean: number) => Math.min(5, Math.max(1, Math.round(mean + (random.next() - 0.5) * 2.4)));
    await createEnergyEntry(day.at(time), {
      energy: rating(base),
      mood: rating(3.6),
      focus: rating(base - 0.3),
      stress: rating(day.weekday === 1 ? 3.2 : 2.4),
      note: random.chance(0.15) ? random.pick(texts.reflections) : '',
      ...(tasks.length > 0 && random.chance(0.3) && { taskId: random.pick(tasks), moment: 'AFTER' as const }),
      labelIds: random.chance(0.2) ? [random.pick([...world.labels.values()])] : [],
    });
  }
  if (day.weekday === workdays) await recordEngagement(day.at('17:30'), { score: random.integer(2, 5) });
}

async function learn(day: DemoDay, days: number, world: World, random: Random): Promise<void> {
  for (let i = share(totals.learnings, days, day.index); i > 0; i--) {
    const [title, skill, sourceKind, sourceTitle] = random.pick(texts.learnings);
    await createLearning(day.at('20:00'), {
      title,
      body: `${title}. Noted while it was fresh; to be tried on the next occasion.`,
      sourceKind,
      sourceTitle,
      confidence: random.integer(1, 5),
      reviewOn: `P${random.integer(1, 40)}D`,
      labelIds: [world.labels.get('Learning') ?? ''],
      skillIds: [world.skills.get(skill) ?? ''],
      goalIds: random.chance(0.2) ? [random.pick(world.goals).id] : [],
    });
  }
}

/** Now and then: how the goals stand, and what others think of the skills. */
async function takeStock(day: DemoDay, days: number, world: World, random: Random): Promise<void> {
  for (const [index, goal] of world.goals.entries()) {
    const every = Math.floor(days / totals.checkInsEach);
    if (day.index % every !== (index * 2) % every) continue;
    const progress = Math.min(1, (day.index / days) * (0.7 + random.next() * 0.4));
    const value = goal.from === goal.to ? null : Math.round((goal.from + (goal.to - goal.from) * progress) * 10) / 10;
    const health = random.pick(['ON_TRACK', 'ON_TRACK', 'ON_TRACK', 'AT_RISK', 'OFF_TRACK'] as const);
    await createGoalCheckIn(day.at('16:30'), { goalId: goal.id, value, health, note: random.pick(texts.reflections) });
  }
  if (day.index % 10 !== 5) return;
  const [manager, peers] = ['Mara Lindqvist', ['Tomás Herrera', 'Aiko Tanabe', 'Ben Okafor']];
  for (const skillId of random.some([...world.skills.values()], 4)) {
    const isManager = random.chance(0.3);
    await createAssessment(day.at('17:00'), {
      skillId,
      level: random.integer(1, 4),
      source: isManager ? 'MANAGER' : 'PEER',
      personId: world.people.get(isManager ? manager : random.pick(peers)) ?? null,
      confidence: random.integer(2, 5),
    });
  }
}
