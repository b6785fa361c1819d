import type { GraphQLResolveInfo } from 'graphql';
import type { ViewerContext } from '../platform/context.ts';
import {
  countRecords,
  maxStatsRows,
  type StatsArguments,
  type StatsRow,
  type StatsSpec,
} from '../platform/queries/stats.ts';
import type { StatsSummary } from '../platform/queries/stats-query.ts';
import type { OwnedKey } from '../platform/records/records.ts';
import type { Period } from '../platform/time/periods.ts';
import type { Inputs } from './filters.ts';
import { loadNodes, nodeKey } from './nodes.ts';
import type { Builder } from './types.ts';

/** Makes the statistics of a domain from their specification: the root field `<model>Stats` and its types. */
export function createStats(builder: Builder, inputs: Inputs) {
  const Bucket = builder.enumType('StatsBucket', {
    description: 'How long the periods are that rows are counted by.',
    values: {
      DAY: { description: 'A day.' },
      WEEK: { description: 'A week, from your first day of the week.' },
      MONTH: { description: 'A calendar month.' },
      QUARTER: { description: 'Three calendar months, from January, April, July or October.' },
      YEAR: { description: 'A calendar year.' },
    },
  });
  const StatsPeriod = builder.objectRef<Period>('StatsPeriod').implement({
    description: 'A stretch of days, each from when your day starts.',
    fields: (t) => ({
      from: t.expose('from', { type: 'Date', description: 'The first day.' }),
      to: t.expose('to', { type: 'Date', description: 'The last day.' }),
      start: t.expose('start', { type: 'DateTime', description: 'When the first day starts.' }),
      end: t.expose('end', { type: 'DateTime', description: 'When the day after the last one starts.' }),
    }),
  });
  const Summary = builder.objectRef<StatsSummary>('StatsSummary').implement({
    description: 'What numbers come to, those of rows that have one.',
    fields: (t) => ({
      count: t.exposeInt('count', { description: 'How many rows have one.' }),
      sum: t.exposeFloat('sum', { description: 'Their sum.' }),
      mean: t.exposeFloat('mean', { description: 'Their arithmetic mean.' }),
      min: t.exposeInt('min', { description: 'The least of them.' }),
      max: t.exposeInt('max', { description: 'The greatest of them.' }),
    }),
  });

  return function stats<K extends OwnedKey>(spec: StatsSpec<K>): void {
    const { model, filter } = spec.list;
    const name = `${model.charAt(0).toUpperCase()}${model.slice(1)}Stats`;
    const described = (all: Readonly<Record<string, { description: string }>>) =>
      Object.fromEntries(Object.entries(all).map(([key, { description }]) => [key, { description }]));
    const Group = builder.enumType(`${name}Group`, {
      description: `What ${spec.rows} can be counted by.`,
      values: described(spec.groups),
    });
    const Time = builder.enumType(`${name}Time`, {
      description: `By which time ${spec.rows} are put into periods.`,
      values: described(spec.times),
    });
    const Stats = builder.objectRef<StatsRow>(name).implement({
      description: `The ${spec.rows} of one group and period.`,
      fields: (t) => ({
        period: t.field({
          type: StatsPeriod,
          nullable: true,
          description: 'The period; null when no bucket was asked for, and for those without that time.',
          resolve: ({ period }) => period,
        }),
        key: t.exposeString('key', {
          nullable: true,
          description:
            'What they have in common: a value, or the id of a row; null when nothing was to be grouped, and for those that ' +
            'have none.',
        }),
        node: t.loadable({
          type: builder.nodeInterfaceRef(),
          nullable: true,
          byPath: true,
          description: 'The row that they have in common; null when they are grouped by something else, or have none.',
          load: (ids: string[], ctx: ViewerContext, _args: object, info: GraphQLResolveInfo) =>
            loadNodes(ctx, ids, info),
          resolve: ({ nodeId }, _args, ctx, info) => nodeId && nodeKey(ctx, nodeId, info),
        }),
        count: t.exposeInt('count', { description: 'How many there are.' }),
        ...(Object.fromEntries(
          Object.entries(spec.measures).map(([measure, description]) => [
            measure,
            t.field({
              type: Summary,
              nullable: true,
              description: `${String(description).replace(/\.$/, '')}; null when none of them has one.`,
              resolve: ({ measures }) => measures[measure] ?? null,
            }),
          ]),
        ) as object),
      }),
    });
    builder.queryField(`${model}Stats`, (t) =>
      t.field({
        type: [Stats],
        description:
          `How many ${spec.rows} you have, and what their numbers come to: one answer for each group and period that has any, ` +
          `in the order of time, then the greatest first; at most ${maxStatsRows.toLocaleString('en')}. One that is joined ` +
          'to several rows counts for each of them.',
        // What is below is asked of every answer; a picture has some dozens of them.
        complexity: { field: 1, multiplier: 25 },
        args: {
          filter: t.arg({ type: inputs.filter(filter), description: 'Which ones.' }),
          groupBy: t.arg({ type: Group, description: 'What to group them by; all in one when nothing is said.' }),
          bucket: t.arg({
            type: Bucket,
            description: 'How long each period is; all time in one when nothing is said.',
          }),
          time: t.arg({
            type: Time,
            defaultValue: Object.keys(spec.times)[0] as never,
            description: 'By which time they are put into periods.',
          }),
          timeZone: t.arg({ type: 'TimeZone', description: 'Where days start; your own when nothing is said.' }),
        },
        resolve: (_root, args, ctx) => countRecords(ctx, spec, args as StatsArguments),
      }),
    );
  };
}
