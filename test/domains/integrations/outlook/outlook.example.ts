import type { Example } from '../../../support/examples.ts';

/** Its records are those of integrations; what is mirrored of a mailbox is not part of the API. */
export const example: Example = {};
