import type { Builder } from '../../../graphql/types.ts';
import { importMeetingsInput } from './import.rules.ts';
import * as meetingImport from './import.service.ts';

/** The import of meetings from iCalendar files. */
export function defineMeetingImport(builder: Builder): void {
  builder.payloadMutation('importMeetings', {
    description:
      'Imports the meetings of an iCalendar file. A meeting is recognized by its UID and recurrence, so a repeated import ' +
      'changes only what has changed in the calendar. Your notes, items, labels and links are kept.',
    rules: importMeetingsInput,
    input: (t) => ({
      ics: t.string({
        required: true,
        description: 'The text of the iCalendar file (.ics), as exported by Outlook, Google or Apple.',
      }),
      from: t.field({ type: 'Date', description: 'The first day to import. Default: 365 days ago.' }),
      to: t.field({ type: 'Date', description: 'The last day to import. Default: 365 days from today.' }),
    }),
    isRecorded: true,
    payload: (t) => ({
      createdCount: t.exposeInt('createdCount', { description: 'The number of meetings created.' }),
      updatedCount: t.exposeInt('updatedCount', { description: 'The number of meetings updated.' }),
      unchangedCount: t.exposeInt('unchangedCount', {
        description: 'The number of meetings that were up to date, have a newer version here, or are in the trash.',
      }),
      cancelledCount: t.exposeInt('cancelledCount', {
        description: 'The number of meetings that were cancelled, as their series no longer includes them.',
      }),
    }),
    resolve: meetingImport.importMeetings,
  });
}
