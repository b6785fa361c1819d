import type { ViewerContext } from '../../platform/context.ts';
import { type InputOf, parseInput, type RowInput, rowInput } from '../../platform/inputs.ts';
import { setJoined } from '../../platform/joins.ts';
import { getRow, type ListArguments, listRows, type Selection } from '../../platform/lists.ts';
import type { Page } from '../../platform/pagination.ts';
import { changeRow, createRow, restoreRow, trashRow } from '../../platform/rows.ts';
import { transaction } from '../../platform/transaction.ts';
import type { Row } from '../../platform/writer.ts';
import { storyList } from './stories.access.ts';
import { createStoryInput, mostSkills, updateStoryInput } from './stories.rules.ts';

type Story = Row<'story'>;

const joinings = { skillIds: { model: 'storySkill', row: 'storyId', other: 'skill', most: mostSkills } } as const;

/** The viewer's stories, by title unless asked otherwise. */
export async function listStories(
  ctx: ViewerContext,
  args: ListArguments,
  selection: Selection<'story'> = {},
): Promise<Page<Story>> {
  return listRows(ctx, storyList, args, selection);
}

/** One of the viewer's stories. */
export async function getStory(
  ctx: ViewerContext,
  id: string,
  selection: Selection<'story'> = {},
): Promise<Story | null> {
  return getRow(ctx, storyList, id, selection);
}

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
export async function trashStory(ctx: ViewerContext, input: RowInput): Promise<Story> {
  const target = parseInput(rowInput('Story'), input);
  return transaction(ctx, 'trashStory', (tx) => trashRow(tx, 'story', target));
}

/** Takes the story out of the trash. */
export async function restoreStory(ctx: ViewerContext, input: RowInput): Promise<Story> {
  const target = parseInput(rowInput('Story'), input);
  return transaction(ctx, 'restoreStory', (tx) => restoreRow(tx, 'story', target));
}
