import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { exceptionsOf, ruleInWords } from '../../tasks/recurrences/recurrences.rules.ts';
import { meetingSeriesList } from './series.access.ts';
import {
  createMeetingSeriesInput,
  endMeetingSeriesInput,
  isScheduled,
  splitMeetingSeriesInput,
  updateMeetingSeriesInput,
} from './series.rules.ts';
import * as series from './series.service.ts';

/** Meeting series: recurring meetings, such as a weekly one-on-one. */
export function defineMeetingSeries(builder: Builder): void {
  const texts = {
    exceptions: 'The days that are left out, such as those of meetings in the trash.',
    agenda: 'The topics that each new meeting has on its agenda. They are copied once: a meeting keeps its own.',
    preparation: 'What there is to prepare for each new meeting. Copied once, too.',
  };
  const MeetingSeries = builder.prismaNode('MeetingSeries', {
    ...nodeOf(meetingSeriesList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      title: t.exposeString('title'),
      description: t.exposeString('description'),
      rule: t.exposeString('rule', { nullable: true }),
      ruleText: t.string({
        nullable: true,
        description:
          'The rule in English, such as `every other Monday`. Null if the series makes no meetings by a rule.',
        resolve: (row) => (isScheduled(row) ? ruleInWords(row.rule) : null),
      }),
      startsOn: t.expose('startsOn', { type: 'Date', nullable: true }),
      splitOn: t.expose('splitOn', { type: 'Date', nullable: true }),
      endsOn: t.expose('endsOn', { type: 'Date', nullable: true }),
      timeOfDay: t.exposeString('timeOfDay', { nullable: true }),
      durationMinutes: t.exposeInt('durationMinutes', { nullable: true }),
      madeUntil: t.expose('madeUntil', { type: 'Date', nullable: true }),
      exceptions: t.field({
        type: ['Date'],
        description: texts.exceptions,
        columns: ['exceptions'],
        resolve: exceptionsOf,
      }),
      place: t.exposeString('place'),
      joinUrl: t.exposeString('joinUrl', { nullable: true }),
      agenda: t.stringList({
        description: texts.agenda,
        columns: ['agenda'],
        resolve: ({ agenda }) => agenda as string[],
      }),
      preparation: t.stringList({
        description: texts.preparation,
        columns: ['preparation'],
        resolve: ({ preparation }) => preparation as string[],
      }),
      attendees: t.manyToMany('Person', {
        joins: 'seriesAttendees',
        relation: 'person',
        orderBy: { nameNormalized: 'asc' },
        description: 'The people who are invited to each new meeting, by name.',
      }),
    }),
  });
  builder.prismaObjectField('Meeting', 'occursOn', (t) => t.expose('occursOn', { type: 'Date', nullable: true }));

  builder.queryFields((t) => ({
    meetingSeries: t.byId({ type: MeetingSeries, resolve: series.getMeetingSeries }),
    // "Series" is its own plural.
    meetingSeriesList: t.connectionOf(meetingSeriesList, {
      description: 'Your meeting series.',
      resolve: series.listMeetingSeries,
    }),
  }));

  const details = (t: InputFields) => ({
    description: t.string({ description: 'The purpose of the series, in Markdown.' }),
    rule: t.string({
      description:
        'A rule of RFC 5545 on dates, such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO`: daily or less often, with COUNT or UNTIL or ' +
        'neither. With it, the series makes its meetings, three months ahead.',
    }),
    timeOfDay: t.string({ description: 'The time of day of the meetings, by your clock. Required for a rule.' }),
    durationMinutes: t.int({ description: 'The duration of the meetings, in minutes. Required for a rule.' }),
    exceptions: t.field({ type: ['Date'], description: texts.exceptions }),
    place: t.string({ description: 'The place of the meetings.' }),
    joinUrl: t.string({ description: 'The web address to join the meetings at.' }),
    agenda: t.stringList({ description: texts.agenda }),
    preparation: t.stringList({ description: texts.preparation }),
    attendeeIds: t.idList({ description: 'The ids of all people who are invited to each new meeting.' }),
  });
  const startsOn = (t: InputFields) =>
    t.field({ type: 'Date', description: 'The first day, at most 366 days ago. Default: today.' });
  builder.recordMutation('createMeetingSeries', {
    record: MeetingSeries,
    description:
      'Creates a meeting series. One with a rule makes its meetings, in your time zone. Other meetings join it by their `seriesId`.',
    rules: createMeetingSeriesInput,
    input: (t) => ({
      title: t.string({ required: true, description: 'The title.' }),
      startsOn: startsOn(t),
      ...details(t),
    }),
    resolve: series.createMeetingSeries,
  });
  builder.recordMutation('updateMeetingSeries', {
    record: MeetingSeries,
    description:
      'Changes a meeting series, and its meetings that have not begun: what they have of the series, but not what was changed for ' +
      'one alone. Those on days that are none any more go to the trash. The rule of a series from a calendar cannot be changed.',
    rules: updateMeetingSeriesInput,
    input: (t) => ({ title: t.string({ description: 'The title.' }), startsOn: startsOn(t), ...details(t) }),
    resolve: series.updateMeetingSeries,
  });
  builder.recordMutation('splitMeetingSeries', {
    record: MeetingSeries,
    description:
      'Changes the meetings of a series from a day on: the series ends before it, and the result is a new one that goes on from ' +
      'there, with the changes. All meetings from there on are of that, with their notes. From the first day on, that is a change of ' +
      'the series.',
    rules: splitMeetingSeriesInput,
    keepsOmitted: true,
    input: (t) => ({
      from: t.field({
        type: 'Date',
        required: true,
        description: 'The first day to change, such as `occursOn` of a meeting.',
      }),
      title: t.string({ description: 'The title.' }),
      ...details(t),
    }),
    resolve: series.splitMeetingSeries,
  });
  builder.recordMutation('endMeetingSeries', {
    record: MeetingSeries,
    description: 'Ends a series after a day: its later meetings that have not begun go to the trash.',
    rules: endMeetingSeriesInput,
    input: (t) => ({
      lastOn: t.field({ type: 'Date', required: true, description: 'The last day that it can have a meeting on.' }),
    }),
    resolve: series.endMeetingSeries,
  });
}
