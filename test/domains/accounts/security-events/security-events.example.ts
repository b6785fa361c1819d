import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['sessions'],
  async populate({ app, person }) {
    await app.deferredWrites.flush();
    const { nodes } = (await person.query('{ securityEvents { nodes { id } } }')).securityEvents;
    return { SecurityEvent: nodes.map(({ id }: { id: string }) => id) };
  },
};
