import type { Example } from '../../support/examples.ts';

export const example: Example = {
  after: ['people', 'tasks', 'role-profiles'],
  async populate({ id, make, mark, own, rows }) {
    const about = { company: mark, roleProfileId: own('RoleProfile'), contactIds: [own('Person')] };
    const whole = { source: mark, url: `https://example.org/${mark}`, notes: mark, nextTaskId: own('Task') };
    const one = await id('createJobApplication', { title: `${mark} job`, ...about, ...whole, at: '-P7D' });
    await make('moveJobApplication', { id: one, stage: 'APPLIED', at: '-P6D' });
    const gone = await id('createJobApplication', { title: `${mark} gone`, ...about, nextTaskId: rows('Task').at(-2) });
    await make('trashJobApplication', { id: gone });
    return { JobApplication: [one, gone] };
  },
  inputs: {
    createJobApplication: (own) => ({
      title: 'A job',
      company: 'A company',
      roleProfileId: own('RoleProfile'),
      nextTaskId: own('Task'),
      contactIds: [own('Person')],
    }),
    updateJobApplication: (own) => ({ id: own('JobApplication'), contactIds: [own('Person')] }),
    moveJobApplication: (own) => ({ id: own('JobApplication'), stage: 'OFFER' }),
    trashJobApplication: (own) => ({ id: own('JobApplication') }),
    restoreJobApplication: (own) => ({ id: own('JobApplication') }),
  },
  shown: 'createJobApplication',
  bounded: {
    'JobApplication.contacts': 'An application has at most 50 contacts.',
    'JobApplication.stageHistory': 'An application changes its stage at most 100 times.',
  },
};
