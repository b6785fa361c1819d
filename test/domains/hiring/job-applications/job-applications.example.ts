import type { Example } from '../../../support/examples.ts';

const related = (own: (type: string) => string) => ({
  roleProfileId: own('RoleProfile'),
  nextTaskId: own('Task'),
  contactIds: [own('Person')],
  cvId: own('Artifact'),
});

export const example: Example = {
  after: ['people', 'tasks', 'role-profiles', 'artifacts'],
  async populate({ id, make, mark, own }) {
    const about = { source: mark, notes: mark, postingText: mark, ...related(own) };
    const job = { title: `${mark} job`, company: mark };
    const kept = await id('createJobApplication', { ...job, ...about });
    const gone = await id('createJobApplication', { title: `${mark} gone`, company: mark });
    await make('trash', { id: gone });
    return { JobApplication: [kept, gone] };
  },
  inputs: {
    createJobApplication: (own) => ({ title: 'A job', company: 'A company', ...related(own) }),
    updateJobApplication: (own) => ({ id: own('JobApplication'), title: 'Changed', ...related(own) }),
    moveJobApplication: (own) => ({ id: own('JobApplication'), stage: 'OFFER' }),
  },
  bounded: {
    'JobApplication.contacts': 'An application has at most 50 contacts.',
    'JobApplication.stageHistory': 'An application changes its stage at most 100 times.',
    'Query.jobApplicationStats': 'At most 1,000 groups and periods; more is refused.',
  },
};
