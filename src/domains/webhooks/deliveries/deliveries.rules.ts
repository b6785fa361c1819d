import { z } from 'zod';
import { toGlobalId } from '../../../platform/database/global-ids.ts';
import { isChildModel } from '../../../platform/database/model-relations.ts';
import { type Row, toEnumName } from '../../../platform/database/models.ts';
import { jittered, retryAfterWait } from '../../../platform/jobs/backoff.ts';
import { idOf } from '../../../platform/validation/input-rules.ts';
import { type Change, fieldsOf, partsOf, syncedTypes } from '../../history/changes/changes.rules.ts';
import { firedReminders } from '../../tasks/reminders/reminders.rules.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How long a receiver may take to respond, in milliseconds. */
export const responseTimeout = 10 * second;
/** How many deliveries an account may send by mutations in a minute. */
export const manualSendLimit = { name: 'webhook by hand', points: 30, seconds: 60 };
/** The backoff after each failed attempt, in milliseconds: eight attempts in about a day. */
const backoff = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 8 * hour, 10 * hour];
export const maxAttempts = backoff.length + 1;
/** A webhook is disabled after failures only for this long, in milliseconds. */
const maxFailingTime = 3 * day;
/** For how many days deliveries are kept. */
export const deliveryRetentionDays = 30;
/** The maximum number of changes in a message. Receivers read more from the server. */
const maxChangesListed = 100;

export const deliveryInput = z.object({ id: idOf('WebhookDelivery') });

type Webhook = Pick<Row<'webhook'>, 'id' | 'types' | 'actions'>;
type ChangeSet = Pick<Row<'changeSet'>, 'id' | 'name' | 'at'> & { changes: readonly Change[] };

/**
 * The body of a message about a change set, as JSON. Null if the webhook selects none of its changes. It names the changed
 * nodes and fields without their values. One about reminders that have fired names them, too.
 */
export function changesBody(webhook: Webhook, { id, name, at, changes }: ChangeSet): string | null {
  const [types, actions] = [webhook.types as string[], webhook.actions as string[]];
  const isWanted = ({ model, action }: Change) =>
    (types.length === 0 ? (syncedTypes as readonly string[]) : types).includes(model) &&
    (actions.length === 0 || actions.includes(action));
  const wanted = changes.filter(isWanted);
  if (wanted.length === 0) return null;
  const parts = changes.filter(({ model }) => isChildModel(model));
  const listed = wanted.slice(0, maxChangesListed).map((change) => ({
    type: toEnumName(change.model),
    nodeId: toGlobalId(change.model, change.rowId),
    action: change.action,
    fields: [...new Set([...fieldsOf(change), ...partsOf(change, parts)].map((field) => field.name))],
  }));
  const data = {
    changeSet: { id: toGlobalId('ChangeSet', id), name, at },
    changes: listed,
    changeCount: wanted.length,
  };
  const reminders = firedReminders(name, wanted);
  if (reminders.length === 0) return bodyOf('changes', at, webhook, data);
  return bodyOf('reminder.due', at, webhook, { ...data, reminders });
}

/** The body of a message of a type of its own. */
export const alertBody = (type: string, at: Date, webhook: Pick<Webhook, 'id'>, data: object): string =>
  bodyOf(type, at, webhook, data);

/** The body of a test message. */
export const pingBody = (webhook: Pick<Webhook, 'id'>, at: Date): string => bodyOf('ping', at, webhook, {});

/** Fields may be added. Increment `version` if the meaning of a field changes. */
const bodyOf = (type: string, timestamp: Date, { id }: Pick<Webhook, 'id'>, data: object): string =>
  JSON.stringify({ type, version: 1, timestamp, data: { webhookId: toGlobalId('Webhook', id), ...data } });

/** The outcome of an attempt. */
export interface Outcome {
  /** The HTTP status. Null if there was no response. */
  status: number | null;
  /** The start of the response. Null if there was no response. */
  excerpt: string | null;
  /** The header Retry-After. Null if there was none. */
  retryAfter: string | null;
  /** The error. Null if the message was delivered. */
  error: string | null;
}

/** The error that a response status stands for. Null for 2xx. */
export function statusError(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400
    ? `The receiver responded with ${status}. Redirects are not followed.`
    : `The receiver responded with ${status}.`;
}

/**
 * The time of the next attempt after a failed one. Null if there is none.
 * @param attempt the number of the failed attempt, from 1
 * @param random 0 to below 1
 */
export function nextAttempt(attempt: number, outcome: Outcome, now: Date, random: number): Date | null {
  const wait = backoff[attempt - 1];
  if (outcome.status === 410 || wait === undefined) return null;
  return new Date(now.getTime() + Math.max(jittered(wait, random), retryAfterWait(outcome.retryAfter, now)));
}

/** The reason to disable a webhook after a failed attempt. Null if it stays enabled. */
export function disabledBy({ status }: Outcome, failingSince: Date | null, now: Date): 'GONE' | 'FAILING' | null {
  if (status === 410) return 'GONE';
  return failingSince !== null && now.getTime() - failingSince.getTime() >= maxFailingTime ? 'FAILING' : null;
}
