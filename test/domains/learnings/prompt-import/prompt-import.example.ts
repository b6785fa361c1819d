import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['prompts'],
  bounded: {
    'ImportPromptsPayload.skipped': 'At most 100.',
    'ImportPromptsPayload.warnings': 'At most 100.',
    'ImportPromptsPayload.prompts': 'At most 100.',
  },
};
