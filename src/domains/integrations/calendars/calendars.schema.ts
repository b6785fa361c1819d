import type { Builder } from '../../../graphql/types.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { subscribeToCalendarInput } from './calendars.rules.ts';
import * as calendars from './calendars.service.ts';

/** Calendars of others, which are subscribed to by their web addresses. */
export function defineCalendars(builder: Builder): void {
  builder.recordMutation('subscribeToCalendar', {
    record: builder.modelRef('Integration'),
    description:
      'Subscribes to the calendar at a web address, in iCalendar format. It is read soon, and then regularly. Subscribing to ' +
      'the same address again returns the same integration, with its name and `refreshMinutes` unchanged, and has it read at ' +
      'once, or when its server accepts requests again.',
    authScopes: { integrations: true },
    rules: subscribeToCalendarInput,
    input: (t) => ({
      url: t.string({
        required: true,
        description:
          'The web address. `webcal:` means `https:`. Who knows the address can often read the calendar: it is stored encrypted, ' +
          'and not shown again.',
      }),
      name: t.string({ description: 'The name that you know it by. Default: the host of the address.' }),
      refreshMinutes: t.int({ description: 'How often it is read, in minutes. Default: 60.' }),
    }),
    errors: [ConflictError],
    isRecorded: false,
    resolve: calendars.subscribeToCalendar,
  });
}
