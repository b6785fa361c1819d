import type { ViewerContext } from '../context.ts';
import { columnOf } from '../database/model-relations.ts';
import { modelNameOf, type OwnedKey, type Row, type Where } from '../database/models.ts';
import type { NodeRef } from '../database/node-refs.ts';
import { InvalidInputError } from '../errors.ts';
import { type Calendar, type DayOfWeek, daysOfWeek, isTimeZone } from '../time/calendar.ts';
import { type Bucket, type Period, periodOf } from '../time/periods.ts';
import type { Filter } from './filters.ts';
import { type ListSpec, whereOf } from './lists.ts';
import type { AskedMeasure, StatsMeasure, StatsSummary } from './stats-measures.ts';
import { type Part, readParts, readYears, type StatsGroup } from './stats-query.ts';

/*
 * Statistics: the number of records of a model and summaries of their measures, by group and by period. A feature specifies the
 * groups and measures in its `<feature>.access.ts`; src/graphql/stats.ts makes the root field.
 */

type Column<K extends OwnedKey> = keyof Row<K> & string;

/** The statistics of a model. */
export interface StatsSpec<K extends OwnedKey> {
  readonly list: ListSpec<K>;
  /** The plural of the records in descriptions, such as `tasks`. */
  readonly plural: string;
  /** The columns by which records are assigned to periods. The first is the default. */
  readonly times: Readonly<Record<string, { column: Column<K>; description: string }>>;
  readonly groups: Readonly<Record<string, StatsGroup<Column<K>>>>;
  /** The numbers to summarize. A text is the description of the column of the name. */
  readonly measures: Readonly<Record<string, string | StatsMeasure<Column<K>>>>;
}

export interface StatsArguments<K extends OwnedKey> {
  /** A condition beside the filter. */
  only?: Where<K> | undefined;
  /** The years in UTC of the times, in ascending order, where the condition says so. To find them out takes a statement. */
  years?: readonly number[] | undefined;
  filter?: Filter | null | undefined;
  groupBy?: string | null | undefined;
  thenBy?: string | null | undefined;
  bucket?: Bucket | null | undefined;
  time?: string | null | undefined;
  timeZone?: string | null | undefined;
  /** The measures to summarize. */
  measures?: readonly AskedMeasure[] | undefined;
}

/** A group: its key, and the record that it is about. */
export interface StatsKey {
  /** The value of the group, or the id of its record. Null without a group, and for records in none. */
  readonly key: string | null;
  /** Null if groups are values, and for records in none. */
  readonly node: NodeRef | null;
}

/** The statistics of one group and period. */
export interface StatsEntry {
  /** Null without a bucket, and for records without that time. */
  readonly period: Period | null;
  readonly first: StatsKey;
  readonly second: StatsKey;
  readonly count: number;
  readonly measures: Record<string, StatsSummary | null>;
}

/** The maximum number of groups and periods in one result. */
export const maxStatsEntries = 1_000;

/** The maximum number of years that times are in: it takes a moment to find out when the clocks changed in each of them. */
const maxStatsYears = 200;

/** The groups of all statistics, by the time that is asked for. */
const clockGroups = {
  WEEKDAY: { clock: 'WEEKDAY', names: daysOfWeek, description: 'The day of the week, by your days.' },
  HOUR_OF_DAY: {
    clock: 'HOUR_OF_DAY',
    description: 'The hour of your clock, 0 to 23. Only for times of day, not for dates.',
  },
} as const satisfies Record<string, StatsGroup>;

const isDate = <K extends OwnedKey>({ list }: StatsSpec<K>, name: string) =>
  columnOf(modelNameOf(list.model), name)?.type !== 'DateTime';

/** The groups that records can be counted by. The hour is not among them if all times are dates. */
export function groupsOf<K extends OwnedKey>(spec: StatsSpec<K>): Readonly<Record<string, StatsGroup>> {
  const { WEEKDAY, HOUR_OF_DAY } = clockGroups;
  const hasHours = Object.values(spec.times).some((time) => !isDate(spec, time.column));
  return { ...spec.groups, WEEKDAY, ...(hasHours && { HOUR_OF_DAY }) };
}

/** A measure of a specification. */
export const measureOf = (name: string, of: string | StatsMeasure): StatsMeasure =>
  typeof of === 'string' ? { column: name, description: of } : of;

/**
 * Statistics of the viewer's active records: an entry for each period and group with records, sorted by period, then by the count
 * of the first group, the greatest first, then by that of the second. Days of the week and hours are in their own order.
 * @throws InvalidInputError if there would be more than 1,000 entries, the time zone is unknown, or an hour is asked of dates
 */
