import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Viewer } from '../../platform/context.ts';
import type { ListSpec } from '../../platform/lists.ts';
import { jobApplicationFilter, jobApplicationOrder } from './job-applications.rules.ts';

/** A viewer sees the applications they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.JobApplicationWhereInput;
}

/** How applications are listed: the latest changed first, unless asked otherwise. */
export const jobApplicationList: ListSpec<'jobApplication'> = {
  model: 'jobApplication',
  visibleTo,
  filter: jobApplicationFilter,
  order: jobApplicationOrder,
  usual: [{ field: 'UPDATED_AT', direction: 'DESC' }],
};
