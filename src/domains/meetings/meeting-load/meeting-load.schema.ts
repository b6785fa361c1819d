import { periodUntilToday } from '../../../graphql/fields/period.ts';
import { rateType } from '../../../graphql/rates.ts';
import { once } from '../../../graphql/registry.ts';
import type { Builder } from '../../../graphql/types.ts';
import { minMeanCount } from '../../../platform/queries/rates.ts';
import type { FactorEffect } from '../../energy/drains-and-chargers/drains-and-chargers.rules.ts';
import { drainsAndChargers } from '../../energy/drains-and-chargers/drains-and-chargers.service.ts';
import { type LoadDay, minFocusMinutes, type OneOnOneCadence, type Span, totalsOf } from './meeting-load.rules.ts';
import * as load from './meeting-load.service.ts';

/** The type of a span of working time without meetings. */
export const freeTimeType = (builder: Builder) =>
  once(builder.options.registry, 'FreeTime', () =>
    builder.objectRef<Span>('FreeTime').implement({
      description: 'A span of working time without meetings.',
      fields: (t) => ({
        startsAt: t.field({ type: 'DateTime', description: 'The start.', resolve: ({ start }) => new Date(start) }),
        endsAt: t.field({ type: 'DateTime', description: 'The end.', resolve: ({ end }) => new Date(end) }),
        minutes: t.float({
          description: 'The length, in minutes.',
          resolve: ({ start, end }) => (end - start) / 60_000,
        }),
      }),
    }),
  );

