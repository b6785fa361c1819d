import { ownedBy } from '../../../platform/records/ownership.ts';

/** A viewer sees their own settings of reviews. */
export const visibleTo = ownedBy;
