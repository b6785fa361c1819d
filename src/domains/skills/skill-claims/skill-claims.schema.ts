import { idArgument } from '../../../graphql/fields/by-id.ts';
import { seriesArguments, seriesOf } from '../../../graphql/series.ts';
import type { Builder } from '../../../graphql/types.ts';
import { assessedLevelType, skillLevelsType } from '../skill-matrix/skill-matrix.schema.ts';
import { claimsBySkill } from './skill-claims.loaders.ts';
import {
  type Disagreement,
  type Evidence,
  type EvidenceKind,
  maxEvidence,
  type SkillClaim,
  type SkillGap,
  type SkillPoint,
  type Staleness,
  staleDays,
} from './skill-claims.rules.ts';
import * as claims from './skill-claims.service.ts';

/** What skills are claimed to be: levels with their evidence, whether that is recent, and who sees it otherwise. */
export function defineSkillClaims(builder: Builder): void {
  const AssessedLevel = assessedLevelType(builder);
  const AssessmentSource = builder.modelEnum('AssessmentSource');
  const Kind = builder.enumType('SkillEvidenceKind', {
    description: 'How a piece of evidence is related to a skill.',
    values: {
      LINK: { description: 'A node that is linked to the skill as EVIDENCE, on the day of the link.' },
      TASK: { description: 'A task for the skill, on the day it was done.' },
      LEARNING: { description: 'A learning for the skill, on its day.' },
      FEEDBACK: { description: 'Feedback about the skill that you received, on its day.' },
    } satisfies Record<EvidenceKind, { description: string }>,
  });
  const SkillStaleness = builder.enumType('SkillStaleness', {
    description: 'Whether there is recent evidence for the level of a skill.',
    values: {
      FRESH: { description: `There is evidence of the last ${staleDays} days.` },
      STALE: { description: `There has been no evidence for ${staleDays} days, or there is none at all.` },
    } satisfies Record<Staleness, { description: string }>,
  });
  const SkillEvidence = builder.objectRef<Evidence>('SkillEvidence').implement({
    description: 'A piece of evidence for a skill.',
    fields: (t) => ({
      node: t.nodeOf({
        description: 'The node. Null if it has been deleted meanwhile.',
        resolve: ({ node }: Evidence) => node,
      }),
      kind: t.expose('kind', { type: Kind, description: 'How it is related to the skill.' }),
      date: t.expose('on', { type: 'Date', description: 'The day of it.' }),
    }),
  });
  const SkillDisagreement = builder.objectRef<Disagreement>('SkillDisagreement').implement({
    description: 'A source that sees a skill otherwise, and later, than the one that counts.',
    fields: (t) => ({
      source: t.expose('source', { type: AssessmentSource, description: 'The source.' }),
      level: t.expose('level', { type: AssessedLevel, description: 'Its level.' }),
      difference: t.exposeFloat('difference', { description: 'Its level less the one that counts.' }),
    }),
  });
  const Claim = builder.objectRef<SkillClaim>('SkillClaim').implement({
    description: 'The level that a skill is claimed to be at, and what there is for it.',
    fields: (t) => ({
      level: t.exposeFloat('level', { description: 'The level that counts.' }),
      source: t.expose('source', { type: AssessmentSource, description: 'The source whose level counts.' }),
      assessed: t.expose('counting', {
        type: AssessedLevel,
        description: 'The level of that source, with its spread.',
      }),
      staleness: t.expose('staleness', {
        type: SkillStaleness,
        description: 'Whether there is recent evidence for it.',
      }),
      latestEvidenceOn: t.expose('latestOn', {
        type: 'Date',
        nullable: true,
        description: 'The day of the latest evidence. Null if there is none.',
      }),
      evidenceCount: t.int({
        description: 'The number of pieces of evidence. A node counts once.',
        resolve: ({ evidence }) => evidence.length,
      }),
      evidence: t.field({
        type: [SkillEvidence],
        description: `The latest ${maxEvidence} of them, the latest first.`,
        resolve: ({ evidence }) => evidence.slice(0, maxEvidence),
      }),
      disagreements: t.field({
        type: [SkillDisagreement],
        description: 'The other sources that see it otherwise since: PEER before SELF.',
        resolve: ({ disagreements }) => [...disagreements],
      }),
    }),
  });
  builder.objectField(builder.modelRef('Skill'), 'claim', (t) =>
    t.loadable({
      type: Claim,
      nullable: true,
      description: 'The level that it is claimed to be at, with its evidence. Null if the skill is not assessed.',
      columns: ['id'],
      load: (ids: string[], ctx) => claimsBySkill(ctx, ids),
      resolve: ({ id }) => id,
    }),
  );

  const Gap = builder.objectRef<SkillGap>('SkillGap').implement({
    description: 'A skill that a role requires, and what is missing to the level.',
    fields: (t) => ({
      requirement: t.field({
        type: builder.modelRef('RoleRequirement'),
        description: 'The requirement, with its skill and weight.',
        resolve: ({ requirement }) => requirement,
      }),
      requiredLevel: t.exposeInt('requiredLevel', { description: 'The required level.' }),
      claim: t.expose('claim', {
        type: Claim,
        nullable: true,
        description: 'The level that the skill is claimed to be at. Null if it is not assessed.',
      }),
      gap: t.exposeFloat('gap', {
        nullable: true,
        description:
          'The number of levels missing: max(0, required - level). Null if the skill is not assessed: it is not at level 0.',
      }),
    }),
  });
  const Point = builder.objectRef<SkillPoint>('SkillPoint').implement({
    description: 'The levels of a skill at the end of a day.',
    interfaces: [skillLevelsType(builder)],
    fields: (t) => ({
      asOf: t.expose('asOf', { type: 'Date', description: 'The day.' }),
      historySince: t.expose('historySince', {
        type: 'Date',
        nullable: true,
        description: 'The first day of your history, if it is not kept as far back as `asOf`. Null if it is.',
      }),
    }),
  });

  builder.queryFields((t) => ({
    skillGaps: t.field({
      type: [Gap],
      nullable: true,
      description:
        'What is missing to the skills that a role requires: those that nobody has assessed, then the largest gap first. Without skills ' +
        'in the trash. Null if there is no role with this id.',
      args: { roleId: t.arg.id({ required: true, description: 'The id of the role.' }) },
      resolve: (_root, { roleId }, ctx) => claims.skillGaps(ctx, idArgument(ctx, 'RoleProfile', 'roleId', roleId)),
    }),
    skillHistory: t.field({
      type: [Point],
      nullable: true,
      description:
        'The levels of a skill over time: at the end of each period, and of the last day, each as it was then. Null if there is no skill ' +
        'with this id.',
      args: {
        skillId: t.arg.id({ required: true, description: 'The id of the skill.' }),
        ...seriesArguments(builder, t),
      },
      resolve: (_root, args, ctx) =>
        claims.skillHistory(ctx, { skillId: idArgument(ctx, 'Skill', 'skillId', args.skillId), ...seriesOf(args) }),
    }),
  }));
}
