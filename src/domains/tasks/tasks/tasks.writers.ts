import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { findOwned, orNotFound } from '../../../platform/records/records.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';
import { isBetween, positionBetween, spread } from './tasks.plans.ts';
import { positionStep } from './tasks.rules.ts';

type Task = Row<'task'>;
type Tx = Transaction<ViewerContext>;

/** Returns the position of the viewer's last task. 0 if there is none. */
export async function lastPosition({ db, viewer }: Tx): Promise<number> {
  const order = { orderBy: { position: 'desc' }, select: { position: true } } as const;
  return (await db.task.findFirst({ where: ownedBy(viewer), ...order }))?.position ?? 0;
}

/** Returns a position directly after a task, or before all (null). Spreads out the tasks that follow if there is none left. */
export async function positionAfter(tx: Tx, moved: Task, afterId: string | null): Promise<number> {
  const before = afterId === null ? null : orNotFound(await findOwned(tx, 'task', afterId), 'afterId').position;
  const following = (take: number) =>
    tx.db.task.findMany({
      where: {
        AND: [ownedBy(tx.viewer), { NOT: { id: moved.id } }, before === null ? {} : { position: { gt: before } }],
      },
      orderBy: { position: 'asc' },
      take,
    });
  const next = (await following(1))[0]?.position ?? null;
  if (isBetween(moved.position, before, next)) return moved.position;
  const between = positionBetween(before, next);
  if (between !== null || before === null) return between ?? positionStep;

  // Takes in more of the tasks that follow until there is room for them all. The first place is for the moved task.
  for (let count = 50; ; count *= 2) {
    const crowd = await following(count);
    const positions = spread(before, crowd.length < count ? null : (crowd.at(-1)?.position ?? null), crowd.length + 1);
    if (!positions) continue;
    const [first, ...rest] = positions as [number, ...number[]];
    for (const [index, { id }] of crowd.entries()) {
      await tx.write.task.update({ id }, { position: rest[index] as number });
    }
    return first;
  }
}
