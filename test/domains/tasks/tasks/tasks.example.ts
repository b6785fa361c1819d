import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['labels', 'goals', 'skills'],
  async populate({ id, make, mark, own, rows }) {
    const parentId = await id('createTask', { title: `${mark} parent`, labelIds: rows('Label'), scheduledOn: 'TODAY' });
    const task = await id('createTask', {
      title: `${mark} child`,
      description: mark,
      parentId,
      scheduledOn: 'TODAY',
      labelIds: [own('Label')],
      skillIds: [own('Skill')],
      dueOn: '-P1D',
      estimateMinutes: 30,
      goalId: own('Goal'),
    });
    const done = await id('createTask', { title: `${mark} done`, parentId, scheduledOn: 'TODAY' });
    await make('completeTask', { id: done });
    const about = { parentId: task, goalId: rows('Goal')[3], labelIds: [own('Label')] };
    const gone = await id('createTask', { title: `${mark} gone`, ...about });
    return { Task: [task, parentId, done, gone] };
  },
  // Only once other rows refer to it, which then do so to a row in the trash.
  async finish({ make, rows }) {
    await make('trash', { id: rows('Task')[3] });
  },
  inputs: {
    createTask: (own) => ({
      title: 'A task',
      parentId: own('Task'),
      goalId: own('Goal'),
      labelIds: [own('Label')],
      skillIds: [own('Skill')],
      blockedByIds: [own('Task')],
    }),
    updateTask: (own) => ({
      id: own('Task'),
      title: 'Changed',
      parentId: null,
      goalId: own('Goal'),
      labelIds: [own('Label')],
      skillIds: [own('Skill')],
      blockedByIds: [],
    }),
    snoozeTask: (own) => ({ id: own('Task') }),
    rescheduleTask: (own) => ({ id: own('Task'), scheduledOn: 'P1D' }),
    reorderTask: (own) => ({ id: own('Task'), afterId: null }),
    completeTask: (own) => ({ id: own('Task') }),
    reopenTask: (own) => ({ id: own('Task') }),
    cancelTask: (own) => ({ id: own('Task') }),
  },
  bounded: {
    'Query.taskStats': 'At most 1,000 groups and periods; more is refused.',
    'Task.labels': 'A row carries at most 20 labels.',
    'Task.skills': 'A task is practice for at most 20 skills.',
  },
};
