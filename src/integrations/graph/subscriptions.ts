import type { Subscription } from '@microsoft/microsoft-graph-types';
import { jsonId, jsonObject, jsonTime } from '../json-values.ts';
import { unlessGone } from '../provider-error.ts';
import type { SendToGraph } from './client.ts';
import { GraphError } from './errors.ts';

/* Subscriptions to the changes of calendars, and the notifications of them. */

const path = '/v1.0/subscriptions';
const maxId = 200;
/** The maximum length of what Graph is given to prove itself with. */
const maxClientState = 128;
const pathOf = (id: string) => `${path}/${encodeURIComponent(id)}`;

/** Has Graph notify a web address of changes of the calendars of a mailbox. @throws GraphError if it does not */
export async function subscribe(
  send: SendToGraph,
  { url, clientState, until }: { url: string; clientState: string; until: Date },
): Promise<{ id: string; expiresAt: Date }> {
  const json: Subscription = {
    changeType: 'created,updated,deleted',
    notificationUrl: url,
    lifecycleNotificationUrl: url,
    resource: '/me/events',
    expirationDateTime: until.toISOString(),
    clientState,
  };
  const created = await send({ method: 'POST', path, json });
  const { id: givenId, expirationDateTime } = created ?? {};
  const id = jsonId(givenId, maxId);
  if (id === null) throw new GraphError('Microsoft Graph did not say which subscription it has created.');
  return { id, expiresAt: jsonTime(expirationDateTime) ?? until };
}

/** Renews a subscription. Null if it is gone. @throws GraphError if that is refused */
export async function renew(send: SendToGraph, id: string, until: Date): Promise<Date | null> {
  const json = { expirationDateTime: until.toISOString() };
  const renewed = await unlessGone(
    send({ method: 'PATCH', path: pathOf(id), json }).then((response) => response ?? {}),
  );
  return renewed && (jsonTime(renewed.expirationDateTime) ?? until);
}

/** Authorizes a subscription again. @returns false if it is gone. @throws GraphError if that is refused */
export async function reauthorize(send: SendToGraph, id: string): Promise<boolean> {
  const done = send({ method: 'POST', path: `${pathOf(id)}/reauthorize`, json: {} }).then(() => true);
  return (await unlessGone(done)) !== null;
}

/** Ends a subscription. One that is gone already is no error. @throws GraphError if that is refused */
export async function unsubscribe(send: SendToGraph, id: string): Promise<void> {
  await unlessGone(send({ method: 'DELETE', path: pathOf(id) }));
}

const lifecycleEvents = ['reauthorizationRequired', 'subscriptionRemoved', 'missed'] as const;

/** A notification. What it says of the change is not read: it may be made up, and the next sync tells. */
export interface Notification {
  subscriptionId: string;
  clientState: string;
  /** What has happened to the subscription itself. Null for a change of the calendar. */
  lifecycleEvent: (typeof lifecycleEvents)[number] | null;
}

/** The notifications of a body. What is none is left out. @param max the maximum number that are read */
export function readNotifications(body: unknown, max: number): Notification[] {
  const { value } = Object(body) as { value?: unknown };
  if (!Array.isArray(value)) return [];
  return value.slice(0, max).flatMap((one) => {
    const { clientState, lifecycleEvent, ...rest } = jsonObject(one);
    const subscriptionId = jsonId(rest.subscriptionId, maxId);
    if (subscriptionId === null || typeof clientState !== 'string' || clientState.length > maxClientState) return [];
    const event = lifecycleEvents.find((name) => name === lifecycleEvent) ?? null;
    // One that is not known yet is no change.
    if (lifecycleEvent !== undefined && lifecycleEvent !== null && event === null) return [];
    return [{ subscriptionId, clientState, lifecycleEvent: event }];
  });
}
