import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  async populate({ id, make, mark }) {
    const kept = await id('createSample', { title: `${mark} kept`, notes: mark });
    const gone = await id('createSample', { title: `${mark} gone` });
    await make('trash', { id: gone });
    return { Sample: [kept, gone] };
  },
  inputs: {
    createSample: () => ({ title: 'A title' }),
    updateSample: (own) => ({ id: own('Sample'), title: 'Changed' }),
  },
};
