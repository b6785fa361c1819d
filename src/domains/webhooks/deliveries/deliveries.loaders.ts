import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { Page, PageArguments } from '../../../platform/queries/keyset-pagination.ts';
import { oneOf } from '../../../platform/queries/lists.ts';
import { paginateEach } from '../../../platform/queries/nested-pagination.ts';
import { visibleTo } from './deliveries.access.ts';

type Delivery = Row<'webhookDelivery'>;

/** A page of the deliveries of each of the viewer's webhooks, the newest first. */
export async function deliveriesOfEach(
  ctx: ViewerContext,
  webhookIds: readonly string[],
  { statuses, ...args }: PageArguments & { statuses?: readonly Delivery['status'][] | null | undefined },
): Promise<Page<Delivery>[]> {
  const whereOf = (some: readonly string[]) => ({
    ...visibleTo(ctx.viewer),
    webhookId: { in: [...some] },
    ...(statuses && { status: oneOf(statuses) }),
  });
  const order = [{ field: 'createdAt', type: 'DateTime', direction: 'desc' as const }];
  return paginateEach<Delivery>(ctx.responseSize, webhookIds, args, order, {
    async find(query, some) {
      const where = { AND: [whereOf(some), query.where] };
      const found = await ctx.db.webhookDelivery.findMany({ ...query, where });
      return found.map((record) => ({ record, parentIds: [record.webhookId] }));
    },
    async counts(some) {
      const groups = await ctx.db.webhookDelivery.groupBy({
        by: ['webhookId'],
        where: whereOf(some),
        _count: { _all: true },
      });
      return new Map(groups.map(({ webhookId, _count }) => [webhookId, _count._all]));
    },
  });
}
