import { ofAccount } from '../../../platform/records/ownership.ts';

/** A viewer sees the syncs of their own integrations. */
export const visibleTo = ofAccount;
