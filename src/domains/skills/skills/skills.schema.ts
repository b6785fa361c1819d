import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import type { Row } from '../../../platform/database/models.ts';
import { skillList, skillsOfCategory } from './skills.access.ts';
import { createSkillInput, skillLevelInput, updateSkillInput } from './skills.rules.ts';
import * as skills from './skills.service.ts';

/** Skills, with descriptions of their levels. */
export function defineSkills(builder: Builder): void {
  const SkillLevel = builder.objectRef<Row<'levelDescriptor'>>('SkillLevel').implement({
    description: 'A description of one level of a skill.',
    fields: (t) => ({
      level: t.exposeInt('level', { description: 'The level, from 0 to the highest level of the framework.' }),
      summary: t.exposeString('summary', { description: 'A summary of the level, in one line.' }),
      signals: t.stringList({
        description: 'Signs that someone is at this level.',
        resolve: ({ signals }) => signals as string[],
      }),
      examples: t.stringList({
        description: 'Examples of work at this level.',
        resolve: ({ examples }) => examples as string[],
      }),
    }),
  });
  const Skill = builder.prismaNode('Skill', {
    ...nodeOf(skillList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      name: t.exposeString('name'),
      description: t.exposeString('description'),
      position: t.exposeInt('position'),
      key: t.exposeString('key', { nullable: true }),
      category: t.relation('category', { description: 'The category of the skill.' }),
      levels: t.field({
        type: [SkillLevel],
        description: 'The described levels, the lowest first. Levels without a description are left out.',
        select: { levelDescriptors: { orderBy: { level: 'asc' } } },
        resolve: ({ levelDescriptors }) => levelDescriptors,
      }),
    }),
  });
  builder.objectField(builder.modelRef('SkillCategory'), 'skills', (t) =>
    t.childConnection(skillsOfCategory, { below: 'categoryId', description: 'The skills of the category.' }),
  );

  builder.queryFields((t) => ({
    skill: t.byId({ type: Skill, resolve: skills.getSkill }),
    skills: t.connectionOf(skillList, { description: 'Your skills.', resolve: skills.listSkills }),
  }));

  const SkillLevelInput = builder.inputType('SkillLevelInput', {
    description: 'A description of one level of a skill.',
    rules: skillLevelInput,
    fields: (t) => ({
      level: t.int({ required: true, description: 'The level, from 0 to the highest level of the framework.' }),
      summary: t.string({ required: true, description: 'A summary of the level.' }),
      signals: t.stringList({ description: 'Signs that someone is at this level.' }),
      examples: t.stringList({ description: 'Examples of work at this level.' }),
    }),
  });
  const details = (t: InputFields) => ({
    description: t.string({ description: 'A description of the skill, in Markdown.' }),
    levels: t.field({
      type: [SkillLevelInput],
      description: 'Descriptions of levels, each level at most once. Replaces those that are there.',
    }),
  });
  builder.recordMutation('createSkill', {
    record: Skill,
    description: 'Creates a skill at the end of its category.',
    rules: createSkillInput,
    input: (t) => ({
      categoryId: t.id({ required: true, description: 'The id of the category. It has at most 100 skills.' }),
      name: t.string({ required: true, description: 'The name.' }),
      ...details(t),
    }),
    resolve: skills.createSkill,
  });
  builder.recordMutation('updateSkill', {
    record: Skill,
    description: 'Changes a skill or moves it.',
    rules: updateSkillInput,
    input: (t) => ({
      categoryId: t.id({
        description:
          'The id of the category to move the skill to, at its end unless `afterId` is given. Its framework must have all ' +
          'levels of the skill.',
      }),
      afterId: t.id({
        description: 'The id of the skill to move this one after, of the same category. Null moves it to the start.',
      }),
      name: t.string({ description: 'The name.' }),
      ...details(t),
    }),
    resolve: skills.updateSkill,
  });
}
