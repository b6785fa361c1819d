import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: {
    'TaskPreview.labels': 'At most 20 labels, as of a task.',
    'TaskPreview.understood': 'Parts of a text of at most 300 characters.',
  },
};
