import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  inputs: { undoChangeSet: (own) => ({ changeSetId: own('ChangeSet') }) },
};
