import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { setManyToMany } from '../../../platform/records/many-to-many.ts';
import { createRecord, updateRecord } from '../../../platform/records/records.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { storyList } from './stories.access.ts';
import { createStoryInput, maxSkills, updateStoryInput } from './stories.rules.ts';

type Story = Row<'story'>;

const manyToMany = { skillIds: { model: 'storySkill', row: 'storyId', other: 'skill', max: maxSkills } } as const;

/** Lists the viewer's stories. */
export const listStories = listService(storyList);

/** Gets a story by its id. Null if the viewer has none with it. */
export const getStory = getService(storyList);

/** Creates a story. @throws InvalidInputError, NotFoundError for unknown skills */
export async function createStory(ctx: ViewerContext, input: InputOf<typeof createStoryInput>): Promise<Story> {
  const { id, skillIds, ...data } = parseInput(ctx, createStoryInput, input);
  return transaction(ctx, 'createStory', (tx) =>
    createRecord(tx, 'story', input, id, async (create) => {
      const story = await create(data);
      await setManyToMany(tx, manyToMany, story.id, { skillIds });
      return story;
    }),
  );
}

/** Changes the given fields of a story. @throws InvalidInputError, NotFoundError, ConflictError */
export async function updateStory(ctx: ViewerContext, input: InputOf<typeof updateStoryInput>): Promise<Story> {
  const { id, ifVersion, skillIds, ...changes } = parseInput(ctx, updateStoryInput, input);
  return transaction(ctx, 'updateStory', (tx) =>
    updateRecord(
      tx,
      'story',
      { id, ifVersion },
      () => changes,
      () => setManyToMany(tx, manyToMany, id, { skillIds }),
    ),
  );
}
