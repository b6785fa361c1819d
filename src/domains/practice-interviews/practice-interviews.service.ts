import type { ViewerContext } from '../../platform/context.ts';
import { type InputOf, parseInput, type RowInput, rowInput } from '../../platform/inputs.ts';
import { getRow, type ListArguments, listRows, type Selection } from '../../platform/lists.ts';
import type { Page } from '../../platform/pagination.ts';
import { changeRow, createRow, requireReferences, restoreRow, trashRow } from '../../platform/rows.ts';
import { transaction } from '../../platform/transaction.ts';
import type { Row } from '../../platform/writer.ts';
import { practiceInterviewList } from './practice-interviews.access.ts';
import { createPracticeInterviewInput, updatePracticeInterviewInput } from './practice-interviews.rules.ts';

type PracticeInterview = Row<'practiceInterview'>;

const references = { roleProfileId: 'roleProfile' } as const;

/** The viewer's practice interviews, the latest first unless asked otherwise. */
export async function listPracticeInterviews(
  ctx: ViewerContext,
  args: ListArguments,
  selection: Selection<'practiceInterview'> = {},
): Promise<Page<PracticeInterview>> {
  return listRows(ctx, practiceInterviewList, args, selection);
}

/** One of the viewer's practice interviews. */
export async function getPracticeInterview(
  ctx: ViewerContext,
  id: string,
  selection: Selection<'practiceInterview'> = {},
): Promise<PracticeInterview | null> {
  return getRow(ctx, practiceInterviewList, id, selection);
}

/** Notes an interview that was held for practice. */
export async function createPracticeInterview(
  ctx: ViewerContext,
  input: InputOf<typeof createPracticeInterviewInput>,
): Promise<PracticeInterview> {
  const { id, ...data } = parseInput(createPracticeInterviewInput(ctx.calendar), input);
  return transaction(ctx, 'createPracticeInterview', (tx) =>
    createRow(tx, 'practiceInterview', input, id, async (create) => {
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
    changeRow(tx, 'practiceInterview', { id, ifVersion }, async (before) => {
      await requireReferences(tx, references, changes, before);
      return changes;
    }),
  );
}

/** Puts the interview in the trash: it no longer counts for any role. */
export async function trashPracticeInterview(ctx: ViewerContext, input: RowInput): Promise<PracticeInterview> {
  const target = parseInput(rowInput('PracticeInterview'), input);
  return transaction(ctx, 'trashPracticeInterview', (tx) => trashRow(tx, 'practiceInterview', target));
}

/** Takes the interview out of the trash. */
export async function restorePracticeInterview(ctx: ViewerContext, input: RowInput): Promise<PracticeInterview> {
  const target = parseInput(rowInput('PracticeInterview'), input);
  return transaction(ctx, 'restorePracticeInterview', (tx) => restoreRow(tx, 'practiceInterview', target));
}
