/* What an outbox keeps, and how it changes: pure functions over plain values. `outbox.ts` keeps and sends. */

import { lastSeen, type MadeVersions, noteDone, noteRefused, versionToSend } from './outbox-versions.ts';

/** A change of a node that a person has made. */
export interface Edit<Operation extends object = object, Shown = unknown> {
  /** A UUID. */
  readonly id: string;
  /** The global id of the node. */
  readonly nodeId: string;
  /** Whether it creates the node. Edits of the node behind it are refused together with it. */
  readonly creates?: boolean;
  /**
   * The version of the node that the person saw: with a form, when it was opened. The edit is refused if the node was changed since, also
   * in another tab. 0: as the node was created here.
   */
  readonly ifVersion?: number;
  /** The last of the edits of the node that the person saw on top of that version, by its id. They are no reason to refuse this one. */
  readonly follows?: string;
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
  /** The version that the node was at, if the edit depended on another one. */
  readonly version?: number;
}

/** Why edits are not sent now. `unreachable`: there was no response, as without a connection; `navigator.onLine` tells the two apart. */
export type Delay = 'unreachable' | 'busy' | 'signed-out';

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
  /**
   * By the ids of nodes, the versions that it depends on; or the oldest ones from which edits of this outbox, each on top of the one before, have
   * led to them. 0: it creates the node.
   */
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

export interface OutboxState<E extends Edit = Edit> {
  /** In the order in which they were made, those of the batch included. */
  readonly edits: readonly E[];
  readonly batch: Batch | null;
  readonly refused: readonly RefusedEdits<E>[];
  /** What has come of the last edits. */
  readonly made?: MadeVersions;
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
        error { code message ... on InvalidInputError { issues { path message } } ... on ConflictError { currentVersion } }
      }
    }
    ... on Error { code message }
  }
}`;

/**
 * Puts the first edits into a batch, unless one is on its way or there are none. The first edit of a node depends on a version. Those that
 * follow it need none: a batch is done as a whole. An edit whose author did not see the one before it, as in another tab, waits for the next batch:
 * what it is to be refused for may be refused itself.
 */
export function startBatch<E extends Edit>(state: OutboxState<E>, limit: number): OutboxState<E> {
  if (state.batch || state.edits.length === 0) return state;
  const versions: Record<string, number> = {};
  const last = new Map<string, string>();
  const operations: object[] = [];
  for (const edit of state.edits.slice(0, limit)) {
    const { id, nodeId, creates, ifVersion, operation } = edit;
    const follows = lastSeen(state.made, edit.follows);
    const before = last.get(nodeId);
    const isBehind = before !== undefined;
    if (isBehind && ifVersion !== undefined && !(follows === before && ifVersion >= (versions[nodeId] ?? Infinity)))
      break;
    last.set(nodeId, id);
    if (creates) versions[nodeId] = 0;
    if (isBehind || ifVersion === undefined) {
      operations.push(operation);
      continue;
    }
    const { version, from } = versionToSend(state.made, { nodeId, seen: ifVersion, follows });
    versions[nodeId] = from;
    const dependent = Object.entries(operation).map(([name, input]) => [name, { ...input, ifVersion: version }]);
    operations.push(Object.fromEntries(dependent));
  }
  const editIds = state.edits.slice(0, operations.length).map(({ id }) => id);
  const body = JSON.stringify({ query, variables: { input: { operations, mode: 'ATOMIC' } } });
  return { ...state, batch: { key: crypto.randomUUID(), body, editIds, versions } };
}

/** Puts refused edits back at the end, changed or as they are. */
export function putBack<E extends Edit>(
  state: OutboxState<E>,
  refusedId: string,
  change: (edits: readonly E[]) => readonly E[],
): OutboxState<E> {
  const again = state.refused.find(({ edits }) => edits[0].id === refusedId);
  const refused = state.refused.filter((one) => one !== again);
  const changed = change(again?.edits ?? []);
  // Those behind it go on following it under its new id.
  const edits = changed.map((edit) => (edit.follows === refusedId ? { ...edit, follows: changed[0]?.id } : edit));
  return { ...state, refused, edits: [...state.edits, ...edits] };
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
  // It depends on the version that it overwrites, so that what follows it is known to be on top of that.
  const insisting = failed?.overwrites && refusal?.version !== undefined;

  const edits = state.edits
    .filter((edit) => !done.includes(edit))
    .map((edit) => (edit === failed && insisting ? { ...edit, ifVersion: refusal.version, follows: undefined } : edit));
  const made = noteDone(
    state.made,
    done.map((edit) => ({ edit, from: batch.versions[edit.nodeId], to: itemOf(edit)?.version })),
  );
  const unseen = unseenIn(done.filter((edit) => itemOf(edit)?.isTrashed));
  const next = { ...state, edits, batch: null, made, refused: [...state.refused, ...unseen] };
  return failed && refusal && !insisting ? refuse(next, failed, refusal) : next;
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
    made: noteRefused(state.made, edits, state.edits.slice(0, state.edits.indexOf(failed))),
    refused: [...state.refused, { edits, refusal }],
  };
}
