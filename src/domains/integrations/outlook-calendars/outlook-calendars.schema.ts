import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import { ConflictError, NotFoundError } from '../../../platform/errors.ts';
import { visibleTo } from './outlook-calendars.access.ts';
import { calendarLimits, updateOutlookCalendarInput } from './outlook-calendars.rules.ts';
import * as calendars from './outlook-calendars.service.ts';

/** Calendars of mailboxes, and which of them are followed. */
export function defineOutlookCalendars(builder: Builder): void {
  const OutlookCalendar = builder.prismaNode('OutlookCalendar', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      integration: t.relation('integration', { description: 'The integration that it is of.' }),
      name: t.exposeString('name'),
      ownerEmail: t.exposeString('ownerEmail'),
      isMain: t.exposeBoolean('isMain'),
      isFollowed: t.exposeBoolean('isFollowed'),
      problem: t.exposeString('problem', { nullable: true }),
    }),
  });

  builder.queryFields((t) => ({
    outlookCalendar: t.byId({ type: OutlookCalendar, resolve: calendars.getOutlookCalendar }),
  }));
  builder.prismaObjectFields('Integration', (t) => ({
    outlookCalendars: t.loadableList({
      type: OutlookCalendar,
      description:
        `The calendars of a mailbox, the main one first, then the oldest. At most ${calendarLimits.listed}. Empty until they were ` +
        'read, and for all but Outlook.',
      load: (ids: string[], ctx) => calendars.outlookCalendarsOf(ctx, ids),
      resolve: ({ id }) => id,
    }),
  }));

  builder.recordMutation('updateOutlookCalendar', {
    record: OutlookCalendar,
    description:
      `Chooses whether a calendar of a mailbox is followed. At most ${calendarLimits.followed} are. It is read soon. Of a calendar ` +
      'that is followed no more, the meetings to come are deleted that have nothing of yours; all others stay, those to come as ' +
      'cancelled ones.',
    authScopes: { integrations: true },
    rules: updateOutlookCalendarInput,
    input: (t) => ({
      isFollowed: t.boolean({ description: 'Whether its events become meetings.' }),
    }),
    errors: [ConflictError, NotFoundError],
    isRecorded: false,
    resolve: calendars.updateOutlookCalendar,
  });
}
