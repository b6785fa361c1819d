import type { AskMiro } from '../../../integrations/miro/client.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { newId } from '../../../platform/database/ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError, InvalidInputError } from '../../../platform/errors.ts';
import { getService, type Selection } from '../../../platform/queries/lists.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { syncSoon } from '../integrations/integrations.service.ts';
import { noProblem, problemWith } from '../miro-boards/miro-boards.rules.ts';
import { getMiroBoard } from '../miro-boards/miro-boards.service.ts';
import { wantedItems } from '../miro-cards/miro-cards.service.ts';
import { visibleTo } from './miro-frames.access.ts';
import { pushFrame } from './miro-frames.loaders.ts';
import { createMiroFrameInput, maxFrames, miroFrameInput } from './miro-frames.rules.ts';
import { saveFrameState } from './miro-frames.writers.ts';

type MiroFrame = Row<'miroFrame'>;

/** The viewer's frames, the oldest first. */
export async function listMiroFrames(ctx: ViewerContext, selection: Selection<'miroFrame'> = {}): Promise<MiroFrame[]> {
  const orderBy = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];
  return ctx.db.miroFrame.findMany({ ...selection, where: visibleTo(ctx.viewer), orderBy, take: maxFrames });
}

/** One of the viewer's frames. Null if there is none. */
export const getMiroFrame = getService({ model: 'miroFrame', visibleTo });

/**
 * Starts to push to a board. The frame is created soon, and brought up to date at every sync.
 * @throws NotFoundError if there is no such board, ConflictError if there are too many frames
 * @throws InvalidInputError if a week is given for what is not of one
 */
export async function createMiroFrame(
  ctx: ViewerContext,
  input: InputOf<typeof createMiroFrameInput>,
): Promise<MiroFrame> {
  const { boardId, content, weekOf } = parseInput(ctx, createMiroFrameInput, input);
  if (weekOf && content !== 'WEEK')
    throw new InvalidInputError([{ path: ['input', 'weekOf'], message: 'is for WEEK only' }]);
  const weekStartsOn = content === 'WEEK' ? ctx.calendar.startOfWeek(weekOf ?? ctx.calendar.today) : null;
  return transaction(ctx, 'createMiroFrame', async (tx) => {
    const { integrationId, accountId } = orNotFound(await getMiroBoard(tx, boardId), 'boardId');
    if ((await listMiroFrames(tx)).length >= maxFrames)
      throw new ConflictError(`You have ${maxFrames} frames. Delete one first.`);
    await syncSoon(tx, integrationId);
    return tx.write.miroFrame.create({ id: newId(), accountId, integrationId, boardId, content, weekStartsOn });
  });
}

/**
 * Stops pushing. The frame at Miro stays as it is.
 * @returns the frame before it was deleted
 * @throws NotFoundError if there is no such frame
 */
export async function deleteMiroFrame(ctx: ViewerContext, input: InputOf<typeof miroFrameInput>): Promise<MiroFrame> {
  const { id } = parseInput(ctx, miroFrameInput, input);
  const [frame] = await transaction(ctx, 'deleteMiroFrame', (tx) =>
    tx.write.miroFrame.delete({ AND: [{ id }, visibleTo(tx.viewer)] }),
  );
  return orNotFound(frame, 'id');
}

/** What a push of all frames has done, in numbers of items. */
export interface Pushed {
  createdCount: number;
  updatedCount: number;
  unchangedCount: number;
  cancelledCount: number;
  skippedCount: number;
  warnings: string[];
}

/**
 * Brings the frames of an integration up to date. What is wrong with one board does not keep the others waiting.
 * @throws ProviderError if Miro throttles, cannot be reached, or does not respond as it should
 */
export async function pushFrames(ctx: ViewerContext, integrationId: string, ask: AskMiro): Promise<Pushed> {
  const frames = await ctx.db.miroFrame.findMany({
    where: { ...visibleTo(ctx.viewer), integrationId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { board: true },
  });
  const pushed = { createdCount: 0, updatedCount: 0, unchangedCount: 0, cancelledCount: 0, skippedCount: 0 };
  const warnings: string[] = [];
  // Frames of several boards may show the same.
  const shown = new Map<string, Awaited<ReturnType<typeof wantedItems>>>();
  for (const [index, { board, ...frame }] of frames.entries()) {
    const what = `${frame.content} ${frame.weekStartsOn}`;
    const { items, leftOutCount } = shown.get(what) ?? (await wantedItems(ctx, frame));
    shown.set(what, { items, leftOutCount });
    try {
      const counts = await pushFrame(ctx, ask, { frame, boardId: board.miroId, index }, items);
      await saveFrameState(ctx, frame, noProblem);
      pushed.createdCount += counts.createdCount;
      pushed.updatedCount += counts.updatedCount;
      pushed.unchangedCount += counts.unchangedCount;
      pushed.cancelledCount += counts.cancelledCount;
      pushed.skippedCount += leftOutCount + counts.refused.length;
      warnings.push(...counts.refused.map((title) => `${board.name}: Miro refuses ${title}.`));
      if (leftOutCount > 0) warnings.push(`${board.name}: a frame has no room for ${leftOutCount} more.`);
    } catch (error) {
      const problem = problemWith(error);
      if (!problem) throw error;
      await saveFrameState(ctx, frame, problem);
      warnings.push(`${board.name}: ${problem.problem}`);
    }
  }
  return { ...pushed, warnings };
}
