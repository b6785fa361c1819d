/** The condition of the records that a viewer owns. Every query of owned records has it. */
export const ownedBy = (viewer: { readonly accountId: string }) => ({ ownerId: viewer.accountId });
