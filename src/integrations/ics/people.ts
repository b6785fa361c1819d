import type ICAL from 'ical.js';
import type { Attendee, Person, Response } from './calendar-event.ts';
import { CalendarSyntaxError } from './calendar-syntax-error.ts';
import { firstOf, parameterOf } from './properties.ts';

/** What PARTSTAT means here. Who delegated does not come, and whoever comes instead is named beside them. */
const responseOf: Record<string, Response> = {
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  TENTATIVE: 'TENTATIVE',
  DELEGATED: 'DECLINED',
};

/** Who called the meeting; null when it does not say, or says neither a name nor an e-mail address. */
export function organizerOf(event: ICAL.Component): Person | null {
  const property = event.getFirstProperty('organizer');
  const person = property && personOf(property);
  return person && (person.name !== '' || person.email !== '') ? person : null;
}

/**
 * Who is asked to come; rooms and equipment are nobody.
 *
 * @throws CalendarSyntaxError when somebody has neither a name nor an e-mail address
 */
export function attendeesOf(event: ICAL.Component, where: string): Attendee[] {
  const people = event
    .getAllProperties('attendee')
    .filter((property) => !['ROOM', 'RESOURCE'].includes(parameterOf(property, 'cutype').toUpperCase()));
  return people.map((property, index) => {
    const person = personOf(property);
    if (person.name === '' && person.email === '') {
      throw new CalendarSyntaxError(`Attendee ${index + 1} has neither a name nor an e-mail address.`, where);
    }
    return { ...person, response: responseOf[parameterOf(property, 'partstat').toUpperCase()] ?? 'NEEDS_ACTION' };
  });
}

/** The address is a `mailto:`; where it is another, as in Apple's calendars, EMAIL may say it. */
function personOf(property: ICAL.Property): Person {
  const [, address = ''] = /^mailto:(.*)$/is.exec(firstOf(property).trim()) ?? [];
  const email = decoded(address) || parameterOf(property, 'email');
  return { name: parameterOf(property, 'cn').trim(), email: email.trim() };
}

/** Without percent escapes, which a `mailto:` may have. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
