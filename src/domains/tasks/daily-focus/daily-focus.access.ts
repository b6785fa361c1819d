import { ownedBy } from '../../../platform/records/ownership.ts';

/** A viewer sees the focuses that they own. */
export const visibleTo = ownedBy;
