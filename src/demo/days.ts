import { createEnergyEntry } from '../domains/energy/energy/energy.service.ts';
import { recordEngagementPulse } from '../domains/energy/engagement/engagement.service.ts';
import { carryOverAgendaItems, createMeetingItem, updateMeetingItem } from '../domains/meetings/items/items.service.ts';
import { createMeeting } from '../domains/meetings/meetings/meetings.service.ts';
import { closeDay, setDailyFocus } from '../domains/tasks/daily-focus/daily-focus.service.ts';
import { plannedDay } from '../domains/tasks/task-plans/task-plans.rules.ts';
import { completeTask, createTask } from '../domains/tasks/tasks/tasks.service.ts';
import { ownedBy } from '../platform/records/ownership.ts';
import { planAhead } from './ahead.ts';
import { prepareForMore } from './career.ts';
import { series } from './cast.ts';
import { type DemoDay, halfYear, isWorkday, type Met, shareOf, type Worked, workdays } from './day.ts';
import { exchangeFeedback } from './feedback.ts';
import { learn, recall, summarize, tidyUp } from './growth.ts';
import { keepHabits } from './habits.ts';
import type { Random } from './random.ts';
import { remind } from './reminders.ts';
import { askForFeedback } from './requests.ts';
import { keepRoutines, waitForOthers } from './routines.ts';
import * as texts from './texts.ts';
import type { World } from './world.ts';

const week = 7;
/** For how many days the action items of meetings stay open. */
const openDays = 14;
/** The numbers of records in half a year. */
const totals = { energy: 500, singles: 18 };

/** Creates one day: meetings, tasks, focus and energy, then learnings, feedback and the rest. */
export async function liveDay(day: DemoDay, world: World, random: Random): Promise<void> {
  const meetings = await meet(day, world, random);
  await remind(day, meetings);
  await planAhead(day, world);
  await keepRoutines(day, world);
  await waitForOthers(day, world);
  const tasks = await work(day, world, random, meetings);
  if (day.when === 'AHEAD') return;
  await focus(day, world, random, tasks);
  await feel(day, world, random, tasks, meetings);
  if (day.when === 'TODAY') return;
  await recall(day);
  await keepHabits(day, world);
  await learn(day, world, random, tasks, meetings);
  await summarize(day, world, random, tasks);
  await exchangeFeedback(day, world, random, meetings);
  await askForFeedback(day, world);
  await prepareForMore(day, world);
  await tidyUp(day, world, random);
}

async function meet(day: DemoDay, world: World, random: Random): Promise<Met[]> {
  const plans: {
    title: string;
    at: string;
    minutes: number;
    series?: string;
    who: readonly string[];
    energy: number;
  }[] = series
    .filter((one) => one.day === day.weekday && Math.floor(day.index / week) % one.every === 0)
    .map((one) => ({ ...one, series: one.title }));
  const chance = (totals.singles * week) / (halfYear * workdays);
  const extra = day.when === 'PAST' ? isWorkday(day) && random.chance(chance) : day.when === 'TODAY' && !plans.length;
  if (extra) {
    const who = random.some([...world.people.keys()], 2);
    plans.push({ title: random.pick(texts.singles), at: '16:00', minutes: 60, who, energy: -0.2 });
  }
  const met: Met[] = [];
  for (const { title, at, minutes, series: of, who, energy } of plans) {
    const startsAt = day.moment(at);
    const seriesId = of && world.series.get(of);
    const { id: meetingId } = await createMeeting(day.at('08:00'), {
      title,
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + minutes * 60_000).toISOString(),
      notes:
        day.when === 'PAST' && random.chance(0.5)
          ? `${random.pick(texts.reflections)} Next time: ${random.pick(texts.agenda).toLowerCase()}.`
          : '',
      attendees: who.map((name) => ({ personId: world.people.get(name) ?? null, response: 'ACCEPTED' as const })),
      ...(seriesId && { seriesId }),
    });
    const [personId, ...others] = who.map((name) => world.people.get(name) ?? null);
    met.push({ id: meetingId, energy, personId: others.length === 0 ? (personId ?? null) : null });
    const addItem = (kind: 'AGENDA' | 'PREPARATION' | 'DECISION', text: string) =>
      createMeetingItem(day.at('08:00'), { meetingId, kind, title: text });
    const agenda = [...(await carryOver(day, world, of, meetingId))];
    for (const text of random.some(texts.agenda, random.integer(0, 3))) agenda.push(await addItem('AGENDA', text));
    // There is never time for the last topic.
    if (day.when === 'PAST')
      for (const { id } of agenda.slice(0, -1)) await updateMeetingItem(day.at('18:00'), { id, isDone: true });
    if (random.chance(0.4)) await addItem('PREPARATION', random.pick(texts.preparation));
    if (day.when === 'PAST' && random.chance(0.25)) await addItem('DECISION', random.pick(texts.decisions));
    if (day.when === 'PAST' && seriesId) await agree(day, random, meetingId);
  }
  return met;
}

