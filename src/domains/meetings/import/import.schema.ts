import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import type { MeetingImport as MeetingImportShape } from './import.service.ts';
import * as meetingImport from './import.service.ts';

/** Taking over the meetings of a calendar file. */
export function defineMeetingImport(builder: Builder, shared: Shared): void {
  const MeetingImport = builder.objectRef<MeetingImportShape>('MeetingImport').implement({
    description: 'What came of taking over a calendar.',
    fields: (t) => ({
      createdCount: t.exposeInt('createdCount', { description: 'How many meetings it made.' }),
      updatedCount: t.exposeInt('updatedCount', { description: 'How many it changed.' }),
      unchangedCount: t.exposeInt('unchangedCount', {
        description: 'How many were as they are, newer here, or in the trash.',
      }),
      cancelledCount: t.exposeInt('cancelledCount', {
        description: 'How many their series no longer has, which are now cancelled.',
      }),
    }),
  });
  const ImportMeetingsInput = builder.inputType('ImportMeetingsInput', {
    description: 'A calendar to take over.',
    fields: (t) => ({
      ics: t.string({
        required: true,
        description: 'The text of an iCalendar file (.ics), as Outlook, Google and Apple write it: at most 5 MB.',
      }),
      from: t.field({ type: 'Date', description: 'The first day to take over; a year ago when nothing is said.' }),
      to: t.field({ type: 'Date', description: 'The last day to take over; in a year when nothing is said.' }),
    }),
  });
  builder.mutationFields((t) => ({
    importMeetings: shared.mutation(
      t,
      MeetingImport,
      ImportMeetingsInput,
      'Takes over the meetings of a calendar. Done again, it changes only what has changed.',
      meetingImport.importMeetings,
    ),
  }));
}
