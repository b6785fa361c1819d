import type { Context, ViewerContext } from '../../../platform/context.ts';
import { newId } from '../../../platform/database/ids.ts';
import { exponential } from '../../../platform/jobs/backoff.ts';
import { enqueue, type JobKind } from '../../../platform/jobs/jobs.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { hashToken } from '../../../platform/security/crypto.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';
import { linkContext, pathOf } from './requests.rules.ts';

const minute = 60_000;

/**
 * The token of a link: its id, and the server's signature of it. The database has its hash alone, which says whether it is valid.
 * With the server's secret it can be made again, so that a mail can be sent later, and again.
 */
const tokenOf = ({ app: { vault } }: Context, linkId: string) =>
  `${linkId.replaceAll('-', '')}${vault.derive(linkId, linkContext)}`;

/** Gives a request a link in place of the one it had. Returns the address, which is not stored. */
export async function makeLink(
  tx: Transaction<ViewerContext>,
  feedbackRequestId: string,
  isMailed: boolean | null | undefined,
): Promise<string> {
  const id = newId();
  const token = tokenOf(tx, id);
  await tx.write.feedbackRequestLink.delete({ feedbackRequestId });
  await tx.write.feedbackRequestLink.create({
    id,
    accountId: tx.viewer.accountId,
    feedbackRequestId,
    tokenHash: hashToken(token),
  });
  if (isMailed) await enqueue(tx, [{ kind: 'mailFeedbackRequest', payload: { linkId: id } }]);
  return `${tx.app.config.publicUrl}${pathOf(token)}`;
}

/** Mails a link to the person whose feedback is asked for, unless it was used or revoked meanwhile. */
export const mailFeedbackRequest: JobKind = {
  maxAttempts: 8,
  backoff: (attempt) => exponential(attempt, minute / 6, 60 * minute),
  async run(ctx, { payload: { linkId = '' } }) {
    const { mailer, config } = ctx.app;
    const link = await ctx.db.feedbackRequestLink.findFirst({
      where: { id: linkId, feedbackRequest: { AND: [active('feedbackRequest'), { person: active('person') }] } },
      include: {
        account: true,
        feedbackRequest: {
          include: { person: { include: { personEmails: { orderBy: { position: 'asc' }, take: 1 } } } },
        },
      },
    });
    const to = link?.feedbackRequest.person?.personEmails[0]?.email;
    // The secret may have changed since: then the link is shown once more by a new one.
    if (!mailer || !link || !to || hashToken(tokenOf(ctx, link.id)) !== link.tokenHash) return;
    const { account, feedbackRequest: request } = link;
    const url = `${config.publicUrl}${pathOf(tokenOf(ctx, link.id))}`;
    await mailer.send({
      to,
      subject: `${account.name} asks for your feedback`,
      text: mailOf(account.name, request, url),
    });
  },
};

const mailOf = (
  name: string,
  { topic, message, dueOn }: { topic: string; message: string; dueOn: string },
  url: string,
) =>
  [
    `${name} asks for your feedback${topic === '' ? '' : `: ${topic}`}.`,
    message.trim(),
    `Answer here until ${dueOn}, without an account:\n${url}`,
    'The link is yours alone, and works once. If you do not know who asks, ignore this mail.',
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
