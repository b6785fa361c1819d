import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  async populate({ id, mark }) {
    return {
      Label: [await id('createLabel', { name: `${mark} label` }), await id('createLabel', { name: `${mark} trashed` })],
    };
  },
  // Only once it is on things, which still have it in the trash.
  async finish({ make, rows }) {
    await make('trash', { id: rows('Label')[1] });
  },
  inputs: {
    createLabel: () => ({ name: 'A label' }),
    updateLabel: (own) => ({ id: own('Label'), name: 'Changed' }),
  },
};
