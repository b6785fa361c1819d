import { nodeOf } from '../../../graphql/nodes.ts';
import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { categoryList, frameworkList, visibleTo } from './frameworks.access.ts';
import * as frameworks from './frameworks.service.ts';

/** Frameworks: ladders of skills, in categories, with a scale of levels. */
export function defineFrameworks(builder: Builder, shared: Shared): void {
  const Framework = builder.prismaNode('Framework', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      name: t.exposeString('name'),
      description: t.exposeString('description'),
      maxLevel: t.exposeInt('maxLevel'),
    }),
  });

  const SkillCategory = builder.prismaNode('SkillCategory', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      name: t.exposeString('name'),
      description: t.exposeString('description'),
      position: t.exposeInt('position'),
      framework: t.relation('framework', { description: 'The framework it is part of.' }),
    }),
  });
  shared.listBelow(
    'Framework',
    'categories',
    categoryList,
    'frameworkId',
    'Its categories, as they stand in it unless asked otherwise.',
  );

  builder.queryFields((t) => ({
    framework: shared.oneById(t, Framework, 'framework', frameworks.getFramework),
    frameworks: shared.list(
      t,
      frameworkList,
      'Your frameworks, by name unless asked otherwise.',
      frameworks.listFrameworks,
    ),
    skillCategory: shared.oneById(t, SkillCategory, 'category', frameworks.getSkillCategory),
  }));

  const CreateFrameworkInput = builder.inputType('CreateFrameworkInput', {
    description: 'A framework to make.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      name: t.string({ required: true, description: 'What it is called: 1 to 200 characters.' }),
      description: t.string({ description: 'What it is for, in Markdown.' }),
      maxLevel: t.int({ description: 'The highest level of its scale, 1 to 10; 5 when nothing is said.' }),
    }),
  });
  const UpdateFrameworkInput = builder.inputType('UpdateFrameworkInput', {
    description: 'Changes to a framework; what is left out stays as it is.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which framework.' }),
      ifVersion: t.int(shared.ifVersion),
      name: t.string({ description: 'What it is called.' }),
      description: t.string({ description: 'What it is for, in Markdown.' }),
      maxLevel: t.int({ description: 'The highest level of its scale; not below one that is in use.' }),
    }),
  });
  const CreateSkillCategoryInput = builder.inputType('CreateSkillCategoryInput', {
    description: 'A category to make.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      frameworkId: t.id({ required: true, description: 'The framework it is part of, which has at most 50.' }),
      name: t.string({ required: true, description: 'What it is called: 1 to 200 characters.' }),
      description: t.string({ description: 'What belongs in it, in Markdown.' }),
    }),
  });
  const UpdateSkillCategoryInput = builder.inputType('UpdateSkillCategoryInput', {
    description: 'Changes to a category; what is left out stays as it is.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which category.' }),
      ifVersion: t.int(shared.ifVersion),
      name: t.string({ description: 'What it is called.' }),
      description: t.string({ description: 'What belongs in it, in Markdown.' }),
      afterId: t.id({ description: 'The category of the same framework to put it after; null puts it first.' }),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createFramework: mutation(t, Framework, CreateFrameworkInput, 'Makes a framework.', frameworks.createFramework),
    updateFramework: mutation(t, Framework, UpdateFrameworkInput, 'Changes a framework.', frameworks.updateFramework),
    trashFramework: mutation(
      t,
      Framework,
      TargetInput,
      'Puts a framework in the trash: the matrix leaves out its skills until it is restored.',
      frameworks.trashFramework,
    ),
    restoreFramework: mutation(
      t,
      Framework,
      TargetInput,
      'Takes a framework out of the trash.',
      frameworks.restoreFramework,
    ),
    createSkillCategory: mutation(
      t,
      SkillCategory,
      CreateSkillCategoryInput,
      'Makes a category, at the end of its framework.',
      frameworks.createSkillCategory,
    ),
    updateSkillCategory: mutation(
      t,
      SkillCategory,
      UpdateSkillCategoryInput,
      'Changes a category, or where it stands.',
      frameworks.updateSkillCategory,
    ),
    trashSkillCategory: mutation(
      t,
      SkillCategory,
      TargetInput,
      'Puts a category in the trash: the matrix leaves out its skills until it is restored.',
      frameworks.trashSkillCategory,
    ),
    restoreSkillCategory: mutation(
      t,
      SkillCategory,
      TargetInput,
      'Takes a category out of the trash.',
      frameworks.restoreSkillCategory,
    ),
  }));
}
