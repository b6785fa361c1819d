import type { Builder } from '../../../graphql/types.ts';
import type { Window } from './outlook.rules.ts';
import * as outlook from './outlook.service.ts';

/** Outlook: the calendars of mailboxes, read through Microsoft Graph. */
export function defineOutlook(builder: Builder): void {
  const OutlookWindow = builder.objectRef<Window>('OutlookWindow').implement({
    description: 'The range of time of the events that are read of a mailbox. It moves on every month.',
    fields: (t) => ({
      from: t.expose('from', { type: 'DateTime', description: 'Its start.' }),
      to: t.expose('to', { type: 'DateTime', description: 'Its end.' }),
    }),
  });
  builder.prismaObjectFields('Integration', (t) => ({
    outlookWindow: t.loadable({
      type: OutlookWindow,
      nullable: true,
      description: 'The range of time that is read of a mailbox. Null until it was read, and for all but Outlook.',
      load: (ids: string[], ctx) => outlook.outlookWindowsOf(ctx, ids),
      resolve: ({ id }) => id,
    }),
  }));
}
