import type { ViewerContext } from '../context.ts';
import { scalarsOf } from '../database/model-relations.ts';
import { type ModelKey, modelNameOf, type OwnedKey, type Row, type Where } from '../database/models.ts';
import type { NodeRef } from '../database/node-refs.ts';
import { InvalidInputError } from '../errors.ts';
import { type Calendar, createCalendar, type DayOfWeek, isTimeZone } from '../time/calendar.ts';
import { type Bucket, type Period, periodOf } from '../time/periods.ts';
import type { Filter } from './filters.ts';
import { type ListSpec, whereOf } from './lists.ts';
import { type Part, readParts, type Slice, type StatsGroup, type StatsSummary, slices } from './stats-query.ts';

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
  /** The numeric columns to summarize, with their descriptions. */
  readonly measures: { readonly [C in Column<K>]?: string };
}

export interface StatsArguments {
  filter?: Filter | null | undefined;
  groupBy?: string | null | undefined;
  bucket?: Bucket | null | undefined;
  time?: string | null | undefined;
  timeZone?: string | null | undefined;
  /** The measures to summarize. Default: all. */
  measures?: readonly string[] | undefined;
}

/** The statistics of one group and period. */
export interface StatsEntry {
  /** Null without a bucket, and for records without that time. */
  period: Period | null;
  /** The value of the group, or the id of its record. Null without a group, and for records in none. */
  key: string | null;
  /** The record that the group is about. Null if groups are values, and for records in none. */
  node: NodeRef | null;
  count: number;
  measures: Record<string, StatsSummary | null>;
}

/** The maximum number of groups and periods in one result. */
export const maxStatsEntries = 1_000;

/**
 * Statistics of the viewer's active records: an entry for each group and period with records, sorted by period, then by count,
 * the greatest first.
 * @throws InvalidInputError if there would be more than 1,000 entries, the time zone is unknown, or an hour is asked of dates
 */
export async function countRecords<K extends OwnedKey>(
  ctx: ViewerContext,
  spec: StatsSpec<K>,
  { filter, groupBy, bucket, time, timeZone, measures = Object.keys(spec.measures) }: StatsArguments,
): Promise<StatsEntry[]> {
  const calendar = calendarIn(ctx, timeZone);
  const where = whereOf(ctx, spec.list, { filter }, {} as Where<K>);
  const group = groupBy ? spec.groups[groupBy] : undefined;
  const clock = spec.times[time ?? ''] ?? Object.values(spec.times)[0];
  const timeColumn = bucket ? clock?.column : undefined;
  const isDate = clock !== undefined && isDateColumn(spec.list.model, clock.column);
  if (bucket === 'HOUR' && isDate) {
    throw new InvalidInputError([{ path: ['bucket'], message: 'must not be HOUR for a time that is a date' }]);
  }
  const read = async (slice: Slice | null) => {
    const asked = timeColumn === undefined ? null : { column: timeColumn, slice };
    const question = { model: modelNameOf(spec.list.model), where, time: asked, group, measures };
    const parts = await ctx.database.readMany({ model: spec.list.model, ownerId: ctx.viewer.accountId }, () =>
      readParts(ctx, question),
    );
    return combine(parts, bucket ? (at) => periodOf(at, bucket, calendar) : () => null, group, slice);
  };
  const entries = await readInSlices(timeColumn === undefined || isDate ? [null] : slicesOf(calendar), read);
  if (entries.length > maxStatsEntries) {
    const message = `would return ${entries.length} groups and periods, more than ${maxStatsEntries}: use a narrower filter or a longer bucket`;
    throw new InvalidInputError([{ path: [bucket ? 'bucket' : 'groupBy'], message }]);
  }
  return entries;
}

/** The slices that the present day begins with. Nearly always all days do; but zones have had offsets of minutes and seconds. */
function slicesOf(calendar: Calendar): readonly Slice[] {
  const start = calendar.startOfDay(calendar.today).getTime();
  return slices.filter(({ milliseconds }) => start % milliseconds === 0);
}

