import type { NodeRef } from '../../../platform/database/node-refs.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { period } from '../../../platform/validation/input-rules.ts';

/** The maximum number of days of an agenda: two months. */
const maxAgendaDays = 62;
export const agendaInput = period(maxAgendaDays);

/** The maximum number of entries of an agenda, over all its days. They are not paged. */
export const maxEntries = 1_000;

/** The kinds of entries, in the order in which a day shows those without a time. */
export const entryKinds = ['ALL_DAY', 'MEETING', 'TASK', 'TASK_DUE', 'MILESTONE', 'GOAL', 'REVIEW'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** A period of whole days, both ends included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** An entry of an agenda: on whole days, or from a time on. */
export interface AgendaEntry extends DayRange {
  readonly kind: EntryKind;
  readonly node: NodeRef;
  /** Null if the entry has no time. */
  readonly startsAt: Date | null;
  /** Null if the entry has no time, or no end. */
  readonly endsAt: Date | null;
}

/** Sorts entries without a time first, by kind; then by start. Ties are broken by kind and id. */
function inOrder(a: AgendaEntry, b: AgendaEntry): number {
  const [startA, startB] = [a.startsAt?.getTime() ?? -Infinity, b.startsAt?.getTime() ?? -Infinity];
  if (startA !== startB) return startA - startB;
  const kinds = entryKinds.indexOf(a.kind) - entryKinds.indexOf(b.kind);
  return kinds !== 0 ? kinds : a.node.id < b.node.id ? -1 : 1;
}

/** Returns the entries of each of some days, in order. An entry that spans several days is on each of them. */
export function entriesByDay(entries: readonly AgendaEntry[], dates: readonly string[]): AgendaEntry[][] {
  return dates.map((date) => entries.filter(({ from, to }) => from <= date && date <= to).sort(inOrder));
}

/** Returns the fewest periods that consist of exactly these days. */
export function toRanges(dates: readonly string[], calendar: Calendar): DayRange[] {
  const ranges: DayRange[] = [];
  for (const date of dates.toSorted()) {
    const last = ranges.at(-1);
    if (last && calendar.addDays(last.to, 1) === date) ranges[ranges.length - 1] = { from: last.from, to: date };
    else ranges.push({ from: date, to: date });
  }
  return ranges;
}

/** Returns the days that a period of time is on. One that ends exactly when a day starts is not on that day. */
export function daysOf(startsAt: Date, endsAt: Date, calendar: Calendar): DayRange {
  const last = endsAt > startsAt ? new Date(endsAt.getTime() - 1) : startsAt;
  return { from: calendar.dayOf(startsAt), to: calendar.dayOf(last) };
}
