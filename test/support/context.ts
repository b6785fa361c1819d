import { actAs, type ViewerContext } from '../../src/platform/context.ts';
import { fromGlobalId } from '../../src/platform/database/global-ids.ts';
import type { SignedInPerson, TestApp } from './app.ts';

/** The context that services are called with when this person asks; for tests below GraphQL. */
export async function contextOf(app: TestApp, { id }: SignedInPerson): Promise<ViewerContext> {
  const accountId = fromGlobalId(id)?.id ?? '';
  const account = await app.db.reads.account.findUniqueOrThrow({ where: { id: accountId } });
  return actAs(app.systemContext(), {
    accountId,
    account,
    actor: 'session:test',
    sessionId: 'test',
    canWrite: true,
    canIntegrate: true,
  });
}
