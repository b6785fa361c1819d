import { nodeOf } from '../../../graphql/nodes.ts';
import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { engagementList, visibleTo } from './engagement.access.ts';
import * as engagement from './engagement.service.ts';

/** Engagement: one number a week. */
export function defineEngagement(builder: Builder, shared: Shared): void {
  const EngagementPulse = builder.prismaNode('EngagementPulse', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      week: t.expose('week', { type: 'Date' }),
      score: t.exposeInt('score'),
      notes: t.exposeString('notes'),
    }),
  });

  builder.queryFields((t) => ({
    engagementPulse: t.prismaField({
      type: 'EngagementPulse',
      nullable: true,
      description: 'How engaged you felt over a week; null while you have not said.',
      args: { week: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'Any day of the week.' }) },
      resolve: (query, _root, { week }, ctx) => engagement.getEngagementPulse(ctx, week ?? 'TODAY', query),
    }),
    engagementPulses: shared.list(
      t,
      engagementList,
      'How engaged you felt, week by week, the latest first unless asked otherwise.',
      engagement.listEngagementPulses,
    ),
  }));

  const RecordEngagementInput = builder.inputType('RecordEngagementInput', {
    description: 'How engaged you felt over a week.',
    fields: (t) => ({
      week: t.field({ type: 'Date', defaultValue: 'TODAY', description: 'Any day of the week.' }),
      ifVersion: t.int({ description: 'Replace what was said only if it is at this version.' }),
      score: t.int({ required: true, description: 'From 1 (indifferent) to 5 (eager).' }),
      notes: t.string({ description: 'Why, at most 2,000 characters.' }),
    }),
  });
  builder.mutationFields((t) => ({
    recordEngagement: shared.mutation(
      t,
      EngagementPulse,
      RecordEngagementInput,
      'Says how engaged you felt over a week; said again, it replaces what was said.',
      engagement.recordEngagement,
    ),
  }));
}
