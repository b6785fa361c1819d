import type { Board } from '../../../integrations/miro/boards.ts';
import type { AskMiro } from '../../../integrations/miro/client.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { newId } from '../../../platform/database/ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { getService, type Selection } from '../../../platform/queries/lists.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { syncSoon } from '../integrations/integrations.service.ts';
import { noProblem, problemWith, type TargetProblem } from '../miro-boards/miro-boards.rules.ts';
import { getMiroBoard } from '../miro-boards/miro-boards.service.ts';
import { visibleTo } from './miro-imports.access.ts';
import { readStickies } from './miro-imports.loaders.ts';
import {
  createMiroImportInput,
  isUpToDate,
  maxImports,
  miroImportInput,
  type Sticky,
  unreadableIn,
} from './miro-imports.rules.ts';
import { writeStickies } from './miro-imports.writers.ts';

type MiroImport = Row<'miroImport'>;

/** The viewer's imports, the oldest first. */
export async function listMiroImports(
  ctx: ViewerContext,
  selection: Selection<'miroImport'> = {},
): Promise<MiroImport[]> {
  const orderBy = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];
  return ctx.db.miroImport.findMany({ ...selection, where: visibleTo(ctx.viewer), orderBy, take: maxImports });
}

/** One of the viewer's imports. Null if there is none. */
export const getMiroImport = getService({ model: 'miroImport', visibleTo });

/**
 * Starts to make tasks or learnings of the sticky notes of a board that have a tag or a color. They are read soon, and then at
 * every sync.
 * @throws InvalidInputError without a tag or a color
 * @throws NotFoundError if there is no such board, ConflictError if there are too many imports
 */
export async function createMiroImport(
  ctx: ViewerContext,
  input: InputOf<typeof createMiroImportInput>,
): Promise<MiroImport> {
  const {
    boardId,
    target,
    tag = null,
    color = null,
    frameTitle = null,
  } = parseInput(ctx, createMiroImportInput, input);
  return transaction(ctx, 'createMiroImport', async (tx) => {
    const { integrationId, accountId } = orNotFound(await getMiroBoard(tx, boardId), 'boardId');
    if ((await listMiroImports(tx)).length >= maxImports)
      throw new ConflictError(`You have ${maxImports} imports. Delete one first.`);
    await syncSoon(tx, integrationId);
    const source = { target, tag, color, frameTitle };
    return tx.write.miroImport.create({ id: newId(), accountId, integrationId, boardId, ...source });
  });
}

/**
 * Stops reading. The tasks and learnings stay.
 * @returns the import before it was deleted
 * @throws NotFoundError if there is no such import
 */
export async function deleteMiroImport(
  ctx: ViewerContext,
  input: InputOf<typeof miroImportInput>,
): Promise<MiroImport> {
  const { id } = parseInput(ctx, miroImportInput, input);
  const [deleted] = await transaction(ctx, 'deleteMiroImport', (tx) =>
    tx.write.miroImport.delete({ AND: [{ id }, visibleTo(tx.viewer)] }),
  );
  return orNotFound(deleted, 'id');
}

/** What was read of an import. Without sticky notes, it need not be read, or it cannot be. */
export interface ReadImport {
  source: MiroImport;
  board: Row<'miroBoard'>;
  stickies: Sticky[] | null;
  /** The number of values that Miro told in place of sticky notes. */
  unreadable: number;
  modifiedAt: Date | null;
  problem: TargetProblem;
}

/**
 * Reads the imports of an integration. What is wrong with one board does not keep the others waiting.
 * @param boards the boards as they were listed just now
 * @throws ProviderError if Miro throttles, cannot be reached, or does not respond as it should
 */
export async function readImports(
  ctx: ViewerContext,
  integrationId: string,
  ask: AskMiro,
  boards: readonly Board[],
): Promise<ReadImport[]> {
  const sources = await ctx.db.miroImport.findMany({
    where: { ...visibleTo(ctx.viewer), integrationId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { board: true },
  });
  const listed = new Map(boards.map((board) => [board.id, board]));
  const read: ReadImport[] = [];
  for (const { board, ...source } of sources) {
    const current = listed.get(board.miroId) ?? null;
    const one = {
      source,
      board,
      stickies: null,
      unreadable: 0,
      modifiedAt: current?.modifiedAt ?? null,
      problem: noProblem,
    };
    if (isUpToDate(source, current, ctx.calendar.now)) continue;
    try {
      const found = await readStickies(ask, board.miroId, source);
      read.push(found ? { ...one, ...found } : { ...one, problem: noFrame(source) });
    } catch (error) {
      const problem = problemWith(error);
      if (!problem) throw error;
      read.push({ ...one, problem });
    }
  }
  return read;
}

const noFrame = ({ frameTitle }: MiroImport): TargetProblem => ({
  state: 'WORKING',
  problem: `The board has no frame with the title ${frameTitle}.`,
});

/** What the writing of imports has done, in numbers of tasks and learnings. */
export interface Imported {
  createdCount: number;
  updatedCount: number;
  unchangedCount: number;
  skippedCount: number;
  warnings: string[];
}

/** Writes what was read: tasks, learnings, and how far each import is. */
export async function writeImports(tx: Transaction<ViewerContext>, read: readonly ReadImport[]): Promise<Imported> {
  const done: Imported = { createdCount: 0, updatedCount: 0, unchangedCount: 0, skippedCount: 0, warnings: [] };
  for (const { source, board, stickies, unreadable, modifiedAt, problem } of read) {
    // It may have been deleted meanwhile.
    if (!(await tx.db.miroImport.findUnique({ where: { id: source.id } }))) continue;
    if (problem.problem) done.warnings.push(`${board.name}: ${problem.problem}`);
    const written = stickies && (await writeStickies(tx, source, board, stickies));
    done.createdCount += written?.createdCount ?? 0;
    done.updatedCount += written?.updatedCount ?? 0;
    done.unchangedCount += written?.unchangedCount ?? 0;
    done.skippedCount += (written?.warnings.length ?? 0) + unreadable;
    if (unreadable > 0) done.warnings.push(unreadableIn(board.name, unreadable));
    done.warnings.push(...(written?.warnings ?? []));
    const isRead = written?.isWhole === true;
    await tx.write.miroImport.update(
      { id: source.id },
      { ...problem, ...(isRead && { readAt: tx.calendar.now, boardModifiedAt: modifiedAt }) },
    );
  }
  return done;
}
