import { z } from 'zod';
import { isRecordedModel } from '../../../platform/database/model-relations.ts';
import { columnsOf, modelKeyOf } from '../../../platform/database/models.ts';
import type { NetChange } from '../../../platform/transactions/net-changes.ts';
import { idOf } from '../../../platform/validation/input-rules.ts';
import { isSecret } from '../changes/changes.rules.ts';

export const undoChangeSetInput = z.object({ changeSetId: idOf('ChangeSet') });

/** A change set that touched more rows than this is not undone: it would hold up its owner for too long. */
export const maxUndoneChanges = 5_000;

/** Whether what happened to rows of a model can be undone: to what is secret, and to the account itself, it cannot. */
export const canUndo = (model: string) => isRecordedModel(model) && !columnsOf(modelKeyOf(model)).some(isSecret);

/**
 * The fields that later changes left other than a change set had them; null when they left the row as it was, and none
 * when the row itself is there no longer, or again.
 */
export function conflictingFields(netChange: NetChange, later: NetChange | undefined): string[] | null {
  if (!later) return null;
  if (later.action !== 'UPDATE') return [];
  // Rows are numbered anew when others move; that says nothing about what they are.
  const fields = Object.keys(later.after).filter((field) => field !== 'position' || 'position' in netChange.after);
  const touchedOnly = netChange.action === 'UPDATE' && Object.keys(netChange.after).length === 0;
  return fields.length === 0 || touchedOnly ? null : fields;
}
