import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import type { NodeRef } from '../../../platform/database/node-refs.ts';
import { type CensoredMedian, censoredMedianOf, type Duration } from '../../../platform/queries/censored-median.ts';
import { type Rate, rateOf } from '../../../platform/queries/rates.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { periodOf } from '../../../platform/time/periods.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import { asPeriod, date } from '../../../platform/validation/input-rules.ts';

/** The maximum number of days that ratios are of: five years. */
const maxDays = 1_830;
/** The maximum number of groups. The others are counted. */
export const maxGroups = 200;
/** The maximum number of suggestions that are named. */
export const maxNamed = 20;

/** What feedback is grouped by. */
export type FeedbackGrouping = 'PERSON' | 'SKILL' | 'QUARTER';

export const feedbackRatiosInput = asPeriod(
  z.object({ from: date, to: date, direction: enumOf('FeedbackDirection') }),
  maxDays,
);

/** A follow-up task of feedback: active, and not cancelled. */
export interface FollowUp {
  /** When it was done. Null if it is open. */
  readonly completedAt: Date | null;
}

/** Feedback, with what it is about and what came of it. */
export interface GivenFeedback extends Pick<Row<'feedback'>, 'id' | 'kind' | 'occurredOn' | 'personId'> {
  readonly skillIds: readonly string[];
  /** Null if there is none. */
  readonly followUp: FollowUp | null;
}

/** What some feedback says, and what came of it. */
export interface FeedbackRatio {
  readonly count: number;
  readonly praise: Rate;
  readonly suggestions: Rate;
  readonly concerns: Rate;
  readonly counts: Readonly<Record<Row<'feedback'>['kind'], number>>;
  /** Praise for each suggestion or concern. Null if there is none of these, or too little feedback. */
  readonly praisePerOther: number | null;
  readonly daysToAction: CensoredMedian;
  /** The ids of the suggestions without a follow-up task, the oldest first. */
  readonly withoutFollowUp: readonly string[];
}

/** What the feedback of a group says. */
export interface FeedbackGroup extends FeedbackRatio {
  /** The person or skill. Null for a quarter, and for feedback about neither. */
  readonly node: NodeRef | null;
  /** The quarter, such as `2026-Q4`. Null for other groups. */
  readonly quarter: string | null;
}

/**
 * How long it took from feedback to action, in days by the person's calendar: from the day of the feedback to that on which its
 * follow-up task was done, at least 0. A task that is open would have taken longer than until today. Feedback without a task has
 * nothing to wait for.
 */
function durationOf({ occurredOn, followUp }: GivenFeedback, calendar: Calendar): Duration[] {
  if (followUp === null) return [];
  const day = followUp.completedAt === null ? calendar.today : calendar.dayOf(followUp.completedAt);
  return [{ days: Math.max(0, calendar.daysBetween(occurredOn, day)), hasEnded: followUp.completedAt !== null }];
}

/** What some feedback says, and what came of it. */
export function ratioOf(all: readonly GivenFeedback[], calendar: Calendar): FeedbackRatio {
  const n = all.length;
  const count = (kind: GivenFeedback['kind']) => all.filter((one) => one.kind === kind).length;
  const counts = { PRAISE: count('PRAISE'), SUGGESTION: count('SUGGESTION'), CONCERN: count('CONCERN') };
  const rate = (kind: GivenFeedback['kind']) => rateOf(counts[kind], n, 'feedback entries');
  const others = counts.SUGGESTION + counts.CONCERN;
  return {
    count: n,
    counts,
    praise: rate('PRAISE'),
    suggestions: rate('SUGGESTION'),
    concerns: rate('CONCERN'),
    praisePerOther: rate('PRAISE').state === 'OK' && others > 0 ? counts.PRAISE / others : null,
    daysToAction: censoredMedianOf(
      all.flatMap((one) => durationOf(one, calendar)),
      'follow-up tasks',
    ),
    withoutFollowUp: all
      .filter(({ kind, followUp }) => kind === 'SUGGESTION' && followUp === null)
      .toSorted((a, b) =>
        a.occurredOn === b.occurredOn ? (a.id < b.id ? -1 : 1) : a.occurredOn < b.occurredOn ? -1 : 1,
      )
      .map(({ id }) => id),
  };
}

/** The calendar quarter of a date: `2026-Q4`. */
function quarterOf(day: string, calendar: Calendar): string {
  const { startsOn } = periodOf(day, 'QUARTER', calendar);
  return `${startsOn.slice(0, -6)}-Q${(Number(startsOn.slice(-5, -3)) + 2) / 3}`;
}

/** The keys of the groups that feedback is in. With several skills it is in several; with none, in that of null. */
function keysOf(one: GivenFeedback, by: FeedbackGrouping, calendar: Calendar): readonly (string | null)[] {
  if (by === 'PERSON') return [one.personId];
  if (by === 'QUARTER') return [quarterOf(one.occurredOn, calendar)];
  return one.skillIds.length > 0 ? one.skillIds : [null];
}

/** What the feedback of each group says: quarters in order, other groups by the most feedback. */
export function groupsOf(all: readonly GivenFeedback[], by: FeedbackGrouping, calendar: Calendar): FeedbackGroup[] {
  const entries = all.flatMap((one) => keysOf(one, by, calendar).map((key) => ({ key, one })));
  const groups = [...Map.groupBy(entries, ({ key }) => key)].map(
    ([key, some]): FeedbackGroup & { key: string | null } => ({
      key,
      node: by === 'QUARTER' || key === null ? null : { type: by === 'PERSON' ? 'Person' : 'Skill', id: key },
      quarter: by === 'QUARTER' ? key : null,
      ...ratioOf(
        some.map(({ one }) => one),
        calendar,
      ),
    }),
  );
  const byKey = (a: { key: string | null }, b: { key: string | null }) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1);
  return groups.sort((a, b) => (by === 'QUARTER' ? byKey(a, b) : b.count - a.count || byKey(a, b)));
}
