import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  async populate({ id, make, mark, person }) {
    const emails = [`${mark}@example.org`.toLowerCase(), `second.${person.id.slice(-12)}@example.org`];
    const one = await id('createPerson', { name: `${mark} person`, company: mark, notes: mark, emails });
    const gone = await id('createPerson', { name: `${mark} gone`, relationship: 'PEER' });
    await make('trash', { id: gone });
    return { Person: [one, gone] };
  },
  inputs: {
    createPerson: () => ({ name: 'A person' }),
    updatePerson: (own) => ({ id: own('Person'), name: 'Changed' }),
  },
};