/** The load of meetings: what they take of the time, and what is left between them. */
export function defineMeetingLoad(builder: Builder): void {
  const Block = freeTimeType(builder);
  const MeetingOfLoad = builder.objectRef<{ id: string }>('MeetingLoadMeeting').implement({
    description: 'A meeting that takes time.',
    fields: (t) => ({
      node: t.nodeOf({
        description: 'The meeting. Null if it has been deleted since.',
        resolve: ({ id }: { id: string }) => ({ type: 'Meeting', id }),
      }),
    }),
  });
  const fragmentation = `The share of the free working time that is in gaps under ${minFocusMinutes} minutes, 0 to 1. Null if there is none.`;
  const Day = builder.objectRef<LoadDay>('MeetingLoadDay').implement({
    description: 'What meetings take of one day.',
    fields: (t) => ({
      date: t.expose('date', { type: 'Date', description: 'The day.' }),
      meetingMinutes: t.exposeFloat('meetingMinutes', {
        description: 'The time in meetings of the whole day, in minutes.',
      }),
      workingMeetingMinutes: t.exposeFloat('workingMeetingMinutes', {
        description: 'The time in meetings within working hours, in minutes.',
      }),
      workingMinutes: t.exposeFloat('workingMinutes', {
        description: 'The working hours, in minutes. 0 if you do not work on the day.',
      }),
      freeTimes: t.field({
        type: [Block],
        description: 'The gaps between meetings and the ends of working hours, in order.',
        resolve: ({ gaps }) => [...gaps],
      }),
      fragmentation: t.float({
        nullable: true,
        description: fragmentation,
        resolve: (day) => totalsOf([day]).fragmentation,
      }),
      meetings: t.field({
        type: [MeetingOfLoad],
        description: 'The meetings that count, in order.',
        resolve: ({ meetingIds }) => meetingIds.map((id) => ({ id })),
      }),
    }),
  });
  const Cadence = builder.objectRef<OneOnOneCadence>('OneOnOneCadence').implement({
    description: 'How often you met somebody alone within the last year.',
    fields: (t) => ({
      person: t.nodeOf({
        description: 'The person. Null if they have been deleted since.',
        resolve: ({ personId: id }: OneOnOneCadence) => ({ type: 'Person', id }),
      }),
      meetingCount: t.exposeInt('count', { description: 'The number of one-on-ones, n.' }),
      lastMeeting: t.nodeOf({
        description: 'The last one. Null if it has been deleted since.',
        resolve: ({ lastMeetingId: id }: OneOnOneCadence) => ({ type: 'Meeting', id }),
      }),
      daysSince: t.exposeInt('daysSince', { description: 'The number of days since the last one.' }),
      medianDays: t.float({
        nullable: true,
        description: `The median number of days from one to the next. Meetings on one day count as one. Null if there are fewer than ${minMeanCount} such spans.`,
        resolve: ({ cadence }) => cadence.value,
      }),
      missing: t.string({
        nullable: true,
        description: 'What the median lacks, in a sentence. Null if nothing.',
        resolve: ({ cadence }) => cadence.missing,
      }),
      isOverdue: t.exposeBoolean('isOverdue', {
        description: 'Whether more days than `medianDays` have passed since the last one.',
      }),
    }),
  });
  const few = 'Null if there are too few days.';
  const Cost = builder.objectRef<FactorEffect>('MeetingSeriesEnergy').implement({
    description:
      'How your energy about the meetings of a series compares to the rest of the same days, as in `drainsAndChargers`.',
    fields: (t) => ({
      series: t.nodeOf({
        description: 'The series. Null if it has been deleted since.',
        resolve: ({ id }: FactorEffect) => ({ type: 'MeetingSeries', id }),
      }),
      n: t.exposeInt('n', { description: 'The number of days that could be compared.' }),
      meanDifference: t.float({
        nullable: true,
        description: `The mean difference. Below 0, energy is lower with the series. ${few}`,
        resolve: ({ effect }) => effect?.mean ?? null,
      }),
      low: t.float({
        nullable: true,
        description: `The lower end of its 95 % interval. ${few}`,
        resolve: ({ effect }) => effect?.low ?? null,
      }),
      high: t.float({
        nullable: true,
        description: `The upper end of its 95 % interval. ${few}`,
        resolve: ({ effect }) => effect?.high ?? null,
      }),
      explanation: t.exposeString('explanation', { description: 'What this says, in sentences.' }),
    }),
  });
  const Load = builder.objectRef<load.MeetingLoad>('MeetingLoad').implement({
    description: 'What your meetings take of some days. Meetings at the same time count once.',
    fields: (t) => ({
      startsOn: t.expose('startsOn', { type: 'Date', description: 'The first day.' }),
      endsOn: t.expose('endsOn', { type: 'Date', description: 'The last day.' }),
      meetingCount: t.exposeInt('meetingCount', { description: 'The number of meetings that take time.' }),
      meetingMinutes: t.exposeFloat('meetingMinutes', {
        description: 'The time in meetings of whole days, in minutes.',
      }),
      workingMeetingMinutes: t.exposeFloat('workingMeetingMinutes', {
        description: 'The time in meetings within working hours, in minutes.',
      }),
      workingMinutes: t.exposeFloat('workingMinutes', { description: 'The working hours of all days, in minutes.' }),
      freeMinutes: t.exposeFloat('freeMinutes', { description: 'The working time without meetings, in minutes.' }),
      longestFreeTime: t.field({
        type: Block,
        nullable: true,
        description: 'The longest gap within working hours, the first of the longest. Null if there is none.',
        resolve: ({ longestGap }) => longestGap,
      }),
      fragmentation: t.exposeFloat('fragmentation', { nullable: true, description: fragmentation }),
      unprepared: t.expose('unprepared', {
        type: rateType(builder),
        description: 'The share of the meetings with preparation items of which some are open.',
      }),
      days: t.field({ type: [Day], description: 'Each day, in order.', resolve: ({ days }) => [...days] }),
      oneOnOnes: t.field({
        type: [Cadence],
        description:
          'How often you met each person alone within the last year, overdue ones first. Regardless of the period.',
        resolve: (_load, _args, ctx) => load.oneOnOneCadences(ctx),
      }),
      seriesEnergy: t.field({
        type: [Cost],
        description: 'The energy cost of each series with energy entries in the period, the most certain first.',
        complexity: { field: 1, multiplier: 25 },
        resolve: async ({ startsOn, endsOn }, _args, ctx) => {
          const { factors } = await drainsAndChargers(ctx, { from: startsOn, to: endsOn, lag: 0, kinds: ['SERIES'] });
          return [...factors];
        },
      }),
    }),
  });

  const days = periodUntilToday(builder, '-P6D');
  builder.queryFields((t) => ({
    meetingLoad: t.field({
      type: Load,
      description:
        'What your meetings take of some days, and what is left of your working hours. Not those that are cancelled, declined by ' +
        'you, all-day, or leave your time free.',
      args: days.args,
      resolve: (_root, args, ctx) => load.meetingLoad(ctx, days.of(args)),
    }),
  }));
}
