import { type GraphQLResolveInfo, Kind, type SelectionNode } from 'graphql';
import { toGlobalId } from '../platform/database/global-ids.ts';
import { modelNameOf, type OwnedKey } from '../platform/database/models.ts';
import {
  countRecords,
  maxStatsEntries,
  type StatsArguments,
  type StatsEntry,
  type StatsSpec,
} from '../platform/queries/stats.ts';
import type { StatsSummary } from '../platform/queries/stats-query.ts';
import type { Period } from '../platform/time/periods.ts';
import type { Inputs } from './filters.ts';
import type { Builder } from './types.ts';

/** Those of some fields that are selected, in any fragment. */
function askedOf(info: GraphQLResolveInfo, names: readonly string[]): string[] {
  const asked = new Set<string>();
  const note = (selections: readonly SelectionNode[]) => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) asked.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) note(selection.selectionSet.selections);
      else note(info.fragments[selection.name.value]?.selectionSet.selections ?? []);
    }
  };
  for (const { selectionSet } of info.fieldNodes) note(selectionSet?.selections ?? []);
  return names.filter((name) => asked.has(name));
}

/** Makes the statistics of a domain from their specification: the root field `<model>Stats` and its types. */
export function createStats(builder: Builder, inputs: Inputs) {
  const Bucket = builder.enumType('StatsBucket', {
    description: 'The length of the periods of a statistic.',
    values: {
      HOUR: { description: 'An hour of your clock. Only for times of day, not for dates.' },
      DAY: { description: 'A day, from the time your day starts.' },
      WEEK: { description: 'A week, starting with your first day of the week.' },
      MONTH: { description: 'A calendar month.' },
      QUARTER: { description: 'Three calendar months, starting in January, April, July or October.' },
      YEAR: { description: 'A calendar year.' },
    },
  });
  const StatsPeriod = builder.objectRef<Period>('StatsPeriod').implement({
    description: 'A period of a statistic.',
    fields: (t) => ({
      startsOn: t.expose('startsOn', { type: 'Date', description: 'The first day.' }),
      endsOn: t.expose('endsOn', { type: 'Date', description: 'The last day.' }),
      startsAt: t.expose('startsAt', { type: 'DateTime', description: 'When the period starts.' }),
      endsAt: t.expose('endsAt', { type: 'DateTime', description: 'When the next period starts.' }),
    }),
  });
  const Summary = builder.objectRef<StatsSummary>('StatsSummary').implement({
    description: 'A summary of the values of a measure. Nodes without a value are left out.',
    fields: (t) => ({
      count: t.exposeInt('count', { description: 'The number of values.' }),
      sum: t.exposeFloat('sum', { description: 'Their sum.' }),
      mean: t.exposeFloat('mean', { description: 'Their arithmetic mean.' }),
      min: t.exposeInt('min', { description: 'The smallest value.' }),
      max: t.exposeInt('max', { description: 'The largest value.' }),
    }),
  });

  return function stats<K extends OwnedKey>(spec: StatsSpec<K>): void {
    const { model, filter } = spec.list;
    const name = `${modelNameOf(model)}Stats`;
    const described = (all: Readonly<Record<string, { description: string }>>) =>
      Object.fromEntries(Object.entries(all).map(([key, { description }]) => [key, { description }]));
    const Group = builder.enumType(`${name}Group`, {
      description: `The groups that ${spec.plural} can be counted by.`,
      values: described(spec.groups),
    });
    const Time = builder.enumType(`${name}Time`, {
      description: `The times by which ${spec.plural} are assigned to periods.`,
      values: described(spec.times),
    });
    const Stats = builder.objectRef<StatsEntry>(name).implement({
      description: `Statistics of the ${spec.plural} of one group and period.`,
      fields: (t) => ({
        period: t.field({
          type: StatsPeriod,
          nullable: true,
          description: 'The period. Null without a bucket, and for nodes without that time.',
          resolve: ({ period }) => period,
        }),
        key: t.string({
          nullable: true,
          description: 'The group: a value, or the id of a node. Null without a group, and for nodes in none.',
          resolve: ({ key, node }) => (node ? toGlobalId(node.type, node.id) : key),
        }),
        node: t.nodeOf({
          description: 'The node that the group is about. Null if groups are values, and for nodes in none.',
          resolve: ({ node }) => node,
        }),
        count: t.exposeInt('count', { description: `The number of ${spec.plural}.` }),
        ...(Object.fromEntries(
          Object.entries(spec.measures).map(([measure, description]) => [
            measure,
            t.field({
              type: Summary,
              nullable: true,
              description: `${String(description).replace(/\.$/, '')}. Null if no node has a value.`,
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
          `Counts and summaries of your ${spec.plural}, one for each group and period that has any: in order of time, then the ` +
          `largest count first. At most ${maxStatsEntries.toLocaleString('en')}. A node in several groups counts in each.`,
        // The fields below are asked of every group and period, of which a chart has dozens.
        complexity: { field: 1, multiplier: 25 },
        args: {
          filter: t.arg({ type: inputs.filter(filter), description: 'Only nodes that match.' }),
          groupBy: t.arg({ type: Group, description: 'The groups. Default: one group of all.' }),
          bucket: t.arg({
            type: Bucket,
            description: 'The length of each period. Default: one period of all time.',
          }),
          time: t.arg({
            type: Time,
            // The values of the enum are the names of the times, known at run time only.
            defaultValue: Object.keys(spec.times)[0] as never,
            description: 'The time by which nodes are assigned to periods.',
          }),
          timeZone: t.arg({ type: 'TimeZone', description: 'The time zone of the periods. Default: yours.' }),
        },
        resolve: (_root, args, ctx, info) =>
          countRecords(ctx, spec, { ...(args as StatsArguments), measures: askedOf(info, Object.keys(spec.measures)) }),
      }),
    );
  };
}
