import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import { date, instant, target } from '../../../platform/validation/input-rules.ts';

/* What holds a task up: others that it waits for, and being snoozed. */

/** The maximum number of tasks that a task waits for. */
export const maxBlockers = 50;

type Status = Row<'task'>['status'];
const open: Status[] = ['TODO', 'IN_PROGRESS'];

/** The condition of tasks that wait for another one: one that is open and not in the trash. */
export const blocked = { blockedBy: { some: { blocker: { trashedAt: null, status: { in: open } } } } };

/** Why a task no longer waits for another one that is not done. Null while it does, and if that is done. */
export function releaseOf({
  status,
  trashedAt,
}: Pick<Row<'task'>, 'status' | 'trashedAt'>): Row<'taskBlocker'>['release'] {
  if (trashedAt) return 'TRASHED';
  return status === 'CANCELLED' ? 'CANCELLED' : null;
}

/** A moment that is still to come, or a day that has not begun: then its start. */
export const snoozeTaskInput = z
  .object({
    ...target('Task'),
    untilDate: date.nullish(),
    until: instant.nullish(),
  })
  .refine(({ untilDate, until }) => !(untilDate && until), {
    path: ['until'],
    message: 'must not be given together with untilDate',
    when: () => true,
  })
  .refine(({ untilDate }) => !untilDate || untilDate > currentCalendar().today, {
    path: ['untilDate'],
    message: 'must be after today',
  })
  .refine(({ until }) => !until || until > currentCalendar().now, {
    path: ['until'],
    message: 'must be in the future',
  });

/** The condition of tasks that are snoozed now, to the minute. */
export const snoozed = ({ minute }: Pick<Calendar, 'minute'>) => ({
  AND: [{ NOT: { snoozedUntil: null } }, { snoozedUntil: { gt: minute } }],
});

/** The condition of tasks that can be worked on now: open, not snoozed, and waiting for no other task. */
export const available = (calendar: Calendar) => ({
  AND: [{ status: { in: open } }, { NOT: snoozed(calendar) }, { NOT: blocked }],
});

/**
 * What waits for what, without circles: where tasks wait for each other, one of them does not. Those that are waited for come first. Takes
 * time in proportion to what waits.
 * @param blockers the ids that each id waits for
 */
export function withoutCircles(blockers: ReadonlyMap<string, readonly string[]>): Map<string, readonly string[]> {
  const ordered = new Map<string, readonly string[]>();
  const open = new Map<string, { readonly left: string[]; readonly kept: string[] }>();
  const begin = (id: string) => open.set(id, { left: [...new Set(blockers.get(id) ?? [])].reverse(), kept: [] });
  for (const first of blockers.keys()) {
    if (ordered.has(first)) continue;
    // The ids from the first one to the present one, each of which waits for the next, without calling itself for each.
    const path = [first];
    begin(first);
    for (let id: string | undefined = first; id !== undefined; id = path.at(-1)) {
      const { left, kept } = open.get(id) as NonNullable<ReturnType<typeof open.get>>;
      const next = left.pop();
      if (next === undefined) {
        ordered.set(id, kept);
        open.delete(id);
        path.pop();
      } else if (!open.has(next)) {
        kept.push(next);
        if (!blockers.has(next) || ordered.has(next)) continue;
        begin(next);
        path.push(next);
      }
    }
  }
  return ordered;
}
