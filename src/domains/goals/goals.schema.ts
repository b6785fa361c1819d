import type { Builder } from '../../graphql/builder.ts';
import type { Shared } from '../../graphql/shared.ts';
import { visibleTo } from './goals.access.ts';

/** Goals: what one wants to reach. */
export function defineGoals(builder: Builder, shared: Shared): void {
  builder.prismaNode('Goal', {
    id: { field: 'id' },
    nullable: true,
    findUnique: (id, { viewer }) => ({ id, ...visibleTo(viewer) }),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({ title: t.exposeString('title') }),
  });
}
