import type { ViewerContext } from '../platform/context.ts';

/** One day of the half-year, of today, or of the two weeks ahead. */
export interface DemoDay {
  /** How many days after the first. */
  index: number;
  /** How many days lie before today. */
  days: number;
  date: string;
  /** 1 is Monday, 7 is Sunday. */
  weekday: number;
  /** Of today only the morning has been lived; of days ahead there are plans. */
  when: 'PAST' | 'TODAY' | 'AHEAD';
  /** A time of this day, by the clock on the wall. */
  moment(time: string): Date;
  /** The context at that moment; as of now where it has not come yet. */
  at(time: string): ViewerContext;
}

/** How many days half a year has. */
export const halfYear = 182;
export const workdays = 5;

/** Whether a day is one to work on. */
export const isWorkday = ({ weekday }: DemoDay): boolean => weekday <= workdays;

/** Whether something falls on this day that happens at a point of the half-year, from 0 (the first day) up to 1 (today). */
export const fallsOn = ({ index, days }: DemoDay, at: number): boolean => Math.floor(at * days) === index;

/** How many of the things of which there are `total` in half a year, spread evenly, fall on this day. */
export const shareOf = ({ index }: DemoDay, total: number): number =>
  Math.floor(((index + 1) * total) / halfYear) - Math.floor((index * total) / halfYear);

/** A meeting of a day, and how much energy it gives or takes. */
export interface Met {
  id: string;
  energy: number;
}

/** What became of a day's tasks. */
export interface Worked {
  done: string[];
  open: string[];
}
