import { v5, v7 } from 'uuid';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A new UUIDv7 (RFC 9562): unique anywhere, and sorted by the time it was made. */
export function newId(): string {
  return v7();
}

/** A UUIDv5 (RFC 9562) that follows from an id and a name, so that what is made for both is made once. */
export function derivedId(id: string, name: string): string {
  return v5(name, id);
}

/** Whether a text is a UUID in its canonical lower-case form. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}
