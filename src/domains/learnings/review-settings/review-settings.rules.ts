import { default_w } from 'ts-fsrs';
import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { ifVersion, number } from '../../../platform/validation/input-rules.ts';

/** The algorithm that schedules prompts, and the library that has it. */
export const algorithm = 'FSRS-6';
export const library = 'ts-fsrs 5.4.2';

const desiredRetention = number(0.7, 0.97);

export const updateReviewSettingsInput = z.object({
  ifVersion: ifVersion(),
  desiredRetention: desiredRetention.optional(),
});

/** The rules of the settings as they are stored. */
export const reviewSettingsRecord = z.object({
  desiredRetention,
  weights: z.array(z.number()).length(default_w.length, `must have ${default_w.length} items`).nullable(),
});

/** The number of reviews from which on weights are fitted to them. With fewer, they would tell of chance. */
export const minFitCount = 400;
/** By how much a log grows until weights are fitted to it again. */
const growth = 1.25;

/** Whether weights are to be fitted to a log of some reviews. @param fittedCount how many it had last time, 0 if never */
export const isFitDue = (reviewCount: number, fittedCount: number) =>
  reviewCount >= Math.max(minFitCount, fittedCount * growth);

/** What fitting lacks, in a sentence. Null if nothing. */
export const missingForFit = (reviewCount: number) =>
  reviewCount >= minFitCount ? null : `Fitting takes ${minFitCount} reviews. There are ${reviewCount}.`;

/** What prompts are scheduled by. */
export interface ReviewParameters {
  /** The weights of the algorithm. */
  readonly w: readonly number[];
  /** The share of reviews that should be known, 0.70 to 0.97. */
  readonly desiredRetention: number;
  /** Whether the weights were fitted to the owner's reviews. Otherwise they are the defaults of the algorithm. */
  readonly isFitted: boolean;
}

/** What prompts are scheduled by, with the settings of their owner, if there are any. */
export const parametersOf = (settings: Pick<Row<'reviewSettings'>, 'desiredRetention' | 'weights'> | null) =>
  ({
    w: (settings?.weights as number[] | null | undefined) ?? default_w,
    desiredRetention: settings?.desiredRetention ?? 0.9,
    isFitted: settings?.weights != null,
  }) satisfies ReviewParameters;
