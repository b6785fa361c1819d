import { ownedBy } from '../../../platform/records/ownership.ts';

/** A viewer sees their own change sets and changes. */
export const visibleTo = ownedBy;
