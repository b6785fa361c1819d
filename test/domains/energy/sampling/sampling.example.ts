import type { Example } from '../../../support/examples.ts';

const settings = { windows: [{ from: '20:00', to: '22:00' }], promptsPerDay: 1 };

export const example: Example = {
  after: ['reminders'],
  async populate({ id, person }) {
    const sampling = await id('setEnergySampling', settings);
    const { energyPrompts } = await person.query('{ energyPrompts { nodes { id } } }');
    return { EnergySampling: [sampling], EnergyPrompt: energyPrompts.nodes.map((prompt: { id: string }) => prompt.id) };
  },
  inputs: { setEnergySampling: () => settings },
  bounded: { 'EnergySampling.windows': 'A day has at most 6 windows.' },
};
