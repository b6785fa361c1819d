import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['energy', 'people', 'tasks'],
  async populate({ id, make, mark, own, rows }) {
    const [task, , , goneTask] = rows('Task');
    const about = { kind: 'ABOUT', fromId: own('EnergyEntry'), toId: own('Person'), notes: mark };
    const link = await id('createLink', { kind: 'CAME_FROM', fromId: task, toId: own('Person'), notes: mark });
    const toGone = await id('createLink', { kind: 'SUPPORTS', fromId: own('Person'), toId: goneTask, notes: mark });
    const gone = await id('createLink', about);
    await make('trash', { id: gone });
    return { Link: [link, toGone, gone] };
  },
  inputs: {
    createLink: (own) => ({ kind: 'EVIDENCE', fromId: own('Task'), toId: own('EnergyEntry') }),
    updateLink: (own) => ({ id: own('Link'), notes: 'Changed' }),
  },
};
