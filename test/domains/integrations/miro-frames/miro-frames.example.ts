import { fromGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { newId } from '../../../../src/platform/database/ids.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import type { Example } from '../../../support/examples.ts';

const uuidOf = (globalId: string) => fromGlobalId(globalId)?.id ?? '';

export const example: Example = {
  after: ['miro-boards'],
  async populate({ app, person, own, id, mark }) {
    const frame = await id('createMiroFrame', { boardId: own('MiroBoard'), content: 'WEEK', weekOf: '2026-11-25' });
    await transaction(app.systemContext(), 'test', async (tx) => {
      const of = { accountId: uuidOf(person.id), frameId: uuidOf(frame) };
      const what = { key: `0:${mark}`, gridColumn: 0, gridRow: 1, content: `"${mark}"`, miroId: mark };
      await tx.write.miroItem.create({ id: newId(), ...of, ...what });
      await tx.write.miroFrame.update({ id: of.frameId }, { problem: `${mark} problem`, miroId: `${mark} frame` });
    });
    return { MiroFrame: [frame] };
  },
  inputs: {
    createMiroFrame: (own) => ({ boardId: own('MiroBoard'), content: 'GOALS' }),
    deleteMiroFrame: (own) => ({ id: own('MiroFrame') }),
  },
  bounded: { 'Query.miroFrames': 'At most 20.' },
};
