import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import { visibleTo } from './review-settings.access.ts';
import {
  algorithm,
  library,
  minFitCount,
  missingForFit,
  type ReviewParameters,
  updateReviewSettingsInput,
} from './review-settings.rules.ts';
import * as settings from './review-settings.service.ts';

/** How prompts are scheduled: the share of reviews that should be known, and the weights of the algorithm. */
export function defineReviewSettings(builder: Builder): void {
  const ReviewSettings = builder.prismaNode('ReviewSettings', {
    ...nodeOf(visibleTo),
    interfaces: ['Owned'],
    fields: (t) => ({
      desiredRetention: t.exposeFloat('desiredRetention'),
      fittedAt: t.expose('fittedAt', { type: 'DateTime', nullable: true }),
      fittedCount: t.exposeInt('fittedCount'),
    }),
  });
  const Parameters = builder.objectRef<ReviewParameters>('ReviewParameters').implement({
    description: 'What your prompts are scheduled by.',
    fields: (t) => ({
      algorithm: t.string({ description: 'The algorithm.', resolve: () => algorithm }),
      library: t.string({ description: 'The library that computes it, with its version.', resolve: () => library }),
      isFitted: t.exposeBoolean('isFitted', {
        description:
          'Whether the weights were fitted to your reviews. Otherwise they are the defaults of the algorithm. They are fitted within a ' +
          'day once there are enough, and again when the log has grown by a quarter.',
      }),
      weights: t.field({
        type: ['Float'],
        description: 'The 21 weights of the algorithm.',
        resolve: ({ w }) => [...w],
      }),
      desiredRetention: t.exposeFloat('desiredRetention', {
        description: 'The share of reviews that you want to know. Default: 0.9.',
      }),
      missing: t.string({
        nullable: true,
        description: `What is missing to fit the weights, in a sentence: ${minFitCount} reviews. Null if nothing is.`,
        resolve: async (_parameters, _args, ctx) => missingForFit(await settings.countReviews(ctx)),
      }),
    }),
  });

  builder.queryFields((t) => ({
    reviewSettings: t.prismaField({
      type: ReviewSettings,
      nullable: true,
      description: 'Your settings of reviews. Null if you never changed them.',
      resolve: (query, _root, _args, ctx) => settings.getReviewSettings(ctx, query),
    }),
    reviewParameters: t.field({
      type: Parameters,
      description: 'What your prompts are scheduled by.',
      resolve: (_root, _args, ctx) => settings.reviewParameters(ctx),
    }),
  }));

  builder.recordMutation('updateReviewSettings', {
    record: ReviewSettings,
    description: 'Changes how your prompts are scheduled. What is due already stays; the next reviews go by it.',
    rules: updateReviewSettingsInput,
    input: (t) => ({
      desiredRetention: t.float({
        description: 'The share of reviews that you want to know: the higher, the more reviews. Default: 0.9.',
      }),
    }),
    resolve: settings.updateReviewSettings,
  });
}
