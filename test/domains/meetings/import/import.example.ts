import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: { 'ImportMeetingsPayload.skipped': 'At most 100.' },
};
