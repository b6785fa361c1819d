import { nodeOf } from '../../../graphql/nodes.ts';
import type { InputFields, Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { storyList, visibleTo } from './stories.access.ts';
import * as stories from './stories.service.ts';

/** Stories: what to tell in an interview, by situation, task, action and result. */
export function defineStories(builder: Builder, shared: Shared): void {
  const Story = builder.prismaNode('Story', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      title: t.exposeString('title'),
      situation: t.exposeString('situation'),
      task: t.exposeString('task'),
      action: t.exposeString('action'),
      result: t.exposeString('result'),
      skills: t.field(
        shared.joined('Skill', 'storySkills', 'skill', { nameNormalized: 'asc' }, 'The skills it shows, by name.'),
      ),
    }),
  });
  shared.listBelow(
    'Skill',
    'stories',
    storyList,
    { joins: 'storySkill', through: 'storySkills', parent: 'skillId', row: 'story' },
    'The stories that show it, by title unless asked otherwise.',
  );

  builder.queryFields((t) => ({
    story: shared.oneById(t, Story, 'story', stories.getStory),
    stories: shared.list(t, storyList, 'Your stories, by title unless asked otherwise.', stories.listStories),
  }));

  const details = (t: InputFields) => ({
    situation: t.string({ description: 'Where and when it happened, in Markdown, at most 20,000 characters.' }),
    task: t.string({ description: 'What was to be done, in Markdown, at most 20,000 characters.' }),
    action: t.string({ description: 'What you did, in Markdown, at most 20,000 characters.' }),
    result: t.string({ description: 'What came of it, in Markdown, at most 20,000 characters.' }),
    skillIds: t.idList({ description: 'All the skills it shows, at most 20.' }),
  });
  const CreateStoryInput = builder.inputType('CreateStoryInput', {
    description: 'A story to make.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      title: t.string({ required: true, description: 'What it is called: 1 to 200 characters.' }),
      ...details(t),
    }),
  });
  const UpdateStoryInput = builder.inputType('UpdateStoryInput', {
    description: 'Changes to a story; what is left out stays as it is.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which story.' }),
      ifVersion: t.int(shared.ifVersion),
      title: t.string({ description: 'What it is called.' }),
      ...details(t),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createStory: mutation(t, Story, CreateStoryInput, 'Makes a story.', stories.createStory),
    updateStory: mutation(t, Story, UpdateStoryInput, 'Changes a story.', stories.updateStory),
    trashStory: mutation(
      t,
      Story,
      TargetInput,
      'Puts a story in the trash: it counts for no role until it is restored.',
      stories.trashStory,
    ),
    restoreStory: mutation(t, Story, TargetInput, 'Takes a story out of the trash.', stories.restoreStory),
  }));
}
