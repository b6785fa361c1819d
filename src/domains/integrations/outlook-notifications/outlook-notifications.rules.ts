import type { Row } from '../../../platform/database/models.ts';
import { isRecent } from '../sync-tasks/sync-tasks.rules.ts';

const minute = 60_000;

/** How much less than the maximum a subscription is asked for, in milliseconds: clocks differ. */
const margin = 5 * minute;
/** The share of its time that is left of a subscription when it is renewed. */
const renewAhead = 1 / 3;
/** The least time between two syncs that notifications cause, in milliseconds. */
const quietTime = 10_000;

/** The maximum number of notifications of a request that are read, and of bytes of its body. */
export const notificationLimits = { count: 1_000, bytes: 1_000_000 };

/** The path that Graph sends notifications to. */
export const notificationPath = '/connect/outlook/notifications';

/** The web address that Graph sends notifications to. Null if it cannot reach this server over https. */
export const notificationUrl = (publicUrl: string): string | null =>
  publicUrl.startsWith('https://') ? `${publicUrl}${notificationPath}` : null;

/** Until when a subscription is asked for. @param maxMinutes the longest that Graph allows */
export const subscribedUntil = (now: Date, maxMinutes: number) =>
  new Date(now.getTime() + maxMinutes * minute - margin);

/** Whether a subscription is to be renewed: a third before its end, by the longest that Graph allows. */
export const isRenewalDue = (
  { expiresAt }: Pick<Row<'outlookSubscription'>, 'expiresAt'>,
  now: Date,
  maxMinutes: number,
): boolean => expiresAt.getTime() - now.getTime() <= maxMinutes * minute * renewAhead;

/** When a calendar is read after a notification: at once, unless it was just read. Many notifications are one sync. */
export const wakeTime = ({ lastSyncedAt }: Pick<Row<'syncTask'>, 'lastSyncedAt'>, now: Date): Date =>
  lastSyncedAt !== null && isRecent(lastSyncedAt, now, quietTime) ? new Date(lastSyncedAt.getTime() + quietTime) : now;
