import { z } from 'zod';
import { type FoundDate, findDates } from '../../../integrations/natural-language/dates.ts';
import { findRecurrence } from '../../../integrations/natural-language/recurrences.ts';
import { caseFold } from '../../../platform/search/case-folding.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { line } from '../../../platform/validation/input-rules.ts';
import { maxLabelLength, maxLabels } from '../../across/labels/labels.rules.ts';
import { matchFrom, scheduleOn } from '../recurrences/recurrences.rules.ts';
import { plannedDay } from '../task-plans/task-plans.rules.ts';
import { maxEstimateMinutes, maxTitleLength, priorityNames } from '../tasks/tasks.rules.ts';

/** A text of one task. No longer than a title, because all of it may be one. */
export const parseTaskInput = z.object({ text: line(maxTitleLength) });

type TextPart = 'SCHEDULE' | 'DUE_ON' | 'ESTIMATE' | 'LABEL' | 'PRIORITY' | 'RECURRENCE';

/** A part of a text that was understood. */
export interface UnderstoodPart {
  readonly part: TextPart;
  readonly offset: number;
  readonly text: string;
}

/** What a text says about a task. What it does not say is null. */
export interface ParsedTask {
  readonly title: string;
  readonly scheduledOn: string | null;
  readonly scheduledAt: Date | null;
  readonly dueOn: string | null;
  readonly estimateMinutes: number | null;
  readonly labelNames: readonly string[];
  readonly priority: number | null;
  readonly rule: string | null;
  readonly understood: readonly UnderstoodPart[];
  /** The parts that say how it repeats, but have several readings, or one that is not known. They are in the title. */
  readonly notUnderstood: readonly string[];
}

type Schedule = Pick<ParsedTask, 'scheduledOn' | 'scheduledAt'>;

/** A text of which parts are taken away, one after another. Each is understood once, and what is left is the title. */
class Remainder {
  readonly understood: UnderstoodPart[] = [];
  readonly notUnderstood: string[] = [];
  readonly text: string;
  /** The text with a character that is in no word in place of what was taken or hidden. */
  rest: string;

  constructor(text: string) {
    this.text = text;
    this.rest = text;
  }

  take(part: TextPart, offset: number, length: number): void {
    this.understood.push({ part, offset, text: this.text.slice(offset, offset + length) });
    this.hide(offset, length);
  }

  /** Leaves a part in the title, of which no other part may be taken. */
  leave(offset: number, length: number): void {
    this.notUnderstood.push(this.text.slice(offset, offset + length));
    this.hide(offset, length);
  }

  /** Hides a part from those who read the rest. It stays in the title. */
  hide(offset: number, length: number): void {
    this.rest = `${this.rest.slice(0, offset)}${'\u0001'.repeat(length)}${this.rest.slice(offset + length)}`;
  }

  /** The text without what was understood. All of it if nothing else is left. */
  get title(): string {
    let title = '';
    let end = 0;
    for (const { offset, text } of this.inOrder) {
      title += `${this.text.slice(end, offset)} `;
      end = offset + text.length;
    }
    const left = `${title}${this.text.slice(end)}`;
    return (left.trim() ? left : this.text).replaceAll(/\s+/g, ' ').trim();
  }

  get inOrder(): UnderstoodPart[] {
    return this.understood.toSorted((a, b) => a.offset - b.offset);
  }
}

const labelOrQuotation =
  /(?<!\S)#(?:"(?<quoted>[^"]*[^"\s][^"]*)"|(?<word>(?=[\p{N}_/-]*\p{L})[\p{L}\p{N}\p{M}_/-]+))|"[^"]*"|„[^“”]*[“”]|“[^”]*”/gu;
const priority = /(?<!\S)!(?:(?<name>\p{L}+)|(?<rank>[1-4]))(?![^\s,.;:)])/gu;
const hours =
  /(?<hours>\d{1,4}(?:[.,]\d{1,2})?)\s?(?:h|hrs?|hours?|std\.?|stunden?)(?:\s?(?<rest>\d{1,2})\s?(?:m|mins?|minuten?))?/u;
