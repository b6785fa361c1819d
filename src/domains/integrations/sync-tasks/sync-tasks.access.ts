import { ofAccount } from '../../../platform/records/ownership.ts';

/** A viewer sees the sync tasks of their own integrations. */
export const visibleTo = ofAccount;
