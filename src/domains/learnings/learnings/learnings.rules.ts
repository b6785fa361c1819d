import { z } from 'zod';
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
/** From this confidence on, the interval doubles with every review. */
const minDoubling = 3;
const maxInterval = 365;

/**
 * The day of the next review: 1, 3, 7, 14 or 30 days from today for a confidence of 1 to 5. From a confidence of 3 on, the
 * interval doubles for every earlier review, up to 365 days.
 *
 * This follows Leitner's boxes (S. Leitner, So lernt man lernen, 1972): what is known waits about twice as long each time, and
 * what is not known starts again.
 * @param confidence from 1 (heard of it) to 5 (could teach it), as of this review
 * @param reviewsBefore the number of reviews before this one
 * @returns a date as `YYYY-MM-DD`
 */
export function nextReview(
  confidence: number,
  reviewsBefore: number,
  calendar: Pick<Calendar, 'today' | 'addDays'>,
): string {
  const first = firstIntervals[confidence - 1] ?? maxInterval;
  const days = confidence >= minDoubling ? first * 2 ** reviewsBefore : first;
  return calendar.addDays(calendar.today, Math.min(days, maxInterval));
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
  reviewCount: { kind: 'integer', description: 'The number of reviews.' },
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
    REVIEW_COUNT: { column: 'reviewCount', description: 'The number of reviews.' },
    CREATED_AT: { column: 'createdAt', description: 'When the learning was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the learning was last changed.' },
  },
};
