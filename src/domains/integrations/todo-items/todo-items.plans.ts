import {
  asOurs,
  oursOf,
  type SyncedTask,
  type TodoField,
  theirsOf,
  todoFields,
} from '../../../integrations/graph/todo-fields.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { Base, Decision, StoredTask } from './todo-items.rules.ts';

/* What a conflict shows of both sides of a task. */

/** A conflict as it is stored. */
export interface OpenConflict {
  kind: Row<'syncConflict'>['kind'];
  fields: { field: TodoField; base: unknown; ours: unknown; theirs: unknown }[];
}

/** The conflict of a decision, with the values as Waymark says them. Null if there is none. */
export function conflictOf(
  decision: Decision,
  base: Base,
  task: SyncedTask | null,
  theirs: StoredTask | null,
  timeZone: string,
): OpenConflict | null {
  const described = (fields: readonly TodoField[], isOurs: boolean, isTheirs: boolean) =>
    todoFields
      .filter((field) => fields.includes(field))
      .map((field) => ({
        field,
        base: wasOurs(base, field),
        ours: isOurs && task ? oursOf(task, field) : null,
        theirs: isTheirs && theirs ? asOurs(field, theirsOf(theirs, field), timeZone) : null,
      }));
  if (decision.kind === 'CONFLICT') {
    const isHere = decision.conflict === 'DELETED_THERE';
    return { kind: decision.conflict, fields: described(decision.fields, isHere, !isHere) };
  }
  if (decision.kind !== 'MERGE' || decision.merge.conflicts.length === 0) return null;
  return { kind: 'CHANGED_ON_BOTH', fields: described(decision.merge.conflicts, true, true) };
}

/** What a field was here when both sides agreed. Null if they never did. */
function wasOurs(base: Base, field: TodoField): unknown {
  const was = base[field]?.ours ?? null;
  return typeof was === 'object' ? null : was;
}

/** The fields of a conflict as a text. A database may have stored their parts in another order. */
export const fingerprintOf = (fields: OpenConflict['fields']) =>
  JSON.stringify(fields.map(({ field, base, ours, theirs }) => [field, base, ours, theirs]));
