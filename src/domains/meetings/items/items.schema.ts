import { nodeOf } from '../../../graphql/nodes.ts';
import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { visibleTo } from './items.access.ts';
import { type ItemKind, type PrepStatus, prepStatus } from './items.rules.ts';
import * as items from './items.service.ts';

/** Meeting items: the lines of an agenda, a preparation and the decisions. */
export function defineMeetingItems(builder: Builder, shared: Shared): void {
  const MeetingItemKind = builder.enumType('MeetingItemKind', {
    description: 'What a line of a meeting is.',
    values: {
      AGENDA: { description: 'Something to talk about.' },
      PREPARATION: { description: 'Something to do before it.' },
      DECISION: { description: 'Something that was decided.' },
    } satisfies Record<ItemKind, { description: string }>,
  });
  const MeetingPrepStatus = builder.enumType('MeetingPrepStatus', {
    description: 'How far the preparation of a meeting is, by its items.',
    values: {
      NOTHING_TO_PREPARE: { description: 'It has no items.' },
      TODO: { description: 'None of them is done.' },
      IN_PROGRESS: { description: 'Some are done.' },
      READY: { description: 'All are done.' },
    } satisfies Record<PrepStatus, { description: string }>,
  });

  const MeetingItem = builder.prismaNode('MeetingItem', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      kind: t.expose('kind', { type: MeetingItemKind, description: 'What it is.' }),
      title: t.exposeString('title'),
      doneAt: t.expose('doneAt', { type: 'DateTime', nullable: true }),
      isDone: t.boolean({
        description: 'Whether the item is done.',
        resolve: ({ doneAt }) => doneAt !== null,
      }),
      carryOverCount: t.exposeInt('carryOverCount'),
      position: t.exposeInt('position'),
      meeting: t.relation('meeting', { description: 'The meeting.' }),
    }),
  });

  // All items of a meeting are loaded at once, whichever kinds are asked for: Prisma has one selection of a relation.
  const all = { where: { trashedAt: null }, orderBy: [{ position: 'asc' as const }, { id: 'asc' as const }] };
  builder.prismaObjectFields('Meeting', (t) => {
    const itemsOf = (kind: ItemKind, description: string) =>
      t.field({
        type: [MeetingItem],
        description,
        select: (_args, _ctx, nested) => ({ meetingItems: nested(all) as typeof all }),
        resolve: ({ meetingItems }) => meetingItems.filter((item) => item.kind === kind),
      });
    return {
      agendaItems: itemsOf('AGENDA', 'What to talk about, in order: at most 100 items.'),
      preparation: itemsOf('PREPARATION', 'What to do before it, in order: at most 100 items.'),
      decisions: itemsOf('DECISION', 'What was decided, in order: at most 100 items.'),
      prepStatus: t.field({
        type: MeetingPrepStatus,
        description: 'How far its preparation is.',
        select: { meetingItems: all },
        resolve: ({ meetingItems }) => prepStatus(meetingItems.filter(({ kind }) => kind === 'PREPARATION')),
      }),
    };
  });

  builder.queryFields((t) => ({
    meetingItem: shared.oneById(t, MeetingItem, 'line of a meeting', items.getMeetingItem),
  }));

  const CreateMeetingItemInput = builder.inputType('CreateMeetingItemInput', {
    description: 'A line to add to a meeting.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      meetingId: t.id({ required: true, description: 'The meeting, which has at most 100 of each kind.' }),
      kind: t.field({ type: MeetingItemKind, required: true, description: 'What it is.' }),
      title: t.string({ required: true, description: 'What it says, in one line of at most 1,000 characters.' }),
    }),
  });
  const UpdateMeetingItemInput = builder.inputType('UpdateMeetingItemInput', {
    description: 'Changes to a line of a meeting; what is left out stays as it is.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which item.' }),
      ifVersion: t.int(shared.ifVersion),
      title: t.string({ description: 'What it says.' }),
      isDone: t.boolean({ description: 'Whether it was dealt with; a decision always is.' }),
      afterId: t.id({ description: 'The item of the same kind and meeting to put it after; null puts it first.' }),
    }),
  });
  const CarryOverAgendaInput = builder.inputType('CarryOverAgendaInput', {
    description: 'An agenda to carry over.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'The meeting whose open items move on.' }),
      toMeetingId: t.id({ description: 'The meeting they move to; the next of the series when nothing is said.' }),
    }),
  });
  const TurnIntoTaskInput = builder.inputType('TurnIntoTaskInput', {
    description: 'An item to make a task of.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which item.' }),
      ifVersion: t.int({ description: 'Only if it is at this version.' }),
      scheduledOn: t.field({ type: 'Date', description: 'The day to plan the task for.' }),
      dueOn: t.field({ type: 'Date', description: 'The last day on which finishing it still counts.' }),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createMeetingItem: mutation(
      t,
      MeetingItem,
      CreateMeetingItemInput,
      'Adds a line to a meeting’s agenda, preparation or decisions.',
      items.createMeetingItem,
    ),
    updateMeetingItem: mutation(
      t,
      MeetingItem,
      UpdateMeetingItemInput,
      'Changes a line of a meeting, or where it stands.',
      items.updateMeetingItem,
    ),
    trashMeetingItem: mutation(
      t,
      MeetingItem,
      TargetInput,
      'Puts a line of a meeting in the trash.',
      items.trashMeetingItem,
    ),
    restoreMeetingItem: mutation(
      t,
      MeetingItem,
      TargetInput,
      'Takes a line of a meeting out of the trash.',
      items.restoreMeetingItem,
    ),
    carryOverAgenda: mutation(
      t,
      shared.ref('Meeting'),
      CarryOverAgendaInput,
      'Moves what is open on an agenda to a later meeting, and answers that one.',
      items.carryOverAgenda,
    ),
    turnIntoTask: mutation(
      t,
      shared.ref('Task'),
      TurnIntoTaskInput,
      'Makes a task of a line of a meeting, joined to the meeting; a line of the agenda is then dealt with.',
      items.turnIntoTask,
    ),
  }));
}
