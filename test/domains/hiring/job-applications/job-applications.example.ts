import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['people', 'tasks', 'role-profiles'],
  async populate({ id, make, mark, own }) {
    const about = { source: mark, notes: mark, roleProfileId: own('RoleProfile'), nextTaskId: own('Task') };
    const job = { title: `${mark} job`, company: mark };
    const kept = await id('createJobApplication', { ...job, ...about, contactIds: [own('Person')] });
    const gone = await id('createJobApplication', { title: `${mark} gone`, company: mark });
    await make('trash', { id: gone });
    return { JobApplication: [kept, gone] };
  },
  inputs: {
    createJobApplication: (own) => ({ title: 'A job', company: 'A company', contactIds: [own('Person')] }),
    updateJobApplication: (own) => ({ id: own('JobApplication'), title: 'Changed' }),
    moveJobApplication: (own) => ({ id: own('JobApplication'), stage: 'OFFER' }),
  },
  bounded: {
    'JobApplication.contacts': 'An application has at most 50 contacts.',
    'JobApplication.stageHistory': 'An application changes its stage at most 100 times.',
    'Query.jobApplicationStats': 'At most 1,000 groups and periods; more is refused.',
  },
};
