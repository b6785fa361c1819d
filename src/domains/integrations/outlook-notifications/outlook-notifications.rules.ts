import type { Row } from '../../../platform/database/models.ts';

const minute = 60_000;

/** How long a subscription lasts, in milliseconds: a little less than the 4,230 minutes that Graph allows for events. */
const lifetime = 4_200 * minute;
/** How long before its end a subscription is renewed, in milliseconds. */
const renewAhead = 24 * 60 * minute;
/** The least time between two syncs that notifications cause, in milliseconds. */
const quietTime = 10_000;

/** The maximum number of notifications of a request that are read, and of bytes of its body. */
export const notificationLimits = { count: 1_000, bytes: 1_000_000 };

/** The path that Graph sends notifications to. */
export const notificationPath = '/connect/outlook/notifications';

/** The web address that Graph sends notifications to. Null if it cannot reach this server over https. */
export const notificationUrl = (publicUrl: string): string | null =>
  publicUrl.startsWith('https://') ? `${publicUrl}${notificationPath}` : null;

/** Until when a subscription is asked for. */
export const subscribedUntil = (now: Date) => new Date(now.getTime() + lifetime);

/** Whether a subscription is to be renewed. */
export const isRenewalDue = ({ expiresAt }: Pick<Row<'outlookSubscription'>, 'expiresAt'>, now: Date): boolean =>
  expiresAt.getTime() - now.getTime() <= renewAhead;

/** When a calendar is read after a notification: at once, unless it was just read. Many notifications are one sync. */
export const wakeTime = ({ lastSyncedAt }: Pick<Row<'syncTask'>, 'lastSyncedAt'>, now: Date): Date =>
  new Date(Math.max(now.getTime(), (lastSyncedAt?.getTime() ?? 0) + quietTime));
