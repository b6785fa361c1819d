import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { labelsThrough } from '../../across/labels/labels.access.ts';
import { meetingList, meetingStats } from './meetings.access.ts';
import { createMeetingInput, meetingAttendeeInput, updateMeetingInput } from './meetings.rules.ts';
import * as meetings from './meetings.service.ts';

/** Meetings, with their times, organizer, attendees, labels and notes. */
export function defineMeetings(builder: Builder): void {
  const MeetingStatus = builder.modelEnum('MeetingStatus');
  const MeetingAttendeeResponse = builder.modelEnum('MeetingAttendeeResponse');
  builder.prismaObject('MeetingAttendee', {
    fields: (t) => ({
      person: t.relation('person', { description: 'The person. May be in the trash.' }),
      response: t.expose('response', { type: MeetingAttendeeResponse }),
    }),
  });

  const Meeting = builder.prismaNode('Meeting', {
    ...nodeOf(meetingList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      title: t.exposeString('title'),
      startsAt: t.expose('startsAt', { type: 'DateTime' }),
      endsAt: t.expose('endsAt', { type: 'DateTime' }),
      startsOn: t.expose('startsOn', { type: 'Date', nullable: true }),
      endsOn: t.expose('endsOn', { type: 'Date', nullable: true }),
      isAllDay: t.boolean({
        description: 'Whether the meeting lasts whole days.',
        columns: ['startsOn'],
        resolve: ({ startsOn }) => startsOn !== null,
      }),
      timeZone: t.expose('timeZone', { type: 'TimeZone' }),
      place: t.exposeString('place'),
      joinUrl: t.exposeString('joinUrl', { nullable: true }),
      status: t.expose('status', { type: MeetingStatus }),
      description: t.exposeString('description'),
      notes: t.exposeString('notes'),
      series: t.relation('series', {
        nullable: true,
        description: 'The series of the meeting. Null if it belongs to none.',
      }),
      organizer: t.relation('organizer', {
        nullable: true,
        description: 'The organizer, who is also an attendee. Null if unknown.',
      }),
      attendees: t.relation('meetingAttendees', {
        description: 'The attendees, including the organizer, by name. At most 200.',
        query: { orderBy: { person: { nameNormalized: 'asc' } } },
      }),
      myResponse: t.expose('myResponse', { type: MeetingAttendeeResponse, nullable: true }),
      isFree: t.exposeBoolean('isFree'),
      labels: t.manyToMany('Label', labelsThrough('meetingLabels')),
    }),
  });
  builder.objectField(builder.modelRef('MeetingSeries'), 'meetings', (t) =>
    t.childConnection(meetingList, { below: 'seriesId', description: 'The meetings of the series.' }),
  );
  builder.objectField(builder.modelRef('Person'), 'meetings', (t) =>
    t.childConnection(meetingList, {
      below: { joins: 'meetingAttendee', through: 'meetingAttendees', parent: 'personId', row: 'meeting' },
      description: 'The meetings that the person attends or organizes.',
    }),
  );

  builder.stats(meetingStats);
  builder.queryFields((t) => ({
    meeting: t.byId({ type: Meeting, resolve: meetings.getMeeting }),
    meetings: t.connectionOf(meetingList, { description: 'Your meetings.', resolve: meetings.listMeetings }),
    nextMeeting: t.prismaField({
      type: 'Meeting',
      nullable: true,
      description:
        'Your next meeting, without those that are all-day, cancelled, declined by you, or leave your time free. Null if ' +
        'there is none.',
      args: { after: t.arg({ type: 'DateTime', description: 'The earliest start. Default: now.' }) },
      resolve: (query, _root, { after }, ctx) => meetings.nextMeeting(ctx, after ?? 'NOW', query),
    }),
  }));

  const MeetingAttendeeInput = builder.inputType('MeetingAttendeeInput', {
    description:
      'An attendee: one of your people by id, or anybody by name or email address. An unknown person is created.',
    rules: meetingAttendeeInput,
    fields: (t) => ({
      personId: t.id(),
      name: t.string({ description: 'The name.' }),
      email: t.string({ description: 'The email address.' }),
      response: t.field({
        type: MeetingAttendeeResponse,
        description: 'The response to the invitation. Default: NEEDS_ACTION.',
      }),
    }),
  });
  const details = (t: InputFields) => ({
    startsAt: t.field({ type: 'DateTime', description: 'The start. Not for an all-day meeting.' }),
    endsAt: t.field({
      type: 'DateTime',
      description: 'The end, at most 31 days after the start. Not for an all-day meeting.',
    }),
    startsOn: t.field({ type: 'Date', description: 'The first day of an all-day meeting.' }),
    endsOn: t.field({ type: 'Date', description: 'The last day of an all-day meeting. Default: its first day.' }),
    timeZone: t.field({ type: 'TimeZone', description: 'The time zone of the meeting. Default: yours.' }),
    place: t.string({ description: 'The place.' }),
    joinUrl: t.string({ description: 'The web address to join the meeting at.' }),
    status: t.field({ type: MeetingStatus, description: 'Whether the meeting takes place. Default: CONFIRMED.' }),
    description: t.string({ description: 'A description, such as the text of the invitation.' }),
    notes: t.string({ description: 'Notes taken in the meeting, in Markdown.' }),
    seriesId: t.id(),
    organizerId: t.id({ description: 'The id of the organizer, who becomes an attendee.' }),
    attendees: t.field({
      type: [MeetingAttendeeInput],
      description: 'All attendees but you. One with an email address of yours sets `myResponse`.',
    }),
    myResponse: t.field({
      type: MeetingAttendeeResponse,
      description: 'Your own response to the invitation. Default: null.',
    }),
    isFree: t.boolean({ description: 'Whether the meeting leaves your time free. Default: false.' }),
    labelIds: t.idList({ description: 'The ids of all labels.' }),
  });
  builder.recordMutation('createMeeting', {
    record: Meeting,
    description:
      'Creates a meeting: with a time of day (`startsAt` and `endsAt`), or all-day (`startsOn` and `endsOn`).',
    rules: createMeetingInput,
    input: (t) => ({ title: t.string({ required: true, description: 'The subject.' }), ...details(t) }),
    resolve: meetings.createMeeting,
  });
  builder.recordMutation('updateMeeting', {
    record: Meeting,
    description: 'Changes a meeting. A meeting whose start changes keeps its duration ' + 'unless its end is given.',
    rules: updateMeetingInput,
    input: (t) => ({ title: t.string({ description: 'The subject.' }), ...details(t) }),
    resolve: meetings.updateMeeting,
  });
}
