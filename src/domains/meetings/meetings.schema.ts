import type { Builder } from '../../graphql/builder.ts';
import type { Shared } from '../../graphql/shared.ts';
import { visibleTo } from './meetings.access.ts';

/** Meetings: when one talks with whom, about what. */
export function defineMeetings(builder: Builder, shared: Shared): void {
  builder.prismaNode('Meeting', {
    id: { field: 'id' },
    nullable: true,
    findUnique: (id, { viewer }) => ({ id, ...visibleTo(viewer) }),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({ title: t.exposeString('title') }),
  });
}
