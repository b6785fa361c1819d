import { ofAccount } from '../../../platform/records/ownership.ts';

/** A viewer sees their own imports. */
export const visibleTo = ofAccount;
