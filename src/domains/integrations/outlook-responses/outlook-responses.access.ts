import { ofAccount } from '../../../platform/records/ownership.ts';

/** A viewer sees their own responses. */
export const visibleTo = ofAccount;
