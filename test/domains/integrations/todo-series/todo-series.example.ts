import type { Example } from '../../../support/examples.ts';

export const example: Example = {};
