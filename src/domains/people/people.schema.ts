import type { Builder } from '../../graphql/builder.ts';
import type { Shared } from '../../graphql/shared.ts';
import { visibleTo } from './people.access.ts';

/** People: who one works with. */
export function definePeople(builder: Builder, shared: Shared): void {
  builder.prismaNode('Person', {
    id: { field: 'id' },
    nullable: true,
    findUnique: (id, { viewer }) => ({ id, ...visibleTo(viewer) }),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({ name: t.exposeString('name') }),
  });
}
