import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['labels', 'tasks', 'people', 'scales'],
  async populate({ id, make, mark, own, rows }) {
    const [taskId, , , goneTask] = rows('Task');
    const whole = {
      mood: 3,
      notes: mark,
      taskId,
      personId: own('Person'),
      labelIds: rows('Label'),
      scaleValues: rows('EnergyScale').map((scaleId) => ({ scaleId, value: 1 })),
    };
    const entry = await id('createEnergyEntry', { energy: 4, ...whole });
    const about = { notes: mark, taskId: goneTask, labelIds: [own('Label')] };
    const gone = await id('createEnergyEntry', { energy: 1, ...about });
    await make('trash', { id: gone });
    return { EnergyEntry: [entry, gone] };
  },
  inputs: {
    createEnergyEntry: (own) => ({
      energy: 3,
      taskId: own('Task'),
      personId: own('Person'),
      labelIds: [own('Label')],
      scaleValues: [{ scaleId: own('EnergyScale'), value: 1 }],
    }),
    updateEnergyEntry: (own) => ({
      id: own('EnergyEntry'),
      energy: 2,
      labelIds: [own('Label')],
      scaleValues: [{ scaleId: own('EnergyScale'), value: 2 }],
    }),
  },
  bounded: {
    'Query.energyEntryStats': 'At most 1,000 groups and periods; more is refused.',
    'EnergyEntry.scaleValues': 'An entry has values on at most 20 scales.',
    'EnergyEntry.labels': 'A row carries at most 20 labels.',
  },
};
