import { ofAccount } from '../../../platform/records/ownership.ts';

/** A viewer sees the boards of their own integrations. */
export const visibleTo = ofAccount;
