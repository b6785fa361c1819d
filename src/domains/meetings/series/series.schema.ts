import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { meetingSeriesList } from './series.access.ts';
import { createMeetingSeriesInput, updateMeetingSeriesInput } from './series.rules.ts';
import * as series from './series.service.ts';

/** Meeting series: recurring meetings, such as a weekly one-on-one. */
export function defineMeetingSeries(builder: Builder): void {
  const MeetingSeries = builder.prismaNode('MeetingSeries', {
    ...nodeOf(meetingSeriesList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      title: t.exposeString('title'),
      description: t.exposeString('description'),
      rule: t.exposeString('rule', { nullable: true }),
    }),
  });

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
  });
  builder.recordMutation('createMeetingSeries', {
    record: MeetingSeries,
    description: 'Creates a meeting series. Meetings join it by their `seriesId`.',
    rules: createMeetingSeriesInput,
    input: (t) => ({ title: t.string({ required: true, description: 'The title.' }), ...details(t) }),
    resolve: series.createMeetingSeries,
  });
  builder.recordMutation('updateMeetingSeries', {
    record: MeetingSeries,
    description: 'Changes a meeting series, but not its meetings.',
    rules: updateMeetingSeriesInput,
    input: (t) => ({ title: t.string({ description: 'The title.' }), ...details(t) }),
    resolve: series.updateMeetingSeries,
  });
}
