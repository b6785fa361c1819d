import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { storyList } from './stories.access.ts';
import { createStoryInput, updateStoryInput } from './stories.rules.ts';
import * as stories from './stories.service.ts';

/** Stories to tell in interviews: situation, task, action and result (STAR). */
export function defineStories(builder: Builder): void {
  const Story = builder.prismaNode('Story', {
    ...nodeOf(ownedBy),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      title: t.exposeString('title'),
      situation: t.exposeString('situation'),
      task: t.exposeString('task'),
      action: t.exposeString('action'),
      result: t.exposeString('result'),
      skills: t.manyToMany('Skill', {
        joins: 'storySkills',
        relation: 'skill',
        orderBy: { nameNormalized: 'asc' },
        description: 'The skills the story shows, by name.',
      }),
    }),
  });
  builder.objectField(builder.modelRef('Skill'), 'stories', (t) =>
    t.childConnection(storyList, {
      below: { joins: 'storySkill', through: 'storySkills', parent: 'skillId', row: 'story' },
      description: 'The stories that show the skill.',
    }),
  );

  builder.queryFields((t) => ({
    story: t.byId({ type: Story, resolve: stories.getStory }),
    stories: t.connectionOf(storyList, { description: 'Your stories.', resolve: stories.listStories }),
  }));

  const details = (t: InputFields) => ({
    situation: t.string({ description: 'The place and the circumstances, in Markdown.' }),
    task: t.string({ description: 'The problem to solve, in Markdown.' }),
    action: t.string({ description: 'What you did, in Markdown.' }),
    result: t.string({ description: 'The outcome, in Markdown.' }),
    skillIds: t.idList({ description: 'The ids of all skills the story shows.' }),
  });
  builder.recordMutation('createStory', {
    record: Story,
    description: 'Creates a story.',
    rules: createStoryInput,
    input: (t) => ({ title: t.string({ required: true, description: 'The title.' }), ...details(t) }),
    resolve: stories.createStory,
  });
  builder.recordMutation('updateStory', {
    record: Story,
    description: 'Changes a story.',
    rules: updateStoryInput,
    input: (t) => ({ title: t.string({ description: 'The title.' }), ...details(t) }),
    resolve: stories.updateStory,
  });
}
