import { selectionOfNodes } from '../../../graphql/fields/selections.ts';
import { nodeOf } from '../../../graphql/nodes.ts';
import type { InputFields, Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { labelsThrough } from '../../across/labels/labels.schema.ts';
import { meetingList, meetingStats, visibleTo } from './meetings.access.ts';
import { meetingFilter, meetingOrder, type meetingStatuses, type responses } from './meetings.rules.ts';
import * as meetings from './meetings.service.ts';

/** Meetings: when one talks with whom, about what. */
export function defineMeetings(builder: Builder, shared: Shared): void {
  const MeetingStatus = builder.enumType('MeetingStatus', {
    description: 'Whether a meeting is on.',
    values: {
      CONFIRMED: { description: 'It is on.' },
      TENTATIVE: { description: 'It may be on.' },
      CANCELLED: { description: 'It is off.' },
    } satisfies Record<(typeof meetingStatuses)[number], { description: string }>,
  });
  const MeetingAttendeeResponse = builder.enumType('MeetingAttendeeResponse', {
    description: 'What an attendee said to an invitation.',
    values: {
      NEEDS_ACTION: { description: 'Nothing yet.' },
      ACCEPTED: { description: 'They come.' },
      DECLINED: { description: 'They do not come.' },
      TENTATIVE: { description: 'They may come.' },
    } satisfies Record<(typeof responses)[number], { description: string }>,
  });
  builder.prismaObject('MeetingAttendee', {
    description: 'Somebody who is asked to a meeting.',
    fields: (t) => ({
      person: t.relation('person', { description: 'Who it is.' }),
      response: t.expose('response', {
        type: MeetingAttendeeResponse,
        description: 'What they said to the invitation.',
      }),
    }),
  });

  const Meeting = builder.prismaNode('Meeting', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      title: t.exposeString('title'),
      startsAt: t.expose('startsAt', { type: 'DateTime' }),
      endsAt: t.expose('endsAt', { type: 'DateTime' }),
      startsOn: t.expose('startsOn', { type: 'Date', nullable: true }),
      endsOn: t.expose('endsOn', { type: 'Date', nullable: true }),
      isAllDay: t.boolean({
        description: 'Whether it takes whole days.',
        resolve: ({ startsOn }) => startsOn !== null,
      }),
      timeZone: t.expose('timeZone', { type: 'TimeZone' }),
      place: t.exposeString('place'),
      joinUrl: t.exposeString('joinUrl', { nullable: true }),
      status: t.expose('status', { type: MeetingStatus, description: 'Whether it is on.' }),
      description: t.exposeString('description'),
      notes: t.exposeString('notes'),
      series: t.relation('series', {
        nullable: true,
        description: 'The series it is part of; null when it is of none.',
      }),
      organizer: t.relation('organizer', { nullable: true, description: 'Who called it; null when nobody is named.' }),
      attendees: t.relation('meetingAttendees', {
        description: 'Those who are asked to it, its organizer among them, by name: at most 200.',
        query: { orderBy: { person: { nameNormalized: 'asc' } } },
      }),
      labels: t.manyToMany('Label', labelsThrough('meetingLabels')),
    }),
  });
  const MeetingConnection = shared.connectionOf(Meeting);
  shared.listBelow(
    'MeetingSeries',
    'meetings',
    meetingList,
    'seriesId',
    'Its meetings, the earliest first unless asked otherwise.',
  );
  shared.listBelow(
    'Person',
    'meetings',
    meetingList,
    { joins: 'meetingAttendee', through: 'meetingAttendees', parent: 'personId', row: 'meeting' },
    'The meetings they are asked to, the earliest first unless asked otherwise.',
  );

  shared.stats(meetingStats);
  builder.queryFields((t) => ({
    meeting: shared.oneById(t, Meeting, 'meeting', meetings.getMeeting),
    meetings: shared.list(
      t,
      meetingList,
      'Your meetings, the earliest first unless asked otherwise.',
      meetings.listMeetings,
    ),
    meetingsOn: t.connection(
      {
        type: Meeting,
        description: 'The meetings that take part of a day, the earliest first unless asked otherwise.',
        args: {
          date: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'The day.' }),
          ...shared.listArguments(meetingFilter, meetingOrder),
        },
        resolve: (_root, { date, ...args }, ctx, info) =>
          meetings.listMeetingsOn(ctx, { ...args, date: date ?? 'TODAY' }, selectionOfNodes(ctx, info)),
      },
      MeetingConnection,
    ),
    nextMeeting: t.prismaField({
      type: 'Meeting',
      nullable: true,
      description: 'Your next meeting that has hours and is not cancelled; null when there is none.',
      args: { after: t.arg({ type: 'DateTime', description: 'From when on it may start; now when nothing is said.' }) },
      resolve: (query, _root, { after }, ctx) => meetings.nextMeeting(ctx, after ?? 'NOW', query),
    }),
  }));

  const AttendeeInput = builder.inputType('AttendeeInput', {
    description: 'Somebody who is asked to a meeting: one of your people, or anybody by name or e-mail address.',
    fields: (t) => ({
      personId: t.id({ description: 'One of your people.' }),
      name: t.string({ description: 'What they are called.' }),
      email: t.string({ description: 'Their e-mail address, by which they are known from then on.' }),
      response: t.field({
        type: MeetingAttendeeResponse,
        description: 'What they said; NEEDS_ACTION when nothing is said.',
      }),
    }),
  });
  const details = (t: InputFields) => ({
    startsAt: t.field({ type: 'DateTime', description: 'When it starts, unless it takes whole days.' }),
    endsAt: t.field({ type: 'DateTime', description: 'When it ends: not before it starts, at most 31 days later.' }),
    startsOn: t.field({ type: 'Date', description: 'Its first day, when it takes whole days.' }),
    endsOn: t.field({ type: 'Date', description: 'Its last day; the first when nothing is said.' }),
    timeZone: t.field({
      type: 'TimeZone',
      description: 'Where it is held, in time; your own zone when nothing is said.',
    }),
    place: t.string({ description: 'Where it is held, in one line of at most 500 characters.' }),
    joinUrl: t.string({ description: 'Where to join it online: an address with http or https.' }),
    status: t.field({ type: MeetingStatus, description: 'Whether it is on; CONFIRMED when nothing is said.' }),
    description: t.string({ description: 'What it comes with, such as the text of its invitation.' }),
    notes: t.string({ description: 'What was said, in Markdown, at most 100,000 characters.' }),
    seriesId: t.id({ description: 'The series it is part of.' }),
    organizerId: t.id({ description: 'Who called it; they attend it too.' }),
    attendees: t.field({ type: [AttendeeInput], description: 'All who are asked to it, nobody twice, at most 200.' }),
    labelIds: t.idList({ description: 'All its labels, at most 20.' }),
  });
  const CreateMeetingInput = builder.inputType('CreateMeetingInput', {
    description: 'A meeting to make: by the clock (startsAt, endsAt) or of whole days (startsOn, endsOn).',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      title: t.string({ required: true, description: 'What it is about: 1 to 300 characters.' }),
      ...details(t),
    }),
  });
  const UpdateMeetingInput = builder.inputType('UpdateMeetingInput', {
    description:
      'Changes to a meeting; what is left out stays as it is. One that is only moved stays as long as it was.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which meeting.' }),
      ifVersion: t.int(shared.ifVersion),
      title: t.string({ description: 'What it is about.' }),
      ...details(t),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createMeeting: mutation(t, Meeting, CreateMeetingInput, 'Makes a meeting.', meetings.createMeeting),
    updateMeeting: mutation(t, Meeting, UpdateMeetingInput, 'Changes a meeting.', meetings.updateMeeting),
    trashMeeting: mutation(t, Meeting, TargetInput, 'Puts a meeting in the trash.', meetings.trashMeeting),
    restoreMeeting: mutation(t, Meeting, TargetInput, 'Takes a meeting out of the trash.', meetings.restoreMeeting),
  }));
}
