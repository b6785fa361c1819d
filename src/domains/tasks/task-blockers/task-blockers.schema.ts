import type { Builder } from '../../../graphql/types.ts';
import { taskList } from '../tasks/tasks.access.ts';
import { areBlocked } from './task-blockers.loaders.ts';
import { maxBlockers } from './task-blockers.rules.ts';

/** What tasks wait for. */
export function defineTaskBlockers(builder: Builder): void {
  const Release = builder.modelEnum('BlockerRelease');
  builder.prismaObject('TaskBlocker', {
    fields: (t) => ({
      task: t.relation('blocker', { description: 'The task that is waited for. May be in the trash.' }),
      release: t.expose('release', { type: Release, nullable: true }),
      releasedAt: t.expose('releasedAt', { type: 'DateTime', nullable: true }),
    }),
  });
  builder.prismaObjectFields('Task', (t) => ({
    blockedBy: t.relation('blockedBy', {
      query: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
      description: `What the task waits for, in the order in which that was said. At most ${maxBlockers}.`,
    }),
    isBlocked: t.loadable({
      type: 'Boolean',
      description:
        'Whether the task waits for another one that is open. One that is cancelled or in the trash holds nothing up.',
      load: (ids: string[], ctx) => areBlocked(ctx, ids),
      resolve: ({ id }) => id,
    }),
  }));
  builder.objectField(builder.modelRef('Task'), 'blocks', (t) =>
    t.childConnection(taskList, {
      below: { joins: 'taskBlocker', through: 'blockedBy', parent: 'blockerId', row: 'task' },
      description: 'The tasks that wait for the task, in your order.',
    }),
  );
}
