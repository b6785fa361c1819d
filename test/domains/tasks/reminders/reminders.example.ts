import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['tasks', 'meetings'],
  async populate({ id, make, mark, own, rows }) {
    const title = mark;
    const plain = await id('createReminder', { title, at: 'P1D' });
    const about = await id('createReminder', { title, aboutId: own('Task'), timeOfDay: '23:00' });
    const meeting = await id('createReminder', { title, aboutId: own('Meeting'), at: 'P1D' });
    const day = await id('createReminder', { title, date: 'P1D', timeOfDay: '08:00', isMailed: true });
    await make('snoozeReminder', { id: about, until: 'PT5M' });
    await make('dismissReminder', { id: day });
    const gone = await id('createReminder', { title, aboutId: rows('Task')[1], at: 'P2D' });
    await make('trash', { id: gone });
    return { Reminder: [plain, about, meeting, day, gone] };
  },
  inputs: {
    createReminder: (own) => ({ title: 'Call', aboutId: own('Task'), at: 'P1D' }),
    updateReminder: (own) => ({ id: own('Reminder'), title: 'Changed', at: 'P3D' }),
    dismissReminder: (own) => ({ id: own('Reminder') }),
    snoozeReminder: (own) => ({ id: own('Reminder'), until: 'P1D' }),
  },
};
