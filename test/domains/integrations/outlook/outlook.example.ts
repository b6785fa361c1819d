import { fromGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { newId } from '../../../../src/platform/database/ids.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import type { Example } from '../../../support/examples.ts';

const uuidOf = (globalId: string) => fromGlobalId(globalId)?.id ?? '';

/** What is mirrored of a mailbox, which is not part of the API. */
export const example: Example = {
  after: ['integrations'],
  async populate({ app, person, own, mark }) {
    const of = { accountId: uuidOf(person.id), integrationId: uuidOf(own('Integration')) };
    await transaction(app.systemContext(), 'test', async (tx) => {
      const { now } = tx.calendar;
      const [link, event] = [`https://graph.microsoft.com/${mark}`, `${mark} event`];
      await tx.write.outlookCursor.create({
        ...of,
        ...{ windowFrom: now, windowTo: now, deltaLink: link, reconciledAt: now },
      });
      await tx.write.outlookEvent.create({
        ...of,
        ...{ id: newId(), eventId: event, seriesMasterId: null, uid: event, startsAt: now, endsAt: now, data: '{}' },
      });
    });
    return {};
  },
};
