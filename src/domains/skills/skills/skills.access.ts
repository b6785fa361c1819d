import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import { skillFilter, skillOrder } from './skills.rules.ts';

/** A viewer sees the skills they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.SkillWhereInput;
}

/** How skills are listed: by name, unless asked otherwise. */
export const skillList: ListSpec<'skill'> = {
  model: 'skill',
  visibleTo,
  filter: skillFilter,
  order: skillOrder,
  defaultOrder: [{ field: 'NAME' }],
};
