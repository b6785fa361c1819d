import { actAs, type Context, type ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError, InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { createRecord, requireReferences, updateRecord } from '../../../platform/records/records.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { networkOf } from '../../../platform/security/client-networks.ts';
import { hashToken } from '../../../platform/security/crypto.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput, type TargetInput, targetInput } from '../../../platform/validation/input-rules.ts';
import { createFeedback } from '../feedback/feedback.service.ts';
import { feedbackRequestList } from './requests.access.ts';
import {
  answerInput,
  answerLimit,
  bodyOf,
  createFeedbackRequestInput,
  mailLimit,
  questionsOf,
  renewFeedbackRequestLinkInput,
  updateFeedbackRequestInput,
} from './requests.rules.ts';
import { makeLink } from './requests.writers.ts';

type FeedbackRequest = Row<'feedbackRequest'>;

/** A request, and the address of its link, if it has just got one. */
export interface LinkedRequest {
  readonly feedbackRequest: FeedbackRequest;
  readonly url: string | null;
}

/** Lists the viewer's requests for feedback. */
export const listFeedbackRequests = listService(feedbackRequestList);

/** Gets a request for feedback by its id. Null if the viewer has none with it. */
export const getFeedbackRequest = getService(feedbackRequestList);

/**
 * Creates a request for feedback with its link.
 * @throws InvalidInputError, also if it cannot be mailed; NotFoundError for an unknown person; RateLimitedError after many mails
 */
export async function createFeedbackRequest(
  ctx: ViewerContext,
  input: InputOf<typeof createFeedbackRequestInput>,
): Promise<LinkedRequest> {
  const { id, isMailed, ...data } = parseInput(ctx, createFeedbackRequestInput, input);
  if (isMailed) await countMail(ctx);
  return transaction(ctx, 'createFeedbackRequest', async (tx) => {
    let url: string | null = null;
    const feedbackRequest = await createRecord(tx, 'feedbackRequest', input, id, async (create) => {
      await requireReferences(tx, { personId: 'person' }, data);
      if (isMailed) await requireAddress(tx, data.personId);
      const request = await create(data);
      url = await makeLink(tx, request.id, isMailed);
      return request;
    });
    return { feedbackRequest, url };
  });
}

/**
 * Changes the given fields of a request for feedback that was not answered.
 * @throws InvalidInputError, NotFoundError, ConflictError
 */
export async function updateFeedbackRequest(
  ctx: ViewerContext,
  input: InputOf<typeof updateFeedbackRequestInput>,
): Promise<FeedbackRequest> {
  const { id, ifVersion, ...changes } = parseInput(ctx, updateFeedbackRequestInput, input);
  return transaction(ctx, 'updateFeedbackRequest', (tx) =>
    updateRecord(tx, 'feedbackRequest', { id, ifVersion }, (request) => {
      requireUnanswered(request);
      return changes;
    }),
  );
}

/**
 * Gives a request a new link in place of its former one, which stops working at once.
 * @throws InvalidInputError, NotFoundError, ConflictError if it was answered, RateLimitedError
 */
export async function renewFeedbackRequestLink(
  ctx: ViewerContext,
  input: InputOf<typeof renewFeedbackRequestLinkInput>,
): Promise<LinkedRequest> {
  const { id, ifVersion, isMailed } = parseInput(ctx, renewFeedbackRequestLinkInput, input);
  if (isMailed) await countMail(ctx);
  return transaction(ctx, 'renewFeedbackRequestLink', async (tx) => {
    let url: string | null = null;
    const renew = async () => {
      url = await makeLink(tx, id, isMailed);
      return true;
    };
    const change = async (request: FeedbackRequest) => {
      requireUnanswered(request);
      if (isMailed) await requireAddress(tx, request.personId);
      return {};
    };
    return { feedbackRequest: await updateRecord(tx, 'feedbackRequest', { id, ifVersion }, change, renew), url };
  });
}

/** Revokes the link of a request, which stops working at once. Without a link, nothing changes. @throws NotFoundError, ConflictError */
export async function revokeFeedbackRequest(ctx: ViewerContext, input: TargetInput): Promise<FeedbackRequest> {
  const { id, ifVersion } = parseInput(ctx, targetInput('FeedbackRequest'), input);
  return transaction(ctx, 'revokeFeedbackRequest', (tx) =>
    updateRecord(
      tx,
      'feedbackRequest',
      { id, ifVersion },
      () => ({}),
      async () => {
        const { accountId } = tx.viewer;
        return (await tx.write.feedbackRequestLink.delete({ feedbackRequestId: id, accountId })).length > 0;
      },
    ),
  );
}

function requireUnanswered({ answeredAt }: FeedbackRequest): void {
  if (answeredAt !== null) throw new ConflictError('The request has been answered.');
}

const cannotMail = (message: string) => new InvalidInputError([{ path: ['input', 'isMailed'], message }]);

async function countMail(ctx: ViewerContext): Promise<void> {
  if (!ctx.app.mailer) throw cannotMail('must not be true: the server sends no mail');
  await ctx.app.rateLimits.consume(mailLimit, ctx.viewer.accountId);
}

async function requireAddress(tx: Transaction<ViewerContext>, personId: string | null): Promise<void> {
  const where = { personId: personId ?? '', ownerId: tx.viewer.accountId };
  if (!(await tx.db.personEmail.findFirst({ where })))
    throw cannotMail('must not be true: the person has no email address');
}

/** An open request, as its page shows it. */
export interface OpenRequest {
  readonly request: FeedbackRequest;
  readonly owner: ViewerContext;
}

/** The request that a link leads to. Null if the link is wrong, used or revoked, or the request is over or in the trash. Reads only. */
export async function openRequest(ctx: Context, token: string): Promise<OpenRequest | null> {
  const link = await ctx.db.feedbackRequestLink.findFirst({
    where: {
      tokenHash: hashToken(token),
      feedbackRequest: { AND: [active('feedbackRequest'), { answeredAt: null, person: active('person') }] },
    },
    include: { account: true, feedbackRequest: true },
  });
  if (!link) return null;
  const { accountId, account, feedbackRequest: request } = link;
  const owner = actAs(ctx, {
    accountId,
    account,
    actor: `request:${request.id}`,
    sessionId: null,
    canWrite: true,
    canIntegrate: false,
  });
  return request.dueOn < owner.calendar.today ? null : { request, owner };
}

/**
 * Answers the request that a link leads to: creates the feedback that its owner receives, and uses the link up. Of several answers
 * at once, one is taken.
 * @returns whether it was taken; not if the link leads to no open request
 * @throws InvalidInputError if all answers are empty or they are too long
 */
export async function answerRequest(
  { request: { id }, owner }: OpenRequest,
  token: string,
  input: InputOf<typeof answerInput>,
): Promise<boolean> {
  const { kind, answers } = parseInput(owner, answerInput, input);
  return transaction(owner, 'answerFeedbackRequest', async (tx) => {
    const open = await openRequest(tx, token);
    if (open?.request.id !== id) return false;
    const { personId, topic: context } = open.request;
    const body = bodyOf(questionsOf(open.request), answers);
    await tx.write.feedbackRequestLink.delete({ feedbackRequestId: id });
    const feedback = await createFeedback(tx, { direction: 'RECEIVED', kind, body, context, personId });
    await tx.write.feedbackRequest.update({ id }, { answeredAt: tx.calendar.now, feedbackId: feedback.id });
    return true;
  });
}

/** Counts a form that a network has sent. @throws RateLimitedError after too many */
export async function countAnswer({ app, client }: Context): Promise<void> {
  await app.rateLimits.consume(answerLimit, networkOf(client.address));
}
