import { fromGlobalId, toGlobalId } from '../../../../src/platform/database/global-ids.ts';
import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['integrations'],
  // An integration has them from its start on.
  async populate({ app, own }) {
    const integrationId = fromGlobalId(own('Integration'))?.id ?? '';
    const { id } = await app.systemContext().db.syncTask.findFirstOrThrow({ where: { integrationId } });
    return { SyncTask: [toGlobalId('SyncTask', id)] };
  },
  bounded: { 'Integration.syncTasks': 'At most one of each kind.' },
};
