import { fromGlobalId, toGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { newId } from '../../../../src/platform/database/ids.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import type { Example } from '../../../support/examples.ts';

const uuidOf = (globalId: string) => fromGlobalId(globalId)?.id ?? '';

export const example: Example = {
  after: ['integrations'],
  // Made as a sync makes it: Miro is not there.
  async populate({ app, person, own, mark }) {
    const of = { accountId: uuidOf(person.id), integrationId: uuidOf(own('Integration')) };
    const board = await transaction(app.systemContext(), 'test', (tx) =>
      tx.write.miroBoard.create({
        ...{ id: newId(), ...of, miroId: mark, name: `${mark} board`, viewUrl: `https://miro.example/${mark}` },
        modifiedAt: tx.calendar.now,
      }),
    );
    return { MiroBoard: [toGlobalId('MiroBoard', board.id)] };
  },
  bounded: { 'Query.miroBoards': 'At most 200.' },
};
