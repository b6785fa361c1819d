import { z } from 'zod';
import { isTrashableModel, trashableModels } from '../../../platform/database/model-relations.ts';
import { ifVersion, instant, nodeRef } from '../../../platform/validation/input-rules.ts';

/** The number of nodes of the trash that one transaction deletes, with everything that requires them. */
export const maxAtOnce = 500;

/** The number of days that the server keeps nodes in the trash. */
export const keptDays = 30;

/** The node that a mutation of the trash is about, and the version it must be at, if any. */
export const trashInput = z.object({
  id: nodeRef(trashableModels, 'must be the id of a node of a type that can be in the trash'),
  ifVersion: ifVersion(),
});

export const emptyTrashInput = z.object({
  types: z.array(z.string().refine(isTrashableModel)).max(trashableModels.length).nullish(),
  before: instant.nullish(),
});

type Condition = Record<string, unknown>;

/**
 * A condition on nodes of all types, applied to one type. Conditions on the type itself are evaluated here, as it is no column.
 * @returns the condition on columns; null if no node of the type meets it
 */
export function conditionFor(type: string, condition: Condition): Condition | null {
  const parts: Condition[] = [];
  for (const [key, value] of Object.entries(condition)) {
    if (key === 'type') {
      if (!meets(type, value)) return null;
    } else if (key === 'AND') {
      const all = (value as Condition[]).map((part) => conditionFor(type, part));
      if (all.includes(null)) return null;
      parts.push({ AND: all });
    } else if (key === 'OR') {
      const some = (value as Condition[]).flatMap((part) => conditionFor(type, part) ?? []);
      if (some.length === 0) return null;
      parts.push({ OR: some });
    } else {
      parts.push({ [key]: value });
    }
  }
  return { AND: parts };
}

function meets(type: string, value: unknown): boolean {
  if (typeof value === 'string') return type === value;
  const { gt, lt } = value as { gt?: string; lt?: string };
  return (gt === undefined || type > gt) && (lt === undefined || type < lt);
}

type Trashed = { trashedAt: Date; type: string; id: string };

/** The order of the trash: the last trashed first, then by type and id. */
export function byTrashing(a: Trashed, b: Trashed): number {
  const later = b.trashedAt.getTime() - a.trashedAt.getTime();
  return later || compare(a.type, b.type) || compare(a.id, b.id);
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
