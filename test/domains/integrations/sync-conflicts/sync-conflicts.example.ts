import { fromGlobalId, toGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { newId } from '../../../../src/platform/database/ids.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import type { Example } from '../../../support/examples.ts';

const uuidOf = (globalId: string) => fromGlobalId(globalId)?.id ?? '';

export const example: Example = {
  after: ['todo-items'],
  async populate({ app, person, mark }) {
    const accountId = uuidOf(person.id);
    const conflict = await transaction(app.systemContext(), 'test', async (tx) => {
      const item = await tx.db.todoItem.findFirstOrThrow({ where: { accountId } });
      const { id: todoItemId, integrationId, taskId } = item;
      const title = { field: 'TITLE', base: `${mark} before`, ours: `${mark} here`, theirs: `${mark} there` };
      const about = { accountId, integrationId, todoItemId, taskId: taskId ?? '' };
      const detectedAt = tx.calendar.now;
      return tx.write.syncConflict.create({
        id: newId(),
        ...about,
        kind: 'CHANGED_ON_BOTH',
        fields: [title],
        detectedAt,
      });
    });
    return { SyncConflict: [toGlobalId('SyncConflict', conflict.id)] };
  },
  inputs: {
    resolveSyncConflict: (own) => ({
      ...{ id: own('SyncConflict'), keep: 'KEEP_OURS', fields: [{ field: 'TITLE', keep: 'KEEP_OURS' }] },
    }),
  },
  bounded: { 'SyncConflict.fields': 'At most one for each field that is synced.' },
};
