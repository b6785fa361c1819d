import { z } from 'zod';
import { retryAfterWait } from '../../../platform/jobs/backoff.ts';
import { bytesOf, isPointOfP256 } from '../../../platform/security/crypto.ts';
import { idOf, lineOrEmpty, receiverAddress } from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';

const second = 1_000;
const minute = 60 * second;

/** The maximum number of push subscriptions of an account. */
export const maxPushSubscriptions = 20;
/** How long a push service may take to respond, in milliseconds. */
export const responseTimeout = 10 * second;
/** The backoff after each failed attempt, in milliseconds. A reminder that comes hours late helps nobody. */
const backoff = [10 * second, minute, 5 * minute, 20 * minute];

/** The context that keys are sealed with, so that they open for their own subscription only. */
export const keysContext = (id: string) => `push subscription:${id}`;

const base64url = (isValid: (text: string) => boolean, what: string) =>
  describeRule(
    z
      .string()
      .max(200, `must be ${what}`)
      .refine(isValid, `must be ${what}`)
      .transform((text) => text.replace(/=+$/, '')),
    { limits: `As base64url, ${what}.` },
  );

export const createPushSubscriptionInput = z.object({
  endpoint: receiverAddress,
  p256dh: base64url(isPointOfP256, 'a point on the curve P-256 without compression (65 bytes)'),
  auth: base64url((text) => bytesOf(text)?.length === 16, '16 bytes'),
  name: lineOrEmpty(100).nullish(),
});

export const deletePushSubscriptionInput = z.object({ id: idOf('PushSubscription') });

/** The outcome of an attempt. */
export interface PushOutcome {
  /** The HTTP status. Null if there was no response. */
  readonly status: number | null;
  /** The header Retry-After. Null if there was none. */
  readonly retryAfter: string | null;
  /** Why the message was not delivered. Null if it was. */
  readonly error: string | null;
}

/** Whether the browser has unsubscribed: its address is gone for good (RFC 8030, section 7.3). */
export const isGone = ({ status }: PushOutcome) => status === 404 || status === 410;

/**
 * The time of the next attempt after a failed one. Null if there is none: what the service refuses it will refuse again.
 * @param attempt the number of the failed attempt, from 1
 */
export function nextAttempt(attempt: number, { status, retryAfter }: PushOutcome, now: Date): Date | null {
  const wait = backoff[attempt - 1];
  const isRefused = status !== null && status < 500 && status !== 408 && status !== 429;
  if (wait === undefined || isRefused) return null;
  return new Date(now.getTime() + Math.max(wait, retryAfterWait(retryAfter, now)));
}
