import { z } from 'zod';
import { toGlobalId } from '../../../platform/database/global-ids.ts';
import { isChildModel } from '../../../platform/database/model-relations.ts';
import { type Row, toEnumName } from '../../../platform/database/models.ts';
import { jittered } from '../../../platform/jobs/backoff.ts';
import { idOf } from '../../../platform/validation/input-rules.ts';
import { type Change, fieldsOf, partsOf, syncedTypes } from '../../history/changes/changes.rules.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How long a receiver may take to answer, in milliseconds. It should take note and do its work later. */
export const answersWithin = 10 * second;
/** An account may send by hand so often: enough to try a receiver, and too little to trouble one. */
export const byHandLimit = { name: 'webhook by hand', points: 30, seconds: 60 };
/** How long to wait after each attempt that failed: eight attempts within a good day, as other senders have it. */
const waits = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 8 * hour, 10 * hour];
export const maxAttempts = waits.length + 1;
/** A receiver can ask for more time, but for no more than this. */
const maxWait = day;
/** A webhook of which nothing could be delivered for that long is disabled. */
const failsFor = 3 * day;
/** For how many days deliveries are kept. */
export const keptDays = 30;
/** As many changes are listed in a delivery; what a bigger change set did is read from the server. */
export const maxChangesTold = 100;

export const deliveryInput = z.object({ id: idOf('WebhookDelivery') });

type Webhook = Pick<Row<'webhook'>, 'id' | 'types' | 'actions'>;
type ChangeSet = Pick<Row<'changeSet'>, 'id' | 'name' | 'at'> & { changes: readonly Change[] };

/**
 * What a webhook is told of a change set, as the JSON text that is sent; null when nothing in it is for this webhook. It has
 * what changed where, and none of what anybody wrote: a receiver that needs it asks for it, with a token of its own.
 */
export function changesBody(webhook: Webhook, { id, name, at, changes }: ChangeSet): string | null {
  const [types, actions] = [webhook.types as string[], webhook.actions as string[]];
  const isWanted = ({ model, action }: Change) =>
    (types.length === 0 ? (syncedTypes as readonly string[]) : types).includes(model) &&
    (actions.length === 0 || actions.includes(action));
  const wanted = changes.filter(isWanted);
  if (wanted.length === 0) return null;
  const parts = changes.filter(({ model }) => isChildModel(model));
  const told = wanted.slice(0, maxChangesTold).map((change) => ({
    type: toEnumName(change.model),
    nodeId: toGlobalId(change.model, change.rowId),
    action: change.action,
    fields: [...new Set([...fieldsOf(change), ...partsOf(change, parts)].map((field) => field.name))],
  }));
  return bodyOf('changes', at, webhook, {
    changeSet: { id: toGlobalId('ChangeSet', id), name, at },
    changes: told,
    changeCount: wanted.length,
  });
}

/** What is sent to see whether anything arrives. */
export const pingBody = (webhook: Pick<Webhook, 'id'>, at: Date): string => bodyOf('ping', at, webhook, {});

/** Fields may be added to a body; when any changes its meaning, its version is raised. */
const bodyOf = (type: string, timestamp: Date, { id }: Pick<Webhook, 'id'>, data: object): string =>
  JSON.stringify({ type, version: 1, timestamp, data: { webhookId: toGlobalId('Webhook', id), ...data } });

/** How an attempt went. */
export interface Outcome {
  /** The HTTP status; null when there was no answer. */
  status: number | null;
  /** The start of the answer's body; null when there was no answer. */
  excerpt: string | null;
  /** The header Retry-After, where there was one. */
  retryAfter: string | null;
  /** What went wrong; null when it was delivered. */
  error: string | null;
}

/** What is wrong with an answer of some status; null when it means that the message was received. A redirect is no receipt. */
export function faultOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400
    ? `The receiver answered ${status}. Redirects are not followed.`
    : `The receiver answered ${status}.`;
}

/** How long a receiver asks to be left alone, in milliseconds, from a number of seconds or a date (RFC 9110, 10.2.3). */
export function askedWait(retryAfter: string | null, now: Date): number {
  if (retryAfter === null) return 0;
  const asked = /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) * second : Date.parse(retryAfter) - now.getTime();
  return Number.isNaN(asked) ? 0 : Math.min(Math.max(asked, 0), maxWait);
}

/**
 * When a message that was not delivered is sent again; null when it is not.
 * @param attempt how often it was sent, from 1
 * @param random from 0 to below 1
 */
export function nextAttempt(attempt: number, outcome: Outcome, now: Date, random: number): Date | null {
  const wait = waits[attempt - 1];
  if (outcome.status === 410 || wait === undefined) return null;
  return new Date(now.getTime() + Math.max(jittered(wait, random), askedWait(outcome.retryAfter, now)));
}

/** Why a webhook is disabled after an attempt that failed; null when it is not. */
export function disabledBy({ status }: Outcome, failingSince: Date | null, now: Date): 'GONE' | 'FAILING' | null {
  if (status === 410) return 'GONE';
  return failingSince !== null && now.getTime() - failingSince.getTime() >= failsFor ? 'FAILING' : null;
}
