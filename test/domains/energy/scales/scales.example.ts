import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  async populate({ id, mark }) {
    const kept = await id('createEnergyScale', { name: `${mark} kept`, description: mark, levels: 5 });
    const gone = await id('createEnergyScale', { name: `${mark} gone` });
    return { EnergyScale: [kept, gone] };
  },
  // Only once entries have values on it, which stay.
  async finish({ make, rows }) {
    await make('trash', { id: rows('EnergyScale')[1] });
    return undefined;
  },
  inputs: {
    createEnergyScale: () => ({ name: 'A name' }),
    updateEnergyScale: (own) => ({ id: own('EnergyScale'), name: 'Changed' }),
  },
};
