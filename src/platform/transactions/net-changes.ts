/** What several changes come to: of a row that was made, changed and removed again, nothing. */

/** A change as it stands in the log. */
export interface LoggedChange {
  readonly model: string;
  readonly rowId: string;
  readonly action: 'CREATE' | 'UPDATE' | 'DELETE';
  readonly before: unknown;
  readonly after: unknown;
}

export type Values = Readonly<Record<string, unknown>>;

/** What several changes of one row come to. */
export interface NetChange {
  readonly model: string;
  readonly rowId: string;
  readonly action: 'CREATE' | 'UPDATE' | 'DELETE';
  /** All of a row that is no more; of one that was changed, the fields that differ. */
  readonly before: Values;
  /** All of a row that is new; of one that was changed, the fields that differ: none when only its version was raised. */
  readonly after: Values;
}

/** These follow from the others, or are raised by every change. */
const derived = /^(version|updatedAt|.*Normalized)$/;

/** What some changes, in order, come to for each row that is not as it was. */
export function netChangesOf(changes: readonly LoggedChange[]): NetChange[] {
  const groups = Map.groupBy(changes, ({ model, rowId }) => `${model}:${rowId}`);
  return [...groups.values()].flatMap((group) => netChangeOfRow(group) ?? []);
}

function netChangeOfRow(changes: readonly LoggedChange[]): NetChange | null {
  const [first] = changes as [LoggedChange, ...LoggedChange[]];
  const existed = first.action !== 'CREATE';
  let exists = existed;
  let before: Values = {};
  let after: Values = {};
  for (const change of changes) {
    exists = change.action !== 'DELETE';
    // What it was before the first change counts, and what it was after the last.
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
