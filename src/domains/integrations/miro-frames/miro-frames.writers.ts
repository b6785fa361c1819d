import type { ViewerContext } from '../../../platform/context.ts';
import { newId } from '../../../platform/database/ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import type { TargetProblem } from '../miro-boards/miro-boards.rules.ts';
import { type NewItem, storedContent } from './miro-frames.plans.ts';

type Frame = Pick<Row<'miroFrame'>, 'id' | 'accountId'>;

/* Each step of a push is written before the next one is sent, so that one that breaks off goes on where it was. */

/** Notes which frame at Miro it is. */
export const saveFrameId = (ctx: ViewerContext, { id }: Frame, miroId: string) =>
  transaction(ctx, 'pushToMiro', (tx) => tx.write.miroFrame.update({ id }, { miroId }));

/** Notes that a frame is up to date, or what is wrong with it. */
export const saveFrameState = (ctx: ViewerContext, { id }: Frame, after: TargetProblem) =>
  transaction(ctx, 'pushToMiro', (tx) =>
    tx.write.miroFrame.update({ id }, { ...after, ...(after.problem === null && { pushedAt: ctx.app.clock.now() }) }),
  );

/**
 * Notes items before they are sent.
 * @returns the items with their ids. None if the frame was deleted meanwhile
 */
export const saveNewItems = (
  ctx: ViewerContext,
  { id: frameId, accountId }: Frame,
  items: readonly NewItem[],
): Promise<(NewItem & { id: string })[]> =>
  transaction(ctx, 'pushToMiro', async (tx) => {
    if (!(await tx.db.miroFrame.findUnique({ where: { id: frameId } }))) return [];
    const saved = items.map((item) => ({ ...item, id: item.id ?? newId() }));
    const isNew = new Set(saved.filter((_item, index) => items[index]?.id === null).map(({ id }) => id));
    const created = saved.filter(({ id }) => isNew.has(id));
    await tx.write.miroItem.createMany(
      created.map(({ content, ...item }) => ({ ...item, accountId, frameId, content: storedContent(content) })),
    );
    for (const { id, content } of saved)
      if (!isNew.has(id)) await tx.write.miroItem.update({ id }, { content: storedContent(content) });
    return saved;
  });

/** Notes what is known of items now: their ids at Miro, null for those that are gone, or what they show. */
export const saveItems = (
  ctx: ViewerContext,
  changes: readonly { id: string; miroId?: string | null; content?: string }[],
) =>
  transaction(ctx, 'pushToMiro', async (tx) => {
    for (const { id, ...change } of changes) await tx.write.miroItem.update({ id }, change);
  });

/** Forgets items. */
export const forgetItems = (ctx: ViewerContext, ids: readonly string[]) =>
  transaction(ctx, 'pushToMiro', (tx) => tx.write.miroItem.delete({ id: { in: [...ids] } }));
