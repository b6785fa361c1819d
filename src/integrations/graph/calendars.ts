import { jsonId, jsonObject, jsonText } from '../json-values.ts';
import { unlessGone } from '../provider-error.ts';
import { GraphError } from './errors.ts';
import { type GetFromGraph, pagesFrom, valuesOf } from './pages.ts';

/* The calendars of a mailbox (the resource `calendar` of v1.0): its own, and those of others that were added to it. */

/** A calendar. */
export interface GraphCalendar {
  id: string;
  name: string;
  /** The email address of the person whose calendar it is. Empty if it is not given. */
  ownerEmail: string;
  /** Whether it is the main calendar of the mailbox. */
  isMain: boolean;
}

const path = '/v1.0/me/calendars';
/** The path of a calendar. Its events are asked for below it, so that those of another calendar are not found. */
export const calendarPath = (id: string) => `${path}/${encodeURIComponent(id)}`;

const limits = { id: 1_000, name: 300, email: 254 };
/** The number of calendars after which no more pages are read. */
const enough = 1_000;

/** Reads a calendar. Null if it has no id. */
function readCalendar(value: Record<string, unknown>): GraphCalendar | null {
  const { name, isDefaultCalendar, owner } = value;
  const id = jsonId(value.id, limits.id);
  if (id === null) return null;
  return {
    id,
    name: jsonText(name, limits.name),
    ownerEmail: jsonText(jsonObject(owner).address, limits.email),
    isMain: isDefaultCalendar === true,
  };
}

/**
 * Reads the calendars of a mailbox.
 * @param max the maximum number of calendars. Any others are left out
 * @throws GraphError if they cannot be read, or the main one is not among them
 */
export async function readCalendars(get: GetFromGraph, max: number): Promise<GraphCalendar[]> {
  const calendars = new Map<string, GraphCalendar>();
  for await (const page of pagesFrom(get, path, ['odata.maxpagesize=50'])) {
    for (const value of valuesOf(page)) {
      const calendar = readCalendar(value);
      if (calendar) calendars.set(calendar.id, calendar);
    }
    if (calendars.size >= enough) break;
  }
  const inOrder = [...calendars.values()].sort((a, b) => Number(b.isMain) - Number(a.isMain));
  if (!inOrder[0]?.isMain) throw new GraphError('Microsoft Graph did not say which calendar is the main one.');
  // One alone can be.
  return inOrder.slice(0, max).map((calendar, index) => ({ ...calendar, isMain: index === 0 }));
}

/** Whether a mailbox has a calendar. @throws GraphError if that cannot be found out */
export const hasCalendar = async (get: GetFromGraph, id: string): Promise<boolean> =>
  (await unlessGone(get(calendarPath(id), []))) !== null;
