import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';
import { toGlobalId } from '../platform/database/global-ids.ts';
import { modelNameOf, type OwnedKey } from '../platform/database/models.ts';
import { minMeanCount } from '../platform/queries/rates.ts';
import {
  countRecords,
  groupsOf,
  maxStatsEntries,
  measureOf,
  type StatsArguments,
  type StatsEntry,
  type StatsKey,
  type StatsSpec,
} from '../platform/queries/stats.ts';
import type { AskedMeasure, StatsSummary } from '../platform/queries/stats-measures.ts';
import { grouped } from '../platform/text/english.ts';
import type { Period } from '../platform/time/periods.ts';
import { savedFilterArgument, withSavedFilter } from './fields/saved-filter.ts';
import type { Inputs } from './filters.ts';
import { statisticStateType } from './rates.ts';
import type { Builder } from './types.ts';

/** The names of the fields that are selected, in any fragment, each with those that are selected within it. */
function selectedOf(
  { fragments }: Pick<GraphQLResolveInfo, 'fragments'>,
  sets: readonly (SelectionSetNode | undefined)[],
): Map<string, SelectionSetNode[]> {
  const selected = new Map<string, SelectionSetNode[]>();
  const note = (set: SelectionSetNode | undefined) => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.INLINE_FRAGMENT) note(selection.selectionSet);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) note(fragments[selection.name.value]?.selectionSet);
      else {
        const within = selected.get(selection.name.value) ?? [];
        if (selection.selectionSet) within.push(selection.selectionSet);
        selected.set(selection.name.value, within);
      }
    }
  };
  for (const set of sets) note(set);
  return selected;
}

/** The measures that are selected, and what of them. */
function askedOf(info: GraphQLResolveInfo, names: readonly string[]): AskedMeasure[] {
  const selected = selectedOf(
    info,
    info.fieldNodes.map(({ selectionSet }) => selectionSet),
  );
  return names
    .filter((name) => selected.has(name))
    .map((name) => {
      const of = selectedOf(info, selected.get(name) ?? []);
      return {
        name,
        hasRange: of.has('min') || of.has('max'),
        hasMedian: of.has('median'),
        hasDeviation: of.has('standardDeviation'),
      };
    });
}

const shownKey = ({ key, node }: StatsKey) => (node ? toGlobalId(node.type, node.id) : key);

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
      count: t.exposeInt('count', { description: 'The number of values, n.' }),
      sum: t.exposeFloat('sum', { description: 'Their sum.' }),
      mean: t.exposeFloat('mean', {
        nullable: true,
        description: `Their arithmetic mean. Null if \`count\` is below ${minMeanCount}.`,
      }),
      min: t.exposeFloat('min', { description: 'The smallest value.' }),
      max: t.exposeFloat('max', { description: 'The largest value.' }),
      median: t.exposeFloat('median', {
        nullable: true,
        description:
          'Their median: the value in the middle, or the mean of the two in the middle. ' +
          `Null if \`count\` is below ${minMeanCount}.`,
      }),
      standardDeviation: t.exposeFloat('standardDeviation', {
        nullable: true,
        description:
          'Their standard deviation as a sample: √(Σ (value - mean)² ÷ (count - 1)). ' +
          `Null if \`count\` is below ${minMeanCount}.`,
      }),
      state: t.expose('state', {
        type: statisticStateType(builder),
        description: 'Whether there are enough values for `mean`, `median` and `standardDeviation`.',
      }),
      missing: t.exposeString('missing', {
        nullable: true,
        description: 'What these three lack, in a sentence. Null if nothing.',
      }),
    }),
  });

  return function stats<K extends OwnedKey>(spec: StatsSpec<K>): void {
    const { model, filter } = spec.list;
    const name = `${modelNameOf(model)}Stats`;
    const described = (all: Readonly<Record<string, { description: string }>>) =>
      Object.fromEntries(Object.entries(all).map(([key, { description }]) => [key, { description }]));
    const Group = builder.enumType(`${name}Group`, {
      description: `The groups that ${spec.plural} can be counted by.`,
      values: described(groupsOf(spec)),
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
          resolve: ({ first }) => shownKey(first),
        }),
        node: t.nodeOf({
          description: 'The node that the group is about. Null if groups are values, and for nodes in none.',
          resolve: ({ first }) => first.node,
        }),
        thenKey: t.string({
          nullable: true,
          description: 'The second group. Null without `thenBy`, and for nodes in none.',
          resolve: ({ second }) => shownKey(second),
        }),
        thenNode: t.nodeOf({
          description:
            'The node that the second group is about. Null if these groups are values, and for nodes in none.',
          resolve: ({ second }) => second.node,
        }),
        count: t.exposeInt('count', { description: `The number of ${spec.plural}.` }),
        ...(Object.fromEntries(
          Object.entries(spec.measures).map(([measure, of]) => [
            measure,
            t.field({
              type: Summary,
              nullable: true,
              description: `${measureOf(measure, of).description.replace(/\.$/, '')}. Null if no node has a value.`,
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
          `largest count first; days of the week and hours in their order. At most ${grouped(maxStatsEntries)}. A node in several groups counts in each.`,
        // The fields below are asked of every group and period, of which a chart has dozens.
        complexity: { field: 1, multiplier: 25 },
        args: {
          filter: t.arg({ type: inputs.filter(filter), description: 'Only nodes that match.' }),
          ...(spec.list.findSaved && savedFilterArgument(builder)),
          groupBy: t.arg({ type: Group, description: 'The groups. Default: one group of all.' }),
          thenBy: t.arg({ type: Group, description: 'The groups within each group. Default: one group of all.' }),
          bucket: t.arg({
            type: Bucket,
            description: 'The length of each period. Default: one period of all time.',
          }),
          time: t.arg({
            type: Time,
            // The values of the enum are the names of the times, known at run time only.
            defaultValue: Object.keys(spec.times)[0] as never,
            description: 'The time by which nodes are assigned to periods, days of the week and hours.',
          }),
          timeZone: t.arg({ type: 'TimeZone', description: 'The time zone of the periods. Default: yours.' }),
        },
        resolve: (_root, args, ctx, info) =>
          withSavedFilter(ctx, info.schema, spec.list, args as StatsArguments<K>, (all) =>
            countRecords(ctx, spec, { ...all, measures: askedOf(info, Object.keys(spec.measures)) }),
          ),
      }),
    );
  };
}
