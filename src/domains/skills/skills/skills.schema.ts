import { nodeOf } from '../../../graphql/nodes.ts';
import type { InputFields, Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import type { Row } from '../../../platform/database/models.ts';
import { skillList, visibleTo } from './skills.access.ts';
import * as skills from './skills.service.ts';

/** Skills: what one can be good at, and what each level of it looks like. */
export function defineSkills(builder: Builder, shared: Shared): void {
  const SkillLevel = builder.objectRef<Row<'levelDescriptor'>>('SkillLevel').implement({
    description: 'What one level of a skill looks like.',
    fields: (t) => ({
      level: t.exposeInt('level', { description: 'Which level, from 0 to the highest of the framework.' }),
      summary: t.exposeString('summary', { description: 'What it comes to, in one line.' }),
      signals: t.stringList({
        description: 'What shows that someone is at this level.',
        resolve: ({ signals }) => signals as string[],
      }),
      examples: t.stringList({
        description: 'What someone at this level has done, for instance.',
        resolve: ({ examples }) => examples as string[],
      }),
    }),
  });

  const Skill = builder.prismaNode('Skill', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      name: t.exposeString('name'),
      description: t.exposeString('description'),
      position: t.exposeInt('position'),
      category: t.relation('category', { description: 'The category it is in.' }),
      levels: t.field({
        type: [SkillLevel],
        description: 'What its levels look like, the lowest first; those that nobody has described are left out.',
        select: { levelDescriptors: { orderBy: { level: 'asc' } } },
        resolve: ({ levelDescriptors }) => levelDescriptors,
      }),
    }),
  });
  shared.listBelow(
    'SkillCategory',
    'skills',
    { ...skillList, defaultOrder: [{ field: 'POSITION' }] },
    'categoryId',
    'Its skills, as they stand in it unless asked otherwise.',
  );

  builder.queryFields((t) => ({
    skill: shared.oneById(t, Skill, 'skill', skills.getSkill),
    skills: shared.list(t, skillList, 'Your skills, by name unless asked otherwise.', skills.listSkills),
  }));

  const SkillLevelInput = builder.inputType('SkillLevelInput', {
    description: 'What one level of a skill looks like.',
    fields: (t) => ({
      level: t.int({ required: true, description: 'Which level, from 0 to the highest of the framework.' }),
      summary: t.string({ required: true, description: 'What it comes to, in one line of at most 300 characters.' }),
      signals: t.stringList({ description: 'What shows that someone is at this level, at most 20 lines.' }),
      examples: t.stringList({ description: 'What someone at this level has done, for instance, at most 20 lines.' }),
    }),
  });
  const details = (t: InputFields) => ({
    description: t.string({ description: 'What it takes, in Markdown, at most 20,000 characters.' }),
    levels: t.field({ type: [SkillLevelInput], description: 'What its levels look like, all of them at once.' }),
  });
  const CreateSkillInput = builder.inputType('CreateSkillInput', {
    description: 'A skill to make.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      categoryId: t.id({ required: true, description: 'The category it is in, which has at most 100.' }),
      name: t.string({ required: true, description: 'What it is called: 1 to 200 characters.' }),
      ...details(t),
    }),
  });
  const UpdateSkillInput = builder.inputType('UpdateSkillInput', {
    description: 'Changes to a skill; what is left out stays as it is.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which skill.' }),
      ifVersion: t.int(shared.ifVersion),
      categoryId: t.id({ description: 'The category to move it to, at its end unless `afterId` says otherwise.' }),
      afterId: t.id({ description: 'The skill of the same category to put it after; null puts it first.' }),
      name: t.string({ description: 'What it is called.' }),
      ...details(t),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createSkill: mutation(t, Skill, CreateSkillInput, 'Makes a skill, at the end of its category.', skills.createSkill),
    updateSkill: mutation(t, Skill, UpdateSkillInput, 'Changes a skill, or where it stands.', skills.updateSkill),
    trashSkill: mutation(
      t,
      Skill,
      TargetInput,
      'Puts a skill in the trash: the matrix leaves it out until it is restored.',
      skills.trashSkill,
    ),
    restoreSkill: mutation(t, Skill, TargetInput, 'Takes a skill out of the trash.', skills.restoreSkill),
  }));
}
