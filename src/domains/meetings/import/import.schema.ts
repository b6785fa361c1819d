import type { Builder } from '../../../graphql/types.ts';
import type { SkippedEvent } from '../../../integrations/ics/read-calendar.ts';
import { importMeetingsInput } from './import.rules.ts';
import * as meetingImport from './import.service.ts';

/** The import of meetings from iCalendar files. */
export function defineMeetingImport(builder: Builder): void {
  const SkippedCalendarEvent = builder.objectRef<SkippedEvent>('SkippedCalendarEvent').implement({
    description: 'An event of a calendar file that was left out of an import.',
    fields: (t) => ({
      uid: t.exposeString('uid', {
        description: 'The UID of the event; made from its content if the file has none.',
      }),
      summary: t.exposeString('summary', { description: 'The title of the event. Empty if it has none.' }),
      line: t.exposeInt('line', { description: 'The number of its first line in the file, starting at 1.' }),
      reason: t.exposeString('reason', { description: 'Why it was left out, as a sentence.' }),
    }),
  });

  builder.payloadMutation('importMeetings', {
    description:
      'Imports the meetings of an iCalendar file, or of a message about a meeting. A meeting is recognized by its UID and ' +
      'recurrence, so a repeated import changes only what has changed in the calendar. Your notes, items, labels and links ' +
      'are kept. Events that cannot be read are left out and named.',
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
        description: 'The number of meetings that were cancelled, or that their series no longer includes.',
      }),
      skippedCount: t.exposeInt('skippedCount', { description: 'The number of events that were left out.' }),
      skipped: t.field({
        type: [SkippedCalendarEvent],
        description: 'The events that were left out, in the order of the file. At most 100.',
        resolve: ({ skipped }) => skipped,
      }),
      warnings: t.exposeStringList('warnings', {
        description:
          'What was read differently from what the file says, such as times in a time zone that it does not define, and how many of ' +
          'its meetings are in the trash. At most 100.',
      }),
    }),
    resolve: meetingImport.importMeetings,
  });
}
