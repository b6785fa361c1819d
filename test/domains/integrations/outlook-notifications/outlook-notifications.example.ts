import { fromGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import type { Example } from '../../../support/examples.ts';

const uuidOf = (globalId: string) => fromGlobalId(globalId)?.id ?? '';

/** A subscription at Graph, which is not part of the API. */
export const example: Example = {
  after: ['integrations'],
  async populate({ app, person, own, mark }) {
    const of = { accountId: uuidOf(person.id), integrationId: uuidOf(own('Integration')) };
    await transaction(app.systemContext(), 'test', (tx) =>
      tx.write.outlookSubscription.create({
        ...of,
        ...{ subscriptionId: `${mark} subscription`, clientStateHash: mark, expiresAt: tx.calendar.now },
      }),
    );
    return {};
  },
};
