import { z } from 'zod';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import {
  chosenId,
  date,
  idsOf,
  integer,
  line,
  optional,
  pastDate,
  prose,
  target,
  webAddress,
} from '../../../platform/validation/input-rules.ts';
import { labelFilter, maxLabels } from '../../across/labels/labels.rules.ts';
import { goalFilter } from '../../goals/goals/goals.rules.ts';
import { skillFilter } from '../../skills/skills/skills.rules.ts';

export const sourceKinds = ['BOOK', 'COURSE', 'ARTICLE', 'VIDEO', 'TALK', 'PERSON', 'PROJECT', 'OTHER'] as const;

/** A learning supports at most this many skills, and this many goals: more would say nothing about it. */
export const maxSupported = 20;

/** How well something sits: from 1 (heard of it) to 5 (could teach it). */
const confidence = integer(1, 5);

const fields = (calendar: Calendar) => ({
  title: line(300),
  notes: prose(50_000),
  sourceKind: z.enum(sourceKinds, { error: 'must be a kind of source' }),
  sourceTitle: prose(300),
  sourceUrl: webAddress.nullable(),
  confidence: confidence.nullable(),
  reviewOn: date(calendar).nullable(),
  labelIds: idsOf('Label', maxLabels),
  skillIds: idsOf('Skill', maxSupported),
  goalIds: idsOf('Goal', maxSupported),
});

export const createLearningInput = (calendar: Calendar) => {
  const { title, ...rest } = fields(calendar);
  return z.object({
    id: chosenId('Learning').nullish(),
    title,
    ...optional(rest),
    learnedOn: pastDate(calendar)
      .nullish()
      .transform((day) => day ?? calendar.today),
  });
};

export const updateLearningInput = (calendar: Calendar) =>
  z.object({
    ...optional(fields(calendar)),
    learnedOn: pastDate(calendar).optional(),
    ...target('Learning'),
  });

export const reviewLearningInput = (calendar: Calendar) =>
  z.object({
    ...target('Learning'),
    confidence,
    reviewOn: date(calendar)
      .refine((day) => day > calendar.today, 'must be after today')
      .nullable()
      .optional(),
  });

/** Days until the next look at something after the first, by how well it sat. */
const firstIntervals = [1, 3, 7, 14, 30] as const;
/** What sits, from this confidence on, is left alone for twice as long after every look. */
const sits = 3;
const maxInterval = 365;

/**
 * The day to look at something again, after a look: some days by how well it sat (1, 3, 7, 14 or 30 for a confidence of 1
 * to 5), doubled for every look before where it sat at least middling, and no more than a year. This is the idea of
 * Leitner's boxes (S. Leitner, So lernt man lernen, 1972): what is known waits about twice as long each time, and what
 * is not starts again.
 */
export function nextReview(how: number, reviewsBefore: number, calendar: Pick<Calendar, 'today' | 'addDays'>): string {
  const first = firstIntervals[how - 1] ?? maxInterval;
  const days = how >= sits ? first * 2 ** reviewsBefore : first;
  return calendar.addDays(calendar.today, Math.min(days, maxInterval));
}

/** Days in a row with something learned. */
export interface LearningStreak {
  /** Up to today, or to yesterday while today has nothing yet. */
  current: number;
  longest: number;
  lastOn: string | null;
  dayCount: number;
}

/** The streaks in some days, each once and in order. */
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
  id: { kind: 'id', type: 'Learning', description: 'By id.' },
  title: { kind: 'text', description: 'By title.' },
  sourceKind: { kind: 'enum', name: 'LearningSourceKind', description: 'By what it was learned from.' },
  sourceTitle: { kind: 'text', description: 'By what the source is called.' },
  learnedOn: { kind: 'date', description: 'By the day it was learned.' },
  confidence: { kind: 'integer', nullable: true, description: 'By how well it sits.' },
  reviewOn: { kind: 'date', nullable: true, description: 'By the day from which it is due to be looked at again.' },
  reviewCount: { kind: 'integer', description: 'By how often it was looked at again.' },
  createdAt: { kind: 'instant', description: 'By when it was made.' },
  updatedAt: { kind: 'instant', description: 'By when it was last changed.' },
  labels: {
    kind: 'some',
    path: ['learningLabels', 'label'],
    filter: () => labelFilter,
    among: active('label'),
    description: 'By its labels.',
  },
  skills: {
    kind: 'some',
    path: ['learningSkills', 'skill'],
    filter: () => skillFilter,
    among: active('skill'),
    description: 'By the skills that it supports.',
  },
  goals: {
    kind: 'some',
    path: ['learningGoals', 'goal'],
    filter: () => goalFilter,
    among: active('goal'),
    description: 'By the goals that it supports.',
  },
});

export const learningOrder: OrderSpec = {
  name: 'Learning',
  fields: {
    LEARNED_ON: { column: 'learnedOn', description: 'By the day it was learned.' },
    TITLE: { column: 'titleNormalized', description: 'By title, whatever the case.' },
    CONFIDENCE: { column: 'confidence', nullable: true, description: 'By how well it sits, the worst first.' },
    REVIEW_ON: { column: 'reviewOn', nullable: true, description: 'By the day from which it is due.' },
    REVIEW_COUNT: { column: 'reviewCount', description: 'By how often it was looked at again.' },
    CREATED_AT: { column: 'createdAt', description: 'By when it was made.' },
    UPDATED_AT: { column: 'updatedAt', description: 'By when it was last changed.' },
  },
};
