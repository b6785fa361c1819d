import type { Row } from '../../../platform/database/models.ts';
import type { Mail } from '../../../platform/runtime/mailer.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { truncate } from '../../../platform/validation/truncate.ts';
import { plannedDay } from '../task-plans/task-plans.rules.ts';
import { openStatuses } from '../tasks/tasks.rules.ts';
import { subjectId } from './reminders.rules.ts';

/* When reminders fire, by what they are about. Nothing here reads or writes. */

type Reminder = Row<'reminder'>;
type Task = Pick<Row<'task'>, 'status' | 'scheduledOn' | 'scheduledAt' | 'trashedAt'>;
type Meeting = Pick<Row<'meeting'>, 'status' | 'startsAt' | 'startsOn' | 'myResponse' | 'trashedAt'>;

/** What a reminder is about, as far as when it fires follows from that. */
export interface Subject {
  /** Its time. Null if it has none. */
  readonly startsAt: Date | null;
  /** Its day. Null if it has none. */
  readonly day: string | null;
  /** Whether there is still something to be reminded of. */
  readonly isOpen: boolean;
}

/** The columns that say when a reminder fires. */
type Timing = Pick<Reminder, 'at' | 'minutesBefore' | 'timeOfDay'>;

/** The columns that say where a reminder stands, which follow from its timing and from what was done with it. */
export type Standing = Pick<Reminder, 'dueAt' | 'firedAt' | 'dismissedAt' | 'snoozedUntil'>;

type Days = Pick<Calendar, 'now' | 'dayOf' | 'timeOn' | 'endOfDay'>;

/** A task by its schedule. One that is done, cancelled or in the trash is over. */
export const taskSubject = (task: Task, calendar: Pick<Calendar, 'dayOf'>): Subject => ({
  startsAt: task.scheduledAt,
  day: plannedDay(task, calendar),
  isOpen: task.trashedAt === null && openStatuses.includes(task.status),
});

/** A meeting by its start. One that is cancelled, declined or in the trash is over. */
export const meetingSubject = (meeting: Meeting, calendar: Pick<Calendar, 'dayOf'>): Subject => ({
  startsAt: meeting.startsAt,
  day: meeting.startsOn ?? calendar.dayOf(meeting.startsAt),
  isOpen: meeting.trashedAt === null && meeting.status !== 'CANCELLED' && meeting.myResponse !== 'DECLINED',
});

/** A day, or nothing. */
export const daySubject = (day: string | null): Subject => ({ startsAt: null, day, isOpen: true });

/** The moment at which a reminder is to fire. Null if what it is about has no such time. */
export function momentOf({ at, minutesBefore, timeOfDay }: Timing, subject: Subject, calendar: Days): Date | null {
  if (at) return at;
  if (minutesBefore !== null) {
    return subject.startsAt && new Date(subject.startsAt.getTime() - minutesBefore * 60_000);
  }
  return timeOfDay !== null && subject.day !== null ? calendar.timeOn(subject.day, timeOfDay) : null;
}

/** Whether what a reminder is about is itself still to come. */
function isAhead({ minutesBefore }: Timing, { startsAt, day }: Subject, calendar: Days): boolean {
  if (minutesBefore !== null) return startsAt !== null && startsAt > calendar.now;
  return day !== null && calendar.endOfDay(day) > calendar.now;
}

const isSame = (a: Date | null, b: Date | null) => a?.getTime() === b?.getTime();

/**
 * When a reminder fires next, as it stands: at the end of its snooze, or at its moment unless it has fired. Never in the past, so
 * that what comes back from the trash or by an undo does not fire at once.
 */
export function nextDue(reminder: Timing & Omit<Standing, 'dueAt'>, subject: Subject, calendar: Days): Date | null {
  const { snoozedUntil, firedAt, dismissedAt } = reminder;
  if (!subject.isOpen || dismissedAt) return null;
  const moment = snoozedUntil ?? (firedAt ? null : momentOf(reminder, subject, calendar));
  return moment && moment > calendar.now ? moment : null;
}

/**
 * Where a reminder stands after a change of what it is about. Null if it stays as it is.
 *
 * - If its moment moves, it is armed anew: it fires at the new moment, whether it has fired, was dismissed or put off before. A new
 *   moment that has passed counts only while what it is about is still to come: then it fires at once.
 * - What is done, cancelled, declined or trashed fires no more. When it is open again, the reminder goes on unless its moment has
 *   passed.
 */
