import { z } from 'zod';
import { type TodoField, todoFields } from '../../../integrations/graph/todo-fields.ts';
import type { Row } from '../../../platform/database/models.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { idOf } from '../../../platform/validation/input-rules.ts';

/** For how many days conflicts that have ended are kept. */
export const keptDays = 30;

/** What to keep of a conflict. */
export const sides = ['KEEP_OURS', 'KEEP_THEIRS'] as const;
export type Side = (typeof sides)[number];

const side = z.enum(sides);

export const resolveSyncConflictInput = z.object({
  id: idOf('SyncConflict'),
  keep: side,
  fields: z
    .array(z.object({ field: z.enum(todoFields), keep: side }))
    .max(todoFields.length)
    .optional(),
});

/** A value of a field, as Waymark has it. */
type FieldValue = string | number | null;

/** A field that differs, with its values as Waymark says them. */
export interface ConflictingField {
  field: TodoField;
  base: FieldValue;
  ours: FieldValue;
  theirs: FieldValue;
}

/** The fields of a conflict. */
export const fieldsOf = ({ fields }: Pick<Row<'syncConflict'>, 'fields'>): ConflictingField[] =>
  fields as unknown as ConflictingField[];

const priorityNames = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'URGENT'];

/** A value of a field as a text. Null if there is none. */
export function valueText(field: TodoField, value: FieldValue): string | null {
  if (value === null) return null;
  return field === 'PRIORITY' ? (priorityNames[Number(value)] ?? null) : String(value);
}

/** How a conflict ends whose fields were decided on. */
export function resolutionOf(kept: readonly Side[]): NonNullable<Row<'syncConflict'>['resolution']> {
  const [first = 'KEEP_OURS'] = kept;
  return kept.every((one) => one === first) ? first : 'MIXED';
}

export const syncConflictFilter = defineFilter('SyncConflict', {
  id: { kind: 'id', type: 'SyncConflict', description: 'The id.' },
  kind: { kind: 'enum', name: 'SyncConflictKind', description: 'What it is about.' },
  detectedAt: { kind: 'instant', description: 'When it was detected.' },
  resolvedAt: { kind: 'instant', nullable: true, description: 'When it ended. Null while it is open.' },
  taskId: { kind: 'id', type: 'Task', description: 'The id of the task.' },
});

export const syncConflictOrder: OrderSpec = {
  name: 'SyncConflict',
  fields: { DETECTED_AT: { column: 'detectedAt', description: 'When it was detected.' } },
};
