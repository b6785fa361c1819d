import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  inputs: { restore: (own) => ({ id: own('Task') }) },
  bounded: { 'EmptiedTrash.removed': 'One for each type.' },
};
