import { nodeOf } from '../../../graphql/nodes.ts';
import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { assessmentList, assessmentStats, targetList, visibleTo } from './assessments.access.ts';
import type { Source } from './assessments.rules.ts';
import * as assessments from './assessments.service.ts';

/** Assessments and targets: how good one was found to be at a skill, and how good one wants to be. */
export function defineSkillAssessments(builder: Builder, shared: Shared): void {
  const AssessmentSource = builder.enumType('AssessmentSource', {
    description: 'Whose judgement it is.',
    values: {
      SELF: { description: 'Your own.' },
      PEER: { description: 'A colleague’s.' },
      MANAGER: { description: 'A manager’s.' },
    } satisfies Record<Source, { description: string }>,
  });

  const Assessment = builder.prismaNode('Assessment', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      skill: t.relation('skill', { description: 'The skill.' }),
      level: t.exposeInt('level'),
      source: t.expose('source', { type: AssessmentSource, description: 'Whose judgement it is.' }),
      person: t.relation('person', { nullable: true, description: 'Who judged; null when nobody is named.' }),
      confidence: t.exposeInt('confidence', { nullable: true }),
      notes: t.exposeString('notes'),
      assessedOn: t.expose('assessedOn', { type: 'Date' }),
    }),
  });
  const ofSkill = 'How good you were found to be at it, the latest first unless asked otherwise.';
  shared.listBelow('Skill', 'assessments', assessmentList, 'skillId', ofSkill);
  const byPerson = 'How good they found you to be, the latest first unless asked otherwise.';
  shared.listBelow('Person', 'assessments', assessmentList, 'personId', byPerson);

  const SkillTarget = builder.prismaNode('SkillTarget', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      skill: t.relation('skill', { description: 'The skill.' }),
      level: t.exposeInt('level'),
      setOn: t.expose('setOn', { type: 'Date' }),
      dueOn: t.expose('dueOn', { type: 'Date', nullable: true }),
      notes: t.exposeString('notes'),
    }),
  });
  shared.listBelow(
    'Skill',
    'targets',
    targetList,
    'skillId',
    'The levels of it that you aimed at, the latest first unless asked otherwise: the first is the one that counts.',
  );

  shared.stats(assessmentStats);
  builder.queryFields((t) => ({
    assessment: shared.oneById(t, Assessment, 'assessment', assessments.getAssessment),
    assessments: shared.list(
      t,
      assessmentList,
      'Your assessments, the latest first unless asked otherwise.',
      assessments.listAssessments,
    ),
    skillTarget: shared.oneById(t, SkillTarget, 'target', assessments.getSkillTarget),
  }));

  const CreateAssessmentInput = builder.inputType('CreateAssessmentInput', {
    description: 'A judgement to note. It stays as it is: a new judgement is another one.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      skillId: t.id({ required: true, description: 'The skill.' }),
      level: t.int({ required: true, description: 'The level, from 0 to the highest of the framework.' }),
      source: t.field({ type: AssessmentSource, required: true, description: 'Whose judgement it is.' }),
      confidence: t.int({ description: 'How sure they are, from 1 (a guess) to 5 (certain).' }),
      notes: t.string({ description: 'Why, in Markdown, at most 20,000 characters.' }),
      assessedOn: t.field({ type: 'Date', description: 'The day it was judged; today when nothing is said.' }),
      personId: t.id({ description: 'Who judged; not for your own judgement.' }),
    }),
  });
  const CreateSkillTargetInput = builder.inputType('CreateSkillTargetInput', {
    description: 'A level to aim at. It stays as it is: a new aim is another one, and the latest counts.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      skillId: t.id({ required: true, description: 'The skill.' }),
      level: t.int({ required: true, description: 'The level, from 0 to the highest of the framework.' }),
      setOn: t.field({ type: 'Date', description: 'The day it is aimed at from; today when nothing is said.' }),
      dueOn: t.field({ type: 'Date', description: 'The day to reach it by, not before it is set.' }),
      notes: t.string({ description: 'Why, in Markdown, at most 20,000 characters.' }),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createAssessment: mutation(
      t,
      Assessment,
      CreateAssessmentInput,
      'Notes how good somebody found you to be at a skill.',
      assessments.createAssessment,
    ),
    trashAssessment: mutation(
      t,
      Assessment,
      TargetInput,
      'Puts an assessment in the trash: it no longer counts.',
      assessments.trashAssessment,
    ),
    restoreAssessment: mutation(
      t,
      Assessment,
      TargetInput,
      'Takes an assessment out of the trash.',
      assessments.restoreAssessment,
    ),
    createSkillTarget: mutation(
      t,
      SkillTarget,
      CreateSkillTargetInput,
      'Aims at a level of a skill.',
      assessments.createSkillTarget,
    ),
    trashSkillTarget: mutation(
      t,
      SkillTarget,
      TargetInput,
      'Puts a target in the trash: the one before it counts again.',
      assessments.trashSkillTarget,
    ),
    restoreSkillTarget: mutation(
      t,
      SkillTarget,
      TargetInput,
      'Takes a target out of the trash.',
      assessments.restoreSkillTarget,
    ),
  }));
}
