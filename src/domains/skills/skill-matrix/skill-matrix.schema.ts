import { idArgument } from '../../../graphql/fields/by-id.ts';
import { selectionAt } from '../../../graphql/fields/selections.ts';
import { statisticStateType } from '../../../graphql/rates.ts';
import { once } from '../../../graphql/registry.ts';
import type { Builder } from '../../../graphql/types.ts';
import type { AssessedLevel as AssessedLevelShape, SkillSummary } from '../assessments/assessments.rules.ts';
import { assessmentsById } from '../assessments/assessments.service.ts';
import type { MatrixCategory, MatrixEntry, SkillMatrix as SkillMatrixShape } from './skill-matrix.rules.ts';
import * as matrix from './skill-matrix.service.ts';

/** The type of the level of a skill according to one source. */
export const assessedLevelType = (builder: Builder) =>
  once(builder.options.registry, 'AssessedLevel', () => implementLevel(builder));

const implementLevel = (builder: Builder) =>
  builder.objectRef<AssessedLevelShape>('AssessedLevel').implement({
    description: 'The level of a skill according to one source. The latest assessment of each assessor counts.',
    fields: (t) => ({
      level: t.exposeFloat('level', {
        description: 'The level: the arithmetic mean of the levels of the assessments that count.',
      }),
      spread: t.exposeFloat('spread', {
        description: 'The difference between the highest and the lowest of these levels. 0 for one assessment.',
      }),
      assessmentCount: t.exposeInt('assessmentCount', {
        description: 'The number of assessments that count. A level takes one.',
      }),
      latestOn: t.expose('latestOn', { type: 'Date', description: 'The day of the latest assessment.' }),
      assessments: t.loadable({
        type: [builder.modelRef('Assessment')],
        byPath: true,
        description:
          'The assessments that count, the latest first: one for each assessor. Those that have been permanently deleted since ' +
          'are left out.',
        load: (ids: string[], ctx, _args, info) => assessmentsById(ctx, ids, selectionAt(ctx, info)),
        resolve: ({ assessments }) => assessments.map(({ id }) => id),
      }),
    }),
  });

/** The interface of the levels of a skill on a day. */
export const skillLevelsType = (builder: Builder) =>
  once(builder.options.registry, 'SkillLevels', () => {
    const AssessedLevel = assessedLevelType(builder);
    return builder.interfaceRef<SkillSummary>('SkillLevels').implement({
      description: 'The levels of a skill at the end of a day, and the one that counts.',
      fields: (t) => ({
        self: t.expose('self', {
          type: AssessedLevel,
          nullable: true,
          description: 'The level by your own assessment. Null if there is none.',
        }),
        peer: t.expose('peer', {
          type: AssessedLevel,
          nullable: true,
          description: 'The level by assessments of colleagues. Null if there are none.',
        }),
        manager: t.expose('manager', {
          type: AssessedLevel,
          nullable: true,
          description: 'The level by assessments of managers. Null if there are none.',
        }),
        level: t.exposeFloat('level', {
          nullable: true,
          description:
            'The level that counts: that of `manager`, else of `peer`, else of `self`. Null without an assessment.',
        }),
        n: t.exposeInt('n', {
          description:
            'The number of assessments that the level is computed from, one for each assessor. It takes one.',
        }),
      }),
    });
  });

/** The skills matrix: for every skill, the assessed levels, the target and the gap. */
export function defineSkillMatrix(builder: Builder): void {
  const SkillMatrixEntry = builder.objectRef<MatrixEntry>('SkillMatrixEntry').implement({
    description: 'One skill of the matrix.',
    interfaces: [skillLevelsType(builder)],
    fields: (t) => ({
      skill: t.field({
        type: builder.modelRef('Skill'),
        nullable: true,
        description: 'The skill, as it is now. Null if it has been permanently deleted since.',
        resolve: ({ skill }) => skill,
      }),
      name: t.exposeString('name', { description: 'The name of the skill on the day.' }),
      target: t.field({
        type: builder.modelRef('SkillTarget'),
        nullable: true,
        description: 'The target that applied. Null if there was none, or if it has been permanently deleted since.',
        resolve: ({ target }) => target,
      }),
      targetLevel: t.exposeInt('targetLevel', {
        nullable: true,
        description: 'The level aimed at. Null if there was no target.',
      }),
      gap: t.exposeFloat('gap', {
        nullable: true,
        description:
          'The number of levels missing to the target: max(0, target - level). Null without a target or an assessment: a skill ' +
          'that nobody has assessed is not at level 0.',
      }),
    }),
  });

  const SkillMatrixCategory = builder.objectRef<MatrixCategory>('SkillMatrixCategory').implement({
    description: 'A category of the matrix.',
    fields: (t) => ({
      category: t.field({
        type: builder.modelRef('SkillCategory'),
        nullable: true,
        description: 'The category, as it is now. Null if it has been permanently deleted since.',
        resolve: ({ category }) => category,
      }),
      name: t.exposeString('name', { description: 'The name of the category on the day.' }),
      skills: t.expose('skills', { type: [SkillMatrixEntry], description: 'The skills, by their position.' }),
    }),
  });

  const SkillMatrix = builder.objectRef<SkillMatrixShape>('SkillMatrix').implement({
    description: 'Your skills as of a day, by category.',
    fields: (t) => ({
      asOf: t.expose('asOf', { type: 'Date', description: 'The day.' }),
      state: t.expose('state', {
        type: statisticStateType(builder),
        description: 'Whether the skills of the day are known. If not, there are no categories.',
      }),
      missing: t.exposeString('missing', {
        nullable: true,
        description: 'What the matrix lacks, in a sentence. Null if nothing.',
      }),
      historySince: t.expose('historySince', {
        type: 'Date',
        nullable: true,
        description: 'The first day of your history, if it is not kept as far back as `asOf`. Null if it is.',
      }),
      categories: t.expose('categories', {
        type: [SkillMatrixCategory],
        description: 'The categories that have skills, by the name of their framework and their position in it.',
      }),
    }),
  });

  builder.queryFields((t) => ({
    skillMatrix: t.field({
      type: SkillMatrix,
      description: 'Your skills with their assessed levels, targets and gaps, as of a day.',
      args: {
        asOf: t.arg({
          type: 'Date',
          defaultValue: 'TODAY',
          description: 'The day. The matrix is what it was at its end: what you have done since changes nothing.',
        }),
        frameworkId: t.arg.id({
          description: 'The id of a framework: only its skills. Default: the skills of all frameworks.',
        }),
      },
      resolve: (_root, { asOf, frameworkId }, ctx, info) =>
        matrix.skillMatrix(
          ctx,
          {
            asOf: asOf ?? 'TODAY',
            frameworkId: frameworkId ? idArgument(ctx, 'Framework', 'frameworkId', frameworkId) : null,
          },
          {
            skill: selectionAt(ctx, info, 'categories', 'skills', 'skill'),
            category: selectionAt(ctx, info, 'categories', 'category'),
          },
        ),
    }),
  }));
}