export function follow(
  reminder: Timing & Standing,
  before: Subject,
  after: Subject,
  calendar: Days,
  calendarBefore: Days = calendar,
): Partial<Standing> | null {
  const [was, is] = [momentOf(reminder, before, calendarBefore), momentOf(reminder, after, calendar)];
  if (isSame(was, is)) {
    if (before.isOpen === after.isOpen) return null;
    return { dueAt: nextDue(reminder, after, calendar) };
  }
  const isToCome = is !== null && (is > calendar.now || isAhead(reminder, after, calendar));
  if (is !== null && !isToCome) return { dueAt: null };
  return { dueAt: after.isOpen ? is : null, firedAt: null, dismissedAt: null, snoozedUntil: null };
}

/** One mail about reminders that have fired together. Null if there are none. */
export function mailOf(
  reminders: readonly Pick<Row<'reminder'>, 'title'>[],
  subjects: readonly (Subject & { title: string })[],
  calendar: Pick<Calendar, 'dayOf' | 'timeOf'>,
  publicUrl: string,
): Omit<Mail, 'to'> | null {
  const names = reminders.map(({ title }, index) => nameOf(title, subjects[index]));
  const [first, ...more] = names;
  if (first === undefined) return null;
  const subject = more.length > 0 ? `Reminders: ${first} and ${more.length} more` : `Reminder: ${first}`;
  const lines = names.map((name, index) => `- ${name}${timeOf(subjects[index], calendar)}`);
  return { subject, text: `${lines.join('\n')}\n\nFrom your Waymark at ${publicUrl}.\n` };
}

/** What a browser shows of reminders that have fired together, as the message to it has it. */
interface Notification {
  readonly title: string;
  readonly body: string;
  /** Another notification with the same tag takes the place of this one. */
  readonly tag: string;
  /** The page to open. */
  readonly url: string;
  /** The ids of the first reminders, and the number of all. */
  readonly reminderIds: readonly string[];
  readonly reminderCount: number;
}

/** How much a notification has at most: a title and a text, in UTF-16 units, and ids. Push services take 4,096 bytes. */
const [maxPushTitle, maxPushBody, maxPushIds] = [120, 600, 20];

/** One notification of reminders that have fired together. Null if there are none. */
export function notificationOf(
  reminders: readonly Pick<Row<'reminder'>, 'id' | 'title'>[],
  subjects: readonly (Subject & { title: string })[],
  calendar: Pick<Calendar, 'dayOf' | 'timeOf'>,
  publicUrl: string,
): Notification | null {
  const lines = reminders.map(({ title }, index) => {
    const subject = subjects[index];
    return { name: nameOf(title, subject), time: subject ? timeOf(subject, calendar).replace(/^, /, '') : '' };
  });
  const [first, ...more] = lines;
  if (!first) return null;
  const title = more.length > 0 ? `${first.name} and ${more.length} more` : first.name;
  const body =
    more.length > 0 ? lines.map(({ name, time }) => (time ? `${name}, ${time}` : name)).join('\n') : first.time;
  const ids = reminders.map(({ id }) => subjectId({ type: 'Reminder', id }));
  return {
    title: truncate(title, maxPushTitle),
    body: truncate(body, maxPushBody),
    tag: ids[0] ?? '',
    url: publicUrl,
    reminderIds: ids.slice(0, maxPushIds),
    reminderCount: ids.length,
  };
}

/** How long a push service keeps a message for a browser that is offline at most, in seconds: a day. */
const maxTimeToLive = 24 * 60 * 60;

/**
 * How long a message about reminders is worth delivering, in seconds: until all that it is about is over. A reminder that was set
 * for a time after that is about something else, such as the minutes of a meeting.
 */
export function timeToLiveOf(subjects: readonly { readonly overAt: Date | null }[], now: Date): number {
  const left = subjects.map(({ overAt }) =>
    overAt === null || overAt <= now ? maxTimeToLive : Math.ceil((overAt.getTime() - now.getTime()) / 1000),
  );
  return Math.min(maxTimeToLive, Math.max(...left));
}

const nameOf = (title: string, subject: (Subject & { title: string }) | undefined) =>
  [...new Set([title, subject?.title ?? ''])].filter(Boolean).join(': ') || `Your day ${subject?.day ?? ''}`.trim();

function timeOf(subject: Subject | undefined, calendar: Pick<Calendar, 'dayOf' | 'timeOf'>): string {
  if (subject?.startsAt) return `, ${calendar.dayOf(subject.startsAt)} at ${calendar.timeOf(subject.startsAt)}`;
  return subject?.day ? `, ${subject.day}` : '';
}
