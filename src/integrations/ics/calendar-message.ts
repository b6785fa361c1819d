import type { CalendarEvent, EventDetails } from './calendar-event.ts';
import type { Reach } from './occurrences.ts';

/** A series, or a single event. */
export interface MainEvent extends EventDetails {
  isSeries: boolean;
  /** The RRULE. Empty if it has none. */
  rule: string;
  /** All that decides when it takes place, as a text to compare. */
  schedule: string;
}

/** A part of a message: about one occurrence, or about the series or single event as a whole. */
export interface MessagePart {
  /** The occurrence. Null for the whole. */
  key: string | null;
  /** Whether it is about all later occurrences, too. */
  isAboutLater: boolean;
  details: EventDetails;
}

/** What a calendar says about the events with one UID. */
export interface CalendarMessage {
  uid: string;
  /** The METHOD in capitals. `PUBLISH` if the calendar has none, or one that RFC 5546 does not have. */
  method: string;
  /** The single event, or the series. Null if the message is only about occurrences of a series. */
  main: MainEvent | null;
  summary: string;
  line: number;
  /** The occurrences that the message names, or null for the series or single event as a whole, with what it says of each. */
  parts(knownKeys: readonly string[]): MessagePart[];
  /** The keys of occurrences that cannot be read. Nothing is known of them. */
  unreadKeys(knownKeys: readonly string[]): string[];
  /**
   * The occurrences of the window and, beyond it, those whose original start is within the reach, and all that are overridden.
   * @throws UnreadableEventError if the series cannot be expanded, or has too many occurrences
   */
  occurrences(reach?: Partial<Reach>): CalendarEvent[];
}
