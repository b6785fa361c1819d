import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: {
    'Query.readinessSeries': 'At most 120 periods; more is refused.',
    'ReadinessWhatIf.criteria': 'A role has at most 50 requirements.',
    'RoleProfile.storyCoverage': 'A role has at most 50 requirements.',
    'StoryCoverage.stories': 'The first 20.',
  },
};
