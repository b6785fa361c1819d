import { type Card, type FSRS, fsrs, type Grade, Rating, State } from 'ts-fsrs';
import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import { date, instant, integer, line, number, pastInstant, target } from '../../../platform/validation/input-rules.ts';
import { memoryRecord, promptFilter } from '../prompts/prompts.rules.ts';
import { algorithm, library, type ReviewParameters } from '../review-settings/review-settings.rules.ts';

const rating = enumOf('PromptRating');
const durationSeconds = number(0, 86_400);

export const reviewPromptInput = z.object({
  ...target('Prompt'),
  rating,
  durationSeconds: durationSeconds.nullish(),
  reviewedAt: pastInstant.nullish().transform((moment) => moment ?? currentCalendar().now),
});

/** JSON that meets a rule, as it is: its fields may be in any order. */
const jsonOf = (rule: z.ZodType) =>
  z.unknown().refine((json) => rule.safeParse(json).success, 'must be as a review is logged');

/** The rules of a review as it is stored. */
export const promptReviewRecord = z.object({
  rating,
  reviewedAt: instant,
  reviewedOn: date,
  elapsedDays: integer(0, 4_000_000).nullable(),
  intervalDays: integer(0, 36_500),
  retrievability: number(0, 1).nullable(),
  durationSeconds: durationSeconds.nullable(),
  algorithm: line(40),
  library: line(80),
  parameters: jsonOf(z.object({ w: z.array(z.number()).max(50), desiredRetention: z.number() })),
  before: jsonOf(memoryRecord),
  after: jsonOf(memoryRecord),
});

/*
 * When a prompt is due, by FSRS (Ye and others, 2022): how long an answer is known follows from how hard it is, how stable the
 * memory is, and how likely it was to be forgotten at each review. Days are those of the owner. ts-fsrs counts days between UTC
 * dates when it schedules, and full 24 hours when it tells a probability; so it is given the UTC midnights of the owner's days, which
 * make both the same number.
 */

export type PromptState = Row<'prompt'>['state'];
export type PromptRating = Row<'promptReview'>['rating'];

/** What is known of the memory of a prompt, which reviews change. */
export type Memory = Pick<
  Row<'prompt'>,
  | 'state'
  | 'dueOn'
  | 'dueAt'
  | 'stability'
  | 'difficulty'
  | 'scheduledDays'
  | 'learningStep'
  | 'reviewCount'
  | 'lapseCount'
  | 'reviewedOn'
  | 'reviewedAt'
>;

/** The memory of a prompt without a review. It is due from a day on. */
export const newMemory = (dueOn: string) =>
  ({
    ...{ state: 'NEW', dueOn, dueAt: null, stability: null, difficulty: null, scheduledDays: 0, learningStep: 0 },
    ...{ reviewCount: 0, lapseCount: 0, reviewedOn: null, reviewedAt: null },
  }) satisfies Memory;

/** Steps in minutes until an answer counts as known, at first and after it was forgotten. */
const steps = { learning: ['1m', '10m'], relearning: ['10m'] } as const;
/** The longest interval, in days: a hundred years. */
const maxInterval = 36_500;

/** The scheduler. Intervals are not fuzzed, so that the same review has the same result. */
const schedulerOf = ({ w, desiredRetention }: ReviewParameters): FSRS =>
  fsrs({
    w: [...w],
    request_retention: desiredRetention,
    maximum_interval: maxInterval,
    enable_fuzz: false,
    enable_short_term: true,
    learning_steps: steps.learning,
    relearning_steps: steps.relearning,
  });

const states = { NEW: State.New, LEARNING: State.Learning, REVIEW: State.Review, RELEARNING: State.Relearning };
const stateNames = ['NEW', 'LEARNING', 'REVIEW', 'RELEARNING'] as const satisfies readonly PromptState[];
const grades = {
  AGAIN: Rating.Again,
  HARD: Rating.Hard,
  GOOD: Rating.Good,
  EASY: Rating.Easy,
} as const satisfies Record<PromptRating, Grade>;

/** The UTC midnight of a date. */
const midnight = (day: string) => new Date(`${day}T00:00:00Z`);

const cardOf = (memory: Memory): Card => ({
  due: midnight(memory.dueOn),
  stability: memory.stability ?? 0,
  difficulty: memory.difficulty ?? 0,
  elapsed_days: 0,
  scheduled_days: memory.scheduledDays,
  learning_steps: memory.learningStep,
  reps: memory.reviewCount,
  lapses: memory.lapseCount,
  state: states[memory.state],
  ...(memory.reviewedOn !== null && { last_review: midnight(memory.reviewedOn) }),
});

/**
 * The memory of a prompt after a review. A second review on one day goes by the formula for the short term.
 * @param at when it was reviewed, not before the review before
 */
export const reviewed = (
  memory: Memory,
  rating: PromptRating,
  at: Date,
  parameters: ReviewParameters,
  calendar: Pick<Calendar, 'dayOf' | 'addDays'>,
): Memory => reviewedBy(schedulerOf(parameters), memory, { rating, reviewedAt: at }, calendar);

