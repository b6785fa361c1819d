import type { Event, FreeBusyStatus } from '@microsoft/microsoft-graph-types';
import { jsonId } from '../json-values.ts';
import { ProviderError, unlessGone } from '../provider-error.ts';
import type { SendToGraph } from './client.ts';
import { GraphError } from './errors.ts';

/* Writing to the calendar: events of one's own, and responses to invitations. */

const prefer = ['IdType="ImmutableId"'];
const eventsPath = '/v1.0/me/events';
const pathOf = (id: string) => `${eventsPath}/${encodeURIComponent(id)}`;

/** What is written of an event. */
export interface EventFields {
  subject: string;
  startsAt: Date;
  endsAt: Date;
  showAs: FreeBusyStatus;
  /** Graph creates one event with it, however often it is asked to. */
  transactionId: string;
}

const timeOf = (time: Date) => ({ dateTime: time.toISOString().slice(0, -1), timeZone: 'UTC' });
const jsonOf = ({ subject, startsAt, endsAt, showAs }: EventFields): Event => ({
  subject,
  start: timeOf(startsAt),
  end: timeOf(endsAt),
  showAs,
});

/** Creates an event without anybody else. Null if it was created before. @throws GraphError if it is not created */
export async function createEvent(send: SendToGraph, fields: EventFields): Promise<{ id: string } | null> {
  const json: Event = { ...jsonOf(fields), transactionId: fields.transactionId, isReminderOn: false };
  const created = await send({ method: 'POST', path: eventsPath, json, prefer }).catch((error: unknown) => {
    if (error instanceof ProviderError && error.status === 409) return 'BEFORE' as const;
    throw error;
  });
  if (created === 'BEFORE') return null;
  const id = jsonId(created?.id, 1_000);
  if (id === null) throw new GraphError('Microsoft Graph did not say what it has created.');
  return { id };
}

/** Changes an event. @returns false if it is gone. @throws GraphError if it is not changed */
export async function updateEvent(send: SendToGraph, id: string, fields: EventFields): Promise<boolean> {
  return wasThere(send({ method: 'PATCH', path: pathOf(id), json: jsonOf(fields), prefer }));
}

/** Deletes an event. One that is gone already is no error. @throws GraphError if it is not deleted */
export async function deleteEvent(send: SendToGraph, id: string): Promise<void> {
  await unlessGone(send({ method: 'DELETE', path: pathOf(id), prefer }));
}

export type ResponseAction = 'accept' | 'tentativelyAccept' | 'decline';

/** Responds to an invitation, and has the organizer told. @throws GraphError if that is refused */
export async function respondToEvent(
  send: SendToGraph,
  id: string,
  action: ResponseAction,
  comment: string,
): Promise<void> {
  await send({ method: 'POST', path: `${pathOf(id)}/${action}`, json: { comment, sendResponse: true }, prefer });
}

async function wasThere(request: Promise<unknown>): Promise<boolean> {
  return (await unlessGone(request.then(() => true))) !== null;
}
