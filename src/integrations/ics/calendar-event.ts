/** When something takes place: from one instant to another, or on whole days. */
export type When =
  | { isAllDay: false; startsAt: Date; endsAt: Date; startsOn: null; endsOn: null }
  | {
      isAllDay: true;
      startsAt: null;
      endsAt: null;
      /** `YYYY-MM-DD`. */
      startsOn: string;
      /** The last day, itself included. */
      endsOn: string;
    };

/** Somebody a calendar names. At least one of the two is not empty. */
export interface Person {
  name: string;
  email: string;
}

export const responses = ['NEEDS_ACTION', 'ACCEPTED', 'DECLINED', 'TENTATIVE'] as const;
export type Response = (typeof responses)[number];

export interface Attendee extends Person {
  response: Response;
}

export const eventStatuses = ['CONFIRMED', 'TENTATIVE', 'CANCELLED'] as const;
export type EventStatus = (typeof eventStatuses)[number];

/** What one event says besides when it is. Texts that are not there are empty. */
export interface EventDetails {
  /** How often it was changed, as its organizer counts; 0 when they do not. */
  sequence: number;
  title: string;
  description: string;
  location: string;
  /** Where one joins on-line. */
  joinUrl: string;
  status: EventStatus;
  organizer: Person | null;
  attendees: Attendee[];
}

/** One occurrence of an event. */
export type CalendarEvent = EventDetails &
  When & {
    uid: string;
    /**
     * Which occurrence of a series this is: when it would be had it not been moved, as an instant in UTC
     * (`2026-03-01T08:00:00.000Z`) or a date for whole days, however the calendar writes it. Empty for a single event.
     */
    recurrenceId: string;
    isRecurring: boolean;
    /** The series' RRULE in its own notation; empty for a single event and for a series of listed dates. */
    rule: string;
    /** IANA name of the zone that its times are in. */
    timeZone: string;
  };