function reviewedBy(
  scheduler: FSRS,
  memory: Memory,
  { rating, reviewedAt: at }: { readonly rating: PromptRating; readonly reviewedAt: Date },
  calendar: Pick<Calendar, 'dayOf' | 'addDays'>,
): Memory {
  // After the owner has moved west, the day can be before that of the last review.
  const day = [calendar.dayOf(at), memory.reviewedOn ?? ''].sort().at(-1) as string;
  const now = midnight(day);
  const { card } = scheduler.next(cardOf(memory), now, grades[rating]);
  const isInSteps = card.state !== State.Review;
  const stepped = new Date(at.getTime() + card.due.getTime() - now.getTime());
  return {
    state: stateNames[card.state] as PromptState,
    dueOn: isInSteps ? calendar.dayOf(stepped) : calendar.addDays(day, card.scheduled_days),
    dueAt: isInSteps ? stepped : null,
    stability: card.stability,
    difficulty: card.difficulty,
    scheduledDays: card.scheduled_days,
    learningStep: card.learning_steps,
    reviewCount: card.reps,
    lapseCount: card.lapses,
    reviewedOn: day,
    reviewedAt: at,
  };
}

/** The days from the last review to a day. Null without a review. */
export const elapsedDaysOf = ({ reviewedOn }: Memory, day: string, calendar: Pick<Calendar, 'daysBetween'>) =>
  reviewedOn === null ? null : Math.max(0, calendar.daysBetween(reviewedOn, day));

/**
 * Tells the probability that an answer is known on a day, from 0 to 1. Null without a review.
 * @returns a function that does so, for as many prompts as there are
 */
export function retrievabilityBy(parameters: ReviewParameters): (memory: Memory, day: string) => number | null {
  const scheduler = schedulerOf(parameters);
  return (memory, day) => retrievabilityAt(scheduler, memory, day);
}

const retrievabilityAt = (scheduler: FSRS, memory: Memory, day: string): number | null =>
  memory.reviewedOn === null ? null : scheduler.get_retrievability(cardOf(memory), midnight(day), false);

/** A review of a prompt, here or in another program. */
export type GivenReview = Pick<Row<'promptReview'>, 'rating' | 'reviewedAt' | 'durationSeconds'>;

/**
 * Tells how reviews are logged, each with the memory that it leaves.
 * @returns a function that does so, for as many reviews as there are
 */
export function loggedBy(parameters: ReviewParameters, calendar: Pick<Calendar, 'dayOf' | 'addDays' | 'daysBetween'>) {
  const scheduler = schedulerOf(parameters);
  return (before: Memory, given: GivenReview) => {
    const { rating, reviewedAt, durationSeconds } = given;
    const after = reviewedBy(scheduler, before, given, calendar);
    const reviewedOn = after.reviewedOn ?? calendar.dayOf(reviewedAt);
    const review = {
      ...{ rating, reviewedAt, reviewedOn, durationSeconds },
      elapsedDays: elapsedDaysOf(before, reviewedOn, calendar),
      intervalDays: before.scheduledDays,
      retrievability: retrievabilityAt(scheduler, before, reviewedOn),
      ...{ algorithm, library },
      parameters: { w: [...parameters.w], desiredRetention: parameters.desiredRetention },
      before: memoryAsJson(before),
      after: memoryAsJson(after),
    };
    return { review, after };
  };
}

/** A memory as JSON, with its fields in a stated order. */
function memoryAsJson(memory: Memory) {
  const { state, dueOn, dueAt, stability, difficulty, scheduledDays, learningStep } = memory;
  const { reviewCount, lapseCount, reviewedOn, reviewedAt } = memory;
  return {
    ...{ state, dueOn, dueAt: dueAt?.toISOString() ?? null, stability, difficulty, scheduledDays, learningStep },
    ...{ reviewCount, lapseCount, reviewedOn, reviewedAt: reviewedAt?.toISOString() ?? null },
  };
}

/** A memory from its JSON. */
export function memoryFromJson(json: Row<'promptReview'>['before']): Memory {
  const { dueAt, reviewedAt, ...memory } = json as unknown as ReturnType<typeof memoryAsJson>;
  return { ...memory, dueAt: dueAt ? new Date(dueAt) : null, reviewedAt: reviewedAt ? new Date(reviewedAt) : null };
}

export const promptReviewFilter = defineFilter('PromptReview', {
  id: { kind: 'id', type: 'PromptReview', description: 'The id.' },
  promptId: { kind: 'id', type: 'Prompt', description: 'The id of the prompt.' },
  prompt: { kind: 'one', filter: () => promptFilter, among: active('prompt'), description: 'The prompt.' },
  rating: { kind: 'enum', name: 'PromptRating', description: 'How well you knew the answer.' },
  reviewedAt: { kind: 'instant', description: 'The time of the review.' },
  reviewedOn: { kind: 'date', description: 'The day of the review.' },
  intervalDays: { kind: 'integer', description: 'The interval that was planned before, in days.' },
  durationSeconds: { kind: 'number', nullable: true, description: 'How long the review took, in seconds.' },
});

export const promptReviewOrder: OrderSpec = {
  name: 'PromptReview',
  fields: { REVIEWED_AT: { column: 'reviewedAt', description: 'The time of the review.' } },
};
