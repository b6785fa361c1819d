import { fromGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { newId } from '../../../../src/platform/database/ids.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import type { Example } from '../../../support/examples.ts';

const uuidOf = (globalId: string) => fromGlobalId(globalId)?.id ?? '';

export const example: Example = {
  after: ['miro-boards', 'tasks'],
  async populate({ app, person, own, id, mark }) {
    const source = { boardId: own('MiroBoard'), target: 'TASKS', tag: `${mark} tag`, frameTitle: `${mark} frame` };
    const miroImport = await id('createMiroImport', source);
    await transaction(app.systemContext(), 'test', async (tx) => {
      const of = { accountId: uuidOf(person.id), target: 'TASKS' as const, recordId: uuidOf(own('Task')) };
      const what = { boardMiroId: mark, miroId: mark, title: `${mark} title`, details: `${mark} details` };
      await tx.write.miroSticky.create({ id: newId(), ...of, ...what });
      await tx.write.miroImport.update({ id: uuidOf(miroImport) }, { problem: `${mark} problem` });
    });
    return { MiroImport: [miroImport] };
  },
  inputs: {
    createMiroImport: (own) => ({ boardId: own('MiroBoard'), target: 'LEARNINGS', color: 'YELLOW' }),
    deleteMiroImport: (own) => ({ id: own('MiroImport') }),
  },
  bounded: { 'Query.miroImports': 'At most 20.' },
};
