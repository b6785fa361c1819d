import { actFor, type Context, type ViewerContext } from '../context.ts';
import type { NewJob, RunningJob } from './jobs.ts';

/* The jobs that the server does for one account each. */

/** A job for an account. By its key, an account has one of a kind at a time. */
export const jobForAccount = (kind: string, accountId: string): NewJob => ({
  kind,
  payload: { accountId },
  key: `${kind}:${accountId}`,
});

/** The context of the server acting for the account that a job is for. Null if the account has been deleted since. */
export async function ownerOfJob(
  ctx: Context,
  { payload: { accountId = '' } }: Pick<RunningJob, 'payload'>,
): Promise<ViewerContext | null> {
  const account = await ctx.db.account.findUnique({ where: { id: accountId } });
  return account && actFor(ctx, account);
}
