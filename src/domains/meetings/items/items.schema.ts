import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError, NotFoundError } from '../../../platform/errors.ts';
import { meetingItemList } from './items.access.ts';
import {
  carryOverAgendaItemsInput,
  convertMeetingItemToTaskInput,
  createMeetingItemInput,
  type PreparationStatus,
  preparationStatus,
  updateMeetingItemInput,
} from './items.rules.ts';
import * as items from './items.service.ts';

/** Meeting items: the agenda items, preparation items and decisions of meetings. */
export function defineMeetingItems(builder: Builder): void {
  const MeetingItemKind = builder.modelEnum('MeetingItemKind');
  const MeetingPreparationStatus = builder.enumType('MeetingPreparationStatus', {
    description: 'The status of the preparation of a meeting.',
    values: {
      NOTHING_TO_PREPARE: { description: 'The meeting has no preparation items.' },
      TODO: { description: 'No preparation item is done.' },
      IN_PROGRESS: { description: 'Some preparation items are done.' },
      READY: { description: 'All preparation items are done.' },
    } satisfies Record<PreparationStatus, object>,
  });

  const MeetingItem = builder.prismaNode('MeetingItem', {
    ...nodeOf(meetingItemList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      kind: t.expose('kind', { type: MeetingItemKind }),
      title: t.exposeString('title'),
      doneAt: t.expose('doneAt', { type: 'DateTime', nullable: true }),
      isDone: t.boolean({
        description: 'Whether the item is done. Always true for a decision.',
        columns: ['doneAt'],
        resolve: ({ doneAt }) => doneAt !== null,
      }),
      carryOverCount: t.exposeInt('carryOverCount'),
      position: t.exposeInt('position'),
      meeting: t.relation('meeting', { description: 'The meeting of the item.' }),
    }),
  });

  // All items of a meeting are loaded together, even if one kind is selected: Prisma allows one selection of a relation.
  const all = { where: { trashedAt: null }, orderBy: [{ position: 'asc' as const }, { id: 'asc' as const }] };
  builder.prismaObjectFields('Meeting', (t) => {
    const itemsOf = (kind: Row<'meetingItem'>['kind'], description: string) =>
      t.field({
        type: [MeetingItem],
        description,
        select: (_args, _ctx, nested) => ({ meetingItems: nested(all) as typeof all }),
        resolve: ({ meetingItems }) => meetingItems.filter((item) => item.kind === kind),
      });
    return {
      agendaItems: itemsOf('AGENDA', 'The agenda, in order. At most 100 items.'),
      preparationItems: itemsOf('PREPARATION', 'What to prepare before the meeting, in order. At most 100 items.'),
      decisions: itemsOf('DECISION', 'The decisions made in the meeting, in order. At most 100 items.'),
      preparationStatus: t.field({
        type: MeetingPreparationStatus,
        description: 'The status of the preparation.',
        select: { meetingItems: all },
        resolve: ({ meetingItems }) => preparationStatus(meetingItems.filter(({ kind }) => kind === 'PREPARATION')),
      }),
    };
  });

  builder.queryFields((t) => ({
    meetingItem: t.byId({ type: MeetingItem, resolve: items.getMeetingItem }),
    meetingItems: t.connectionOf(meetingItemList, {
      description: 'Your meeting items, across meetings.',
      resolve: items.listMeetingItems,
    }),
  }));

  builder.recordMutation('createMeetingItem', {
    record: MeetingItem,
    description: 'Creates an item at the end of the agenda, the preparation or the decisions of a meeting.',
    rules: createMeetingItemInput,
    input: (t) => ({
      meetingId: t.id({ required: true, description: 'The id of the meeting. It has at most 100 items of each kind.' }),
      kind: t.field({ type: MeetingItemKind, required: true, description: 'The kind of item.' }),
      title: t.string({ required: true, description: 'The item.' }),
    }),
    resolve: items.createMeetingItem,
  });
  builder.recordMutation('updateMeetingItem', {
    record: MeetingItem,
    description: 'Changes a meeting item or moves it within its list.',
    rules: updateMeetingItemInput,
    input: (t) => ({
      title: t.string({ description: 'The item.' }),
      isDone: t.boolean({ description: 'Whether the item is done. A decision cannot be reopened.' }),
      afterId: t.id({
        description: 'The id of the item of the same kind and meeting to move it after. Null moves it to the start.',
      }),
    }),
    resolve: items.updateMeetingItem,
  });
  builder.payloadMutation('carryOverAgendaItems', {
    description:
      'Moves the open agenda items of a meeting to a later meeting, at the end of its agenda, and increases their ' +
      '`carryOverCount`.',
    rules: carryOverAgendaItemsInput,
    input: (t) => ({
      toMeetingId: t.id({
        description:
          'The id of the meeting to move the items to. Default: the next meeting of the series that is not cancelled.',
      }),
    }),
    errors: [NotFoundError, ConflictError],
    isRecorded: true,
    payload: (t) => ({
      meeting: t.field({
        type: builder.modelRef('Meeting'),
        description: 'The meeting that the items were moved to.',
        resolve: ({ meeting }) => meeting,
      }),
      meetingItems: t.field({
        type: [MeetingItem],
        description: 'The items that were moved, in order. At most 100.',
        resolve: ({ meetingItems }) => meetingItems,
      }),
    }),
    nodeOf: ({ meeting }) => ({ type: 'Meeting', id: meeting.id }),
    resolve: items.carryOverAgendaItems,
  });
  builder.payloadMutation('convertMeetingItemToTask', {
    description: 'Creates a task from a meeting item, as an action item of the meeting, and marks the item as done.',
    rules: convertMeetingItemToTaskInput,
    input: (t) => ({
      scheduledOn: t.field({ type: 'Date', description: 'The day to do the task on. Default: unscheduled.' }),
      dueOn: t.field({ type: 'Date', description: 'The due date of the task. Default: none.' }),
    }),
    errors: [NotFoundError, ConflictError],
    isRecorded: true,
    payload: (t) => ({
      task: t.field({ type: builder.modelRef('Task'), description: 'The new task.', resolve: ({ task }) => task }),
      meetingItem: t.field({
        type: MeetingItem,
        description: 'The meeting item after the mutation.',
        resolve: ({ meetingItem }) => meetingItem,
      }),
    }),
    nodeOf: ({ task }) => ({ type: 'Task', id: task.id }),
    resolve: items.convertMeetingItemToTask,
  });
}
