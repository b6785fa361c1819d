import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: {
    'Query.readinessDrops': 'At most 120 days; more is refused.',
    'ReadinessDrop.causes': 'A role has at most 50 requirements.',
  },
  async finish({ app, person }) {
    // The server writes it when it looks for drops.
    const accountId = person.id.split(':')[1] ?? '';
    await transaction(app.systemContext(), 'example', (tx) =>
      tx.write.readinessCheck.create({ accountId, sequence: 0, checkedOn: '2026-11-23' }),
    );
    return {};
  },
};
