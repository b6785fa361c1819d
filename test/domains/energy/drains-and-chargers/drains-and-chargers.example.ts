import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: {
    'DrainsAndChargers.factors': 'What the entries of at most a year are about.',
    'EnergyFactor.days': 'The days of at most a year.',
    'EnergyFactorDay.entries': 'The entries of one day.',
    'EnergyFactorDay.others': 'The entries of one day.',
  },
};
