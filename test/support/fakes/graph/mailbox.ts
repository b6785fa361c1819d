import { randomUUID } from 'node:crypto';
import type { Calendar } from '@microsoft/microsoft-graph-types';
import type { Clock } from '../../../../src/platform/time/clock.ts';
import { day, type FakeEvent, type FakeItem, type FakeOccurrence, instancesOf, uidOf } from './events.ts';

/* The calendars of a mailbox with their events, how its owner changes them, and the order of all changes. */

/** What Graph tells of a calendar, as far as the fake does. */
type FakeCalendarOf = Required<Pick<Calendar, 'name' | 'isDefaultCalendar' | 'canEdit' | 'owner'>> & { id: string };

/**
 * Creates a mailbox with an empty main calendar.
 * @param owner the name of the person whose it is
 * @param tellsDeletedOccurrences whether a deletion of an occurrence counts as a change
 */
export function createMailbox(clock: Clock, owner: string, tellsDeletedOccurrences: () => boolean) {
  const ownerOf = (name: string) => ({ name, address: `${name}@contoso.example` });
  const main = `main-${owner}`;
  const calendars = new Map<string, FakeCalendarOf>([
    [main, { id: main, name: 'Calendar', isDefaultCalendar: true, canEdit: true, owner: ownerOf(owner) }],
  ]);
  const items = new Map<string, FakeItem>();
  /** The calendars that each id has ever been in: others do not tell of it. */
  const homes = new Map<string, Set<string>>();
  /** The series of each occurrence. */
  const seriesOf = new Map<string, FakeItem>();
  /** The number of the last change of each id, gone ones among them. */
  const changes = new Map<string, number>();
  let sequence = 0;
  const touch = (calendarId: string, ...ids: string[]) => {
    sequence += 1;
    for (const id of ids) {
      changes.set(id, sequence);
      homes.set(id, (homes.get(id) ?? new Set()).add(calendarId));
    }
  };
  const newId = (label: string) => `${label}-${randomUUID().replaceAll('-', '')}`;

  /** What takes place in a range in a calendar, or in all. */
  const instancesWithin = (from: Date, to: Date, calendarId?: string) =>
    [...items.values()]
      .filter((item) => calendarId === undefined || item.calendarId === calendarId)
      .flatMap(instancesOf)
      .filter(({ startsAt, endsAt }) => startsAt < to && endsAt > from);

  function change(item: FakeItem, ...ids: string[]) {
    item.changeKey += 1;
    item.changedAt = clock.now();
    touch(item.calendarId, item.id, ...ids);
  }

  /** Adds an event to the main calendar, or to another one. @returns its id */
  function add(event: FakeEvent, calendarId = main): string {
    const id = newId('event');
    items.set(id, { ...event, id, calendarId, changeKey: 1, changedAt: clock.now(), occurrences: null });
    touch(calendarId, id);
    return id;
  }

  /** Moves an event, or a series with all of its occurrences, to another calendar. It keeps its ids. */
  function move(id: string, calendarId: string) {
    const item = items.get(id) as FakeItem;
    const ids = (item.occurrences ?? []).map((occurrence) => occurrence.id);
    change(item, ...ids);
    item.calendarId = calendarId;
    touch(calendarId, id, ...ids);
  }

  /** Changes an event, or a series with all of its occurrences. */
  function update(id: string, changed: Partial<FakeEvent>) {
    const item = items.get(id) as FakeItem;
    Object.assign(item, changed);
    change(item, ...(item.occurrences ?? []).map((occurrence) => occurrence.id));
  }

  /** Makes an occurrence an exception. */
  function updateOccurrence(id: string, occurrenceId: string, exception: Partial<FakeEvent>) {
    const item = items.get(id) as FakeItem;
    const occurrence = item.occurrences?.find((found) => found.id === occurrenceId) as FakeOccurrence;
    occurrence.exception = { ...occurrence.exception, ...exception };
    change(item, occurrenceId);
  }

  function deleteOccurrence(id: string, occurrenceId: string) {
    const item = items.get(id) as FakeItem;
    const occurrence = item.occurrences?.find((found) => found.id === occurrenceId) as FakeOccurrence;
    occurrence.isDeleted = true;
    item.changeKey += 1;
    item.changedAt = clock.now();
    if (tellsDeletedOccurrences()) touch(item.calendarId, occurrenceId);
  }

  /** Deletes an event, or a series with all of its occurrences. */
  function remove(id: string) {
    const item = items.get(id);
    items.delete(id);
    for (const occurrence of item?.occurrences ?? []) seriesOf.delete(occurrence.id);
    touch(item?.calendarId ?? main, id, ...(item?.occurrences ?? []).map((occurrence) => occurrence.id));
  }

  return {
    main,
    calendars,
    items,
    seriesOf,
    homes,
    changes,
    newId,
    /** The number of the last change. */
    sequence: () => sequence,
    /** Counts a change of nothing. @returns its number */
    skip: () => {
      sequence += 1;
      return sequence;
    },
    instancesWithin,
    add,
    move,
    update,
    updateOccurrence,
    deleteOccurrence,
    remove,
    /** Adds a calendar to the mailbox. @param of whose it is, if it is another person's. @returns its id */
    addCalendar(name: string, of = owner): string {
      const id = newId('calendar');
      calendars.set(id, { id, name, isDefaultCalendar: false, canEdit: of === owner, owner: ownerOf(of) });
      return id;
    },
    /** Takes a calendar away, with its events. */
    removeCalendar(id: string) {
      for (const item of [...items.values()]) if (item.calendarId === id) remove(item.id);
      calendars.delete(id);
    },
    /** Adds a series of weekly occurrences. @returns its id and those of the occurrences */
    addSeries(event: FakeEvent, count: number, calendarId = main): { id: string; occurrenceIds: string[] } {
      const id = newId('series');
      const occurrences = Array.from({ length: count }, (_one, index) => ({
        id: newId('occurrence'),
        start: new Date(event.startsAt.getTime() + index * 7 * day),
        isDeleted: false,
        exception: null,
      }));
      const item = { ...event, id, calendarId, changeKey: 1, changedAt: clock.now(), occurrences };
      items.set(id, item);
      for (const occurrence of occurrences) seriesOf.set(occurrence.id, item);
      const occurrenceIds = occurrences.map((occurrence) => occurrence.id);
      touch(calendarId, id, ...occurrenceIds);
      return { id, occurrenceIds };
    },
    /** What takes place in a range. */
    within: (from: Date, to: Date) =>
      instancesWithin(from, to).map(({ id, startsAt, endsAt, item, occurrence }) => {
        const own: FakeEvent = { ...item, ...occurrence?.exception };
        return {
          id,
          calendarId: item.calendarId,
          iCalUId: uidOf(item),
          subject: own.subject,
          startsAt,
          endsAt,
          isCancelled: own.isCancelled ?? false,
        };
      }),
  };
}

export type Mailbox = ReturnType<typeof createMailbox>;
