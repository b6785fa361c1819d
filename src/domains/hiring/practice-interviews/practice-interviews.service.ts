import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { createRecord, requireReferences, updateRecord } from '../../../platform/records/records.ts';
import { restoreService, trashService } from '../../../platform/records/trash-services.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { practiceInterviewList } from './practice-interviews.access.ts';
import { createPracticeInterviewInput, updatePracticeInterviewInput } from './practice-interviews.rules.ts';

type PracticeInterview = Row<'practiceInterview'>;

const references = { roleProfileId: 'roleProfile' } as const;

/** The viewer's practice interviews, the latest first unless asked otherwise. */
export const listPracticeInterviews = listService(practiceInterviewList);

/** One of the viewer's practice interviews. */
export const getPracticeInterview = getService(practiceInterviewList);

/** Notes an interview that was held for practice. */
export async function createPracticeInterview(
  ctx: ViewerContext,
  input: InputOf<typeof createPracticeInterviewInput>,
): Promise<PracticeInterview> {
  const { id, ...data } = parseInput(createPracticeInterviewInput(ctx.calendar), input);
  return transaction(ctx, 'createPracticeInterview', (tx) =>
    createRecord(tx, 'practiceInterview', input, id, async (create) => {
      await requireReferences(tx, references, data);
      return create(data);
    }),
  );
}

/** Changes what is given of the interview. */
export async function updatePracticeInterview(
  ctx: ViewerContext,
  input: InputOf<typeof updatePracticeInterviewInput>,
): Promise<PracticeInterview> {
  const { id, ifVersion, ...changes } = parseInput(updatePracticeInterviewInput(ctx.calendar), input);
  return transaction(ctx, 'updatePracticeInterview', (tx) =>
    updateRecord(tx, 'practiceInterview', { id, ifVersion }, async (before) => {
      await requireReferences(tx, references, changes, before);
      return changes;
    }),
  );
}

/** Puts the interview in the trash: it no longer counts for any role. */
export const trashPracticeInterview = trashService('practiceInterview');

/** Takes the interview out of the trash. */
export const restorePracticeInterview = restoreService('practiceInterview');
