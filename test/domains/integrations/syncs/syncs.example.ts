import { fromGlobalId, toGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { newId } from '../../../../src/platform/database/ids.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import type { Example } from '../../../support/examples.ts';

const uuidOf = (globalId: string) => fromGlobalId(globalId)?.id ?? '';

export const example: Example = {
  after: ['integrations'],
  // No provider is there to read from.
  async populate({ app, person, own, mark }) {
    const of = { accountId: uuidOf(person.id), integrationId: uuidOf(own('Integration')) };
    const run = await transaction(app.systemContext(), 'test', async (tx) => {
      await tx.write.integrationEvent.create({ id: newId(), ...of, uid: `${mark} uid` });
      return tx.write.syncRun.create({
        id: newId(),
        ...of,
        startedAt: tx.calendar.now,
        durationMs: 1,
        outcome: 'FAILED',
        problem: `${mark} problem`,
        warnings: [`${mark} warning`],
      });
    });
    return { SyncRun: [toGlobalId('SyncRun', run.id)] };
  },
  inputs: { syncIntegration: (own) => ({ id: own('Integration') }) },
};
