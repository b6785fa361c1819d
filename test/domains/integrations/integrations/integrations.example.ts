import { saveIntegration } from '../../../../src/domains/integrations/integrations/integrations.service.ts';
import { actFor } from '../../../../src/platform/context.ts';
import { fromGlobalId, toGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  // Made as a sign-in makes it: no provider is there to sign in to.
  async populate({ app, person, mark }) {
    const ctx = app.systemContext();
    const account = await ctx.db.account.findUniqueOrThrow({ where: { id: fromGlobalId(person.id)?.id ?? '' } });
    const integration = await transaction(actFor(ctx, account), 'connect', (tx) =>
      saveIntegration(tx, {
        provider: 'OUTLOOK',
        name: `${mark} Outlook`,
        connectedTo: `${mark}@contoso.example`,
        externalKey: mark,
        permissions: ['WRITE_CALENDAR'],
        credentials: { accessToken: 'x', refreshToken: null, expiresAt: 0 },
      }),
    );
    return { Integration: [toGlobalId('Integration', integration.id)] };
  },
  inputs: {
    updateIntegration: (own) => ({ id: own('Integration'), name: 'changed' }),
    pauseIntegration: (own) => ({ id: own('Integration') }),
    resumeIntegration: (own) => ({ id: own('Integration') }),
    deleteIntegration: (own) => ({ id: own('Integration') }),
  },
  bounded: { 'Query.integrations': 'At most 20.' },
};
