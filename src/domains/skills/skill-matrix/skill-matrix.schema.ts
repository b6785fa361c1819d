import { selectionAt } from '../../../graphql/fields/selections.ts';
import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import type { AssessedLevel as AssessedLevelShape } from '../assessments/assessments.rules.ts';
import { assessmentsById } from '../assessments/assessments.service.ts';
import type { MatrixCategory, MatrixRow, SkillMatrix as SkillMatrixShape } from './skill-matrix.rules.ts';
import * as matrix from './skill-matrix.service.ts';

/** The skills matrix: where one stands with every skill, ready to draw. */
export function defineSkillMatrix(builder: Builder, shared: Shared): void {
  const AssessedLevel = builder.objectRef<AssessedLevelShape>('AssessedLevel').implement({
    description: 'What those of one kind say about a skill: of everyone, the latest judgement counts.',
    fields: (t) => ({
      level: t.exposeFloat('level', { description: 'The arithmetic mean of the levels that count.' }),
      count: t.int({ description: 'How many judgements count.', resolve: ({ judgements }) => judgements.length }),
      latestOn: t.expose('latestOn', { type: 'Date', description: 'The day of the latest of them.' }),
      assessments: t.loadable({
        type: [shared.ref('Assessment')],
        byPath: true,
        description: 'The judgements that count, the latest first: one of each assessor.',
        load: (ids: string[], ctx, _args, info) => assessmentsById(ctx, ids, selectionAt(ctx, info)),
        resolve: ({ judgements }) => judgements.map(({ id }) => id),
      }),
    }),
  });

  const SkillMatrixRow = builder.objectRef<MatrixRow>('SkillMatrixRow').implement({
    description: 'One skill of the matrix.',
    fields: (t) => ({
      skill: t.field({ type: shared.ref('Skill'), description: 'The skill.', resolve: ({ skill }) => skill }),
      self: t.expose('self', {
        type: AssessedLevel,
        nullable: true,
        description: 'Your own judgement; null when there was none.',
      }),
      peer: t.expose('peer', {
        type: AssessedLevel,
        nullable: true,
        description: 'What colleagues said; null when nobody had.',
      }),
      manager: t.expose('manager', {
        type: AssessedLevel,
        nullable: true,
        description: 'What managers said; null when nobody had.',
      }),
      level: t.exposeFloat('level', {
        nullable: true,
        description:
          'The level that counts: the managers’ where there is one, else the peers’, else your own; null when nobody had judged.',
      }),
      target: t.field({
        type: shared.ref('SkillTarget'),
        nullable: true,
        description: 'The level that you aimed at; null when you had not said.',
        resolve: ({ target }) => target,
      }),
      gap: t.exposeFloat('gap', {
        nullable: true,
        description: 'How many levels were missing to the target, nothing judged counting as 0; null without a target.',
      }),
    }),
  });

  const SkillMatrixCategory = builder.objectRef<MatrixCategory>('SkillMatrixCategory').implement({
    description: 'A category of the matrix.',
    fields: (t) => ({
      category: t.field({
        type: shared.ref('SkillCategory'),
        description: 'The category.',
        resolve: ({ category }) => category,
      }),
      skills: t.expose('skills', { type: [SkillMatrixRow], description: 'Its skills, as they stand in it.' }),
    }),
  });

  const SkillMatrix = builder.objectRef<SkillMatrixShape>('SkillMatrix').implement({
    description: 'Where you stood with your skills on a day, in rows and columns ready to draw.',
    fields: (t) => ({
      asOf: t.expose('asOf', { type: 'Date', description: 'The day.' }),
      categories: t.expose('categories', {
        type: [SkillMatrixCategory],
        description: 'The categories that have skills, by framework and as they stand in it.',
      }),
    }),
  });

  builder.queryFields((t) => ({
    skillMatrix: t.field({
      type: SkillMatrix,
      description: 'Where you stood with your skills on a day, by what had been judged and aimed at until then.',
      args: {
        asOf: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'The day.' }),
        frameworkId: t.arg.globalID({
          for: shared.ref('Framework'),
          description: 'Only the skills of this framework.',
        }),
      },
      resolve: (_root, { asOf, frameworkId }, ctx, info) =>
        matrix.skillMatrix(
          ctx,
          { asOf: asOf ?? 'TODAY', frameworkId: frameworkId?.id ?? null },
          {
            skill: selectionAt(ctx, info, 'categories', 'skills', 'skill'),
            category: selectionAt(ctx, info, 'categories', 'category'),
          },
        ),
    }),
  }));
}
