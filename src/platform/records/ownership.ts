interface Viewer {
  readonly accountId: string;
}

/** The condition of the records that a viewer owns. Every query of owned records has it. */
export const ownedBy = (viewer: Viewer) => ({ ownerId: viewer.accountId });

/**
 * The condition of the records with some ids that a viewer owns. Twice negated, the condition of the owner is the same for a
 * record, and none for an index: for more than a few ids, SQLite would rather look through all records of the owner.
 */
export const ownedAmong = (viewer: Viewer, ids: readonly string[]) => ({
  AND: [{ id: { in: [...ids] } }, { NOT: { NOT: ownedBy(viewer) } }],
});

/** The condition of the records of a viewer's account that are no part of its data, such as sessions and webhooks. */
export const ofAccount = (viewer: Viewer) => ({ accountId: viewer.accountId });
