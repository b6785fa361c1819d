import { fromGlobalId, toGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import type { Example } from '../../../support/examples.ts';

const uuidOf = (globalId: string) => fromGlobalId(globalId)?.id ?? '';

export const example: Example = {
  after: ['integrations'],
  // Made as a sync makes it: no Outlook is there to read.
  async populate({ app, person, own, mark }) {
    const of = { accountId: uuidOf(person.id), integrationId: uuidOf(own('Integration')) };
    const calendar = await transaction(app.systemContext(), 'test', (tx) => {
      const { now } = tx.calendar;
      const range = { windowFrom: now, windowTo: now, reconciledAt: now, deltaLink: `https://graph.example/${mark}` };
      const named = { calendarId: `${mark} calendar`, name: `${mark} calendar`, ownerEmail: `${mark}@contoso.example` };
      const told = { isMain: true, isFollowed: true, problem: `${mark} problem` };
      return tx.write.outlookCalendar.create({ ...of, ...named, ...told, ...range });
    });
    return { OutlookCalendar: [toGlobalId('OutlookCalendar', calendar.id)] };
  },
  inputs: { updateOutlookCalendar: (own) => ({ id: own('OutlookCalendar'), isFollowed: false }) },
  bounded: { 'Integration.outlookCalendars': 'At most 100.' },
};
