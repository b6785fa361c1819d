import { fromGlobalId, toGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { newId } from '../../../../src/platform/database/ids.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import type { Example } from '../../../support/examples.ts';

const uuidOf = (globalId: string) => fromGlobalId(globalId)?.id ?? '';

export const example: Example = {
  after: ['integrations'],
  // No provider is there to sign in to.
  async populate({ app, person, own, mark }) {
    const ctx = app.systemContext();
    const signIn = await transaction(ctx, 'test', (tx) =>
      tx.write.integrationSignIn.create({
        id: newId(),
        accountId: uuidOf(person.id),
        provider: 'OUTLOOK',
        method: 'DEVICE',
        state: 'COMPLETED',
        problem: `${mark} problem`,
        expiresAt: new Date('2026-11-23T09:15:00Z'),
        integrationId: uuidOf(own('Integration')),
      }),
    );
    return { IntegrationSignIn: [toGlobalId('IntegrationSignIn', signIn.id)] };
  },
  bounded: { 'Query.integrationSignIns': 'At most 20.' },
};
