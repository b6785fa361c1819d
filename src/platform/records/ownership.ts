/** The condition for records that a viewer owns. What makes ownership structural: every query has it. */
export const ownedBy = (viewer: { readonly accountId: string }) => ({ ownerId: viewer.accountId });
