import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import { targetInput } from '../../../platform/validation/input-rules.ts';
import { promptReviewList, promptReviewStats } from './prompt-reviews.access.ts';
import { type Memory, memoryFromJson, reviewPromptInput } from './prompt-reviews.rules.ts';
import * as reviews from './prompt-reviews.service.ts';

/** Reviews of prompts, each with what it was computed by. */
export function definePromptReviews(builder: Builder): void {
  const PromptRating = builder.modelEnum('PromptRating');
  const Prompt = builder.modelRef('Prompt');
  const PromptMemory = builder.objectRef<Memory>('PromptMemory').implement({
    description:
      'What was known of the memory of a prompt, before or after a review. The fields are those of `Prompt`.',
    fields: (t) => ({
      state: t.expose('state', { type: builder.modelEnum('PromptState'), description: 'Where the prompt stood.' }),
      dueOn: t.expose('dueOn', { type: 'Date', description: 'The day from which the next review was due.' }),
      dueAt: t.expose('dueAt', {
        type: 'DateTime',
        nullable: true,
        description: 'The time from which it was due, in steps of minutes. Null otherwise.',
      }),
      stability: t.exposeFloat('stability', {
        nullable: true,
        description: 'The days after which you will know the answer with a probability of 90 %. Null for a new prompt.',
      }),
      difficulty: t.exposeFloat('difficulty', {
        nullable: true,
        description: 'How hard the prompt was, from 1 (easy) to 10. Null for a new prompt.',
      }),
      scheduledDays: t.exposeInt('scheduledDays', { description: 'The days that were planned until the next review.' }),
      reviewCount: t.exposeInt('reviewCount', { description: 'The number of reviews since it was new.' }),
      lapseCount: t.exposeInt('lapseCount', { description: 'The number of times that it was forgotten.' }),
    }),
  });
  const PromptReview = builder.prismaNode('PromptReview', {
    ...nodeOf(promptReviewList.visibleTo),
    interfaces: ['Owned'],
    fields: (t) => ({
      prompt: t.relation('prompt', { description: 'The prompt. It may be in the trash.' }),
      rating: t.expose('rating', { type: PromptRating }),
      reviewedAt: t.expose('reviewedAt', { type: 'DateTime' }),
      reviewedOn: t.expose('reviewedOn', { type: 'Date' }),
      elapsedDays: t.exposeInt('elapsedDays', { nullable: true }),
      intervalDays: t.exposeInt('intervalDays'),
      retrievability: t.exposeFloat('retrievability', { nullable: true }),
      durationSeconds: t.exposeFloat('durationSeconds', { nullable: true }),
      algorithm: t.exposeString('algorithm'),
      library: t.exposeString('library'),
      parameters: t.expose('parameters', { type: 'JSON' }),
      before: t.field({
        type: PromptMemory,
        description: 'The memory before the review.',
        columns: ['before'],
        resolve: ({ before }) => memoryFromJson(before),
      }),
      after: t.field({
        type: PromptMemory,
        description: 'The memory after the review.',
        columns: ['after'],
        resolve: ({ after }) => memoryFromJson(after),
      }),
    }),
  });
  builder.objectField(Prompt, 'reviews', (t) =>
    t.childConnection(promptReviewList, {
      below: 'promptId',
      description: 'The reviews of the prompt, by default the latest first.',
    }),
  );

  builder.stats(promptReviewStats);
  builder.queryFields((t) => ({
    promptReview: t.byId({ type: PromptReview, resolve: reviews.getPromptReview }),
    promptReviews: t.connectionOf(promptReviewList, {
      description: 'The reviews of your prompts.',
      resolve: reviews.listPromptReviews,
    }),
  }));

  builder.recordMutation('reviewPrompt', {
    record: Prompt,
    description:
      'Records a review of a prompt, and plans the next one by FSRS-6. AGAIN is a lapse, any other rating a pass. Days are yours: a ' +
      'second review on one day goes by the formula for the short term.',
    rules: reviewPromptInput,
    input: (t) => ({
      rating: t.field({ type: PromptRating, required: true, description: 'How well you knew the answer.' }),
      durationSeconds: t.float({ description: 'How long the review took, in seconds.' }),
      reviewedAt: t.field({
        type: 'DateTime',
        description: 'The time of the review. Not before the last one. Default: now.',
      }),
    }),
    resolve: reviews.reviewPrompt,
  });
  builder.recordMutation('undoReview', {
    record: Prompt,
    description:
      'Undoes the last review of a prompt: deletes it from the log, and sets the prompt back to what it was before. Takes the id of ' +
      'the prompt.',
    rules: targetInput('Prompt'),
    resolve: reviews.undoReview,
  });
}
