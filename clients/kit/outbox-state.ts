/* What an outbox keeps, and how it changes: pure functions over plain values. `outbox.ts` keeps and sends. */

/** A change of a node that a person has made. */
export interface Edit<Operation extends object = object, Shown = unknown> {
  /** A UUID. */
  readonly id: string;
  /** The global id of the node. */
  readonly nodeId: string;
  /** Whether it creates the node. Edits of the node behind it are refused together with it. */
  readonly creates?: boolean;
  /** The version of the node that the person saw. The edit is refused if the node was changed elsewhere meanwhile. */
  readonly ifVersion?: number;
  /** Whether it is done even so: the last change wins. */
  readonly overwrites?: boolean;
  /** One of `BatchOperation`, without `ifVersion`. */
  readonly operation: Operation;
  /** What the page shows of it until the server has it. */
  readonly shown: Shown;
}

/** Why an edit was refused: an error of the API. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  /** The fields that are wrong, by the names in the input of the mutation. */
  readonly issues: readonly { readonly path: readonly string[]; readonly message: string }[];
}

/** Edits that were refused. The others were behind the first, on the node that it was to create. */
export interface RefusedEdits<E extends Edit = Edit> {
  readonly edits: readonly [E, ...E[]];
  readonly refusal: Refusal;
}

/** A batch on its way. It is kept as it is, and sent until there is a response. */
export interface Batch {
  /** Its Idempotency-Key. */
  readonly key: string;
  /** The body of the request. The key stands for exactly this, also if a newer version of the page sends it. */
  readonly body: string;
  /** The edits that it has, in the order of the operations. */
  readonly editIds: readonly string[];
  /** The versions that it depends on, by the ids of nodes. */
  readonly versions: Readonly<Record<string, number>>;
}

export interface OutboxState<E extends Edit = Edit> {
  /** In the order in which they were made, those of the batch included. */
  readonly edits: readonly E[];
  readonly batch: Batch | null;
  readonly refused: readonly RefusedEdits<E>[];
}

/** What a batch has come to, by operation. */
export interface BatchItem {
  readonly status: 'DONE' | 'FAILED' | 'NOT_DONE';
  /** The version of the node after the batch. */
  readonly version?: number;
  readonly refusal?: Refusal;
}

const query = /* GraphQL */ `mutation SendOutbox($input: BatchInput!) {
  batch(input: $input) {
    __typename
    ... on BatchPayload {
      items {
        status
        node { ... on Owned { version } }
        error { code message ... on InvalidInputError { issues { path message } } }
      }
    }
    ... on Error { code message }
  }
}`;

/** Puts the first edits into a batch, unless one is on its way or there are none. */
export function startBatch<E extends Edit>(state: OutboxState<E>, limit: number): OutboxState<E> {
  if (state.batch || state.edits.length === 0) return state;
  const edits = state.edits.slice(0, limit);
  const versions: Record<string, number> = {};
  const operations = edits.map(({ nodeId, ifVersion, operation }) => {
    // The batch is done as a whole, so that what follows on a node holds if the first edit does.
    if (ifVersion === undefined || versions[nodeId] === ifVersion) return operation;
    versions[nodeId] = ifVersion;
    return Object.fromEntries(Object.entries(operation).map(([name, input]) => [name, { ...input, ifVersion }]));
  });
  const body = JSON.stringify({ query, variables: { input: { operations, mode: 'ATOMIC' } } });
  return { ...state, batch: { key: crypto.randomUUID(), body, editIds: edits.map(({ id }) => id), versions } };
}

/** Takes what was done out, and what was refused aside. The rest stays, for the next batch. */
export function settleBatch<E extends Edit>(state: OutboxState<E>, items: readonly BatchItem[]): OutboxState<E> {
  const { batch } = state;
  if (!batch) return state;
  const itemOf = (edit: E) => items[batch.editIds.indexOf(edit.id)];
  const done = state.edits.filter((edit) => itemOf(edit)?.status === 'DONE');
  const versions = new Map(done.map((edit) => [edit.nodeId, itemOf(edit)?.version]));
  const [failed] = state.edits.filter((edit) => itemOf(edit)?.status === 'FAILED');
  const refusal = failed && itemOf(failed)?.refusal;
  const isOverwriting = failed?.overwrites && failed.ifVersion !== undefined && refusal?.code === 'CONFLICT';

  const edits = state.edits
    .filter((edit) => !done.includes(edit))
    .map((edit) => {
      if (edit === failed && isOverwriting) return { ...edit, ifVersion: undefined };
      const [before, version] = [batch.versions[edit.nodeId], versions.get(edit.nodeId)];
      // It was made on top of edits that are done now, and of no other change.
      return before !== undefined && edit.ifVersion === before && version ? { ...edit, ifVersion: version } : edit;
    });
  const next = { ...state, edits, batch: null };
  return failed && refusal && !isOverwriting ? refuse(next, failed, refusal) : next;
}

function refuse<E extends Edit>(state: OutboxState<E>, failed: E, refusal: Refusal): OutboxState<E> {
  const behind = (edit: E) => failed.creates && edit.nodeId === failed.nodeId;
  const goes = (edit: E) => edit.id !== failed.id && behind(edit);
  const edits: [E, ...E[]] = [failed, ...state.edits.filter(goes)];
  return {
    ...state,
    edits: state.edits.filter((edit) => edit.id !== failed.id && !goes(edit)),
    refused: [...state.refused, { edits, refusal }],
  };
}