/** Creates an action item of a recent meeting, which is still open today. */
async function agree(day: DemoDay, random: Random, meetingId: string): Promise<void> {
  if (day.days - day.index > openDays) return;
  const ctx = day.at('18:00');
  const dueOn = ctx.calendar.addDays(day.date, openDays + random.integer(1, 7));
  await createTask(ctx, { title: random.pick(texts.actionItems), estimateMinutes: 30, meetingId, dueOn });
}

/** Carries the open topics of the meeting before in a series over to this one. */
async function carryOver(day: DemoDay, world: World, seriesTitle: string | undefined, toMeetingId: string) {
  if (seriesTitle === undefined || day.when === 'AHEAD') return [];
  const id = world.lastMeetings.get(seriesTitle);
  world.lastMeetings.set(seriesTitle, toMeetingId);
  return id ? (await carryOverAgendaItems(day.at('08:05'), { id, toMeetingId })).meetingItems : [];
}

/** Creates the tasks of a day and completes most of them, with those that were carried over. */
async function work(day: DemoDay, world: World, random: Random, meetings: Met[]): Promise<Worked> {
  const planned = await plan(day, world, random, meetings);
  const worked: Worked = { done: [], open: [] };
  if (day.when === 'AHEAD') return worked;
  const all = isWorkday(day) ? [...world.waiting.splice(0), ...planned] : planned;
  const [first] = planned;
  for (const id of all) {
    const isDone = random.chance(0.85);
    const doneAt = day.when === 'TODAY' ? '08:45' : `1${random.integer(0, 7)}:45`;
    if (day.when === 'TODAY' ? id === first : isDone) {
      await completeTask(day.at(doneAt), { id });
      worked.done.push(id);
    } else {
      worked.open.push(id);
    }
  }
  return worked;
}

async function plan(day: DemoDay, world: World, random: Random, meetings: Met[]): Promise<string[]> {
  const defaultOrder = isWorkday(day) ? random.integer(6, 8) : random.integer(0, 1);
  const count = { PAST: defaultOrder, TODAY: Math.max(defaultOrder, 3), AHEAD: Math.ceil(defaultOrder / 2) }[day.when];
  const planned: string[] = [];
  for (let i = 0; i < count; i++) {
    const { title, label, minutes } = world.decks.task();
    const ctx = day.at('08:15');
    const deadlineIn = random.integer(1, 10);
    const { id } = await createTask(ctx, {
      title,
      priority: random.pick([0, 1, 2, 2, 3, 4]),
      estimateMinutes: Math.round((minutes * (0.5 + random.next())) / 5) * 5,
      labelIds: [world.labels.get(label) ?? ''],
      skillIds: random.chance(0.2) ? [random.pick([...world.skills.values()]).id] : [],
      goalId: random.chance(0.3) ? random.pick(world.goals).id : null,
      meetingId: meetings.length > 0 && random.chance(0.15) ? random.pick(meetings).id : null,
      ...(random.chance(0.8)
        ? { scheduledOn: day.date }
        : { scheduledAt: day.moment(`1${random.integer(0, 6)}:30`).toISOString() }),
      dueOn: random.chance(0.2) ? ctx.calendar.addDays(day.date, deadlineIn) : null,
    });
    planned.push(id);
  }
  return planned;
}

