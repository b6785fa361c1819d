import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: {
    'Framework.levels': 'A scale has at most 21 levels.',
    'ImportFrameworkPayload.added': 'A file of 1 MiB.',
    'ImportFrameworkPayload.changed': 'A file of 1 MiB.',
    'ImportFrameworkPayload.removed': 'A framework has at most 50 categories of 100 skills.',
    'ImportFrameworkPayload.kept': 'A framework has at most 50 categories of 100 skills.',
  },
};
