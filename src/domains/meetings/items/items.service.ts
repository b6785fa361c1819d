import type { ViewerContext } from '../../../platform/context.ts';
import { toGlobalId } from '../../../platform/database/ids.ts';
import { ConflictError, InvalidInputError } from '../../../platform/errors.ts';
import { getRecord, notTrashedItself, type Selection } from '../../../platform/queries/lists.ts';
import {
  createRecord,
  findOwned,
  orNotFound,
  requireReferences,
  updateRecord,
} from '../../../platform/records/records.ts';
import {
  lastPosition,
  positionAfter,
  restoreSibling,
  type Siblings,
} from '../../../platform/records/sibling-positions.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { trashService } from '../../../platform/records/trash-services.ts';
import type { Row } from '../../../platform/transactions/model-writer.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput, type TargetInput, targetInput } from '../../../platform/validation/input-rules.ts';
import { createTask } from '../../tasks/tasks/tasks.service.ts';
import { visibleTo } from './items.access.ts';
import {
  carryOverAgendaInput,
  createMeetingItemInput,
  maxItems,
  turnIntoTaskInput,
  updateMeetingItemInput,
} from './items.rules.ts';

type MeetingItem = Row<'meetingItem'>;
type Meeting = Row<'meeting'>;
type Tx = Transaction<ViewerContext>;

/** The lines of a meeting that are of one kind. */
export const itemSiblings: Siblings<'meetingItem'> = {
  model: 'meetingItem',
  alike: ['meetingId', 'kind'],
  max: maxItems,
};

/** One of the viewer's items. */
export async function getMeetingItem(
  ctx: ViewerContext,
  id: string,
  selection: Selection<'meetingItem'> = {},
): Promise<MeetingItem | null> {
  return getRecord(ctx, { model: 'meetingItem', visibleTo }, id, selection);
}

/** Adds a line to a meeting's agenda, preparation or decisions, at its end. */
export async function createMeetingItem(
  ctx: ViewerContext,
  input: InputOf<typeof createMeetingItemInput>,
): Promise<MeetingItem> {
  const { id, ...data } = parseInput(createMeetingItemInput, input);
  return transaction(ctx, 'createMeetingItem', (tx) =>
    createRecord(tx, 'meetingItem', input, id, async (create) => {
      await requireReferences(tx, { meetingId: 'meeting' }, data);
      const position = await lastPosition(tx, itemSiblings, data, 'meetingId');
      // What was decided is done with.
      return create({ ...data, position, doneAt: data.kind === 'DECISION' ? tx.calendar.now : null });
    }),
  );
}

/** Changes what is given of the item, and where it stands. */
export async function updateMeetingItem(
  ctx: ViewerContext,
  input: InputOf<typeof updateMeetingItemInput>,
): Promise<MeetingItem> {
  const { id, ifVersion, isDone, afterId, ...changes } = parseInput(updateMeetingItemInput, input);
  return transaction(ctx, 'updateMeetingItem', (tx) =>
    updateRecord(tx, 'meetingItem', { id, ifVersion }, async (before) => {
      const { kind, doneAt } = before;
      if (isDone === false && kind === 'DECISION') {
        throw new InvalidInputError([{ path: ['input', 'isDone'], message: 'must be true for a decision' }]);
      }
      return {
        ...changes,
        ...(isDone !== undefined && { doneAt: isDone ? (doneAt ?? tx.calendar.now) : null }),
        ...(afterId !== undefined && { position: await positionAfter(tx, itemSiblings, before, id, afterId) }),
      };
    }),
  );
}

/** Puts the item in the trash. */
export const trashMeetingItem = trashService('meetingItem');

/** Takes the item out of the trash. */
export async function restoreMeetingItem(ctx: ViewerContext, input: TargetInput): Promise<MeetingItem> {
  const target = parseInput(targetInput('MeetingItem'), input);
  return transaction(ctx, 'restoreMeetingItem', (tx) => restoreSibling(tx, itemSiblings, target));
}

/**
 * Moves what is still open on a meeting's agenda to a later meeting, the next of its series unless another is named, and
 * counts that it happened. Answers the meeting it moved to.
 * @throws ConflictError when there is no later meeting to move to
 */
export async function carryOverAgenda(
  ctx: ViewerContext,
  input: InputOf<typeof carryOverAgendaInput>,
): Promise<Meeting> {
  const { id, toMeetingId } = parseInput(carryOverAgendaInput, input);
  return transaction(ctx, 'carryOverAgenda', async (tx) => {
    const from = orNotFound(await findOwned(tx, 'meeting', id), 'id');
    await requireReferences(tx, { toMeetingId: 'meeting' }, { toMeetingId });
    const to = toMeetingId
      ? orNotFound(await findOwned(tx, 'meeting', toMeetingId), 'toMeetingId')
      : await nextOf(tx, from);
    if (!to) throw new ConflictError('There is no later meeting of a series to carry the agenda over to.');
    if (to.id === from.id) {
      throw new InvalidInputError([{ path: ['input', 'toMeetingId'], message: 'must be another meeting' }]);
    }
    const open = await tx.db.meetingItem.findMany({
      where: { AND: [visibleTo(tx.viewer), notTrashedItself, { meetingId: id, kind: 'AGENDA', doneAt: null }] },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    });
    for (const { id: itemId, carryOverCount } of open) {
      const position = await lastPosition(tx, itemSiblings, { meetingId: to.id, kind: 'AGENDA' }, 'toMeetingId');
      await tx.write.meetingItem.update(
        { id: itemId },
        { meetingId: to.id, position, carryOverCount: carryOverCount + 1 },
      );
    }
    return to;
  });
}

/** The next meeting of the same series that is not cancelled. */
async function nextOf(tx: Tx, { seriesId, startsAt }: Meeting): Promise<Meeting | null> {
  if (seriesId === null) return null;
  return tx.db.meeting.findFirst({
    where: {
      AND: [
        visibleTo(tx.viewer),
        active('meeting'),
        { seriesId, startsAt: { gt: startsAt }, NOT: { status: 'CANCELLED' } },
      ],
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
}

/** Makes a task of an item, joined to its meeting; an item of the agenda is then dealt with. */
export async function turnIntoTask(
  ctx: ViewerContext,
  input: InputOf<ReturnType<typeof turnIntoTaskInput>>,
): Promise<Row<'task'>> {
  const { id, ifVersion, ...plan } = parseInput(turnIntoTaskInput(ctx.calendar), input);
  return transaction(ctx, 'turnIntoTask', async (tx) => {
    const item = await updateRecord(tx, 'meetingItem', { id, ifVersion }, ({ doneAt }) => ({
      doneAt: doneAt ?? tx.calendar.now,
    }));
    return createTask(tx, {
      title: item.title.slice(0, 300),
      meetingId: toGlobalId('Meeting', item.meetingId),
      ...plan,
    });
  });
}
