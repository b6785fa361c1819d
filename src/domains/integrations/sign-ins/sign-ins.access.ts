import { ofAccount } from '../../../platform/records/ownership.ts';

/** A viewer sees the sign-ins that they started. */
export const visibleTo = ofAccount;
