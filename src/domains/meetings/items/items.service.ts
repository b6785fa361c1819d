import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError, InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService, notTrashedItself } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import {
  createRecord,
  findOwned,
  orNotFound,
  requireReferences,
  updateRecord,
} from '../../../platform/records/records.ts';
import { lastPosition, positionAfter, type Siblings } from '../../../platform/records/sibling-positions.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { truncate } from '../../../platform/validation/truncate.ts';
import { createTask } from '../../tasks/tasks/tasks.service.ts';
import { isAttended } from '../meetings/meetings.access.ts';
import { meetingItemList } from './items.access.ts';
import {
  carryOverAgendaItemsInput,
  convertMeetingItemToTaskInput,
  createMeetingItemInput,
  maxItems,
  updateMeetingItemInput,
} from './items.rules.ts';

type MeetingItem = Row<'meetingItem'>;
type Meeting = Row<'meeting'>;
type Tx = Transaction<ViewerContext>;

/** Items of one kind in one meeting are siblings. */
export const itemSiblings: Siblings<'meetingItem'> = {
  model: 'meetingItem',
  alike: ['meetingId', 'kind'],
  max: maxItems,
};

/** Lists the viewer's meeting items, across meetings. */
export const listMeetingItems = listService(meetingItemList);

/** One of the viewer's meeting items. Null if there is none with this id. */
export const getMeetingItem = getService(meetingItemList);

/**
 * Creates a meeting item, after the others of its kind. A decision is done from the start.
 * @throws InvalidInputError if the meeting already has 100 items of this kind
 */
export async function createMeetingItem(
  ctx: ViewerContext,
  input: InputOf<typeof createMeetingItemInput>,
): Promise<MeetingItem> {
  const { id, ...data } = parseInput(ctx, createMeetingItemInput, input);
  return transaction(ctx, 'createMeetingItem', (tx) =>
    createRecord(tx, 'meetingItem', input, id, async (create) => {
      await requireReferences(tx, { meetingId: 'meeting' }, data);
      const position = await lastPosition(tx, itemSiblings, data, 'meetingId');
      return create({ ...data, position, doneAt: data.kind === 'DECISION' ? tx.calendar.now : null });
    }),
  );
}

/**
 * Updates the given fields of a meeting item, and its position.
 * @throws InvalidInputError if a decision would be reopened
 */
export async function updateMeetingItem(
  ctx: ViewerContext,
  input: InputOf<typeof updateMeetingItemInput>,
): Promise<MeetingItem> {
  const { id, ifVersion, isDone, afterId, ...changes } = parseInput(ctx, updateMeetingItemInput, input);
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

/** The items that were carried over, and the meeting that they were moved to. */
interface CarriedOver {
  readonly meeting: Meeting;
  readonly meetingItems: MeetingItem[];
}

/**
 * Moves the open agenda items of a meeting to another meeting, by default the next one of its series that is not
 * cancelled.
 * @throws ConflictError if no meeting is given and the series has no later one; InvalidInputError if the given meeting is
 *   the same or has no room for the items
 */
export async function carryOverAgendaItems(
  ctx: ViewerContext,
  input: InputOf<typeof carryOverAgendaItemsInput>,
): Promise<CarriedOver> {
  const { id, toMeetingId } = parseInput(ctx, carryOverAgendaItemsInput, input);
  return transaction(ctx, 'carryOverAgendaItems', async (tx) => {
    const from = orNotFound(await findOwned(tx, 'meeting', id), 'id');
    await requireReferences(tx, { toMeetingId: 'meeting' }, { toMeetingId });
    const meeting = toMeetingId
      ? orNotFound(await findOwned(tx, 'meeting', toMeetingId), 'toMeetingId')
      : await nextInSeries(tx, from);
    if (!meeting) throw new ConflictError('The series of the meeting has no later meeting to carry items over to.');
    if (meeting.id === from.id) {
      throw new InvalidInputError([{ path: ['input', 'toMeetingId'], message: 'must be another meeting' }]);
    }
    const open = await tx.db.meetingItem.findMany({
      where: { AND: [ownedBy(tx.viewer), notTrashedItself, { meetingId: id, kind: 'AGENDA', doneAt: null }] },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    });
    const meetingItems: MeetingItem[] = [];
    for (const { id: itemId, carryOverCount } of open) {
      const position = await lastPosition(tx, itemSiblings, { meetingId: meeting.id, kind: 'AGENDA' }, 'toMeetingId');
      const moved = { meetingId: meeting.id, position, carryOverCount: carryOverCount + 1 };
      meetingItems.push(...(await tx.write.meetingItem.update({ id: itemId }, moved)));
    }
    return { meeting, meetingItems };
  });
}

async function nextInSeries(tx: Tx, { seriesId, startsAt }: Meeting): Promise<Meeting | null> {
  if (seriesId === null) return null;
  const isLater = { AND: [isAttended, { seriesId, startsAt: { gt: startsAt } }] };
  return tx.db.meeting.findFirst({
    where: { AND: [ownedBy(tx.viewer), active('meeting'), isLater] },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
}

/** A new task, and the meeting item it was created from. */
interface ConvertedItem {
  readonly task: Row<'task'>;
  readonly meetingItem: MeetingItem;
}

/** A title of a task has at most 300 characters. */
const maxTaskTitle = 300;

/** Creates a task from a meeting item, as an action item of its meeting, and marks the item as done. */
export async function convertMeetingItemToTask(
  ctx: ViewerContext,
  input: InputOf<typeof convertMeetingItemToTaskInput>,
): Promise<ConvertedItem> {
  const { id, ifVersion, ...schedule } = parseInput(ctx, convertMeetingItemToTaskInput, input);
  return transaction(ctx, 'convertMeetingItemToTask', async (tx) => {
    const meetingItem = await updateRecord(tx, 'meetingItem', { id, ifVersion }, ({ doneAt }) => ({
      doneAt: doneAt ?? tx.calendar.now,
    }));
    const { title, meetingId } = meetingItem;
    const task = await createTask(tx, { title: truncate(title, maxTaskTitle), meetingId, ...schedule });
    return { task, meetingItem };
  });
}
