import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  async populate({ id, make, mark }) {
    const kept = await id('createSavedFilter', {
      name: `${mark} kept`,
      filter: { dueOn: { lte: 'P7D' }, priority: { gte: 'HIGH' } },
      orderBy: [{ field: 'DUE_ON' }],
    });
    const gone = await id('createSavedFilter', { name: `${mark} gone` });
    await make('trash', { id: gone });
    return { SavedFilter: [kept, gone] };
  },
  inputs: {
    createSavedFilter: () => ({ name: 'A name' }),
    updateSavedFilter: (own) => ({ id: own('SavedFilter'), name: 'Changed', filter: { goalId: { eq: own('Goal') } } }),
  },
  bounded: { 'SavedFilter.problems': 'One for each part of the filter and its order.' },
};
