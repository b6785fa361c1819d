/** A version of an event: its SEQUENCE, and when the organizer's program wrote it (RFC 5546, section 2.1.5). */
export interface Version {
  sequence: number;
  /** Null if unknown. */
  stamp: Date | null;
}

/** Whether a version is older than another one. A version without a time is not older than one with the same SEQUENCE. */
export function isOlder(a: Version, b: Version): boolean {
  if (a.sequence !== b.sequence) return a.sequence < b.sequence;
  return a.stamp !== null && b.stamp !== null && a.stamp < b.stamp;
}

/** An event that was taken from a calendar before: a single one, or an occurrence of a series. */
export interface StoredEvent {
  id: string;
  /** The original start of an occurrence, as in `CalendarEvent`. Empty for a single event. */
  recurrenceId: string;
  startsAt: Date;
  isCancelled: boolean;
  isTrashed: boolean;
  version: Version;
}

/** What is stored of the events with one UID. */
export interface Stored {
  events: readonly StoredEvent[];
  /** The version of the series. Null if there is none. */
  series: Version | null;
}
