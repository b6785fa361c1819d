import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';

/** A viewer sees their own webhooks. */
export function visibleTo(viewer: Viewer) {
  return { accountId: viewer.accountId } satisfies Prisma.WebhookWhereInput;
}

/** The condition for webhooks that deliveries are sent to. */
export const enabled = { disabledReason: null } satisfies Prisma.WebhookWhereInput;
