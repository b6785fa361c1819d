import { ofAccount } from '../../../platform/records/ownership.ts';

/** A viewer sees how their own tasks are synced. */
export const visibleTo = ofAccount;
