import type { ViewerContext } from '../../src/platform/context.ts';
import { newId } from '../../src/platform/database/ids.ts';
import { transaction } from '../../src/platform/transactions/transaction.ts';

const day = 24 * 60 * 60 * 1000;

/** The people and series that the rows of a life are about. */
interface Cast {
  readonly people: readonly string[];
  readonly series: readonly string[];
}

/** Makes the people and series that rows are about. */
export const makeCast = (ctx: ViewerContext): Promise<Cast> =>
  transaction(ctx, 'fill', async (tx) => {
    const [people, series] = [20, 10].map((length) => Array.from({ length }, () => newId())) as [string[], string[]];
    await tx.write.person.createMany(people.map((id, at) => ({ id, name: `Person ${at}` })));
    await tx.write.meetingSeries.createMany(series.map((id, at) => ({ id, title: `Series ${at}` })));
    return { people, series };
  });

/**
 * Adds about as many rows of a life as asked for: tasks, of which one in fifty is open, time spent on them, meetings with two others and
 * an item, energy about tasks and meetings, feedback and reminders, from some days ago until in two weeks.
 */
export async function addRows(
  ctx: ViewerContext,
  { people, series }: Cast,
  count: number,
  days: number,
): Promise<void> {
  const { calendar } = ctx;
  const most = 500;
  for (let added = 0; added < count; added += most * 10) {
    const size = Math.min(most, Math.ceil((count - added) / 10));
    const numbers = Array.from({ length: size }, (_, at) => at);
    // Spread evenly, by a step that has no divisor in common with the number of days.
    const ago = (number: number) => (((added / 10 + number) * 7919) % (days + 14)) - 14;
    const at = (number: number, minutes: number) => {
      const midnight = calendar.startOfDay(calendar.addDays(calendar.today, -ago(number))).getTime();
      return new Date(midnight + minutes * 60_000);
    };
    const minute = (number: number) => 8 * 60 + ((number * 37) % 600);
    const pick = (from: readonly string[], number: number) => from[number % from.length] as string;
    await transaction(ctx, 'fill', async (tx) => {
      const tasks = numbers.map(() => newId());
      const isOpen = (number: number) => number % 50 === 0;
      await tx.write.task.createMany(
        tasks.map((id, number) => ({
          ...{ id, title: `Task ${number}`, position: added + number, estimateMinutes: 15 + (number % 8) * 15 },
          ...{ priority: number % 5, dueOn: number % 3 ? null : calendar.addDays(calendar.today, 5 - ago(number)) },
          ...(isOpen(number)
            ? { scheduledOn: number % 100 ? null : calendar.today }
            : {
                status: 'DONE' as const,
                completedAt: new Date(Math.min(at(number, 900).getTime(), calendar.now.getTime())),
              }),
        })),
      );
      const meetings = numbers.map(() => newId());
      await tx.write.meeting.createMany(
        meetings.map((id, number) => {
          const startsAt = at(number, minute(number));
          const endsAt = new Date(startsAt.getTime() + 30 * 60_000);
          const about = { title: `Meeting ${number}`, timeZone: 'Europe/Berlin', seriesId: pick(series, number) };
          return { id, startsAt, endsAt, ...about };
        }),
      );
      await tx.write.meetingAttendee.createMany(
        meetings.flatMap((meetingId, number) =>
          (number % 4 ? [0, 7] : [0]).map((step) => ({ meetingId, personId: pick(people, number + step) })),
        ),
      );
      const kinds = ['AGENDA', 'PREPARATION', 'DECISION'] as const;
      await tx.write.meetingItem.createMany(
        meetings.map((meetingId, number) => {
          const kind = kinds[number % 3] as (typeof kinds)[number];
          return { meetingId, kind, title: `Item ${number}`, position: 1, doneAt: at(number, 1_000) };
        }),
      );
      await tx.write.timeEntry.createMany(
        tasks.map((taskId, number) => {
          const startedAt = at(number, minute(number) - 1_440);
          return { taskId, startedAt, endedAt: new Date(startedAt.getTime() + (10 + (number % 60)) * 60_000) };
        }),
      );
      await tx.write.energyEntry.createMany(
        [...numbers, ...numbers].map((number, index) => ({
          ...{ at: at(number, minute(number) - 1_440), energy: 1 + ((number * 13 + index) % 5) },
          ...(index % 3 === 0 ? { meetingId: meetings[number] as string } : {}),
          ...(index % 3 === 1 ? { personId: pick(people, number) } : {}),
        })),
      );
      await tx.write.feedback.createMany(
        numbers.map((number) => ({
          ...{ direction: number % 2 ? ('RECEIVED' as const) : ('GIVEN' as const), kind: 'PRAISE' as const },
          ...{
            body: `Feedback ${number}`,
            occurredOn: calendar.dayOf(at(number, 600)),
            personId: pick(people, number),
          },
          ...(number % 20 ? { acknowledgedAt: new Date(calendar.now.getTime() - day) } : {}),
        })),
      );
      await tx.write.reminder.createMany(
        numbers.map((number) => {
          const moment = at(number, 540);
          const isPast = moment < calendar.now;
          return {
            title: `Reminder ${number}`,
            at: moment,
            dueAt: isPast ? null : moment,
            firedAt: isPast ? moment : null,
          };
        }),
      );
    });
  }
}

/** What is asked of a day, a week, a meeting and what they cost, by what it is. */
export const depthQueries: Readonly<Record<string, string>> = {
  planDay: '{ planDay { planHash placements { startsAt task { title } } leftovers { cause task { title } } } }',
  timeReport: `{ timeReport(from: "-P30D") { days { date minutes } tasks { minutes task { id } } estimateAccuracy { median } } }`,
  weeklyReview: '{ weeklyReview(week: "-P7D") { sections { title summary lines { text date node { id } } } } }',
  reviewPacket: '{ reviewPacket { summary sections { months { count } lines { text date node { id } } } } }',
  'a brief': `{ nextMeeting { brief { carriedOver { reason } decisions { reason } attendees {
    actionItems { reason } feedback { reason } sharedGoals { reason } lastOneOnOne { id } energyMean } } } }`,
  meetingLoad: `{ meetingLoad(from: "-P30D") { meetingMinutes fragmentation days { date meetings { node { id } } }
    oneOnOnes { person { id } } seriesEnergy { series { id } } } }`,
  drainsAndChargers: '{ drainsAndChargers { testedCount factors { n verdict node { id } } } }',
  energyProfile: '{ energyProfile { weekday hour n mean } }',
  energySamplingStats: '{ energySamplingStats { sentCount } }',
  'a saved filter': '{ tasks(savedFilter: "Soon") { totalCount nodes { title dueOn } } }',
  'tasks that are available': '{ tasks(filter: { isAvailable: { eq: true } }) { nodes { title isBlocked } } }',
  'a series': '{ meetingSeriesList { nodes { title ruleText attendees { name } } } }',
  'reminders of a day': '{ day { reminders { totalCount nodes { title dueAt } } } }',
  taskReview: '{ taskReview(from: "-P30D") { completedCount doneRate { value } } }',
};
