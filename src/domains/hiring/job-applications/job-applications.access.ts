import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { jobApplicationFilter, jobApplicationOrder, stages } from './job-applications.rules.ts';

/** How job applications are listed. Default order: the last changed first. */
export const jobApplicationList: ListSpec<'jobApplication'> = {
  model: 'jobApplication',
  visibleTo: ownedBy,
  filter: jobApplicationFilter,
  order: jobApplicationOrder,
  defaultOrder: [{ field: 'UPDATED_AT', direction: 'DESC' }],
};

/** The statistics of job applications. */
export const jobApplicationStats: StatsSpec<'jobApplication'> = {
  list: jobApplicationList,
  plural: 'job applications',
  times: {
    CREATED_AT: { column: 'createdAt', description: 'When the application was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the application was last changed.' },
    APPLIED_AT: { column: 'appliedAt', description: 'When the application was sent.' },
  },
  groups: {
    STAGE: { value: 'stage', names: stages, description: 'The current stage.' },
    REACHED_STAGE: {
      value: 'reachedStage',
      names: stages,
      description: 'The furthest stage that the application ever entered.',
    },
    SOURCE: { value: 'source', description: 'Where you found the job. The key is empty for applications without it.' },
    ROLE_PROFILE: { row: 'roleProfileId', type: 'RoleProfile', description: 'The role the application is for.' },
    CV: { row: 'cvId', type: 'Artifact', description: 'The CV that was sent.' },
    CONTACT: { joins: 'applicationContacts', type: 'Person', description: 'The people involved.' },
  },
  measures: {},
};
