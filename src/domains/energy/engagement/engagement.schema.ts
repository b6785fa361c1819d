import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import { engagementList, engagementPulseStats } from './engagement.access.ts';
import { recordEngagementPulseInput } from './engagement.rules.ts';
import * as engagement from './engagement.service.ts';

/** Engagement: one rating a week. */
export function defineEngagement(builder: Builder): void {
  const EngagementPulse = builder.prismaNode('EngagementPulse', {
    ...nodeOf(engagementList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      week: t.expose('week', { type: 'Date' }),
      score: t.exposeInt('score'),
      notes: t.exposeString('notes'),
    }),
  });

  builder.stats(engagementPulseStats);
  builder.queryFields((t) => ({
    engagementPulse: t.prismaField({
      type: 'EngagementPulse',
      nullable: true,
      description: 'The engagement pulse of a week. Null if there is none.',
      args: { week: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'Any day of the week.' }) },
      resolve: (query, _root, { week }, ctx) => engagement.getEngagementPulse(ctx, week ?? 'TODAY', query),
    }),
    engagementPulses: t.connectionOf(engagementList, {
      description: 'Your engagement pulses.',
      resolve: engagement.listEngagementPulses,
    }),
  }));

  builder.recordMutation('recordEngagementPulse', {
    record: EngagementPulse,
    description: 'Records your engagement over a week, or changes what was recorded. Replaces a pulse in the trash.',
    keepsOmitted: true,
    rules: recordEngagementPulseInput,
    input: (t) => ({
      week: t.field({ type: 'Date', defaultValue: 'TODAY', description: 'Any day of the week.' }),
      ifVersion: t.int({
        description:
          'Only apply if the version of the pulse is still this one, 0 if there is none. Otherwise a ConflictError.',
      }),
      score: t.int({ required: true, description: 'Your engagement.' }),
      notes: t.string({ description: 'The reasons for the score.' }),
    }),
    resolve: engagement.recordEngagementPulse,
  });
}
