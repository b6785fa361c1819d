import { ofAccount } from '../../../platform/records/ownership.ts';

/** A viewer sees their own calendar feeds. */
export const visibleTo = ofAccount;
