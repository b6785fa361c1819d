import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { assessmentList, assessmentStats, targetList } from './assessments.access.ts';
import { createAssessmentInput, createSkillTargetInput } from './assessments.rules.ts';
import * as assessments from './assessments.service.ts';

/** Assessments of skills, and target levels. Neither is changed: a new one supersedes the one before. */
export function defineSkillAssessments(builder: Builder): void {
  const AssessmentSource = builder.modelEnum('AssessmentSource');
  const Assessment = builder.prismaNode('Assessment', {
    ...nodeOf(assessmentList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      skill: t.relation('skill', { description: 'The skill.' }),
      level: t.exposeInt('level'),
      source: t.expose('source', { type: AssessmentSource }),
      person: t.relation('person', {
        nullable: true,
        description: 'The person who assessed. Null if it was you, or if no person is given.',
      }),
      confidence: t.exposeInt('confidence', { nullable: true }),
      notes: t.exposeString('notes'),
      assessedOn: t.expose('assessedOn', { type: 'Date' }),
    }),
  });
  const SkillTarget = builder.prismaNode('SkillTarget', {
    ...nodeOf(targetList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      skill: t.relation('skill', { description: 'The skill.' }),
      level: t.exposeInt('level'),
      setOn: t.expose('setOn', { type: 'Date' }),
      dueOn: t.expose('dueOn', { type: 'Date', nullable: true }),
      notes: t.exposeString('notes'),
    }),
  });

  builder.objectFields(builder.modelRef('Skill'), (t) => ({
    assessments: t.childConnection(assessmentList, {
      below: 'skillId',
      description: 'The assessments of the skill.',
    }),
    targets: t.childConnection(targetList, {
      below: 'skillId',
      description: 'The targets of the skill. In the default order, the first is the one that counts.',
    }),
  }));
  builder.objectField(builder.modelRef('Person'), 'assessments', (t) =>
    t.childConnection(assessmentList, { below: 'personId', description: 'The assessments by the person.' }),
  );

  builder.stats(assessmentStats);
  builder.queryFields((t) => ({
    assessment: t.byId({ type: Assessment, resolve: assessments.getAssessment }),
    assessments: t.connectionOf(assessmentList, {
      description: 'The assessments of your skills.',
      resolve: assessments.listAssessments,
    }),
    skillTarget: t.byId({ type: SkillTarget, resolve: assessments.getSkillTarget }),
    skillTargets: t.connectionOf(targetList, {
      description: 'The targets of your skills.',
      resolve: assessments.listSkillTargets,
    }),
  }));

  const ofSkill = (t: InputFields) => ({
    skillId: t.id({ required: true }),
    level: t.int({ required: true, description: 'The level, from 0 to the highest level of the framework.' }),
    notes: t.string({ description: 'The reasons, in Markdown.' }),
  });
  builder.recordMutation('createAssessment', {
    record: Assessment,
    description: 'Creates an assessment of a skill. It cannot be changed: create a new one to correct it.',
    rules: createAssessmentInput,
    input: (t) => ({
      ...ofSkill(t),
      source: t.field({ type: AssessmentSource, required: true, description: 'Whose assessment it is.' }),
      confidence: t.int({ description: 'How certain the assessment is.' }),
      assessedOn: t.field({ type: 'Date', description: 'The day of the assessment. Default: today.' }),
      personId: t.id({ description: 'The id of the person who assessed. Not for an assessment of your own (SELF).' }),
    }),
    resolve: assessments.createAssessment,
  });
  builder.recordMutation('createSkillTarget', {
    record: SkillTarget,
    description:
      'Creates a target level for a skill. It cannot be changed: create a new one to correct it. The latest target counts.',
    rules: createSkillTargetInput,
    input: (t) => ({
      ...ofSkill(t),
      setOn: t.field({ type: 'Date', description: 'The day from which the target applies. Default: today.' }),
      dueOn: t.field({ type: 'Date', description: 'The day to reach the target by. Not before `setOn`.' }),
    }),
    resolve: assessments.createSkillTarget,
  });
}
