import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import type { Report, ReportSection } from '../../../platform/text/report.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { date } from '../../../platform/validation/input-rules.ts';
import { ratings } from '../../energy/energy/energy.rules.ts';
import type { LoadTotals } from '../../meetings/meeting-load/meeting-load.rules.ts';

/*
 * The review of a week: what was done, decided and learned, what was left, and what comes next. Each line cites its record. It is
 * told as of the end of the week, or as of today while the week lasts: what happened later does not change it.
 */

export const weeklyReviewInput = z.object({ week: date });

/** The sections of a review, in their order. */
export const sectionTitles = {
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
export type ReviewedFeedback = Pick<Row<'feedback'>, 'id' | 'kind' | 'body' | 'occurredOn'> & {
  readonly person: Named;
};

export type Rating = (typeof ratings)[number];

/** What the review of a week is made of. All lists are in the order in which they are shown. */
export interface WeekRecords {
  readonly done: Counted<{ readonly id: string; readonly title: string; readonly completedAt: Date | null }>;
  /** The plans of the week whose task was carried over. */
  readonly carried: readonly { readonly taskId: string; readonly plannedOn: string; readonly task: Titled }[];
  readonly achieved: Counted<Pick<Row<'goal'>, 'id' | 'title' | 'closedAt'>>;
  readonly milestones: Counted<Pick<Row<'milestone'>, 'id' | 'title' | 'reachedAt'> & { readonly goal: Titled }>;
  readonly praise: Counted<ReviewedFeedback>;
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
  readonly unanswered: Counted<ReviewedFeedback>;
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
  /** The first and the last day of the week after. */
  readonly next: { readonly from: string; readonly to: string };
}

export function weekOf(day: string, calendar: Calendar): Week {
  const startsOn = calendar.startOfWeek(day);
  const endsOn = calendar.addDays(startsOn, 6);
  const next = { from: calendar.addDays(startsOn, 7), to: calendar.addDays(startsOn, 13) };
  return {
    startsOn,
    endsOn,
    asOf: calendar.today < endsOn && calendar.today >= startsOn ? calendar.today : endsOn,
    next,
  };
}

/** A number of things: `No tasks`, `1 task`, `2 tasks`. */
export const counted = (count: number, thing: string, things = `${thing}s`) =>
  `${count || 'No'} ${count === 1 ? thing : things}`;

/** A text with its notes, if there are any. */
export const withNotes = (text: string, notes: string) => (notes.trim() ? `${text}: ${notes}` : text);

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What a record belongs to, such as `, in Board`. Nothing if there is none. */
export const ofNamed = (words: string, one: Titled) => (one ? `${words} ${one.title}` : '');

/** What a line says of a learning. */
export const learningText = ({ title, sourceTitle }: Pick<Row<'learning'>, 'title' | 'sourceTitle'>) =>
  `${title}${sourceTitle ? `, from ${sourceTitle}` : ''}`;

/** What a line says of feedback. @param way `from` if it was received, `to` if it was given */
export const feedbackText = ({ kind, person, body }: ReviewedFeedback, way: 'from' | 'to') =>
  `${capitalized(kind.toLowerCase())}${person ? ` ${way} ${person.name}` : ''}: ${body}`;

/** What a line says of an engagement pulse. */
export const pulseText = ({ score, notes }: Pick<Row<'engagementPulse'>, 'score' | 'notes'>) =>
  withNotes(`Engagement of the week ${score} of 5`, notes);

/** What a line says of an energy entry. */
export const energyText = (entry: Pick<Row<'energyEntry'>, 'notes' | Rating>) =>
  withNotes(
    capitalized(
      ratings
        .filter((rating) => entry[rating] !== null)
        .map((rating) => `${rating} ${entry[rating]}`)
        .join(', ') || 'own scales',
    ),
    entry.notes,
  );
