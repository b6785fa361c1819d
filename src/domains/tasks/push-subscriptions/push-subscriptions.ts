import type { Domain } from '../../../domain.ts';
import { definePushSubscriptions } from './push-subscriptions.schema.ts';

/** Push subscriptions: browsers that show reminders as notifications, by Web Push. */
export const pushSubscriptions: Domain = {
  schema: definePushSubscriptions,
};
