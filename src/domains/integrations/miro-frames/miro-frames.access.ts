import { ofAccount } from '../../../platform/records/ownership.ts';

/** A viewer sees their own frames. */
export const visibleTo = ofAccount;
