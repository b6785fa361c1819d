import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import {
  chosenId,
  date,
  idsOf,
  integer,
  line,
  optional,
  pastDate,
  prose,
  requiring,
  target,
  webAddress,
} from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { labelFilter, maxLabels } from '../../across/labels/labels.rules.ts';
import { goalFilter } from '../../goals/goals/goals.rules.ts';
import { skillFilter } from '../../skills/skills/skills.rules.ts';

/** The maximum number of skills, and of goals, that a learning supports. */
export const maxSupported = 20;

/** How well you know something. */
const confidenceLevel = describeRule(integer(1, 5), { limits: 'From 1 (heard of it) to 5 (could teach it).' });

const fields = {
  title: line(300),
  notes: prose(50_000),
  sourceKind: enumOf('LearningSourceKind'),
  sourceTitle: prose(300),
  sourceUrl: webAddress.nullable(),
  confidence: confidenceLevel.nullable(),
  reviewOn: date.nullable(),
  labelIds: idsOf('Label', maxLabels),
  skillIds: idsOf('Skill', maxSupported),
  goalIds: idsOf('Goal', maxSupported),
};

export const createLearningInput = z.object({
  id: chosenId('Learning').nullish(),
  ...requiring(fields, 'title'),
  learnedOn: pastDate.nullish().transform((day) => day ?? currentCalendar().today),
});

export const updateLearningInput = z.object({
  ...optional(fields),
  learnedOn: pastDate.optional(),
  ...target('Learning'),
});

/** The rules of a learning as it is stored. */
export const learningRecord = updateLearningInput.extend({ reviewedOn: pastDate.nullable().optional() });

export const reviewLearningInput = z.object({
  ...target('Learning'),
  confidence: confidenceLevel,
  reviewOn: describeRule(
    date.refine((day) => day > currentCalendar().today, 'must be after today'),
    { limits: 'After today.' },
  )
    .nullable()
    .optional(),
});

/** Days until the review after the first one, for a confidence of 1 to 5. */
const firstIntervals = [1, 3, 7, 14, 30] as const;
/** A review with a lower confidence is a lapse. */
const minKnown = 3;
const maxInterval = 365;

/** What the columns of a learning say about its reviews. */
export type ReviewState = Pick<Row<'learning'>, 'reviewCount' | 'repetitionCount' | 'reviewedOn'>;

/**
 * The columns that a review sets. The next review is in 1, 3, 7, 14 or 30 days for a confidence of 1 to 5. From a confidence of 3
 * on, the interval doubles for every repetition: a day before this one on which the learning was known, since the last lapse.
 * At most 365 days. A confidence of 1 or 2 is a lapse: the repetitions begin again.
 *
 * The reviews of one day count as one, and the last of them decides. A lapse stays one, though: what was forgotten in the morning
 * and known in the evening begins at the first interval.
 *
 * This follows Leitner's boxes (S. Leitner, So lernt man lernen, 1972): what is known waits about twice as long each time, and
 * what is not known starts again.
 * @param confidence from 1 (heard of it) to 5 (could teach it), as of this review
 */
export function reviewed(
  { reviewCount, repetitionCount, reviewedOn }: ReviewState,
  confidence: number,
  calendar: Pick<Calendar, 'today' | 'addDays'>,
): ReviewState & { reviewOn: string } {
  const { today } = calendar;
  const isAgain = reviewedOn === today;
  const before = isAgain ? Math.max(0, repetitionCount - 1) : repetitionCount;
  const isKnown = confidence >= minKnown;
  const first = firstIntervals[confidence - 1] ?? maxInterval;
  const days = isKnown ? first * 2 ** before : first;
  return {
    reviewCount: reviewCount + (isAgain ? 0 : 1),
    repetitionCount: isKnown ? before + 1 : 0,
    reviewedOn: today,
    reviewOn: calendar.addDays(today, Math.min(days, maxInterval)),
  };
}

/** Streaks of consecutive days with a learning, in days. */
export interface LearningStreak {
  /** The streak up to today, or up to yesterday if there is nothing today yet. 0 if it is broken. */
  current: number;
  longest: number;
  /** The last day with a learning, as `YYYY-MM-DD`. */
  lastOn: string | null;
  /** The number of days with a learning. */
  dayCount: number;
}

/** @param days the days with a learning as `YYYY-MM-DD`, each once, in ascending order */
export function streakOf(days: readonly string[], calendar: Pick<Calendar, 'today' | 'addDays'>): LearningStreak {
  let [run, longest] = [0, 0];
  for (const [index, day] of days.entries()) {
    run = days[index - 1] === calendar.addDays(day, -1) ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  const lastOn = days.at(-1) ?? null;
  const lasts = lastOn !== null && lastOn >= calendar.addDays(calendar.today, -1);
  return { current: lasts ? run : 0, longest, lastOn, dayCount: days.length };
}

export const learningFilter = defineFilter('Learning', {
  id: { kind: 'id', type: 'Learning', description: 'The id.' },
  title: { kind: 'text', description: 'The title.' },
  sourceKind: { kind: 'enum', name: 'LearningSourceKind', description: 'The kind of source.' },
  sourceTitle: { kind: 'text', description: 'The title of the source.' },
  learnedOn: { kind: 'date', description: 'The day you learned it.' },
  confidence: { kind: 'integer', nullable: true, description: 'How well you know it, from 1 to 5.' },
  reviewOn: { kind: 'date', nullable: true, description: 'The day from which the next review is due.' },
  reviewCount: { kind: 'integer', description: 'The number of days with a review.' },
  repetitionCount: { kind: 'integer', description: 'The number of days on which you knew it, since the last lapse.' },
  reviewedOn: { kind: 'date', nullable: true, description: 'The day of the last review.' },
  createdAt: { kind: 'instant', description: 'When the learning was created.' },
  updatedAt: { kind: 'instant', description: 'When the learning was last changed.' },
  labels: {
    kind: 'some',
    path: ['learningLabels', 'label'],
    filter: () => labelFilter,
    among: active('label'),
    description: 'The labels of the learning.',
  },
  skills: {
    kind: 'some',
    path: ['learningSkills', 'skill'],
    filter: () => skillFilter,
    among: active('skill'),
    description: 'The skills that the learning supports.',
  },
  goals: {
    kind: 'some',
    path: ['learningGoals', 'goal'],
    filter: () => goalFilter,
    among: active('goal'),
    description: 'The goals that the learning supports.',
  },
});

export const learningOrder: OrderSpec = {
  name: 'Learning',
  fields: {
    LEARNED_ON: { column: 'learnedOn', description: 'The day you learned it.' },
    TITLE: { column: 'titleNormalized', description: 'The title, regardless of case.' },
    CONFIDENCE: { column: 'confidence', nullable: true, description: 'How well you know it.' },
    REVIEW_ON: { column: 'reviewOn', nullable: true, description: 'The day from which the next review is due.' },
    REVIEW_COUNT: { column: 'reviewCount', description: 'The number of days with a review.' },
    CREATED_AT: { column: 'createdAt', description: 'When the learning was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the learning was last changed.' },
  },
};
