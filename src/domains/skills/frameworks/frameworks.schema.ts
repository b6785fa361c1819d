import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { categoriesOfFramework, categoryList, frameworkList } from './frameworks.access.ts';
import {
  createFrameworkInput,
  createSkillCategoryInput,
  frameworkLevelInput,
  type FrameworkLevel as Level,
  levelsOf,
  updateFrameworkInput,
  updateSkillCategoryInput,
} from './frameworks.rules.ts';
import * as frameworks from './frameworks.service.ts';

/** Frameworks: scales of levels and categories of skills. */
export function defineFrameworks(builder: Builder): void {
  const FrameworkLevel = builder.objectRef<Level>('FrameworkLevel').implement({
    description: 'The name of a level of a scale.',
    fields: (t) => ({
      level: t.exposeInt('level', { description: 'The level.' }),
      name: t.exposeString('name', { description: 'Its name.' }),
      points: t.exposeInt('points', { nullable: true, description: 'What it counts. Null if not given.' }),
    }),
  });
  const FrameworkLevelInput = builder.inputType('FrameworkLevelInput', {
    description: 'The name of a level of a scale.',
    rules: frameworkLevelInput,
    fields: (t) => ({
      level: t.int({ required: true, description: 'The level, on the scale.' }),
      name: t.string({ required: true, description: 'Its name.' }),
      points: t.int({ description: 'What it counts. Default: null.' }),
    }),
  });
  const Framework = builder.prismaNode('Framework', {
    ...nodeOf(frameworkList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      name: t.exposeString('name'),
      description: t.exposeString('description'),
      maxLevel: t.exposeInt('maxLevel'),
      levels: t.field({
        type: [FrameworkLevel],
        description: 'The levels that have names, in order. At most 21.',
        resolve: levelsOf,
      }),
      key: t.exposeString('key', { nullable: true }),
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
      key: t.exposeString('key', { nullable: true }),
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
      levels: t.field({ type: [FrameworkLevelInput], description: 'The names of levels.' }),
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
      levels: t.field({ type: [FrameworkLevelInput], description: 'All names of levels.' }),
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
