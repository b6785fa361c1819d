import type { Builder } from '../../graphql/builder.ts';
import type { Shared } from '../../graphql/shared.ts';
import { visibleTo } from './skills.access.ts';

/** Skills: what one can be good at. */
export function defineSkills(builder: Builder, shared: Shared): void {
  builder.prismaNode('Skill', {
    id: { field: 'id' },
    nullable: true,
    findUnique: (id, { viewer }) => ({ id, ...visibleTo(viewer) }),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({ name: t.exposeString('name') }),
  });
}
