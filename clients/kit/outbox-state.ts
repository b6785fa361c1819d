/* What an outbox keeps, and how it changes: pure functions over plain values. `outbox.ts` keeps and sends. */

/** A change of a node that a person has made. */
export interface Edit<Operation extends object = object, Shown = unknown> {
  /** A UUID. */
  readonly id: string;
  /** The global id of the node. */
  readonly nodeId: string;
  /** Whether it creates the node. Edits of the node behind it are refused together with it. */
  readonly creates?: boolean;
  /**
   * The version of the node that the person saw: with a form, when it was opened. The edit is refused if the node was changed elsewhere
   * since. A version that edits of this outbox have replaced counts as the one that they made. 0: as the node was created here.
   */
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

/** Why edits are not sent now. */
export type Delay = 'offline' | 'busy' | 'signed-out';

/** The code of a refusal: the edits were done, but their node is in the trash, so that nobody sees them. */
export const inTrash = 'IN_TRASH';

/** Edits that were refused. The others were behind the first, on the node that it was to create; or were done together in the trash. */
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
  /** The versions that it depends on, by the ids of nodes. 0: it creates the node. */
  readonly versions: Readonly<Record<string, number>>;
  /** Why it has to be sent again. */
  readonly wait?: Wait;
}

/** What came of the attempts to send a batch. */
export interface Wait {
  readonly reason: Delay;
  /** How many attempts the server has answered with an internal error. */
  readonly faults: number;
  /** When the last one failed, and until when the server then asked to wait, in milliseconds since 1970. */
  readonly since: number;
  readonly until: number;
}

/** The versions of a node that edits of this outbox have replaced, each on top of the one before, and the one that they made. */
interface Replaced {
  readonly from: number;
  readonly to: number;
}

export interface OutboxState<E extends Edit = Edit> {
  /** In the order in which they were made, those of the batch included. */
  readonly edits: readonly E[];
  readonly batch: Batch | null;
  readonly refused: readonly RefusedEdits<E>[];
  /** By the ids of the nodes that were edited last. */
  readonly replaced?: Readonly<Record<string, Replaced>>;
}

/** What a batch has come to, by operation. */
export interface BatchItem {
  readonly status: 'DONE' | 'FAILED' | 'NOT_DONE';
  /** The version of the node after the batch. */
  readonly version?: number;
  /** Whether the node is in the trash. */
  readonly isTrashed?: boolean;
  readonly refusal?: Refusal;
}

/** An attempt that failed, after which the same batch is to be sent again. */
export interface FailedAttempt {
  readonly delay: Delay;
  /** How long the server asks to wait. */
  readonly seconds?: number;
  /** The internal error that the server has answered with. */
  readonly fault?: Refusal;
}

const query = /* GraphQL */ `mutation SendOutbox($input: BatchInput!) {
  batch(input: $input) {
    __typename
    ... on BatchPayload {
      items {
        status
        node { ... on Owned { version } ... on Trashable { trashedAt } }
        error { code message ... on InvalidInputError { issues { path message } } }
      }
    }
    ... on Error { code message }
  }
}`;

/** For how many nodes an outbox remembers which versions it has replaced. */
const maxReplaced = 500;

/** The version that a node has if nobody but this outbox has changed it since. */
function versionNow({ replaced }: OutboxState, nodeId: string, seen: number): number {
  const own = replaced?.[nodeId];
  return own && own.from <= seen && seen < own.to ? own.to : seen;
}