/** Sets the focus of a day. Most evenings, closes the day and carries open tasks over to the next workday. */
async function focus(day: DemoDay, world: World, random: Random, { done, open }: Worked): Promise<void> {
  const isToday = day.when === 'TODAY';
  if (!isWorkday(day) && !isToday) return;
  const taskIds = [...done, ...open].slice(0, 3);
  await setDailyFocus(day.at('08:30'), { date: day.date, intention: random.pick(texts.intentions), taskIds });
  if (isToday || !random.chance(0.8)) return;
  const ctx = day.at('18:00');
  // A follow-up of feedback may have been tried before the day that it is planned for.
  const tasks = await ctx.db.task.findMany({ where: { ...ownedBy(ctx.viewer), id: { in: open } } });
  const planned = new Set(tasks.filter((task) => plannedDay(task, ctx.calendar) === day.date).map(({ id }) => id));
  await closeDay(ctx, {
    date: day.date,
    reflection: random.pick(texts.reflections),
    carryOverIds: open.filter((id) => planned.has(id)),
    carryOverTo: ctx.calendar.addDays(day.date, day.weekday === workdays ? 3 : 1),
  });
  world.waiting.push(...open);
}

/** Creates energy entries, lower over the day and different by meeting. Today has only the morning's. */
async function feel(
  day: DemoDay,
  world: World,
  random: Random,
  { done }: Worked,
  meetings: readonly Met[],
): Promise<void> {
  const times =
    day.when === 'TODAY'
      ? ['09:15']
      : random.some(['09:15', '12:30', '15:30', '18:15'], shareOf(day, totals.energy)).sort();
  for (const time of times) {
    const met = meetings.length > 0 && random.chance(0.4) ? random.pick(meetings) : null;
    const taskId = !met && done.length > 0 && random.chance(0.4) ? random.pick(done) : null;
    const base = 4.2 - (Number(time.slice(0, 2)) - 9) * 0.15 + (met?.energy ?? 0);
    const rating = (mean: number) => Math.min(5, Math.max(1, Math.round(mean + (random.next() - 0.5) * 2.4)));
    await createEnergyEntry(day.at(time), {
      energy: rating(base),
      mood: rating(3.6),
      focus: rating(base - 0.3),
      stress: rating(day.weekday === 1 ? 3.2 : 2.4),
      notes: random.chance(0.15) ? random.pick(texts.reflections) : '',
      ...(met && { meetingId: met.id, personId: met.personId, moment: 'AFTER' as const }),
      ...(taskId && { taskId, moment: 'AFTER' as const }),
      labelIds: random.chance(0.2) ? [random.pick([...world.labels.values()])] : [],
      // The night is rated in the morning.
      scaleValues: time === '09:15' ? valuesOf(day, world) : [],
    });
  }
  if (day.weekday === workdays && day.when === 'PAST')
    await recordEngagementPulse(day.at('17:30'), {
      score: random.integer(2, 5),
      notes: random.pick(texts.reflections),
    });
}

/** How the night was, on the scales of one's own: worse before Mondays, with a headache now and then. */
function valuesOf({ index, weekday }: DemoDay, { scales: [sleep = '', headache = ''] }: World) {
  return [
    { scaleId: sleep, value: weekday === 1 ? 2 : 3 + (index % 3) },
    { scaleId: headache, value: index % 11 === 0 ? 1 : 0 },
  ];
}
