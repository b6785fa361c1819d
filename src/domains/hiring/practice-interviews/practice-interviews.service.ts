import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { createRecord, requireReferences, updateRecord } from '../../../platform/records/records.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { practiceInterviewList } from './practice-interviews.access.ts';
import { createPracticeInterviewInput, updatePracticeInterviewInput } from './practice-interviews.rules.ts';

type PracticeInterview = Row<'practiceInterview'>;

const references = { roleProfileId: 'roleProfile' } as const;

/** Lists the viewer's practice interviews. */
export const listPracticeInterviews = listService(practiceInterviewList);

/** Gets a practice interview by its id. Null if the viewer has none with it. */
export const getPracticeInterview = getService(practiceInterviewList);

/** Creates a practice interview. @throws InvalidInputError, NotFoundError for an unknown role */
export async function createPracticeInterview(
  ctx: ViewerContext,
  input: InputOf<typeof createPracticeInterviewInput>,
): Promise<PracticeInterview> {
  const { id, ...data } = parseInput(ctx, createPracticeInterviewInput, input);
  return transaction(ctx, 'createPracticeInterview', (tx) =>
    createRecord(tx, 'practiceInterview', input, id, async (create) => {
      await requireReferences(tx, references, data);
      return create(data);
    }),
  );
}

/** Changes the given fields of a practice interview. @throws InvalidInputError, NotFoundError, ConflictError */
export async function updatePracticeInterview(
  ctx: ViewerContext,
  input: InputOf<typeof updatePracticeInterviewInput>,
): Promise<PracticeInterview> {
  const { id, ifVersion, ...changes } = parseInput(ctx, updatePracticeInterviewInput, input);
  return transaction(ctx, 'updatePracticeInterview', (tx) =>
    updateRecord(tx, 'practiceInterview', { id, ifVersion }, async (before) => {
      await requireReferences(tx, references, changes, before);
      return changes;
    }),
  );
}
