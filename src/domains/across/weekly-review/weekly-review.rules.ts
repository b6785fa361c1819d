import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import type { Report, ReportSection } from '../../../platform/text/report.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { date } from '../../../platform/validation/input-rules.ts';
import type { ratings } from '../../energy/energy/energy.rules.ts';
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
