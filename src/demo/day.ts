import type { ViewerContext } from '../platform/context.ts';

/** A day of the half-year, today, or a day of the two weeks ahead. */
export interface DemoDay {
  /** The number of days since the first. */
  index: number;
  /** The number of days before today. */
  days: number;
  date: string;
  /** 1 is Monday, 7 is Sunday. */
  weekday: number;
  /** Today has only a morning. Days ahead have only plans. */
  when: 'PAST' | 'TODAY' | 'AHEAD';
  /** A time of the day, by the owner's clock. */
  moment(time: string): Date;
  /** The context at a time of the day; as of now if that is in the future. */
  at(time: string): ViewerContext;
}

/** The number of days in half a year. */
export const halfYear = 182;
export const workdays = 5;

export const isWorkday = ({ weekday }: DemoDay): boolean => weekday <= workdays;

/** Whether a point of the half-year, from 0 (the first day) to 1 (today), is on a day. */
export const fallsOn = ({ index, days }: DemoDay, at: number): boolean => Math.floor(at * days) === index;

/** The number of things on a day, if `total` of them are spread evenly over half a year. */
export const shareOf = ({ index }: DemoDay, total: number): number =>
  Math.floor(((index + 1) * total) / halfYear) - Math.floor((index * total) / halfYear);

/** A meeting of a day, and the energy that it gives or takes. */
export interface Met {
  id: string;
  energy: number;
  /** The other person of a meeting of two. Null if there are more. */
  personId: string | null;
}

/** The ids of a day's tasks, by whether they were done. */
export interface Worked {
  done: string[];
  open: string[];
}
