import { fromGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { newId } from '../../../../src/platform/database/ids.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import type { Example } from '../../../support/examples.ts';

const uuidOf = (globalId: string) => fromGlobalId(globalId)?.id ?? '';

/** What is mirrored of a mailbox, which is not part of the API. */
export const example: Example = {
  after: ['outlook-calendars'],
  async populate({ app, person, own, mark }) {
    const of = {
      accountId: uuidOf(person.id),
      integrationId: uuidOf(own('Integration')),
      outlookCalendarId: uuidOf(own('OutlookCalendar')),
    };
    await transaction(app.systemContext(), 'test', async (tx) => {
      const { now } = tx.calendar;
      const event = `${mark} event`;
      await tx.write.outlookEvent.create({
        ...of,
        ...{ id: newId(), eventId: event, seriesMasterId: null, uid: event, startsAt: now, endsAt: now, data: '{}' },
      });
    });
    return {};
  },
};
