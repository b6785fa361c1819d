import type ICAL from 'ical.js';
import type { Attendee, Person, Response } from './calendar-event.ts';
import { CalendarSyntaxError } from './calendar-syntax-error.ts';
import { firstOf, parameterOf } from './properties.ts';

/** The values of PARTSTAT. An attendee who delegated does not come; the delegate is an attendee of their own. */
const responseOf: Record<string, Response> = {
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  TENTATIVE: 'TENTATIVE',
  DELEGATED: 'DECLINED',
};

/** The organizer of an event. Null if it has none, or one with neither a name nor an email address. */
export function organizerOf(event: ICAL.Component): Person | null {
  const property = event.getFirstProperty('organizer');
  const person = property && personOf(property);
  return person && (person.name !== '' || person.email !== '') ? person : null;
}

/**
 * The attendees of an event, without rooms and equipment.
 *
 * @throws CalendarSyntaxError if an attendee has neither a name nor an email address
 */
export function attendeesOf(event: ICAL.Component, where: string): Attendee[] {
  const people = event
    .getAllProperties('attendee')
    .filter((property) => !['ROOM', 'RESOURCE'].includes(parameterOf(property, 'cutype').toUpperCase()));
  return people.map((property, index) => {
    const person = personOf(property);
    if (person.name === '' && person.email === '') {
      throw new CalendarSyntaxError(`Attendee ${index + 1} has neither a name nor an email address.`, where);
    }
    return { ...person, response: responseOf[parameterOf(property, 'partstat').toUpperCase()] ?? 'NEEDS_ACTION' };
  });
}

/** The address is a `mailto:` URI. If it is another URI, as in Apple's calendars, the EMAIL parameter may have it. */
function personOf(property: ICAL.Property): Person {
  const [, address = ''] = /^mailto:(.*)$/is.exec(firstOf(property).trim()) ?? [];
  const email = decoded(address) || parameterOf(property, 'email');
  return { name: parameterOf(property, 'cn').trim(), email: email.trim() };
}

/** Decodes the percent escapes that a `mailto:` URI may have. Malformed ones stay as they are. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
