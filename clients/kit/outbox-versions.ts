/* Which versions the edits of an outbox depend on, and which ones they have made. */

/** What an edit has to do with versions. */
interface Versioned {
  readonly id: string;
  readonly nodeId: string;
  readonly ifVersion?: number;
  readonly follows?: string;
}

/**
 * The version that an edit has made, and the oldest one from which edits of this outbox, each on top of the one before, have led to it: who saw
 * any version of these with the edit on top saw all that there was.
 */
interface Made {
  readonly nodeId: string;
  readonly from: number;
  readonly to: number;
}

/** The edit that is under one that was refused: who saw the one saw the other, too. */
interface Refused {
  readonly under: string | null;
}

/** What has come of edits, by their ids. */
export type MadeVersions = Readonly<Record<string, Made | Refused>>;

/** For how many edits an outbox remembers what has come of them. */
const maxMade = 500;

/** The last edit that somebody saw on top who saw this one, without those that were refused since. */
export function lastSeen(made: MadeVersions | undefined, follows: string | undefined): string | undefined {
  const one = follows === undefined ? undefined : made?.[follows];
  return one && 'under' in one ? lastSeen(made, one.under ?? undefined) : follows;
}

/** The edit of a node that was done last, by its id. */
const lastDone = (made: MadeVersions | undefined, nodeId: string) =>
  Object.entries(made ?? {}).findLast(
    (entry): entry is [string, Made] => 'to' in entry[1] && entry[1].nodeId === nodeId,
  );

/**
 * The version that a node must be at for an edit of somebody who saw it at one version, with an edit on top.
 * @param follows by `lastSeen`
 * @returns it, and the oldest version from which edits of this outbox have led to it
 */
export function versionToSend(
  made: MadeVersions | undefined,
  { nodeId, seen, follows }: { readonly nodeId: string; readonly seen: number; readonly follows: string | undefined },
): { readonly version: number; readonly from: number } {
  const own = follows === undefined ? undefined : made?.[follows];
  if (own && 'to' in own && own.from <= seen && seen <= own.to) return { version: own.to, from: own.from };
  // Nodes are created at version 1.
  const version = Math.max(seen, 1);
  const last = lastDone(made, nodeId)?.[1];
  return { version, from: last?.to === version ? last.from : version };
}

const withNewest = (made: MadeVersions | undefined, entries: readonly (readonly [string, Made | Refused])[]) =>
  Object.fromEntries([...Object.entries(made ?? {}), ...entries].slice(-maxMade));

/** Notes the versions that a batch has made. Which ones it went through is not known: the last edit of a node stands for them. */
export function noteDone<E extends Versioned>(
  made: MadeVersions | undefined,
  done: readonly { readonly edit: E; readonly from: number | undefined; readonly to: number | undefined }[],
): MadeVersions {
  const lastOfNodes = new Map(done.map((one) => [one.edit.nodeId, one])).values();
  const entries = [...lastOfNodes].flatMap(({ edit, from, to }) =>
    from === undefined || to === undefined ? [] : [[edit.id, { nodeId: edit.nodeId, from, to }] as const],
  );
  return withNewest(made, entries);
}

/**
 * Notes that edits of a node were refused.
 * @param waiting the edits that still wait before them
 */
export function noteRefused(
  made: MadeVersions | undefined,
  refused: readonly [Versioned, ...Versioned[]],
  waiting: readonly Versioned[],
): MadeVersions {
  const [{ nodeId }] = refused;
  const under = waiting.findLast((edit) => edit.nodeId === nodeId)?.id ?? lastDone(made, nodeId)?.[0] ?? null;
  return withNewest(
    made,
    refused.map(({ id }) => [id, { under }] as const),
  );
}
