import { ofAccount } from '../../../platform/records/ownership.ts';

/** A viewer sees their own push subscriptions. */
export const visibleTo = ofAccount;
