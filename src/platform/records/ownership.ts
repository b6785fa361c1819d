interface Viewer {
  readonly accountId: string;
}

/** The condition of the records that a viewer owns. Every query of owned records has it. */
export const ownedBy = (viewer: Viewer) => ({ ownerId: viewer.accountId });

/** The condition of the records of a viewer's account that are no part of its data, such as sessions and webhooks. */
export const ofAccount = (viewer: Viewer) => ({ accountId: viewer.accountId });
