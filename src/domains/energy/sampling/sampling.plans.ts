import { pseudoRandom, seedOfText } from '../../../platform/runtime/pseudo-random.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';

/* When to ask. Nothing here reads or writes, and nothing but the seed is random. */

const minute = 60_000;
const minutesPerDay = 1_440;

/** A window of the day, by the clock, `HH:MM`. */
export interface SamplingWindow {
  readonly from: string;
  readonly to: string;
}

const clockMinutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** A window in minutes since the start of the day, by the clock. One that ends where the day does has its whole length. */
export function windowMinutes({ from, to }: SamplingWindow, dayStartsAt: string): { from: number; to: number } {
  const since = (time: string) => (clockMinutes(time) - clockMinutes(dayStartsAt) + minutesPerDay) % minutesPerDay;
  return { from: since(from), to: since(to) || minutesPerDay };
}

/** The number of prompts that fit into some minutes, which are in order, with a spacing. */
export function mostPrompts(slots: readonly number[], spacing: number): number {
  let count = 0;
  let free = Number.NEGATIVE_INFINITY;
  for (const slot of slots) {
    if (slot < free) continue;
    count += 1;
    free = slot + spacing;
  }
  return count;
}

/**
 * Draws some of the minutes, each choice that keeps the spacing with the same probability: by the number of choices that are left
 * after each step. Where fewer fit, it draws as many as fit.
 * @param slots the minutes to draw from, in order
 */
export function drawSlots(slots: readonly number[], wanted: number, spacing: number, seed: number): number[] {
  const count = Math.min(wanted, mostPrompts(slots, spacing));
  const after = followers(slots, spacing);
  // choices[j][i]: in how many ways j minutes can be drawn from the i-th on.
  const choices = [new Array<number>(slots.length + 1).fill(1)];
  for (let drawn = 1; drawn <= count; drawn++) {
    const row = new Array<number>(slots.length + 1).fill(0);
    for (let index = slots.length - 1; index >= 0; index--) {
      row[index] = (row[index + 1] ?? 0) + (choices[drawn - 1]?.[after[index] ?? slots.length] ?? 0);
    }
    choices.push(row);
  }
  const random = pseudoRandom(seed);
  const picked: number[] = [];
  for (let left = count, index = 0; left > 0 && index < slots.length; ) {
    const rest = choices[left]?.[index + 1] ?? 0;
    const isTaken = (random() / 2 ** 32) * (choices[left]?.[index] ?? 0) >= rest;
    // The last ones that fit have no other choice, whatever rounding says.
    if (isTaken || rest === 0) {
      picked.push(slots[index] as number);
      index = after[index] ?? slots.length;
      left -= 1;
    } else index += 1;
  }
  return picked;
}

/** For each minute, the index of the first one that can follow it. */
function followers(slots: readonly number[], spacing: number): number[] {
  let next = 0;
  return slots.map((slot) => {
    while (next < slots.length && (slots[next] as number) < slot + spacing) next += 1;
    return next;
  });
}

/** The seed of an owner's day. */
export const seedOfDay = (ownerId: string, date: string): number => seedOfText(`${ownerId} ${date}`);

/** What the prompts of a day follow from. */
export interface Sampling {
  readonly windows: readonly SamplingWindow[];
  readonly promptsPerDay: number;
  readonly minSpacingMinutes: number;
}

interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The moments at which to ask on a day: in the windows, outside the meetings, and as far from each other as wanted. */
export function momentsOf(
  sampling: Sampling,
  ownerId: string,
  date: string,
  meetings: readonly Span[],
  calendar: Pick<Calendar, 'timeOn' | 'endOfDay' | 'dayStartsAt'>,
): Date[] {
  const isBusy = (time: number) =>
    meetings.some(({ startsAt, endsAt }) => startsAt.getTime() <= time && time < endsAt.getTime());
  const slots = new Set<number>();
  for (const { from, to } of sampling.windows) {
    const end = to === calendar.dayStartsAt ? calendar.endOfDay(date) : calendar.timeOn(date, to);
    for (let time = calendar.timeOn(date, from).getTime(); time < end.getTime(); time += minute) {
      if (!isBusy(time)) slots.add(time / minute);
    }
  }
  const inOrder = [...slots].sort((a, b) => a - b);
  const { promptsPerDay, minSpacingMinutes } = sampling;
  return drawSlots(inOrder, promptsPerDay, minSpacingMinutes, seedOfDay(ownerId, date)).map(
    (slot) => new Date(slot * minute),
  );
}