export async function countRecords<K extends OwnedKey>(
  ctx: ViewerContext,
  spec: StatsSpec<K>,
  { filter, only, years: known, groupBy, thenBy, bucket, time, timeZone, measures = [] }: StatsArguments<K>,
): Promise<StatsEntry[]> {
  const calendar = calendarIn(ctx, timeZone);
  const groups = [groupBy, thenBy].map((name) => (name ? groupsOf(spec)[name] : undefined));
  const clock = spec.times[time ?? ''] ?? Object.values(spec.times)[0];
  if (!clock) throw new Error(`The statistics of ${spec.plural} have no time.`);
  if (thenBy && !groupBy) throw new InvalidInputError([{ path: ['thenBy'], message: 'must be given with groupBy' }]);
  const hasDates = isDate(spec, clock.column);
  if (hasDates) refuseHours(bucket, groups);
  const model = modelNameOf(spec.list.model);
  const column = clock.column;
  const isOfTime = bucket || groups.some((group) => group && 'clock' in group);
  const where = whereOf(ctx, spec.list, { filter }, only ?? ({} as Where<K>));
  const parts = await ctx.database.readMany({ model: spec.list.model, ownerId: ctx.viewer.accountId }, async () => {
    const years = hasDates ? null : (known ?? (isOfTime ? await readYears(ctx, { model, where, column }) : []));
    if (years && years.length > maxStatsYears) refuseTooMany(`have times in more than ${maxStatsYears} years`, bucket);
    const question = {
      ...{ model, where, time: { column, years }, bucket: bucket ?? null },
      groups: groups.filter((group) => group !== undefined),
      measures: measures.map((one) => ({ ...one, of: measureOf(one.name, spec.measures[one.name] ?? '') })),
      limit: maxStatsEntries + 1,
    };
    return readParts(ctx, question, calendar);
  });
  if (parts.length > maxStatsEntries) {
    refuseTooMany(`would return more than ${maxStatsEntries} groups and periods`, bucket);
  }
  return sorted(
    parts.map((part) => entryOf(part, groups, bucket ?? null, calendar)),
    groups,
    bucket ?? null,
  );
}

function refuseHours(bucket: Bucket | null | undefined, groups: readonly (StatsGroup | undefined)[]): void {
  const refuse = (path: string, message: string) => {
    throw new InvalidInputError([{ path: [path], message }]);
  };
  if (bucket === 'HOUR') refuse('bucket', 'must not be HOUR for a time that is a date');
  for (const [i, group] of groups.entries()) {
    if (group !== clockGroups.HOUR_OF_DAY) continue;
    refuse(i === 0 ? 'groupBy' : 'thenBy', 'must not be HOUR_OF_DAY for a time that is a date');
  }
}

function refuseTooMany(problem: string, bucket: Bucket | null | undefined): never {
  const message = `${problem}: use a narrower filter or a longer bucket`;
  throw new InvalidInputError([{ path: [bucket ? 'bucket' : 'groupBy'], message }]);
}

function calendarIn(ctx: ViewerContext, timeZone: string | null | undefined): Calendar {
  if (!timeZone) return ctx.calendar;
  if (!isTimeZone(timeZone)) {
    throw new InvalidInputError([{ path: ['timeZone'], message: 'must be an IANA time zone, such as Europe/Berlin' }]);
  }
  const { dayStartsAt, weekStartsOn } = ctx.viewer.account;
  return ctx.calendar.by({ timeZone, dayStartsAt, weekStartsOn: weekStartsOn as DayOfWeek });
}

type Groups = readonly (StatsGroup | undefined)[];

function entryOf(part: Part, groups: Groups, bucket: Bucket | null, calendar: Calendar): StatsEntry {
  const keys = [...part.keys];
  const [first, second] = groups.map((group) => keyOf(group, group ? (keys.shift() ?? null) : null));
  const period = bucket && part.time !== null ? periodOf(part.time, bucket, calendar) : null;
  const none = { key: null, node: null };
  return { period, first: first ?? none, second: second ?? none, count: part.count, measures: part.measures };
}

function keyOf(group: StatsGroup | undefined, key: string | null): StatsKey {
  if (!group || key === null) return { key: null, node: null };
  if ('type' in group) return { key, node: { type: group.type, id: key } };
  return { key: group.names?.[Number(key)] ?? key, node: null };
}

const order = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);

function sorted(entries: StatsEntry[], groups: Groups, bucket: Bucket | null): StatsEntry[] {
  /** Entries without a period come last. */
  const startOf = ({ period }: StatsEntry): string | number => {
    if (bucket === 'HOUR') return period?.startsAt.getTime() ?? Number.POSITIVE_INFINITY;
    return period?.startsOn ?? '~';
  };
  const slotOf = (entry: StatsEntry) => `${startOf(entry)} ${entry.first.key}`;
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(slotOf(entry), (counts.get(slotOf(entry)) ?? 0) + entry.count);
  const byKey = (group: StatsGroup | undefined, a: StatsKey, b: StatsKey) =>
    order(placeOf(group, a.key), placeOf(group, b.key));
  const [first, second] = groups;
  const isClock = (group: StatsGroup | undefined) => group !== undefined && 'clock' in group;
  return entries.sort(
    (a, b) =>
      order(startOf(a), startOf(b)) ||
      (isClock(first) ? 0 : (counts.get(slotOf(b)) ?? 0) - (counts.get(slotOf(a)) ?? 0)) ||
      byKey(first, a.first, b.first) ||
      (isClock(second) ? 0 : b.count - a.count) ||
      byKey(second, a.second, b.second),
  );
}

/** The place of a group among those with the same count. The one without a key is last. */
function placeOf(group: StatsGroup | undefined, key: string | null): string | number {
  if (group === undefined || !('clock' in group)) return key ?? '~';
  if (key === null) return Number.POSITIVE_INFINITY;
  return group.names ? group.names.indexOf(key) : Number(key);
}
