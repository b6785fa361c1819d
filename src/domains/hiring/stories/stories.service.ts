import type { ViewerContext } from '../../../platform/context.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { setJoined } from '../../../platform/records/many-to-many.ts';
import { getting, listing } from '../../../platform/queries/lists.ts';
import { changeRow, createRow } from '../../../platform/records/records.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { restoring, trashing } from '../../../platform/records/trash-services.ts';
import type { Row } from '../../../platform/transactions/model-writer.ts';
import { storyList } from './stories.access.ts';
import { createStoryInput, mostSkills, updateStoryInput } from './stories.rules.ts';

type Story = Row<'story'>;

const joinings = { skillIds: { model: 'storySkill', row: 'storyId', other: 'skill', most: mostSkills } } as const;

/** The viewer's stories, by title unless asked otherwise. */
export const listStories = listing(storyList);

/** One of the viewer's stories. */
export const getStory = getting(storyList);

/** Makes a story. */
export async function createStory(ctx: ViewerContext, input: InputOf<typeof createStoryInput>): Promise<Story> {
  const { id, skillIds, ...data } = parseInput(createStoryInput, input);
  return transaction(ctx, 'createStory', (tx) =>
    createRow(tx, 'story', input, id, async (create) => {
      const story = await create(data);
      await setJoined(tx, joinings, story.id, { skillIds });
      return story;
    }),
  );
}

/** Changes what is given of the story. */
export async function updateStory(ctx: ViewerContext, input: InputOf<typeof updateStoryInput>): Promise<Story> {
  const { id, ifVersion, skillIds, ...changes } = parseInput(updateStoryInput, input);
  return transaction(ctx, 'updateStory', (tx) =>
    changeRow(
      tx,
      'story',
      { id, ifVersion },
      () => changes,
      () => setJoined(tx, joinings, id, { skillIds }),
    ),
  );
}

/** Puts the story in the trash: it no longer counts for any role. */
export const trashStory = trashing('story');

/** Takes the story out of the trash. */
export const restoreStory = restoring('story');
