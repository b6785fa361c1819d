import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';

/** A viewer sees the deliveries to their own webhooks. */
export function visibleTo(viewer: Viewer) {
  return { accountId: viewer.accountId } satisfies Prisma.WebhookDeliveryWhereInput;
}
