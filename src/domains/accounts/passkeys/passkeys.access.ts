import { ofAccount } from '../../../platform/records/ownership.ts';

/** A viewer sees their own passkeys. */
export const visibleTo = ofAccount;
