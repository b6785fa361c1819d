import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { categoriesOfFramework, categoryList, frameworkList } from './frameworks.access.ts';
import {
  createFrameworkInput,
  createSkillCategoryInput,
  updateFrameworkInput,
  updateSkillCategoryInput,
} from './frameworks.rules.ts';
import * as frameworks from './frameworks.service.ts';

/** Frameworks: scales of levels and categories of skills. */
export function defineFrameworks(builder: Builder): void {
  const Framework = builder.prismaNode('Framework', {
    ...nodeOf(frameworkList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      name: t.exposeString('name'),
      description: t.exposeString('description'),
      maxLevel: t.exposeInt('maxLevel'),
      categories: t.childConnection(categoriesOfFramework, {
        below: 'frameworkId',
        description: 'The categories of the framework.',
      }),
    }),
  });
  const SkillCategory = builder.prismaNode('SkillCategory', {
    ...nodeOf(categoryList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      name: t.exposeString('name'),
      description: t.exposeString('description'),
      position: t.exposeInt('position'),
      framework: t.relation('framework', { description: 'The framework of the category.' }),
    }),
  });

  builder.queryFields((t) => ({
    framework: t.byId({ type: Framework, resolve: frameworks.getFramework }),
    frameworks: t.connectionOf(frameworkList, {
      description: 'Your frameworks.',
      resolve: frameworks.listFrameworks,
    }),
    skillCategory: t.byId({ type: SkillCategory, resolve: frameworks.getSkillCategory }),
    skillCategories: t.connectionOf(categoryList, {
      description: 'The categories of your frameworks.',
      resolve: frameworks.listSkillCategories,
    }),
  }));

  const ofFramework = (t: InputFields) => ({
    description: t.string({ description: 'The purpose of the framework, in Markdown.' }),
  });
  builder.recordMutation('createFramework', {
    record: Framework,
    description: 'Creates a framework.',
    rules: createFrameworkInput,
    input: (t) => ({
      name: t.string({ required: true, description: 'The name.' }),
      ...ofFramework(t),
      maxLevel: t.int({ description: 'The highest level of the scale. Default: 5.' }),
    }),
    resolve: frameworks.createFramework,
  });
  builder.recordMutation('updateFramework', {
    record: Framework,
    description: 'Changes a framework.',
    rules: updateFrameworkInput,
    input: (t) => ({
      name: t.string({ description: 'The name.' }),
      ...ofFramework(t),
      maxLevel: t.int({ description: 'The highest level of the scale. Not below a level that is in use.' }),
    }),
    resolve: frameworks.updateFramework,
  });

  const ofCategory = (t: InputFields) => ({
    description: t.string({ description: 'The skills that belong in the category, in Markdown.' }),
  });
  builder.recordMutation('createSkillCategory', {
    record: SkillCategory,
    description: 'Creates a category at the end of its framework.',
    rules: createSkillCategoryInput,
    input: (t) => ({
      frameworkId: t.id({ required: true, description: 'The id of the framework. It has at most 50 categories.' }),
      name: t.string({ required: true, description: 'The name.' }),
      ...ofCategory(t),
    }),
    resolve: frameworks.createSkillCategory,
  });
  builder.recordMutation('updateSkillCategory', {
    record: SkillCategory,
    description: 'Changes a category or moves it within its framework.',
    rules: updateSkillCategoryInput,
    input: (t) => ({
      name: t.string({ description: 'The name.' }),
      ...ofCategory(t),
      afterId: t.id({
        description:
          'The id of the category to move this one after, of the same framework. Null moves it to the start.',
      }),
    }),
    resolve: frameworks.updateSkillCategory,
  });
}