const minutes = /(?<minutes>\d{1,5})\s?(?:m|mins?|minutes?|minuten?)/u;
const span = `(?:${hours.source}|${minutes.source})(?![\\p{L}\\p{N}])`;
const wait = new RegExp(`(?<![\\p{L}\\p{N}])in\\s+${span}`, 'iu');
const estimate = new RegExp(`(?<![\\p{L}\\p{N}.,:-])(?:(?:for|für)\\s+)?${span}`, 'giu');
const dayAfterTomorrow = /(?<![\p{L}\p{N}])(?:(?:on|the)\s+)*day after tomorrow(?![\p{L}\p{N}])/iu;
const due =
  /(?<![\p{L}\p{N}])(?:due(?:\s+(?:by|on))?|by|until|fällig(?:\s+(?:am|bis))?|bis(?:\s+(?:zum|am))?)(?=\s)/giu;
const lead = /(?<![\p{L}\p{N}])(?:on|at|am|um|this|coming|diesen|kommenden)\s+$/iu;

/** The German names of the priorities, in their order. */
const germanPriorities = ['keine', 'niedrig', 'mittel', 'hoch', 'dringend'];

/**
 * Reads a task from a text in English or German. The first part of a kind counts; all that is not understood stays in the title, and
 * so does what is in double quotes. Days are the person's, today or later.
 */
export function readTask(text: string, calendar: Calendar): ParsedTask {
  const remainder = new Remainder(text);
  const labelNames = readLabels(remainder);
  const rank = readPriority(remainder);
  const rule = readRule(remainder);
  const waiting = readWait(remainder, calendar);
  const estimated = readEstimate(remainder);
  const { dueOn, when, range } = readDates(remainder, calendar, waiting !== null);
  const schedule = waiting ?? when;
  return {
    title: remainder.title,
    ...(rule ? firstOf(rule, schedule, calendar) : schedule),
    dueOn,
    estimateMinutes: estimated ?? range,
    labelNames,
    priority: rank,
    rule,
    understood: remainder.inOrder,
    notUnderstood: remainder.notUnderstood,
  };
}

/** The names of labels. Quotations are hidden meanwhile, because a label in one is none, and a name may be in quotes. */
function readLabels(remainder: Remainder): string[] {
  const names = new Map<string, string>();
  for (const { index, 0: all, groups } of remainder.rest.matchAll(labelOrQuotation)) {
    const name = (groups?.quoted ?? groups?.word)?.trim();
    if (name === undefined) {
      remainder.hide(index, all.length);
      continue;
    }
    const key = caseFold(name);
    if (name.length > maxLabelLength || (names.size === maxLabels && !names.has(key))) continue;
    if (!names.has(key)) names.set(key, name);
    remainder.take('LABEL', index, all.length);
  }
  return [...names.values()];
}

function readPriority(remainder: Remainder): number | null {
  const names: readonly string[] = priorityNames;
  for (const { index, 0: all, groups } of remainder.rest.matchAll(priority)) {
    const name = groups?.name ?? '';
    const named = Math.max(names.indexOf(name.toUpperCase()), germanPriorities.indexOf(name.toLowerCase()));
    const value = groups?.rank ? names.length - Number(groups.rank) : named;
    if (value < 0) continue;
    remainder.take('PRIORITY', index, all.length);
    return value;
  }
  return null;
}

function readRule(remainder: Remainder): string | null {
  for (let found = findRecurrence(remainder.rest); found; found = findRecurrence(remainder.rest)) {
    const { offset, length: size, rule } = found;
    if (rule === null) {
      remainder.leave(offset, size);
      continue;
    }
    remainder.take('RECURRENCE', offset, size);
    return rule;
  }
  return null;
}

const minutesIn = (groups: Record<string, string | undefined> = {}) =>
  Math.round(Number((groups.hours ?? '0').replace(',', '.')) * 60) +
  Number(groups.rest ?? 0) +
  Number(groups.minutes ?? 0);

