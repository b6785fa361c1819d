import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: {
    'RoleProfile.versions': 'The latest 50.',
    'RoleProfileVersion.requirements': 'A role has at most 50 requirements.',
  },
};
