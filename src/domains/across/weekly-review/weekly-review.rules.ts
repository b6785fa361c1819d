import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { meanStateOf } from '../../../platform/queries/rates.ts';
import { quoted, type Report, type ReportLine, type ReportSection } from '../../../platform/text/report.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { date } from '../../../platform/validation/input-rules.ts';
import type { LoadTotals } from '../../meetings/meeting-load/meeting-load.rules.ts';

/*
 * The review of a week: what was done, decided and learned, what was left, and what comes next. Each line cites its record. It is
 * told as of the end of the week, or as of today while the week lasts: what happened later does not change it.
 */

export const weeklyReviewInput = z.object({ week: date });

/** The sections of a review, in their order. */
const sectionTitles = {
  DONE: 'Done',
  CARRIED_OVER: 'Carried over',
  WINS: 'Wins',
  DECISIONS: 'Decisions',
  LEARNINGS: 'Learnings',
  ENERGY: 'Energy',
  STALE_GOALS: 'Stale goals',
  UNANSWERED_FEEDBACK: 'Unanswered feedback',
  NEXT_WEEK: 'Next week',
} as const;
export type SectionKind = keyof typeof sectionTitles;

/** The maximum number of lines of a section. */
export const maxLines = 50;

/** An active goal is stale when this number of days has passed since its last check-in, or since it started without one. */
export const staleAfterDays = 14;

/** A section of the review of a week. */
export interface WeeklyReviewSection extends ReportSection {
  readonly kind: SectionKind;
}

/** The review of a week. */
export interface WeeklyReview extends Report {
  readonly sections: readonly WeeklyReviewSection[];
}

/** The first days of records, and the number of all of them. */
export interface Counted<T> {
  readonly records: readonly T[];
  readonly count: number;
}

type Named = { readonly name: string } | null;
type Titled = { readonly title: string } | null;
type Feedback = Pick<Row<'feedback'>, 'id' | 'kind' | 'body' | 'occurredOn'> & { readonly person: Named };

export const ratings = ['energy', 'mood', 'focus', 'stress', 'engagement'] as const;
type Rating = (typeof ratings)[number];

/** What the review of a week is made of. All lists are in the order in which they are shown. */
export interface WeekRecords {
  readonly done: Counted<{ readonly id: string; readonly title: string; readonly completedAt: Date | null }>;
  /** The plans of the week whose task was carried over. */
  readonly carried: readonly { readonly taskId: string; readonly plannedOn: string; readonly task: Titled }[];
  readonly achieved: Counted<Pick<Row<'goal'>, 'id' | 'title' | 'closedAt'>>;
  readonly milestones: Counted<Pick<Row<'milestone'>, 'id' | 'title' | 'reachedAt'> & { readonly goal: Titled }>;
  readonly praise: Counted<Feedback>;
  readonly decisions: Counted<
    Pick<Row<'meetingItem'>, 'id' | 'title'> & { readonly meeting: Pick<Row<'meeting'>, 'title' | 'startsAt'> | null }
  >;
  readonly learnings: Counted<Pick<Row<'learning'>, 'id' | 'title' | 'sourceTitle' | 'learnedOn'>>;
  readonly energy: Counted<Pick<Row<'energyEntry'>, 'id' | 'at' | 'notes' | Rating>>;
  readonly energyMeans: Readonly<Record<Rating, { readonly mean: number | null; readonly n: number }>>;
  readonly pulses: readonly Pick<Row<'engagementPulse'>, 'id' | 'score' | 'notes'>[];
  readonly stale: Counted<Pick<Row<'goal'>, 'id' | 'title'>>;
  /** The last check-in of each stale goal, by its id. */
  readonly lastCheckIns: ReadonlyMap<string, string>;
  readonly unanswered: Counted<Feedback>;
  readonly load: LoadTotals & { readonly meetingCount: number };
  readonly meetings: Counted<Pick<Row<'meeting'>, 'id' | 'title' | 'startsAt'>>;
  readonly due: Counted<Pick<Row<'task'>, 'id' | 'title' | 'dueOn'>>;
}

/** The week of a date, and the day as of which it is told. */
export interface Week {
  readonly startsOn: string;
  readonly endsOn: string;
  /** The last day, or today while the week lasts. */
  readonly asOf: string;
}

export function weekOf(day: string, calendar: Calendar): Week {
  const startsOn = calendar.startOfWeek(day);
  const endsOn = calendar.addDays(startsOn, 6);
  return { startsOn, endsOn, asOf: calendar.today < endsOn && calendar.today >= startsOn ? calendar.today : endsOn };
}

