import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['tasks'],
  async populate({ id, make, mark, own }) {
    const waiting = await id('createTask', { title: `${mark} waiting`, blockedByIds: [own('Task')] });
    await make('snoozeTask', { id: waiting, until: 'P1D' });
    return {};
  },
  bounded: { 'Task.blockedBy': 'A task waits for at most 50 tasks.' },
};
