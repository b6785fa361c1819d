import { ofAccount } from '../../../platform/records/ownership.ts';

/** A viewer sees the lists of their own integrations. */
export const visibleTo = ofAccount;
