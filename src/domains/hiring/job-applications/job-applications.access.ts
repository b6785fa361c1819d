import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import { jobApplicationFilter, jobApplicationOrder, stages } from './job-applications.rules.ts';

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
  defaultOrder: [{ field: 'UPDATED_AT', direction: 'DESC' }],
};

/** What applications can be counted by. */
export const jobApplicationStats: StatsSpec<'jobApplication'> = {
  list: jobApplicationList,
  rows: 'job applications',
  times: {
    CREATED_AT: { column: 'createdAt', description: 'When they were made.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When they were last changed.' },
  },
  groups: {
    STAGE: { value: 'stage', names: stages, description: 'By how far they got.' },
    SOURCE: { value: 'source', description: 'By where the job was found, as it is written; empty where nobody said.' },
    ROLE: { row: 'roleProfileId', type: 'RoleProfile', description: 'By the role they are for.' },
    CONTACT: { rows: 'applicationContacts', type: 'Person', description: 'By those who are part of them.' },
  },
  measures: {},
};
