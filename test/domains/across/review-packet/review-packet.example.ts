import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: {
    'ReviewPacket.sections': 'One of each kind.',
    'ReviewPacketSection.months': 'At most 25.',
    'ReviewPacketSection.lines': 'At most 3 a month.',
  },
};