/** Puts the first edits into a batch, unless one is on its way or there are none. */
export function startBatch<E extends Edit>(state: OutboxState<E>, limit: number): OutboxState<E> {
  if (state.batch || state.edits.length === 0) return state;
  const edits = state.edits.slice(0, limit);
  const versions: Record<string, number> = {};
  const operations = edits.map(({ nodeId, creates, ifVersion, operation }) => {
    if (creates) versions[nodeId] = 0;
    if (ifVersion === undefined) return operation;
    const version = versionNow(state, nodeId, ifVersion);
    // The batch is done as a whole, so that what follows on a node holds if the first edit does.
    if (version === 0 || versions[nodeId] === version) return operation;
    versions[nodeId] = version;
    return Object.fromEntries(
      Object.entries(operation).map(([name, input]) => [name, { ...input, ifVersion: version }]),
    );
  });
  const body = JSON.stringify({ query, variables: { input: { operations, mode: 'ATOMIC' } } });
  return { ...state, batch: { key: crypto.randomUUID(), body, editIds: edits.map(({ id }) => id), versions } };
}

/** Notes that the batch was sent in vain. */
export function postpone<E extends Edit>(
  state: OutboxState<E>,
  { delay, seconds = 0, fault }: FailedAttempt,
  now: number,
): OutboxState<E> {
  const { batch } = state;
  if (!batch) return state;
  const faults = (batch.wait?.faults ?? 0) + (fault ? 1 : 0);
  const wait = { reason: delay, faults, since: now, until: now + seconds * 1000 };
  return { ...state, batch: { ...batch, wait } };
}

/** How long the server still asks to wait before a batch is sent again, in milliseconds. */
export function timeLeft({ wait }: Batch, now: number): number {
  // A clock that was set back is no reason to wait for longer.
  return wait && wait.since <= now ? Math.max(wait.until - now, 0) : 0;
}

/** Takes what was done out, and what was refused aside. The rest stays, for the next batch. */
export function settleBatch<E extends Edit>(state: OutboxState<E>, items: readonly BatchItem[]): OutboxState<E> {
  const { batch } = state;
  if (!batch) return state;
  const itemOf = (edit: E) => items[batch.editIds.indexOf(edit.id)];
  const done = state.edits.filter((edit) => itemOf(edit)?.status === 'DONE');
  const [failed] = state.edits.filter((edit) => itemOf(edit)?.status === 'FAILED');
  const refusal = failed && itemOf(failed)?.refusal;
  const isOverwriting = failed?.overwrites && failed.ifVersion !== undefined && refusal?.code === 'CONFLICT';

  let replaced = state.replaced ?? {};
  for (const edit of done)
    replaced = replace(replaced, edit.nodeId, batch.versions[edit.nodeId], itemOf(edit)?.version);
  const edits = state.edits
    .filter((edit) => !done.includes(edit))
    .map((edit) => (edit === failed && isOverwriting ? { ...edit, ifVersion: undefined } : edit));
  const unseen = unseenIn(done.filter((edit) => itemOf(edit)?.isTrashed));
  const next = { ...state, edits, batch: null, replaced, refused: [...state.refused, ...unseen] };
  return failed && refusal && !isOverwriting ? refuse(next, failed, refusal) : next;
}

/** Notes which version of a node a batch has replaced, if it depended on one. */
function replace(
  replaced: Readonly<Record<string, Replaced>>,
  nodeId: string,
  from: number | undefined,
  to: number | undefined,
): Readonly<Record<string, Replaced>> {
  if (from === undefined || to === undefined || from >= to) return replaced;
  const { [nodeId]: before, ...others } = replaced;
  if (before?.to === to) return replaced;
  const next = { from: before?.to === from ? before.from : from, to };
  return { ...Object.fromEntries(Object.entries(others).slice(1 - maxReplaced)), [nodeId]: next };
}

/** What was done to nodes that are in the trash, by node, unless it was these edits that moved them there. */
function unseenIn<E extends Edit>(edits: readonly E[]): RefusedEdits<E>[] {
  const message = 'It was moved to the trash elsewhere. The change was made there.';
  return [...Map.groupBy(edits, ({ nodeId }) => nodeId).values()].flatMap(([first, ...others]) => {
    const ofNode = first ? ([first, ...others] as const) : null;
    if (!ofNode || ofNode.some(({ operation }) => 'trash' in operation)) return [];
    return [{ edits: ofNode, refusal: { code: inTrash, message, issues: [] } }];
  });
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
