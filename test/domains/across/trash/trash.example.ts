import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['tasks'],
  inputs: {
    trash: (own) => ({ id: own('Task') }),
    restore: (own) => ({ id: own('Task') }),
    deletePermanently: (own) => ({ id: own('Task') }),
  },
  bounded: {
    'DeletePermanentlyPayload.deleted': 'There are 27 types.',
    'EmptyTrashPayload.deleted': 'There are 27 types.',
  },
};
