import { z } from 'zod';
import { isRecordedModel } from '../../../platform/database/model-relations.ts';
import { columnsOf, modelKeyOf } from '../../../platform/database/models.ts';
import type { NetChange } from '../../../platform/transactions/net-changes.ts';
import { idOf } from '../../../platform/validation/input-rules.ts';
import { isSecret } from '../changes/changes.rules.ts';

export const undoChangeSetInput = z.object({ changeSetId: idOf('ChangeSet') });

/**
 * The maximum number of changes in a change set that can be undone: more than an import of a framework, or of a file by a request, makes.
 * To undo it takes about as long.
 */
export const maxUndoneChanges = 50_000;

/** The longest time of an undo, in milliseconds. */
export const maxUndoTime = 180_000;

/** Whether changes to records of a model can be undone: not those of accounts, nor of models with secrets. */
export const canUndo = (model: string) => isRecordedModel(model) && !columnsOf(modelKeyOf(model)).some(isSecret);

/**
 * The records that the server keeps for others and that nobody writes: the column that names the other record, and the field
 * under which it has them. A person who changed the other record knows nothing of them, so a conflict names that one.
 */
export const keptRecords: Readonly<
  Record<string, { readonly column: string; readonly type: string; readonly field: string }>
> = {
  TaskPlan: { column: 'taskId', type: 'Task', field: 'plans' },
};

/**
 * The fields that the server keeps by what was done with other records, and brings up to date after an undo: to undo a change of
 * these alone is no conflict.
 */
const keptFields: Readonly<Record<string, readonly string[]>> = {
  Reminder: ['dueAt', 'firedAt', 'dismissedAt', 'snoozedUntil'],
};

/**
 * The fields of a record that have changed since a change set. Null if none has. Empty if the record was created or deleted since.
 */
export function conflictingFields(netChange: NetChange, later: NetChange | undefined): string[] | null {
  if (!later) return null;
  if (later.action !== 'UPDATE') return [];
  // Positions also change when siblings move, which is no conflict.
  const fields = Object.keys(later.after).filter((field) => field !== 'position' || 'position' in netChange.after);
  const touchedOnly = netChange.action === 'UPDATE' && Object.keys(netChange.after).length === 0;
  const kept = keptFields[netChange.model] ?? [];
  const keptOnly = netChange.action === 'UPDATE' && Object.keys(netChange.after).every((field) => kept.includes(field));
  return fields.length === 0 || touchedOnly || keptOnly ? null : fields;
}
