import type { FreeBusyStatus, ResponseType } from '@microsoft/microsoft-graph-types';
import { type FakeEvent, type FakeItem, full, type Instance, instancesOf } from './events.ts';
import type { Mailbox } from './mailbox.ts';
import { refused } from './refusals.ts';
import type { Asked, FakeResponse } from './server.ts';

/* What programs write: events of their own, and responses to invitations. */

/**
 * Creates the writing side of a mailbox.
 * @param one tells an event by its id
 */
export function createEventWrites(
  mailbox: Mailbox,
  oddities: { /** The number of writes that are done, and then responded to with 503. */ lostResponses: number },
  one: (id: string) => FakeResponse,
) {
  /** Does what was asked for, and responds as if it had not been done, as often as was asked for. */
  function done(response: FakeResponse): FakeResponse {
    if (oddities.lostResponses === 0) return response;
    oddities.lostResponses -= 1;
    return { status: 503, html: 'Service Unavailable' };
  }

  /** The values of an event that is written. Null if they are none. */
  function writtenOf(json: unknown): Partial<FakeEvent> | null {
    const { subject, start, end, showAs, transactionId } = Object(json) as Record<string, unknown>;
    const [from, to] = [start, end].map((time) => (time ? new Date(`${Object(time).dateTime}Z`) : null));
    const isTold = [start, end].every((time) => !time || Object(time).timeZone === 'UTC');
    if (!isTold || (from && to && to < from)) return null;
    const minutes = from && to && (to.getTime() - from.getTime()) / 60_000;
    return {
      ...(typeof subject === 'string' && { subject }),
      ...(from && { startsAt: from }),
      ...(typeof minutes === 'number' && { minutes }),
      ...(typeof showAs === 'string' && { showAs: showAs as FreeBusyStatus }),
      ...(typeof transactionId === 'string' && { transactionId }),
    };
  }

  function create(json: unknown): FakeResponse {
    const { subject = '', startsAt, minutes, ...more } = writtenOf(json) ?? {};
    if (!startsAt || minutes === undefined) return refused(400, 'ErrorPropertyValidationFailure');
    const isRepeated = [...mailbox.items.values()].some((one) => one.transactionId === more.transactionId);
    if (isRepeated) return refused(409, 'ErrorDuplicateTransactionId', 'You tried to submit the same transaction.');
    const id = mailbox.add({ subject, startsAt, minutes, ...more });
    return done({ status: 201, json: full(instancesOf(mailbox.items.get(id) as FakeItem)[0] as Instance) });
  }

  function write(id: string, { method, json }: Asked): FakeResponse {
    if (!mailbox.items.has(id)) return refused(404, 'ErrorItemNotFound');
    if (method === 'DELETE') {
      mailbox.remove(id);
      return done({ status: 204 });
    }
    const changed = writtenOf(json);
    if (!changed) return refused(400, 'ErrorPropertyValidationFailure');
    mailbox.update(id, changed);
    return done(one(id));
  }

  /** The responses that were sent to organizers. */
  const sentResponses: { subject: string; action: string; comment: string }[] = [];

  function respondTo(id: string, action: string, json: unknown): FakeResponse {
    const item = mailbox.items.get(id) ?? mailbox.seriesOf.get(id);
    const occurrence = item?.occurrences?.find((found) => found.id === id);
    if (!item || (item.id !== id && !occurrence)) return refused(404, 'ErrorItemNotFound');
    const own: FakeEvent = { ...item, ...occurrence?.exception };
    if ((own.response ?? 'organizer') === 'organizer')
      return refused(400, 'ErrorInvalidRequest', 'Your request can’t be completed: you are the organizer.');
    sentResponses.push({ subject: own.subject, action, comment: String(Object(json).comment ?? '') });
    const responses: Record<string, ResponseType> = { accept: 'accepted', tentativelyAccept: 'tentativelyAccepted' };
    const response = responses[action] ?? 'declined';
    // Outlook takes a declined meeting out of the calendar.
    if (response === 'declined' && !occurrence) mailbox.remove(id);
    else if (response === 'declined') mailbox.deleteOccurrence(item.id, id);
    else if (occurrence) mailbox.updateOccurrence(item.id, id, { response });
    else mailbox.update(id, { response });
    return done({ status: 202 });
  }

  return { create, write, respondTo, sentResponses };
}
