import { idArgument } from '../../../graphql/fields/by-id.ts';
import { inputArgument } from '../../../graphql/mutations/ids.ts';
import { loadNodes } from '../../../graphql/nodes.ts';
import { seriesArguments, seriesOf } from '../../../graphql/series.ts';
import type { Builder } from '../../../graphql/types.ts';
import { toGlobalId } from '../../../platform/database/global-ids.ts';
import { maxPoints } from '../../../platform/queries/series.ts';
import type { ReadinessScore } from '../readiness/readiness.rules.ts';
import { readinessCriterionType, readinessType } from '../readiness/readiness.schema.ts';
import {
  imaginedSkillInput,
  imaginedStoryInput,
  maxNamed,
  readinessWhatIfInput,
  type StoryCoverage,
} from './preparation.rules.ts';
import * as preparation from './preparation.service.ts';

/** A readiness as it is, and as it would be. */
interface WhatIf {
  readonly before: ReadinessScore;
  readonly after: ReadinessScore;
}

/** Preparation for a role: readiness over time, what would change it, and how stories cover it. */
export function definePreparation(builder: Builder): void {
  const Readiness = readinessType(builder);
  const Coverage = builder.objectRef<StoryCoverage>('StoryCoverage').implement({
    description: 'How your stories cover a requirement of a role.',
    fields: (t) => ({
      requirement: t.field({
        type: builder.modelRef('RoleRequirement'),
        description: 'The requirement: a story, or what is about a skill that stories can show.',
        resolve: ({ requirement }) => requirement,
      }),
      storyCount: t.int({
        description: 'The number of stories with an action and a result that show it.',
        resolve: ({ storyIds }) => storyIds.length,
      }),
      draftCount: t.exposeInt('draftCount', {
        description: 'The number of stories that show it and lack an action or a result.',
      }),
      neededCount: t.exposeInt('neededCount', {
        description: 'The number of stories it takes: the required number of a STORY requirement, otherwise 1.',
      }),
      isCovered: t.boolean({
        description: 'Whether there are as many stories as it takes.',
        resolve: ({ storyIds, neededCount }) => storyIds.length >= neededCount,
      }),
      stories: t.loadable({
        type: [builder.nodeInterfaceRef()],
        byPath: true,
        nullable: { list: false, items: true },
        description: `The first ${maxNamed} of these stories, by title. An item is null if it has been deleted meanwhile.`,
        load: (ids: string[], ctx, _args, info) => loadNodes(ctx, ids, info) as Promise<never[]>,
        resolve: ({ storyIds }) => storyIds.slice(0, maxNamed).map((id) => toGlobalId('Story', id)),
      }),
    }),
  });
  builder.objectField(builder.modelRef('RoleProfile'), 'storyCoverage', (t) =>
    t.loadableList({
      type: Coverage,
      description: 'How your stories cover its requirements: those of stories, and those about a skill.',
      columns: ['id'],
      load: (ids: string[], ctx) => preparation.storyCoverageByRole(ctx, ids),
      resolve: ({ id }) => id,
    }),
  );
  const WhatIf = builder.objectRef<WhatIf>('ReadinessWhatIf').implement({
    description: 'What a readiness would be.',
    fields: (t) => ({
      score: t.float({
        nullable: true,
        description: 'The score, 0 to 100. Null if there is none as it is.',
        resolve: ({ after }) => after.score,
      }),
      gain: t.float({
        nullable: true,
        description: 'The points that it adds to the score, or takes away. Null without a score.',
        resolve: ({ before, after }) =>
          before.score === null || after.score === null ? null : after.score - before.score,
      }),
      criteria: t.field({
        type: [readinessCriterionType(builder)],
        description: 'How far each requirement would be met. `metBy` has only what there is.',
        resolve: ({ after }) => after.criteria,
      }),
    }),
  });
  const ImaginedSkill = builder.inputType('ImaginedSkillInput', {
    description: 'A skill, at the effective level that it is to be imagined at.',
    rules: imaginedSkillInput,
    fields: (t) => ({
      skillId: t.id({ required: true, description: 'The id of the skill.' }),
      level: t.int({ required: true, description: 'The level, on the scale of its framework.' }),
    }),
  });
  const ImaginedStory = builder.inputType('ImaginedStoryInput', {
    description: 'A story with an action and a result, to be imagined.',
    rules: imaginedStoryInput,
    fields: (t) => ({ skillIds: t.idList({ description: 'The ids of the skills that it shows. Default: none.' }) }),
  });
  const WhatIfInput = builder.inputType('ReadinessWhatIfInput', {
    description: 'What to imagine. At most 50 of each.',
    rules: readinessWhatIfInput,
    fields: (t) => ({
      skills: t.field({ type: [ImaginedSkill], description: 'Skills at other levels.' }),
      stories: t.field({ type: [ImaginedStory], description: 'More stories.' }),
      artifacts: t.field({ type: [builder.modelEnum('ArtifactKind')], description: 'More artifacts, by their kinds.' }),
      interviews: t.field({
        type: [builder.modelEnum('PracticeInterviewKind')],
        description: 'More practice interviews with a score of 4 or 5, by their kinds.',
      }),
      evidenceForIds: t.idList({
        description: 'The ids of requirements of the kind EVIDENCE that one more piece counts toward.',
      }),
    }),
  });

  builder.queryFields((t) => ({
    readinessSeries: t.field({
      type: [Readiness],
      nullable: true,
      description:
        `How ready you were for a role over time: at the end of each period, and of the last day. At most ${maxPoints}. Null if there ` +
        'is no role with this id.',
      args: {
        roleId: t.arg.id({ required: true, description: 'The id of the role.' }),
        ...seriesArguments(builder, t),
      },
      resolve: (_root, args, ctx) => {
        const roleId = idArgument(ctx, 'RoleProfile', 'roleId', args.roleId);
        return preparation.readinessSeries(ctx, { roleId, ...seriesOf(args) });
      },
    }),
  }));

  builder.objectField(Readiness, 'whatIf', (t) =>
    t.field({
      type: WhatIf,
      description: 'What the readiness would be with other levels, or more to show. Writes nothing.',
      args: { input: t.arg({ type: WhatIfInput, description: 'What to imagine. Default: nothing.' }) },
      resolve: async (before, { input }, ctx, info) => ({
        before,
        after: await preparation.readinessWhatIf(ctx, before, inputArgument(info, input ?? {})),
      }),
    }),
  );
}
