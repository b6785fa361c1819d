import type { Prisma } from '../../../generated/sqlite/client.ts';
import { ofAccount } from '../../../platform/records/ownership.ts';

/** A viewer sees their own webhooks. */
export const visibleTo = ofAccount;

/** The condition for webhooks that deliveries are sent to. */
export const enabled = { disabledReason: null } satisfies Prisma.WebhookWhereInput;
