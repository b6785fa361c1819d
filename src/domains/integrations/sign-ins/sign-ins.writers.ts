import type { ViewerContext } from '../../../platform/context.ts';
import { newId } from '../../../platform/database/ids.ts';
import type { Row, UpdateData } from '../../../platform/database/models.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type NewIntegration, saveIntegration } from '../integrations/integrations.service.ts';
import type { Permission, SignInProvider } from '../providers/providers.rules.ts';
import { endOf, secretContext } from './sign-ins.rules.ts';

type SignIn = Row<'integrationSignIn'>;
type Tx = Transaction<ViewerContext>;

/** What somebody signs in to, and what they allow. */
export interface Target {
  provider: SignInProvider;
  permissions: Permission[];
}

/** Creates a sign-in, with a job that asks for it if it has a time to be asked at. @param secret is sealed */
export function createSignIn(
  ctx: ViewerContext,
  secret: string | null,
  data: Pick<SignIn, 'method' | 'expiresAt'> & Target & UpdateData<'integrationSignIn'>,
): Promise<SignIn> {
  const owned = { id: newId(), accountId: ctx.viewer.accountId };
  const encryptedSecret = secret && ctx.app.vault.seal(secret, secretContext(owned));
  return transaction(ctx, 'startIntegrationSignIn', async (tx) => {
    const signIn = await tx.write.integrationSignIn.create({ ...data, ...owned, encryptedSecret });
    if (signIn.nextPollAt) await enqueue(tx, [pollJobOf(signIn, signIn.nextPollAt)]);
    return signIn;
  });
}

/** What a sign-in needs no more once it is over. */
export const over = { encryptedSecret: null, stateHash: null, nextPollAt: null, userCode: null } as const;

/** Makes the integration that somebody has signed in to. Whatever goes wrong is the end of the sign-in, and is told there. */
export async function endSignIn(
  ctx: ViewerContext,
  { id }: Pick<SignIn, 'id'>,
  account: () => Promise<NewIntegration>,
): Promise<SignIn> {
  const end = async (tx: Tx, changes: UpdateData<'integrationSignIn'>) => {
    const [signIn] = await tx.write.integrationSignIn.update({ id }, { ...over, ...changes });
    return signIn as SignIn;
  };
  try {
    const given = await account();
    return await transaction(ctx, 'connect', async (tx) => {
      const integration = await saveIntegration(tx, given);
      return end(tx, { state: 'COMPLETED', integrationId: integration.id });
    });
  } catch (error) {
    const ending = endOf(error);
    return transaction(ctx, 'endIntegrationSignIn', (tx) => end(tx, ending));
  }
}

/** The job that asks for a sign-in at a time. */
export const pollJobOf = ({ id }: Pick<SignIn, 'id'>, at: Date) => ({
  kind: 'pollIntegrationSignIn',
  payload: { signInId: id },
  key: `pollIntegrationSignIn:${id}`,
  at,
});
