import { censoredMedianType, rateType } from '../../../graphql/rates.ts';
import type { Builder } from '../../../graphql/types.ts';
import { jobApplicationFilter } from '../job-applications/job-applications.rules.ts';
import { jobApplicationStageType } from '../job-applications/job-applications.schema.ts';
import { type FunnelGroup, type FunnelGrouping, type FunnelStage, maxGroups } from './application-funnel.rules.ts';
import * as funnel from './application-funnel.service.ts';

/** The funnel of job applications: how many reached each stage, and how long they stayed there. */
export function defineApplicationFunnel(builder: Builder): void {
  const Stage = jobApplicationStageType(builder);
  const Stays = censoredMedianType(builder, 'JobApplicationStays', {
    description: 'How long applications stay in a stage. An application that comes back to a stage stays there twice.',
    medianDays:
      'The median of the stays, in days of 24 hours, by Kaplan and Meier: a stay that goes on, or that you ended by ' +
      'withdrawing, counts as at least as long as it was.',
    n: 'The number of stays.',
    endedCount: 'The number of stays that ended by moving on or by rejection.',
  });
  const FunnelStageType = builder.objectRef<FunnelStage>('JobApplicationFunnelStage').implement({
    description: 'What became of applications in one stage.',
    fields: (t) => ({
      stage: t.field({
        type: Stage,
        description: 'The stage.',
        resolve: ({ stage }) => stage as (typeof Stage)['$inferType'],
      }),
      reachedCount: t.exposeInt('reachedCount', {
        description: 'The number of applications that ever entered the stage or a later one.',
      }),
      conversion: t.expose('conversion', {
        type: rateType(builder),
        nullable: true,
        description:
          'The share of the applications that reached the stage before. Those that are still there have not reached this one. ' +
          'Null for the first stage.',
      }),
      stays: t.expose('stays', {
        type: Stays,
        description: 'How long applications stayed in the stage. There are none in ACCEPTED, which none leaves.',
      }),
    }),
  });
  const stagesField = 'The stages from INTERESTED to ACCEPTED, in order.';
  const Grouping = builder.enumType('JobApplicationFunnelGrouping', {
    description: 'What applications are grouped by.',
    values: {
      SOURCE: { description: 'Where you found the job, regardless of case.' },
      ROLE_PROFILE: { description: 'The role it is for.' },
      CV: { description: 'The CV that was sent.' },
    } satisfies Record<FunnelGrouping, { description: string }>,
  });
  const Group = builder.objectRef<FunnelGroup>('JobApplicationFunnelGroup').implement({
    description: 'How far the job applications of a source, a role or a CV came.',
    fields: (t) => ({
      source: t.exposeString('source', {
        nullable: true,
        description: 'The source; empty for applications without. Null for other groups.',
      }),
      node: t.nodeOf({
        description: 'The role or CV. Null for a source, and for applications that name none.',
        resolve: ({ node }: FunnelGroup) => node,
      }),
      applicationCount: t.exposeInt('applicationCount', { description: 'The number of applications.' }),
      stages: t.field({ type: [FunnelStageType], description: stagesField, resolve: ({ stages }) => [...stages] }),
    }),
  });
  const Funnel = builder.objectRef<funnel.ApplicationFunnel>('JobApplicationFunnel').implement({
    description: 'How far job applications came, and how long they stayed in each stage.',
    fields: (t) => ({
      applicationCount: t.exposeInt('applicationCount', { description: 'The number of applications.' }),
      stages: t.field({
        type: [FunnelStageType],
        description: stagesField,
        resolve: ({ stages }) => [...stages],
      }),
      groups: t.field({
        type: [Group],
        description: `The groups, the most applications first. At most ${maxGroups}. Empty without \`groupBy\`.`,
        resolve: ({ groups }) => [...groups],
      }),
      leftOutCount: t.exposeInt('leftOutCount', { description: 'The number of groups beyond these.' }),
    }),
  });

  builder.queryFields((t) => ({
    jobApplicationFunnel: t.field({
      type: Funnel,
      description:
        'How far your job applications came, and how long they stayed in each stage, from their stage histories: an application ' +
        'that was rejected after an interview has reached INTERVIEWING.',
      args: {
        filter: t.arg({
          type: builder.listInputs().filter(jobApplicationFilter),
          description: 'Only applications that match.',
        }),
        groupBy: t.arg({ type: Grouping, description: 'What to group by. Default: nothing.' }),
      },
      resolve: (_root, { filter, groupBy }, ctx) => funnel.applicationFunnel(ctx, { filter, groupBy }),
    }),
  }));
}
