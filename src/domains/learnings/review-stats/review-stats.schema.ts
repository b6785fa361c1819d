import { rateType } from '../../../graphql/rates.ts';
import type { Builder } from '../../../graphql/types.ts';
import { type Freshness, minPrompts, type ReviewForecast, type ReviewStats } from './review-stats.rules.ts';
import * as stats from './review-stats.service.ts';

/** What reviews of prompts say: true retention, time spent, what is to come, and how fresh skills are. */
export function defineReviewStats(builder: Builder): void {
  const Stats = builder.objectRef<ReviewStats>('ReviewStats').implement({
    description: 'What the reviews of your prompts on some days say.',
    fields: (t) => ({
      from: t.expose('from', { type: 'Date', description: 'The first day.' }),
      to: t.expose('to', { type: 'Date', description: 'The last day.' }),
      reviewCount: t.exposeInt('reviewCount', { description: 'The number of reviews.' }),
      passCount: t.exposeInt('passCount', {
        description: 'Among the reviews after a planned interval of a day or more, those that were not rated AGAIN.',
      }),
      trueRetention: t.expose('trueRetention', {
        type: rateType(builder),
        description:
          'The share of passes among the reviews after a planned interval of a day or more. Compare it to `desiredRetention`.',
      }),
      durationSeconds: t.exposeFloat('durationSeconds', {
        description: 'The time spent, in seconds, by the reviews that were measured.',
      }),
      measuredCount: t.exposeInt('measuredCount', { description: 'The number of reviews that were measured.' }),
    }),
  });
  const ForecastDay = builder.objectRef<ReviewForecast['days'][number]>('ReviewForecastDay').implement({
    description: 'A day to come, with its reviews.',
    fields: (t) => ({
      date: t.expose('date', { type: 'Date', description: 'The day.' }),
      count: t.exposeInt('count', { description: 'The number of prompts that are due on the day, and not before.' }),
    }),
  });
  const Forecast = builder.objectRef<ReviewForecast>('ReviewForecast').implement({
    description: 'The reviews that the next days will bring. What they will lead to in turn is not in it.',
    fields: (t) => ({
      overdueCount: t.exposeInt('overdueCount', {
        description: 'The number of prompts that have been due since before today.',
      }),
      newCount: t.exposeInt('newCount', {
        description: 'The number of prompts that were never reviewed. They are due.',
      }),
      days: t.field({
        type: [ForecastDay],
        description: 'The days from today on, in order.',
        resolve: ({ days }) => [...days],
      }),
    }),
  });
  const FreshnessType = builder.objectRef<Freshness>('SkillFreshness').implement({
    description: 'How well what supports a skill is known today.',
    fields: (t) => ({
      value: t.exposeFloat('value', {
        nullable: true,
        description: `The mean of \`Prompt.retrievability\`, from 0 to 1. Null if \`n\` is below ${minPrompts}.`,
      }),
      n: t.exposeInt('n', { description: 'The number of prompts that it is computed from.' }),
    }),
  });

  builder.prismaObjectFields('Skill', (t) => ({
    freshness: t.loadable({
      type: FreshnessType,
      description:
        'How well the answers to the prompts of the skill are known today: those about it, and those without a skill of learnings ' +
        'that support it. New and suspended prompts are left out.',
      load: (ids: string[], ctx) => stats.freshnessBySkill(ctx, ids),
      resolve: ({ id }) => id,
    }),
  }));
  builder.queryFields((t) => ({
    reviewStats: t.field({
      type: Stats,
      description: 'What the reviews of your prompts on some days say.',
      args: {
        from: t.arg({ type: 'Date', defaultValue: '-P29D', description: 'The first day.' }),
        to: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'The last day. At most 366 days in all.' }),
      },
      resolve: (_root, { from, to }, ctx) => stats.reviewStats(ctx, { from: from ?? '-P29D', to: to ?? 'TODAY' }),
    }),
    reviewForecast: t.field({
      type: Forecast,
      description: 'The reviews of your prompts that the next days will bring.',
      args: { days: t.arg.int({ defaultValue: 30, description: 'The number of days, today included. 1 to 366.' }) },
      resolve: (_root, { days }, ctx) => stats.reviewForecast(ctx, { days: days ?? 30 }),
    }),
  }));
}
