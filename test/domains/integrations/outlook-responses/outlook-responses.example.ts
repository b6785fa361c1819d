import { readGraphEvent } from '../../../../src/integrations/graph/events.ts';
import { actFor } from '../../../../src/platform/context.ts';
import { fromGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { newId } from '../../../../src/platform/database/ids.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import type { Example } from '../../../support/examples.ts';

const uuidOf = (globalId: string) => fromGlobalId(globalId)?.id ?? '';

export const example: Example = {
  after: ['outlook-calendars', 'meetings'],
  // An invitation, as a sync reads it.
  async populate({ app, person, own, id, mark }) {
    const [accountId, integrationId] = [uuidOf(person.id), uuidOf(own('Integration'))];
    const outlookCalendarId = uuidOf(own('OutlookCalendar'));
    const time = { dateTime: '2026-11-24T10:00:00', timeZone: 'UTC' };
    const event = { id: `${mark} invitation`, type: 'singleInstance', start: time, end: time };
    const account = await app.db.reads.account.findUniqueOrThrow({ where: { id: accountId } });
    await transaction(actFor(app.systemContext(), account), 'test', async (tx) => {
      const { now } = tx.calendar;
      const uid = `${mark} invitation`;
      await tx.write.meeting.update({ id: uuidOf(own('Meeting')) }, { icsUid: uid, icsRecurrenceId: '' });
      await tx.write.outlookEvent.create({
        ...{ id: newId(), accountId, integrationId, outlookCalendarId },
        ...{ eventId: event.id, seriesMasterId: null, uid },
        ...{ startsAt: now, endsAt: now, data: JSON.stringify(readGraphEvent(event)) },
      });
    });
    const input = { id: own('Meeting'), response: 'ACCEPTED', comment: `${mark} comment` };
    return { OutlookResponse: [await id('respondToMeeting', input)] };
  },
  inputs: { respondToMeeting: (own) => ({ id: own('Meeting'), response: 'TENTATIVE' }) },
};