/** Reads in the first slices of which none is in two periods. */
async function readInSlices<S extends Slice | null>(
  of: readonly S[],
  read: (slice: S) => Promise<StatsEntry[] | null>,
): Promise<StatsEntry[]> {
  for (const slice of of) {
    const entries = await read(slice);
    if (entries) return entries;
  }
  throw new Error('A period begins within a second.');
}

function calendarIn(ctx: ViewerContext, timeZone: string | null | undefined): Calendar {
  if (!timeZone) return ctx.calendar;
  if (!isTimeZone(timeZone)) {
    throw new InvalidInputError([{ path: ['timeZone'], message: 'must be an IANA time zone, such as Europe/Berlin' }]);
  }
  const { dayStartsAt, weekStartsOn } = ctx.viewer.account;
  return createCalendar(ctx.calendar.now, { timeZone, dayStartsAt, weekStartsOn: weekStartsOn as DayOfWeek });
}

const isWithin = (at: Date | string, { startsOn, endsOn, startsAt, endsAt }: Period) =>
  at instanceof Date ? startsAt <= at && at < endsAt : startsOn <= at && at <= endsOn;

const order = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
const timeOf = (at: Part['time']) => (at instanceof Date ? at.getTime() : (at ?? ''));

/** Combines the parts of one period and group. Null if a slice is in more than one period. */
function combine(
  parts: Part[],
  periodAt: (at: Date | string) => Period | null,
  group: StatsGroup | undefined,
  slice: Slice | null,
): StatsEntry[] | null {
  const entries = new Map<string, StatsEntry>();
  let period: Period | null = null;
  // In the order of time, each period is computed once: that takes a look-up of the time zone.
  for (const part of parts.toSorted((a, b) => order(timeOf(a.time), timeOf(b.time)))) {
    if (part.time === null) period = null;
    else if (!period || !isWithin(part.time, period)) period = periodAt(part.time);
    if (slice && part.time instanceof Date && period && isCut(part.time, slice, period)) return null;
    const slot = JSON.stringify([period?.startsAt, part.key]);
    const entry = entries.get(slot);
    if (entry) add(entry, part);
    else entries.set(slot, { period, ...named(group, part.key), count: part.count, measures: { ...part.measures } });
  }
  return [...entries.values()].sort(
    (a, b) =>
      // Entries without a period come last.
      order(startOf(a), startOf(b)) || b.count - a.count || order(a.key ?? '~', b.key ?? '~'),
  );
}

/** Whether a period ends within a slice. All periods begin at a second. */
const isCut = (start: Date, { milliseconds }: Slice, { endsAt }: Period) =>
  milliseconds > 1_000 && start.getTime() + milliseconds > endsAt.getTime();

const isDateColumn = (key: ModelKey, column: string) =>
  scalarsOf(modelNameOf(key)).some(({ name, type }) => name === column && type !== 'DateTime');

const startOf = ({ period }: StatsEntry) => period?.startsAt.getTime() ?? Number.POSITIVE_INFINITY;

function named(group: StatsGroup | undefined, key: Part['key']): Pick<StatsEntry, 'key' | 'node'> {
  if (!group || key === null) return { key: null, node: null };
  if ('value' in group) return { key: group.names?.[key as number] ?? String(key), node: null };
  return { key: String(key), node: { type: group.type, id: String(key) } };
}

function add(entry: StatsEntry, part: Part): void {
  entry.count += part.count;
  for (const [name, more] of Object.entries(part.measures)) {
    const known = entry.measures[name];
    if (!more || !known) {
      entry.measures[name] = known ?? more;
      continue;
    }
    const [count, sum] = [known.count + more.count, known.sum + more.sum];
    const [min, max] = [Math.min(known.min, more.min), Math.max(known.max, more.max)];
    entry.measures[name] = { count, sum, mean: sum / count, min, max };
  }
}
