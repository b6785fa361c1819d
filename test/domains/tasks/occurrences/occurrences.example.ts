import type { Example } from '../../../support/examples.ts';

/** Occurrences are tasks, which the example of recurrences has. */
export const example: Example = {};
