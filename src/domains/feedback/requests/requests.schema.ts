import type { PayloadFields } from '../../../graphql/mutations/payload-mutation.ts';
import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { ConflictError, NotFoundError } from '../../../platform/errors.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { targetInput } from '../../../platform/validation/input-rules.ts';
import { feedbackRequestList } from './requests.access.ts';
import { statesOf } from './requests.loaders.ts';
import {
  createFeedbackRequestInput,
  questionsOf,
  renewFeedbackRequestLinkInput,
  type FeedbackRequestState as State,
  updateFeedbackRequestInput,
} from './requests.rules.ts';
import * as requests from './requests.service.ts';

const linkNote = 'Anyone who knows it can answer, once. It is shown only here: the server has no more than its hash.';

/** Requests for feedback, which people answer on a web page, without an account. */
export function defineFeedbackRequests(builder: Builder): void {
  const FeedbackRequestState = builder.enumType('FeedbackRequestState', {
    description: 'Whether a request for feedback can be answered.',
    values: {
      OPEN: { description: 'Can be answered by its link.' },
      ANSWERED: { description: 'Has been answered.' },
      EXPIRED: { description: 'Can no longer be answered: its last day is over. A later `dueOn` opens it again.' },
      REVOKED: { description: 'Has no link: it was revoked, or stayed where an export came from.' },
    } satisfies Record<State, { description: string }>,
  });
  const FeedbackRequest = builder.prismaNode('FeedbackRequest', {
    ...nodeOf(ownedBy),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      topic: t.exposeString('topic'),
      message: t.exposeString('message'),
      questions: t.stringList({ description: 'The questions, in order. At most 10.', resolve: questionsOf }),
      dueOn: t.expose('dueOn', { type: 'Date' }),
      answeredAt: t.expose('answeredAt', { type: 'DateTime', nullable: true }),
      state: t.loadable({
        type: FeedbackRequestState,
        description: 'Whether it can be answered.',
        columns: ['id'],
        load: (ids: string[], ctx) => statesOf(ctx, ids),
        resolve: ({ id }) => id,
      }),
      person: t.relation('person', {
        nullable: true,
        description: 'The person who is asked. Null if they have been permanently deleted.',
      }),
      feedback: t.relation('feedback', {
        nullable: true,
        description: 'The answer. Null if there is none, or if it has been permanently deleted.',
      }),
    }),
  });

  builder.objectField(builder.modelRef('Person'), 'feedbackRequests', (t) =>
    t.childConnection(feedbackRequestList, {
      below: 'personId',
      description: 'The requests for feedback from the person.',
    }),
  );

  builder.queryFields((t) => ({
    feedbackRequest: t.byId({ type: FeedbackRequest, resolve: requests.getFeedbackRequest }),
    feedbackRequests: t.connectionOf(feedbackRequestList, {
      description: 'Your requests for feedback.',
      resolve: requests.listFeedbackRequests,
    }),
  }));

  const details = (t: InputFields) => ({
    topic: t.string({
      description: 'What the feedback is to be about. The person reads it, and the feedback gets it as `context`.',
    }),
    message: t.string({ description: 'What the person reads above the questions, as plain text.' }),
  });
  const isMailed = (t: InputFields) =>
    t.boolean({
      description:
        'Whether the link is mailed to the first email address of the person. Takes a server that sends mail. Default: false.',
    });
  const linked = (t: PayloadFields<requests.LinkedRequest>) => ({
    feedbackRequest: t.field({
      type: FeedbackRequest,
      description: 'The request after the mutation.',
      resolve: ({ feedbackRequest }) => feedbackRequest,
    }),
    url: t.exposeString('url', {
      nullable: true,
      description: `The web address at which the person answers, without an account. ${linkNote} Null if the request was there already.`,
    }),
  });
  builder.payloadMutation('createFeedbackRequest', {
    description: 'Creates a request for feedback from a person, who answers it on a web page, without an account.',
    authScopes: { integrations: true },
    rules: createFeedbackRequestInput,
    input: (t) => ({
      personId: t.id({ required: true, description: 'The id of the person who is asked.' }),
      questions: t.stringList({ required: true, description: 'The questions, in order.' }),
      ...details(t),
      dueOn: t.field({
        type: 'Date',
        description: 'The last day on which it can be answered, by your clock. Default: in 14 days.',
      }),
      isMailed: isMailed(t),
    }),
    errors: [NotFoundError, ConflictError],
    isRecorded: true,
    payload: linked,
    resolve: requests.createFeedbackRequest,
  });
  builder.recordMutation('updateFeedbackRequest', {
    record: FeedbackRequest,
    description: 'Changes a request for feedback that was not answered. Its link stays.',
    rules: updateFeedbackRequestInput,
    input: (t) => ({
      ...details(t),
      dueOn: t.field({ type: 'Date', description: 'The last day on which it can be answered, by your clock.' }),
    }),
    resolve: requests.updateFeedbackRequest,
  });
  builder.payloadMutation('renewFeedbackRequestLink', {
    description:
      'Gives a request for feedback that was not answered a new link. Its former link stops working at once.',
    authScopes: { integrations: true },
    rules: renewFeedbackRequestLinkInput,
    input: (t) => ({ isMailed: isMailed(t) }),
    errors: [NotFoundError, ConflictError],
    isRecorded: true,
    changeSetNote: 'An undo brings no link back.',
    payload: linked,
    resolve: requests.renewFeedbackRequestLink,
  });
  builder.recordMutation('revokeFeedbackRequest', {
    record: FeedbackRequest,
    description: 'Revokes the link of a request for feedback, which stops working at once.',
    rules: targetInput('FeedbackRequest'),
    changeSetNote: 'An undo brings no link back.',
    resolve: requests.revokeFeedbackRequest,
  });
}
