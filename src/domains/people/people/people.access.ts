import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import { personFilter, personOrder } from './people.rules.ts';

/** A viewer sees the people they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.PersonWhereInput;
}

/** How people are listed: by name, unless asked otherwise. */
export const personList: ListSpec<'person'> = {
  model: 'person',
  visibleTo,
  filter: personFilter,
  order: personOrder,
  defaultOrder: [{ field: 'NAME' }],
};
