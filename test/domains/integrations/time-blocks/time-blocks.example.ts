import { fromGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import type { Example } from '../../../support/examples.ts';

const uuidOf = (globalId: string) => fromGlobalId(globalId)?.id ?? '';

export const example: Example = {
  after: ['integrations', 'tasks'],
  async populate({ app, own, id, mark }) {
    const times = { startsAt: '2026-11-23T14:00:00Z', endsAt: '2026-11-23T15:00:00Z' };
    const of = { taskId: own('Task'), integrationId: own('Integration') };
    const block = await id('blockTime', { title: `${mark} block`, ...times, ...of });
    await transaction(app.systemContext(), 'test', (tx) =>
      tx.write.timeBlock.update(
        { id: uuidOf(block) },
        { eventId: `${mark} event`, problem: `${mark} problem`, plannedOn: '2026-11-23' },
      ),
    );
    return { TimeBlock: [block] };
  },
  inputs: {
    blockTime: (own) => ({
      ...{ title: 'Read', startsAt: '2026-11-25T09:00:00Z', endsAt: '2026-11-25T10:00:00Z' },
      ...{ taskId: own('Task'), integrationId: own('Integration') },
    }),
    updateTimeBlock: (own) => ({ id: own('TimeBlock'), title: 'Read' }),
    deleteTimeBlock: (own) => ({ id: own('TimeBlock') }),
  },
  bounded: { 'Query.timeBlocks': 'At most 500.' },
};
