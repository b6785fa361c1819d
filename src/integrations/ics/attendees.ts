import type { Attendee, Person, Response } from './calendar-event.ts';
import { type Component, propertiesOf } from './components.ts';
import { type Property, withoutControls } from './content-line.ts';

/** The values of PARTSTAT. An attendee who delegated does not come; the delegate is an attendee of their own. */
const responseOf: Record<string, Response> = {
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  TENTATIVE: 'TENTATIVE',
  DELEGATED: 'DECLINED',
};

/** The organizer of an event. Null if it has none, or one with neither a name nor an email address. */
export function organizerOf(event: Component): Person | null {
  return propertiesOf(event, 'ORGANIZER').map(personOf).find(isSomebody) ?? null;
}

/** The attendees of an event, without rooms and equipment, and without those who have neither a name nor an email address. */
export function attendeesOf(event: Component): Attendee[] {
  return propertiesOf(event, 'ATTENDEE')
    .filter(({ parameters }) => !['ROOM', 'RESOURCE'].includes(parameters.get('CUTYPE')?.toUpperCase() ?? ''))
    .map((property) => ({
      ...personOf(property),
      response: responseOf[property.parameters.get('PARTSTAT')?.toUpperCase() ?? ''] ?? 'NEEDS_ACTION',
    }))
    .filter(isSomebody);
}

const isSomebody = ({ name, email }: Person) => name !== '' || email !== '';

/**
 * The address is a `mailto:` URI, or the bare address. If it is another URI, as in Apple's calendars, the EMAIL parameter may
 * have it.
 */
function personOf({ parameters, ...property }: Property): Person {
  const value = property.value.trim();
  const bare = value.replace(/^(?:mailto:\s*)+/i, '').replace(/^<(.*)>$/, '$1');
  const address = isAddress(bare) || /^mailto:/i.test(value) ? decoded(withoutQuery(bare)) : '';
  const email = address || (parameters.get('EMAIL') ?? '').replace(/^mailto:/i, '');
  return { name: (parameters.get('CN') ?? '').trim(), email: email.trim() };
}

const isAddress = (text: string) => /^[^\s@:/]+@[^\s@:/]+$/.test(text);

/** An address without the headers that a `mailto:` URI may have behind it. */
function withoutQuery(address: string): string {
  const at = address.indexOf('@');
  const query = at < 0 ? -1 : address.indexOf('?', at);
  return query < 0 ? address : address.slice(0, query);
}

/** Decodes the percent escapes that a `mailto:` URI may have. Malformed ones stay as they are. */
function decoded(address: string): string {
  try {
    return withoutControls(decodeURIComponent(address));
  } catch {
    return address;
  }
}
