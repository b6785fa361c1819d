import { ofAccount } from '../../../platform/records/ownership.ts';

/** A viewer sees their own time blocks. */
export const visibleTo = ofAccount;

/** Those that are not to be deleted. */
export const present = (viewer: Parameters<typeof ofAccount>[0]) => ({ ...visibleTo(viewer), isDeleted: false });
