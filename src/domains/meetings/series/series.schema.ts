import { nodeOf } from '../../../graphql/nodes.ts';
import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { seriesList, visibleTo } from './series.access.ts';
import * as series from './series.service.ts';

/** Meeting series: meetings that are held again and again. */
export function defineMeetingSeries(builder: Builder, shared: Shared): void {
  const MeetingSeries = builder.prismaNode('MeetingSeries', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      title: t.exposeString('title'),
      description: t.exposeString('description'),
      rule: t.exposeString('rule', { nullable: true }),
    }),
  });

  builder.queryFields((t) => ({
    series: shared.oneById(t, MeetingSeries, 'series', series.getMeetingSeries),
    meetingSeries: shared.list(
      t,
      seriesList,
      'Your series of meetings, by title unless asked otherwise.',
      series.listMeetingSeries,
    ),
  }));

  const CreateMeetingSeriesInput = builder.inputType('CreateMeetingSeriesInput', {
    description: 'A series to make.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      title: t.string({ required: true, description: 'What it is called: 1 to 300 characters.' }),
      description: t.string({ description: 'What its meetings are for, in Markdown.' }),
    }),
  });
  const UpdateMeetingSeriesInput = builder.inputType('UpdateMeetingSeriesInput', {
    description: 'Changes to a series; what is left out stays as it is, and so do its meetings.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which series.' }),
      ifVersion: t.int(shared.ifVersion),
      title: t.string({ description: 'What it is called.' }),
      description: t.string({ description: 'What its meetings are for, in Markdown.' }),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createMeetingSeries: mutation(
      t,
      MeetingSeries,
      CreateMeetingSeriesInput,
      'Makes a series of meetings.',
      series.createMeetingSeries,
    ),
    updateMeetingSeries: mutation(
      t,
      MeetingSeries,
      UpdateMeetingSeriesInput,
      'Changes a series of meetings.',
      series.updateMeetingSeries,
    ),
    trashMeetingSeries: mutation(
      t,
      MeetingSeries,
      TargetInput,
      'Puts a series in the trash. Its meetings stay.',
      series.trashMeetingSeries,
    ),
    restoreMeetingSeries: mutation(
      t,
      MeetingSeries,
      TargetInput,
      'Takes a series out of the trash.',
      series.restoreMeetingSeries,
    ),
  }));
}
