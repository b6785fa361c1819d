import { loadNodes } from '../../../graphql/nodes.ts';
import { censoredMedianType, rateType } from '../../../graphql/rates.ts';
import type { Builder } from '../../../graphql/types.ts';
import { toGlobalId } from '../../../platform/database/global-ids.ts';
import { minRateCount } from '../../../platform/queries/rates.ts';
import { type FeedbackGroup, type FeedbackGrouping, type FeedbackRatio, maxGroups, maxNamed } from './ratios.rules.ts';
import * as ratios from './ratios.service.ts';

/** What feedback says by person, skill and quarter, and what came of it. */
export function defineFeedbackRatios(builder: Builder): void {
  const Grouping = builder.enumType('FeedbackRatioGrouping', {
    description: 'What feedback is grouped by.',
    values: {
      PERSON: { description: 'The person who gave or received it.' },
      SKILL: { description: 'The skills it is about. Feedback about several is in several groups.' },
      QUARTER: { description: 'The calendar quarter in which it was given.' },
    } satisfies Record<FeedbackGrouping, { description: string }>,
  });
  const DaysToAction = censoredMedianType(builder, 'FeedbackDaysToAction', {
    description: 'How long it took from feedback to action: until its follow-up task was done.',
    medianDays:
      'The median, in your days, by Kaplan and Meier: a follow-up task that is open counts as at least as long as until today.',
    n: 'The number of entries with a follow-up task that is neither cancelled nor in the trash.',
    endedCount: 'The number of these whose follow-up task is done.',
  });
  const Ratio = builder.objectRef<FeedbackRatio>('FeedbackRatio').implement({
    description: 'What some feedback says, and what came of it.',
    fields: (t) => ({
      count: t.exposeInt('count', { description: 'The number of entries.' }),
      praiseCount: t.int({ description: 'The number that are praise.', resolve: ({ counts }) => counts.PRAISE }),
      suggestionCount: t.int({
        description: 'The number that are suggestions.',
        resolve: ({ counts }) => counts.SUGGESTION,
      }),
      concernCount: t.int({ description: 'The number that are concerns.', resolve: ({ counts }) => counts.CONCERN }),
      praise: t.expose('praise', { type: rateType(builder), description: 'The share that is praise.' }),
      suggestions: t.expose('suggestions', { type: rateType(builder), description: 'The share that are suggestions.' }),
      concerns: t.expose('concerns', { type: rateType(builder), description: 'The share that are concerns.' }),
      praisePerOther: t.exposeFloat('praisePerOther', {
        nullable: true,
        description:
          `Praise for each suggestion or concern: 3 is three to one. Null if \`count\` is below ${minRateCount}, or if there is ` +
          'neither suggestion nor concern.',
      }),
      daysToAction: t.expose('daysToAction', {
        type: DaysToAction,
        description: 'How long it took from feedback to action.',
      }),
      suggestionsWithoutFollowUpCount: t.int({
        description:
          'The number of suggestions without a follow-up task. One that is cancelled or in the trash counts as none.',
        resolve: ({ withoutFollowUp }) => withoutFollowUp.length,
      }),
      suggestionsWithoutFollowUp: t.loadable({
        type: [builder.nodeInterfaceRef()],
        byPath: true,
        nullable: { list: false, items: true },
        description: `The first ${maxNamed} of these, the oldest first. An item is null if it has been deleted meanwhile.`,
        load: (ids: string[], ctx, _args, info) => loadNodes(ctx, ids, info) as Promise<never[]>,
        resolve: ({ withoutFollowUp }) => withoutFollowUp.slice(0, maxNamed).map((id) => toGlobalId('Feedback', id)),
      }),
    }),
  });
  const Group = builder.objectRef<FeedbackGroup>('FeedbackRatioGroup').implement({
    description: 'What the feedback of a person, a skill or a quarter says.',
    fields: (t) => ({
      node: t.nodeOf({
        description: 'The person or skill. Null for a quarter, and for feedback that names none.',
        resolve: ({ node }: FeedbackGroup) => node,
      }),
      quarter: t.exposeString('quarter', {
        nullable: true,
        description: 'The quarter, such as `2026-Q4`. Null for other groups.',
      }),
      ratio: t.field({ type: Ratio, description: 'What it says.', resolve: (group) => group }),
    }),
  });
  const Ratios = builder.objectRef<ratios.FeedbackRatios>('FeedbackRatios').implement({
    description: 'What the feedback of some days says, and what came of it.',
    fields: (t) => ({
      startsOn: t.expose('startsOn', { type: 'Date', description: 'The first day.' }),
      endsOn: t.expose('endsOn', { type: 'Date', description: 'The last day.' }),
      total: t.expose('total', { type: Ratio, description: 'What all of it says.' }),
      groups: t.field({
        type: [Group],
        description: `The groups: quarters in order, others by the most feedback. At most ${maxGroups}.`,
        resolve: ({ groups }) => [...groups],
      }),
      leftOutCount: t.exposeInt('leftOutCount', { description: 'The number of groups beyond these.' }),
    }),
  });
  const FeedbackDirection = builder.modelEnum('FeedbackDirection');

  builder.queryFields((t) => ({
    feedbackRatios: t.field({
      type: Ratios,
      description:
        'What your feedback says by person, skill or quarter, how long it took until you acted on it, and which suggestions have no ' +
        'follow-up.',
      args: {
        groupBy: t.arg({ type: Grouping, required: true, description: 'What to group by.' }),
        direction: t.arg({ type: FeedbackDirection, defaultValue: 'RECEIVED', description: 'Who gave it to whom.' }),
        from: t.arg({ type: 'Date', defaultValue: '-P1Y', description: 'The first day on which it was given.' }),
        to: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'The last day. At most 1,830 days in all.' }),
      },
      resolve: (_root, { groupBy, direction, from, to }, ctx) =>
        ratios.feedbackRatios(
          ctx,
          { from: from ?? '-P1Y', to: to ?? 'TODAY', direction: direction ?? 'RECEIVED' },
          groupBy,
        ),
    }),
  }));
}
