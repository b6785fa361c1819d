import { ofAccount } from '../../../platform/records/ownership.ts';

/** A viewer sees the calendars of their own integrations. */
export const visibleTo = ofAccount;
