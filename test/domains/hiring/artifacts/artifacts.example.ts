import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  async populate({ id, make, mark }) {
    const whole = { url: `https://example.org/${mark}`, notes: mark, madeOn: '-P1Y', expiresOn: 'P1Y' };
    const one = await id('createArtifact', { title: `${mark} CV`, kind: 'CV', ...whole });
    const gone = await id('createArtifact', { title: `${mark} gone`, kind: 'OTHER' });
    await make('trash', { id: gone });
    return { Artifact: [one, gone] };
  },
  inputs: {
    createArtifact: () => ({ title: 'A CV', kind: 'CV' }),
    updateArtifact: (own) => ({ id: own('Artifact'), title: 'Changed' }),
  },
};
