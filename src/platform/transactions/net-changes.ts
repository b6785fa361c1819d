/* Net changes: the sum of several changes. A record that was created and deleted again has none. */

/** A change in the log. */
export interface LoggedChange {
  readonly model: string;
  readonly rowId: string;
  readonly action: 'CREATE' | 'UPDATE' | 'DELETE';
  readonly before: unknown;
  readonly after: unknown;
}

export type Values = Readonly<Record<string, unknown>>;

/** The sum of several changes of one record. */
export interface NetChange {
  readonly model: string;
  readonly rowId: string;
  readonly action: 'CREATE' | 'UPDATE' | 'DELETE';
  /** The whole record if it was deleted, or the fields that differ if it was updated. */
  readonly before: Values;
  /** The whole record if it was created, or the fields that differ if it was updated: none if it was only touched. */
  readonly after: Values;
}

/** Fields that follow from others or change with every write. */
const derived = /^(version|updatedAt|.*Normalized)$/;

const byRecord = (changes: readonly LoggedChange[]) =>
  Map.groupBy(changes, ({ model, rowId }) => `${model}:${rowId}`).values();

/**
 * The net changes of the records that differ from what they were. Yields after each record, so that others can take a turn.
 * @param changes in their order
 */
export function* netChangesOf(changes: readonly LoggedChange[]): Generator<void, NetChange[]> {
  const net: NetChange[] = [];
  for (const group of byRecord(changes)) {
    const netChange = netChangeOfRow(group);
    if (netChange) net.push(netChange);
    yield;
  }
  return net;
}

function netChangeOfRow(changes: readonly LoggedChange[]): NetChange | null {
  const [first] = changes as [LoggedChange, ...LoggedChange[]];
  const existed = first.action !== 'CREATE';
  let exists = existed;
  let before: Values = {};
  let after: Values = {};
  for (const change of changes) {
    exists = change.action !== 'DELETE';
    // The values before the first change count, and those after the last.
    if (existed) before = { ...(change.before as Values | null), ...before };
    after = exists ? { ...after, ...(change.after as Values | null) } : {};
  }
  const row = { model: first.model, rowId: first.rowId };
  if (!existed) return exists ? { ...row, action: 'CREATE', before: {}, after } : null;
  if (!exists) return { ...row, action: 'DELETE', before, after: {} };
  const fields = Object.keys(after).filter(
    (field) => !derived.test(field) && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  const pick = (values: Values) => Object.fromEntries(fields.map((field) => [field, values[field]]));
  return { ...row, action: 'UPDATE', before: pick(before), after: pick(after) };
}
