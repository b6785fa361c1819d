/** The times of an event: two instants, or whole days. */
export type EventTimes =
  | { isAllDay: false; startsAt: Date; endsAt: Date; startsOn: null; endsOn: null }
  | {
      isAllDay: true;
      startsAt: null;
      endsAt: null;
      /** The first day, as `YYYY-MM-DD`. */
      startsOn: string;
      /** The last day, included. */
      endsOn: string;
    };

/** A person in a calendar. At least one of the two texts is not empty. */
export interface Person {
  name: string;
  email: string;
}

export type Response = 'NEEDS_ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE';

export interface Attendee extends Person {
  response: Response;
}

export const eventStatuses = ['CONFIRMED', 'TENTATIVE', 'CANCELLED'] as const;
export type EventStatus = (typeof eventStatuses)[number];

/** Everything about an event but its times. Missing texts are empty. */
export interface EventDetails {
  /** The revision of the event, as counted by its organizer. Default: 0. */
  sequence: number;
  /** When the organizer's program wrote this version (DTSTAMP). Null if unknown. */
  stamp: Date | null;
  title: string;
  description: string;
  location: string;
  /** The web address to join the event at. */
  joinUrl: string;
  status: EventStatus;
  /** Whether it leaves the time free (TRANSP:TRANSPARENT). */
  isFree: boolean;
  organizer: Person | null;
  attendees: Attendee[];
}

/** One occurrence of an event. */
export type CalendarEvent = EventDetails &
  EventTimes & {
    uid: string;
    /**
     * The original start of an occurrence of a series, also if it has been moved: an instant in UTC
     * (`2026-03-01T08:00:00.000Z`), or a date if the series is all-day. Empty for a single event.
     */
    recurrenceId: string;
    isRecurring: boolean;
    /** The RRULE of the series. Empty for a single event, and for a series of listed dates. */
    rule: string;
    /** The IANA time zone of the times. */
    timeZone: string;
    /** The number of its first line in the file. */
    line: number;
    /** Whether it starts within the window that was asked for. */
    isInWindow: boolean;
  };
