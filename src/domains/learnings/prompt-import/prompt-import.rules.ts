import { default_w } from 'ts-fsrs';
import { v5 } from 'uuid';
import { z } from 'zod';
import type { CardSchedule, Flashcard, UnreadNote } from '../../../integrations/flashcards/flashcard.ts';
import type { Row } from '../../../platform/database/models.ts';
import { grouped } from '../../../platform/text/english.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { line } from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { truncate } from '../../../platform/validation/truncate.ts';
import { type GivenReview, loggedBy, type Memory, newMemory } from '../prompt-reviews/prompt-reviews.rules.ts';
import type { ReviewParameters } from '../review-settings/review-settings.rules.ts';

/** The maximum length of a file, in characters, and of cards that it can have. */
const maxText = 2_000_000;
export const maxCards = 5_000;
/** The maximum number of notes that are named as left out, of warnings, and of cards that are shown. */
export const maxNamed = 100;
/** The longest question or answer, in characters. */
const maxLength = 10_000;

/** The formats of files. */
const formats = ['ANKI_TEXT', 'OBSIDIAN'] as const;
export type PromptFormat = (typeof formats)[number];

export const importPromptsInput = z.object({
  format: z.enum(formats),
  text: describeRule(z.string({ error: 'must be a text' }).max(maxText, `must have at most ${maxText} characters`), {
    limits: `At most ${grouped(maxText)} characters.`,
  }),
  title: line(200),
  isDryRun: z
    .boolean({ error: 'must be true or false' })
    .nullish()
    .transform((is) => is ?? false),
});

/** A prompt that a card is to become, of the learning with a title. */
export interface PlannedPrompt {
  readonly id: string;
  readonly line: number;
  readonly learningId: string;
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  readonly memory: Memory;
}

/** What the cards of a file are to become. */
export interface ImportPlan {
  readonly prompts: readonly PlannedPrompt[];
  readonly skipped: readonly UnreadNote[];
}

/** Control characters, which no text has. */
const controls = /[^\P{Cc}\t\n\r]/gu;
const clean = (text: string) => text.toWellFormed().replaceAll(controls, '').trim();

/**
 * Plans the prompts of some cards: a learning for each deck, or for the title where a card is in none. Ids follow from the account and
 * the cards, so that a card of another reading of the file is the same prompt.
 */
export function planImport(
  cards: readonly Flashcard[],
  { accountId, title, format }: { accountId: string; title: string; format: string },
  calendar: Calendar,
): ImportPlan {
  const prompts = new Map<string, PlannedPrompt>();
  const skipped: UnreadNote[] = [];
  for (const card of cards) {
    const learningTitle = truncate(clean(card.deck.replaceAll('::', ' › ')).replaceAll(/\s+/g, ' ') || title, 300);
    const learningId = v5(`${format}\n${learningTitle}`, accountId);
    const id = v5(`${learningId}\n${card.key}`, accountId);
    const [question, answer] = [clean(card.question), clean(card.answer)];
    const before = prompts.get(id);
    const reason = before
      ? `The card is the same as that of line ${before.line}.`
      : question.length > maxLength || answer.length > maxLength
        ? `A question or answer has more than ${grouped(maxLength)} characters.`
        : question === '' || answer === ''
          ? 'The question or the answer is empty.'
          : null;
    if (reason !== null) {
      skipped.push({ line: card.line, reason });
      continue;
    }
    const memory = card.schedule ? memoryOf(card.schedule, calendar) : newMemory(calendar.today);
    prompts.set(id, { id, line: card.line, learningId, title: learningTitle, question, answer, memory });
  }
  return { prompts: [...prompts.values()], skipped };
}

/**
 * The memory of a card that another program has scheduled by its ease (SM-2): it is as stable as its interval is long, as that was
 * to be known with a probability of 90 %. The difficulty is the one with which FSRS would lengthen the interval as much as the ease
 * does, as fsrs-rs has it.
 */
function memoryOf({ dueOn, intervalDays, ease }: CardSchedule, calendar: Calendar): Memory {
  const planned = calendar.addDays(dueOn, -intervalDays);
  const reviewedOn = planned < calendar.today ? planned : calendar.today;
  const [growth, decay, forgotten] = [8, 9, 10].map((index) => default_w[index] ?? 0) as [number, number, number];
  const gain = Math.exp(growth) * intervalDays ** -decay * (Math.exp((1 - 0.9) * forgotten) - 1);
  return {
    ...newMemory(dueOn),
    ...{ state: 'REVIEW', stability: intervalDays, scheduledDays: intervalDays, reviewCount: 1 },
    difficulty: Math.min(Math.max(11 - (ease - 1) / gain, 1), 10),
    reviewedOn,
    reviewedAt: calendar.startOfDay(reviewedOn),
  };
}

type Known = Pick<Row<'prompt'>, 'id' | 'question' | 'answer' | 'trashedAt'>;

/** What becomes of a planned prompt, with the prompt that is there, if any. */
export function outcomeOf(planned: PlannedPrompt, known: Known | undefined): 'CREATE' | 'UPDATE' | 'SAME' | 'TRASHED' {
  if (!known) return 'CREATE';
  if (known.trashedAt !== null) return 'TRASHED';
  return known.question === planned.question && known.answer === planned.answer ? 'SAME' : 'UPDATE';
}

/** A card of another program, with the reviews that it had there. */
export interface ImportedCard {
  readonly planned: PlannedPrompt;
  readonly reviews: readonly GivenReview[];
  readonly isSuspended: boolean;
}

/** A card with the memory that follows from its reviews, and these as they are logged. */
export interface ReplayedCard {
  readonly planned: PlannedPrompt;
  readonly log: readonly ReturnType<ReturnType<typeof loggedBy>>['review'][];
  readonly isSuspended: boolean;
}

/**
 * Replays the reviews of cards: their memory follows from these; when they are due, from the schedule of the card if it has one. Yields after each
 * review.
 */
export function* replayed(
  cards: readonly ImportedCard[],
  parameters: ReviewParameters,
  calendar: Calendar,
): Generator<void, ReplayedCard[]> {
  const logged = loggedBy(parameters, calendar);
  const prompts: ReplayedCard[] = [];
  for (const { planned, reviews, isSuspended } of cards) {
    const log: ReturnType<typeof logged>['review'][] = [];
    const [first] = reviews;
    let memory: Memory = first ? newMemory(calendar.dayOf(first.reviewedAt)) : planned.memory;
    for (const one of reviews) {
      const { review, after } = logged(memory, one);
      log.push(review);
      memory = after;
      yield;
    }
    const { dueOn, scheduledDays } = planned.memory;
    const isPlanned = reviews.length > 0 && planned.memory.state === 'REVIEW';
    const due = isPlanned ? { state: 'REVIEW' as const, dueOn, dueAt: null, scheduledDays, learningStep: 0 } : {};
    prompts.push({ planned: { ...planned, memory: { ...memory, ...due } }, log, isSuspended });
  }
  return prompts;
}