/** A schedule such as `in 2 hours`. */
function readWait(remainder: Remainder, calendar: Calendar): Schedule | null {
  const match = wait.exec(remainder.rest);
  if (!match) return null;
  remainder.take('SCHEDULE', match.index, match[0].length);
  const scheduledAt = new Date(calendar.minute.getTime() + minutesIn(match.groups) * 60_000);
  return { scheduledOn: null, scheduledAt };
}

function readEstimate(remainder: Remainder): number | null {
  for (const { index, 0: all, groups } of remainder.rest.matchAll(estimate)) {
    const value = minutesIn(groups);
    if (value < 1 || value > maxEstimateMinutes) continue;
    remainder.take('ESTIMATE', index, all.length);
    return value;
  }
  return null;
}

/** Due dates, and the day and the time to do the task, which may be apart from each other. */
function readDates(remainder: Remainder, calendar: Calendar, isScheduled: boolean) {
  const keywords = [...remainder.rest.matchAll(due)].map(({ index, 0: all }) => ({ index, end: index + all.length }));
  const keywordBefore = ({ offset }: FoundDate) =>
    keywords.find(({ end }) => end <= offset && remainder.text.slice(end, offset).trim() === '');
  // Hidden, because "bis" and "until" would also make a range of two dates.
  for (const { index, end } of keywords) remainder.hide(index, end - index);
  const found = datesIn(remainder.rest, calendar.today, calendar);
  const dueDates = found.filter((place) => keywordBefore(place));
  const dueDate = dueDates.find(({ time }) => time === null);
  if (dueDate) {
    const from = keywordBefore(dueDate)?.index ?? dueDate.offset;
    remainder.take('DUE_ON', from, dueDate.offset + dueDate.length - from);
  }
  const others = isScheduled ? [] : found.filter((place) => !dueDates.includes(place));
  const day = others.find(({ date }) => date !== null);
  const time = day?.time ? day : others.find((place) => place.date === null && place.time !== null);
  for (const { offset, length: size } of new Set([day, time].filter((place) => place !== undefined))) {
    const before = lead.exec(remainder.rest.slice(0, offset))?.[0].length ?? 0;
    remainder.take('SCHEDULE', offset - before, size + before);
  }
  return { dueOn: dueDate?.date ?? null, when: scheduleFor(day, time, calendar), range: time?.minutes ?? null };
}

function datesIn(text: string, today: string, calendar: Calendar): FoundDate[] {
  const after = dayAfterTomorrow.exec(text);
  if (!after) return findDates(text, today);
  const size = after[0].length;
  const hidden = `${text.slice(0, after.index)}${'\u0001'.repeat(size)}${text.slice(after.index + size)}`;
  const date = calendar.addDays(today, 2);
  const place = { offset: after.index, length: size, date, isWeekday: false, time: null, minutes: null };
  return [place, ...findDates(hidden, today)].sort((a, b) => a.offset - b.offset);
}

/** A time without a day is the next one; so is that of a day of the week. */
function scheduleFor(day: FoundDate | undefined, time: FoundDate | undefined, calendar: Calendar): Schedule {
  if (!time?.time) return { scheduledOn: day?.date ?? null, scheduledAt: null };
  const date = day?.date ?? calendar.today;
  const at = calendar.timeOn(date, time.time);
  const step = day === undefined ? 1 : day.isWeekday ? 7 : 0;
  const isPast = step > 0 && calendar.hasCome(at);
  return { scheduledOn: null, scheduledAt: isPast ? calendar.timeOn(calendar.addDays(date, step), time.time) : at };
}

/** The schedule of the first occurrence: `createTask` moves a task that repeats to the first day that its rule matches. */
function firstOf(rule: string, schedule: Schedule, calendar: Calendar): Schedule {
  const planned = plannedDay(schedule, calendar);
  const startsOn = planned ?? calendar.today;
  const day = matchFrom({ rule, anchor: 'SCHEDULE', missed: 'SKIP', startsOn, endsOn: null, exceptions: [] }, startsOn);
  if (day === null || day === planned) return schedule;
  return scheduleOn(day, schedule.scheduledAt ? calendar.timeOf(schedule.scheduledAt) : null, calendar);
}
