import { z } from 'zod';
import { trashableModels } from '../../../platform/database/model-relations.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { ifVersion, instant, nodeRef } from '../../../platform/validation/input-rules.ts';

/** As many rows of the trash are removed in one operation; what hangs under them goes with them. */
export const maxAtOnce = 500;

/** For how long the server keeps what is in the trash, in days. */
export const keptDays = 30;

const isTrashable = (type: string) => trashableModels.includes(type as never);

/** The node that a mutation of the trash is about, and the version it must be at, if any. */
export const trashInput = z.object({
  id: nodeRef(trashableModels, 'must be the id of a node of a type that can be in the trash'),
  ifVersion: ifVersion(),
});

export const emptyTrashInput = (calendar: Calendar) =>
  z.object({
    types: z.array(z.string().refine(isTrashable)).max(trashableModels.length).nullish(),
    before: instant(calendar).nullish(),
  });

type Condition = Record<string, unknown>;

/**
 * A condition on rows of all types, as it is for those of one: what it says of the type is true or not, and no column.
 * @returns the condition on columns; null when no row of the type meets it
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

type Entry = { trashedAt: Date; type: string; id: string };

/** The order of the trash: the latest first. Types and ids only tell apart what went there at once. */
export function byTrashing(a: Entry, b: Entry): number {
  const later = b.trashedAt.getTime() - a.trashedAt.getTime();
  return later || compare(a.type, b.type) || compare(a.id, b.id);
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
