/* The mutation of the idiomatic server: the same rows that Waymark writes for a new task, in one transaction. */
import type { PrismaClient } from '../../../src/generated/sqlite/client.ts';
import { newId } from '../../../src/platform/database/ids.ts';
import { caseFold } from '../../../src/platform/search/case-folding.ts';
import { searchDocumentOf } from '../search-document.ts';

interface NewTask {
  title: string;
  description: string;
  priority: number;
  scheduledOn: string;
  estimateMinutes: number;
  goalId: { id: string };
}

/** Creates a task with its search document and its change. */
export function createTask(prisma: PrismaClient, ownerId: string, { goalId, ...input }: NewTask) {
  return prisma.$transaction(async (tx) => {
    const now = new Date();
    const [goal, last] = [
      await tx.goal.findFirstOrThrow({ where: { id: goalId.id, ownerId, trashedAt: null } }),
      await tx.task.findFirst({ where: { ownerId, trashedAt: null }, orderBy: { position: 'desc' } }),
    ];
    const task = await tx.task.create({
      data: {
        ...input,
        ...{ id: newId(), ownerId, goalId: goal.id, createdAt: now, updatedAt: now },
        titleNormalized: caseFold(input.title),
        position: (last?.position ?? 0) + 1024,
      },
    });
    await tx.searchDocument.create({ data: searchDocumentOf(task) });
    const { sequence } = await tx.changeSequence.update({
      where: { ownerId },
      data: { sequence: { increment: 1 } },
    });
    await tx.changeSet.create({
      data: { id: newId(), ownerId, sequence, name: 'createTask', requestId: newId(), actor: 'server', at: now },
    });
    const after = JSON.parse(JSON.stringify(task));
    await tx.change.create({
      data: { ownerId, sequence, ordinal: 0, model: 'Task', rowId: task.id, action: 'CREATE', after },
    });
    return task;
  });
}
