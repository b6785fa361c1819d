import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { newId } from '../../../platform/database/ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { ofAccount } from '../../../platform/records/ownership.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';
import { createLearning, getLearning, updateLearning } from '../../learnings/learnings/learnings.service.ts';
import { createTask, getTask, updateTask } from '../../tasks/tasks/tasks.service.ts';
import { changesOf, maxWritten, type Sticky, type StickyText } from './miro-imports.rules.ts';

type Tx = Transaction<ViewerContext>;
type Target = Row<'miroSticky'>['target'];

/** A record that sticky notes become, as what a sticky note says. */
interface Writing {
  readonly create: (tx: Tx, text: StickyText, board: Row<'miroBoard'>) => Promise<{ id: string }>;
  /** Null if it is gone or in the trash. */
  readonly read: (tx: Tx, id: string) => Promise<StickyText | null>;
  readonly update: (tx: Tx, id: string, changes: Partial<StickyText>) => Promise<unknown>;
}

const writing: Record<Target, Writing> = {
  TASKS: {
    create: (tx, { title, details }) => createTask(tx, { title, description: details }),
    async read(tx, id) {
      const task = await getTask(tx, id);
      return task && task.trashedAt === null ? { title: task.title, details: task.description } : null;
    },
    update: (tx, id, { title, details }) =>
      updateTask(tx, {
        ...{ id, ...(title !== undefined && { title }) },
        ...(details !== undefined && { description: details }),
      }),
  },
  LEARNINGS: {
    create: (tx, { title, details }, { name, viewUrl }) =>
      createLearning(tx, { title, notes: details, sourceTitle: name, sourceUrl: viewUrl }),
    async read(tx, id) {
      const learning = await getLearning(tx, id);
      return learning && learning.trashedAt === null ? { title: learning.title, details: learning.notes } : null;
    },
    update: (tx, id, { title, details }) =>
      updateLearning(tx, {
        ...{ id, ...(title !== undefined && { title }) },
        ...(details !== undefined && { notes: details }),
      }),
  },
};

/** What the writing of sticky notes has done. */
export interface Written {
  createdCount: number;
  updatedCount: number;
  unchangedCount: number;
  /** What could not be taken, in sentences. */
  warnings: string[];
  /** Whether all of them were written. */
  isWhole: boolean;
}

/**
 * Makes records of sticky notes that are new, and changes those of notes that say something else now, where their owner has not.
 * Each note becomes one record, once: whatever becomes of the record or of the note.
 */
export async function writeStickies(
  tx: Tx,
  { target }: Pick<Row<'miroImport'>, 'target'>,
  board: Row<'miroBoard'>,
  stickies: readonly Sticky[],
): Promise<Written> {
  const ids = stickies.map(({ miroId }) => miroId);
  const { accountId } = ofAccount(tx.viewer);
  const stored = await inChunks(ids, (some) =>
    tx.db.miroSticky.findMany({ where: { accountId, boardMiroId: board.miroId, miroId: { in: some } } }),
  );
  const known = new Map(stored.map((one) => [one.miroId, one]));
  const written: Written = { createdCount: 0, updatedCount: 0, unchangedCount: 0, warnings: [], isWhole: true };
  for (const { miroId, title, details } of stickies) {
    if (written.createdCount + written.updatedCount >= maxWritten) return { ...written, isWhole: false };
    const before = known.get(miroId);
    try {
      if (!before) {
        const { id: recordId } = await writing[target].create(tx, { title, details }, board);
        const owned = { id: newId(), accountId, boardMiroId: board.miroId, miroId };
        await tx.write.miroSticky.create({ ...owned, target, recordId, title, details });
        written.createdCount += 1;
      } else if (before.title === title && before.details === details) written.unchangedCount += 1;
      else if (await follow(tx, before, { title, details })) written.updatedCount += 1;
      else written.unchangedCount += 1;
    } catch (error) {
      // It is thrown before anything is written.
      if (!(error instanceof InvalidInputError)) throw error;
      written.warnings.push(`${title} was left out: ${error.message}`);
    }
  }
  return written;
}

/** Changes the record of a sticky note as the note has changed. @returns whether the record changed */
async function follow(tx: Tx, before: Row<'miroSticky'>, after: StickyText): Promise<boolean> {
  const { read, update } = writing[before.target];
  const record = await read(tx, before.recordId);
  const changes = record ? changesOf(record, before, after) : {};
  const isChanged = Object.keys(changes).length > 0;
  if (isChanged) await update(tx, before.recordId, changes);
  await tx.write.miroSticky.update({ id: before.id }, after);
  return isChanged;
}
