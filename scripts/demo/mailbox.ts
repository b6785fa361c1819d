import type { FakeCalendar } from '../../test/support/fakes/graph/calendar.ts';
import type { FakeEvent } from '../../test/support/fakes/graph/events.ts';
import type { FakeTodoAccount } from '../../test/support/fakes/graph/todo.ts';

/* What the mailbox of the demo has: a year of meetings, and two lists of tasks. */

const day = 86_400_000;
const weeks = { before: 8, after: 52 };

const team = ['Grace Hopper', 'Alan Turing', 'Edsger Dijkstra', 'Barbara Liskov', 'Margaret Hamilton'];
const addressOf = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@contoso.example`;
const person = (name: string) => ({ name, address: addressOf(name) });
const invited = (names: readonly string[]): FakeEvent['attendees'] =>
  names.map((name, index) => ({ ...person(name), response: index % 3 === 2 ? 'none' : 'accepted' }));

/** A weekly series: its subject, its day of the week from Monday = 0, its time in UTC, its length, and who is invited. */
const series: [string, number, string, number, readonly string[]][] = [
  ['Team weekly', 0, '09:00', 45, team],
  ['1:1 with Grace', 1, '13:00', 30, ['Grace Hopper']],
  ['Architecture board', 2, '10:00', 60, team.slice(1)],
  ['Planning', 3, '08:30', 90, team.slice(0, 3)],
  ['Demo and retro', 4, '13:00', 60, team],
];

/** What takes place once in a week, from Monday on. */
const singles = [
  [
    'Design review: offline sync',
    'Customer call: Northwind',
    'Budget',
    'Interview: platform engineer',
    'Lunch and learn',
  ],
  ['Security review', 'Customer call: Fabrikam', 'Roadmap', 'Coaching', 'Talk rehearsal'],
  ['Incident review', 'Reading group', 'Hiring sync', 'Quarterly goals', 'Office hours'],
];

/** Fills a calendar with meetings around a moment. */
export function fillCalendar(calendar: FakeCalendar, now: Date): void {
  const midnight = Math.floor(now.getTime() / day) * day;
  // 1970 began on a Thursday.
  const monday = midnight - ((midnight / day + 3) % 7) * day;
  const at = (week: number, weekday: number, time: string) =>
    new Date(new Date(monday + (week * 7 + weekday) * day).toISOString().replace('00:00', time));
  const organizer = person('Grace Hopper');
  for (const [subject, weekday, time, minutes, names] of series) {
    const event = { subject, minutes, startsAt: at(-weeks.before, weekday, time) };
    const more: Partial<FakeEvent> = {
      attendees: invited(names),
      organizer,
      response: 'accepted',
      joinUrl: 'https://teams.example/weekly',
    };
    const { id, occurrenceIds } = calendar.addSeries({ ...event, ...more }, weeks.before + weeks.after);
    // The next one takes place an hour later, and the one in a month not at all.
    const moved = new Date(at(1, weekday, time).getTime() + 3_600_000);
    calendar.updateOccurrence(id, occurrenceIds[weeks.before + 1] as string, { startsAt: moved });
    calendar.deleteOccurrence(id, occurrenceIds[weeks.before + 4] as string);
  }
  for (let week = -weeks.before; week < weeks.after; week++)
    for (const [weekday, subject] of (singles[Math.abs(week) % singles.length] ?? []).entries()) {
      const attendees = invited(team.slice(weekday % 3, (weekday % 3) + 2));
      const response = week > 0 && weekday % 2 === 0 ? 'notResponded' : 'accepted';
      const startsAt = at(week, weekday, weekday % 2 === 0 ? '15:00' : '11:30');
      calendar.add({ subject, startsAt, minutes: 45, attendees, organizer, response, location: 'Room Ada' });
    }
  const offsite = { subject: 'Offsite', startsAt: at(3, 2, '00:00'), minutes: 2 * 24 * 60, isAllDay: true };
  calendar.add({ ...offsite, showAs: 'oof', attendees: invited(team), organizer, response: 'tentativelyAccepted' });
  // Two calendars more, of which nothing is read until they are followed.
  const releases = calendar.addCalendar('Releases');
  const graces = calendar.addCalendar('Grace Hopper', 'grace.hopper');
  for (let week = 0; week < weeks.after; week += 2)
    calendar.add({ subject: `Release ${week / 2 + 1}`, startsAt: at(week, 2, '12:00'), minutes: 30 }, releases);
  // The same event as in the main calendar, too.
  const shared = { iCalUId: 'shared-retreat', subject: 'Retreat', startsAt: at(6, 0, '09:00'), minutes: 6 * 60 };
  for (const id of [calendar.main, graces]) calendar.add(shared, id);
}

/** Fills a To Do with two lists. */
export function fillTodo(todo: FakeTodoAccount, now: Date): void {
  const inDays = (days: number) => ({
    dateTime: `${new Date(now.getTime() + days * day).toISOString().slice(0, 10)}T00:00:00.0000000`,
    timeZone: 'UTC',
  });
  const tasks = todo.addList('Tasks', 'defaultList');
  todo.add(tasks, { title: 'Write the talk on offline sync', importance: 'high', due: inDays(6) });
  todo.add(tasks, { title: 'Answer Grace about the budget', status: 'inProgress', due: inDays(1) });
  todo.add(tasks, { title: 'Book the train to the offsite', due: inDays(12) });
  const recurrence = {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['friday'], firstDayOfWeek: 'monday' },
    range: { type: 'noEnd', startDate: inDays(0).dateTime.slice(0, 10) },
  };
  const toFriday = (12 - now.getUTCDay()) % 7;
  todo.add(tasks, { title: 'Review the week', due: inDays(toFriday), recurrence });
  const reading = todo.addList('Reading');
  for (const title of ['Designing Data-Intensive Applications', 'A Philosophy of Software Design', 'Peopleware'])
    todo.add(reading, { title });
}
