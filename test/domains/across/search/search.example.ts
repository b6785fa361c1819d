import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: { 'MarkedText.marks': 'A title has at most 300 characters, and a snippet 200.' },
};
