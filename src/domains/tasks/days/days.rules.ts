import { type NodeRef, nodeKeyOf } from '../../../platform/database/node-refs.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';

/** An agenda covers at most this many days: two months on one wall. */
export const maxAgendaDays = 62;
/** And at most this many entries, so that it stays something to look at. */
export const maxEntries = 1_000;

export const entryKinds = ['ALL_DAY', 'MEETING', 'TASK', 'TASK_DUE', 'MILESTONE', 'GOAL', 'REVIEW'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One thing of an agenda: on days without hours, or from a moment on. */
export interface Entry {
  kind: EntryKind;
  /** The record. */
  node: NodeRef;
  /** Its first and last day. */
  from: string;
  to: string;
  /** When it starts and ends; null when it has no hours, or no end. */
  startsAt: Date | null;
  endsAt: Date | null;
}

/** One day of an agenda, with what is on it. */
export interface AgendaDay {
  date: string;
  entries: Entry[];
}

/** What has no hours comes first, in the order of the kinds; then by the clock. Level ones stay by their ids. */
function inOrder(a: Entry, b: Entry): number {
  const [atA, atB] = [a.startsAt?.getTime() ?? -Infinity, b.startsAt?.getTime() ?? -Infinity];
  if (atA !== atB) return atA - atB;
  const kinds = entryKinds.indexOf(a.kind) - entryKinds.indexOf(b.kind);
  return kinds !== 0 ? kinds : nodeKeyOf(a.node) < nodeKeyOf(b.node) ? -1 : 1;
}

/** The days from one to another, both included, each with the entries that take part of it, in order. */
export function agendaDays(entries: readonly Entry[], from: string, to: string, calendar: Calendar): AgendaDay[] {
  const days = new Map<string, Entry[]>();
  for (let date = from; date <= to; date = calendar.addDays(date, 1)) days.set(date, []);
  for (const entry of entries) {
    const last = entry.to < to ? entry.to : to;
    for (let date = entry.from > from ? entry.from : from; date <= last; date = calendar.addDays(date, 1)) {
      days.get(date)?.push(entry);
    }
  }
  return [...days].map(([date, all]) => ({ date, entries: all.sort(inOrder) }));
}

/** The days that a stretch of time takes part of; one that ends as a day starts takes no part of that day. */
export function daysOf(startsAt: Date, endsAt: Date, calendar: Calendar): { from: string; to: string } {
  const from = calendar.dayOf(startsAt);
  const last = endsAt > startsAt ? new Date(endsAt.getTime() - 1) : startsAt;
  return { from, to: calendar.dayOf(last) };
}
