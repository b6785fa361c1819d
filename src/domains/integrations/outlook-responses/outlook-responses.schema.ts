import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import { ConflictError, NotFoundError } from '../../../platform/errors.ts';
import { visibleTo } from './outlook-responses.access.ts';
import { respondToMeetingInput } from './outlook-responses.rules.ts';
import * as responses from './outlook-responses.service.ts';

/** Responses to invitations, which Outlook sends. */
export function defineOutlookResponses(builder: Builder): void {
  const Response = builder.modelEnum('MeetingAttendeeResponse');
  const OutlookResponse = builder.prismaNode('OutlookResponse', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      meeting: t.relation('meeting', { description: 'The meeting. May be in the trash.' }),
      response: t.expose('response', { type: Response }),
      comment: t.exposeString('comment'),
      isPending: t.exposeBoolean('isPending'),
      sentAt: t.expose('sentAt', { type: 'DateTime', nullable: true }),
      problem: t.exposeString('problem', { nullable: true }),
    }),
  });
  builder.prismaObjectFields('Meeting', (t) => ({
    outlookResponse: t.loadable({
      type: OutlookResponse,
      nullable: true,
      description: 'Your last response by `respondToMeeting`. Null if there is none.',
      load: (ids: string[], ctx) => responses.responsesOf(ctx, ids),
      resolve: ({ id }) => id,
    }),
  }));

  builder.recordMutation('respondToMeeting', {
    record: OutlookResponse,
    description:
      'Responds to the invitation to a meeting of Outlook, which tells its organizer within seconds. `myResponse` follows once ' +
      'Outlook has taken it. It takes a sign-in with the permission WRITE_CALENDAR.',
    authScopes: { integrations: true },
    rules: respondToMeetingInput,
    input: (t) => ({
      response: t.field({
        type: Response,
        required: true,
        description:
          'The response: ACCEPTED, TENTATIVE or DECLINED. Outlook may take a declined meeting out of the calendar.',
      }),
      comment: t.string({ description: 'What you write to the organizer. Default: nothing.' }),
    }),
    errors: [ConflictError, NotFoundError],
    isRecorded: false,
    resolve: responses.respondToMeeting,
  });
}
