import { listBoards } from '../../../integrations/miro/boards.ts';
import { createMiroClient } from '../../../integrations/miro/client.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { writingTime } from '../../../platform/transactions/writing-time.ts';
import { maxBoards } from '../miro-boards/miro-boards.rules.ts';
import { saveBoards } from '../miro-boards/miro-boards.service.ts';
import { pushFrames } from '../miro-frames/miro-frames.service.ts';
import { readImports, writeImports } from '../miro-imports/miro-imports.service.ts';
import { type PreparedSync, SyncError } from '../syncs/syncs.rules.ts';
import { accessTokenOf } from '../tokens/tokens.service.ts';
import { maxTime, problemOf } from './miro.rules.ts';

/**
 * Syncs a Miro account: lists its boards, brings the frames up to date, and reads the sticky notes of imports. What was sent is
 * noted step by step; boards and imports are written at the end, together.
 * @throws SyncError if that fails, SignInNeededError if the owner has to sign in again
 */
export async function syncMiro(
  ctx: ViewerContext,
  { id, accountId }: Row<'integration'>,
  signal: AbortSignal,
): Promise<PreparedSync> {
  const { miro } = ctx.app.config;
  if (!miro) throw new SyncError('Miro is not set up on this server any more. Ask its owner.');
  const ask = createMiroClient({
    origin: miro.apiUrl,
    token: (refused) => accessTokenOf(ctx, id, refused, signal),
    now: () => ctx.app.clock.now(),
    signal,
  });
  try {
    const boards = await listBoards(ask, maxBoards);
    const pushed = await pushFrames(ctx, id, ask);
    const imports = await readImports(ctx, id, ask, boards);
    const count = imports.reduce((sum, { stickies }) => sum + (stickies?.length ?? 0), boards.length);
    return {
      maxTime: writingTime(count, maxTime),
      async write(tx) {
        await saveBoards(tx, { id, accountId }, boards);
        const imported = await writeImports(tx, imports);
        return {
          outcome: 'SUCCEEDED',
          createdCount: pushed.createdCount + imported.createdCount,
          updatedCount: pushed.updatedCount + imported.updatedCount,
          unchangedCount: pushed.unchangedCount + imported.unchangedCount,
          cancelledCount: pushed.cancelledCount,
          skippedCount: pushed.skippedCount + imported.skippedCount,
          warnings: [...pushed.warnings, ...imported.warnings],
        };
      },
    };
  } catch (error) {
    if (signal.aborted) throw error;
    throw problemOf(error);
  }
}
