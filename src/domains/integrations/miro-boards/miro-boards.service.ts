import type { Board } from '../../../integrations/miro/boards.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { newId } from '../../../platform/database/ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { getService, type Selection } from '../../../platform/queries/lists.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';
import { visibleTo } from './miro-boards.access.ts';
import { maxBoards } from './miro-boards.rules.ts';

type MiroBoard = Row<'miroBoard'>;

/** The boards of the viewer's integrations, by name. */
export async function listMiroBoards(ctx: ViewerContext, selection: Selection<'miroBoard'> = {}): Promise<MiroBoard[]> {
  const orderBy = [{ name: 'asc' as const }, { id: 'asc' as const }];
  return ctx.db.miroBoard.findMany({ ...selection, where: visibleTo(ctx.viewer), orderBy, take: maxBoards });
}

/** One of the viewer's boards. Null if there is none. */
export const getMiroBoard = getService({ model: 'miroBoard', visibleTo });

/**
 * Writes which boards an integration has, as they were listed. A board that is in use stays when it is not listed any more.
 * @param boards all of them, or as many as are read
 */
export async function saveBoards(
  tx: Transaction<ViewerContext>,
  { id: integrationId, accountId }: Pick<Row<'integration'>, 'id' | 'accountId'>,
  boards: readonly Board[],
): Promise<void> {
  const stored = await tx.db.miroBoard.findMany({ where: { integrationId } });
  const [known, listed] = [new Map(stored.map((one) => [one.miroId, one])), new Set(boards.map(({ id }) => id))];
  const fresh = boards.filter(({ id }) => !known.has(id));
  await tx.write.miroBoard.createMany(
    fresh.map(({ id: miroId, ...board }) => ({ ...board, id: newId(), accountId, integrationId, miroId })),
  );
  for (const { id: miroId, name, viewUrl, modifiedAt } of boards) {
    const before = known.get(miroId);
    const isSame =
      before?.isAccessible &&
      before.name === name &&
      before.viewUrl === viewUrl &&
      before.modifiedAt?.getTime() === modifiedAt?.getTime();
    if (before && !isSame)
      await tx.write.miroBoard.update({ id: before.id }, { name, viewUrl, modifiedAt, isAccessible: true });
  }
  // Of more than are read, nobody knows which are gone.
  if (boards.length >= maxBoards) return;
  const gone = stored.filter(({ miroId }) => !listed.has(miroId)).map(({ id }) => id);
  if (gone.length === 0) return;
  const isUnused = { frames: { none: {} }, imports: { none: {} } };
  await tx.write.miroBoard.delete({ id: { in: gone }, ...isUnused });
  await tx.write.miroBoard.update({ id: { in: gone }, isAccessible: true }, { isAccessible: false });
}
