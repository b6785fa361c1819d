import { ofAccount } from '../../../platform/records/ownership.ts';

/** A viewer sees their own integrations. */
export const visibleTo = ofAccount;
