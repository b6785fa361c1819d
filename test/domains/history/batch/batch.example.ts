import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  // A key that is kept, with its answer.
  async finish({ person }) {
    const text = 'mutation { batch(input: { operations: [] }) { __typename } }';
    await person.ask(text, {}, { 'idempotency-key': 'example' });
  },
  bounded: { 'BatchPayload.items': 'One for each operation, at most 200.' },
};
