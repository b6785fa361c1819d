import { ofAccount } from '../../../platform/records/ownership.ts';

/** A viewer sees the deliveries to their own webhooks. */
export const visibleTo = ofAccount;