/** The review of a week. */
export function weeklyReviewOf({ startsOn, endsOn }: Week, records: WeekRecords, calendar: Calendar): WeeklyReview {
  const line = (type: string, id: string, text: string, day: string | null): ReportLine => ({
    ...{ text: quoted(text), date: day },
    node: { type, id },
  });
  const dayOf = (instant: Date | null) => instant && calendar.dayOf(instant);
  const section = (kind: SectionKind, summary: string, count: number, lines: readonly ReportLine[]) => ({
    ...{ kind, title: sectionTitles[kind], summary, count },
    lines: lines.slice(0, maxLines),
  });
  const from = ({ person }: Feedback) => (person ? ` from ${person.name}` : '');
  const kinds: Record<Feedback['kind'], string> = { PRAISE: 'Praise', SUGGESTION: 'Suggestion', CONCERN: 'Concern' };
  const feedback = (one: Feedback) =>
    line('Feedback', one.id, `${kinds[one.kind]}${from(one)}: ${one.body}`, one.occurredOn);

  const { done, achieved, milestones, praise, decisions, learnings, energy, stale, unanswered, meetings, due } =
    records;
  const carried = [...Map.groupBy(records.carried, ({ taskId }) => taskId)];
  const wins = achieved.count + milestones.count + praise.count;
  const next = meetings.count + due.count;
  return {
    title: `Week from ${startsOn} to ${endsOn}`,
    startsOn,
    endsOn,
    sections: [
      section(
        'DONE',
        `${counted(done.count, 'task')} done.`,
        done.count,
        done.records.map(({ id, title, completedAt }) => line('Task', id, title, dayOf(completedAt))),
      ),
      section(
        'CARRIED_OVER',
        `${counted(carried.length, 'task')} planned and carried over.`,
        carried.length,
        carried.map(([id, plans]) =>
          line('Task', id, `${plans[0]?.task?.title ?? ''}${times(plans.length)}`, plans.at(-1)?.plannedOn ?? null),
        ),
      ),
      section('WINS', `${counted(wins, 'win')}: goals achieved, milestones reached and praise received.`, wins, [
        ...achieved.records.map(({ id, title, closedAt }) =>
          line('Goal', id, `Goal achieved: ${title}`, dayOf(closedAt)),
        ),
        ...milestones.records.map(({ id, title, goal, reachedAt }) =>
          line('Milestone', id, `Milestone reached: ${title}${goal ? `, of ${goal.title}` : ''}`, dayOf(reachedAt)),
        ),
        ...praise.records.map(feedback),
      ]),
      section(
        'DECISIONS',
        `${counted(decisions.count, 'decision')} in meetings.`,
        decisions.count,
        decisions.records.map(({ id, title, meeting }) =>
          line(
            'MeetingItem',
            id,
            `${title}${meeting ? `, in ${meeting.title}` : ''}`,
            dayOf(meeting?.startsAt ?? null),
          ),
        ),
      ),
      section(
        'LEARNINGS',
        `${counted(learnings.count, 'learning')}.`,
        learnings.count,
        learnings.records.map(({ id, title, sourceTitle, learnedOn }) =>
          line('Learning', id, `${title}${sourceTitle ? `, from ${sourceTitle}` : ''}`, learnedOn),
        ),
      ),
      section('ENERGY', energySummary(records), energy.count + records.pulses.length, [
        ...records.pulses.map(({ id, score, notes }) =>
          line('EngagementPulse', id, withNotes(`Engagement of the week ${score} of 5`, notes), null),
        ),
        ...energy.records.map((entry) =>
          line('EnergyEntry', entry.id, withNotes(ratingsOf(entry), entry.notes), dayOf(entry.at)),
        ),
      ]),
      section(
        'STALE_GOALS',
        `${counted(stale.count, 'active goal')} without a check-in for more than ${staleAfterDays} days.`,
        stale.count,
        stale.records.map(({ id, title }) => {
          const last = records.lastCheckIns.get(id) ?? null;
          return line('Goal', id, `${title}: ${last ? 'last check-in' : 'no check-in'}`, last);
        }),
      ),
      section(
        'UNANSWERED_FEEDBACK',
        `${counted(unanswered.count, 'piece')} of received feedback not acknowledged.`,
        unanswered.count,
        unanswered.records.map(feedback),
      ),
      section('NEXT_WEEK', loadSummary(records, calendar), next, [
        ...due.records.map(({ id, title, dueOn }) => line('Task', id, `Due: ${title}`, dueOn)),
        ...meetings.records.map(({ id, title, startsAt }) =>
          line('Meeting', id, `${calendar.timeOf(startsAt)} ${title}`, dayOf(startsAt)),
        ),
      ]),
    ],
  };
}

/** A number of things: `No tasks`, `1 task`, `2 tasks`. */
const counted = (count: number, thing: string) => `${count || 'No'} ${thing}${count === 1 ? '' : 's'}`;

const times = (count: number) => (count > 1 ? `, ${count} times` : '');

const withNotes = (text: string, notes: string) => (notes.trim() ? `${text}: ${notes}` : text);

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const ratingsOf = (entry: Readonly<Record<Rating, number | null>>) =>
  capitalized(
    ratings
      .filter((rating) => entry[rating] !== null)
      .map((rating) => `${rating} ${entry[rating]}`)
      .join(', ') || 'own scales',
  );

/** The mean of each rating with its n, where there are enough. Ratings are from 1 to 5. */
function energySummary({ energyMeans, energy }: WeekRecords): string {
  const known = ratings
    .filter((rating) => energyMeans[rating].n > 0)
    .map((rating) => {
      const { mean, n } = energyMeans[rating];
      const value = mean !== null && meanStateOf(n).state === 'OK' ? mean.toFixed(2) : 'too few for a mean';
      return `${rating} ${value} (n = ${n})`;
    });
  const entries = counted(energy.count, 'entry').replace('entrys', 'entries');
  return known.length > 0 ? `${entries}. Means from 1 to 5: ${known.join(', ')}.` : `${entries}.`;
}

/** Hours and minutes: `2 h`, `1 h 30 min`, `45 min`. */
function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.round(minutes) / 60), Math.round(minutes) % 60];
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ');
}

function loadSummary({ load, due }: WeekRecords, calendar: Calendar): string {
  const { meetingCount, meetingMinutes, workingMinutes, freeMinutes, longestGap } = load;
  const longest = longestGap && new Date(longestGap.start);
  return [
    `${counted(meetingCount, 'meeting')}, ${duration(meetingMinutes)}.`,
    `${duration(freeMinutes)} of ${duration(workingMinutes)} working time free.`,
    longestGap &&
      longest &&
      `The longest free time is ${duration((longestGap.end - longestGap.start) / 60_000)}, on ${calendar.dayOf(longest)} at ${calendar.timeOf(longest)}.`,
    `${counted(due.count, 'task')} due.`,
  ]
    .filter(Boolean)
    .join(' ');
}
