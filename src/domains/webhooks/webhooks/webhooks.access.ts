import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';

/** A viewer sees their own webhooks. */
export function visibleTo(viewer: Viewer) {
  return { accountId: viewer.accountId } satisfies Prisma.WebhookWhereInput;
}

/** Those that are sent something. */
export const enabled = { disabledReason: null } satisfies Prisma.WebhookWhereInput;
