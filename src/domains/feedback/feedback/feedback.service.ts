import type { ViewerContext } from '../../../platform/context.ts';
import { type InputOf, parseInput, type RowInput, rowInput } from '../../../platform/validation/input-rules.ts';
import { setJoined } from '../../../platform/records/many-to-many.ts';
import { getting, listing } from '../../../platform/queries/lists.ts';
import { changeRow, createRow, requireReferences } from '../../../platform/records/records.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { restoring, trashing } from '../../../platform/records/trash-services.ts';
import type { Row } from '../../../platform/transactions/model-writer.ts';
import { mostLabels } from '../../across/labels/labels.rules.ts';
import { feedbackList } from './feedback.access.ts';
import {
  createFeedbackInput,
  mostSubjects,
  requireOtherSide,
  requireReceived,
  updateFeedbackInput,
} from './feedback.rules.ts';

type Feedback = Row<'feedback'>;

const references = { personId: 'person', meetingId: 'meeting', taskId: 'task' } as const;
const joinings = {
  skillIds: { model: 'feedbackSkill', row: 'feedbackId', other: 'skill', most: mostSubjects },
  goalIds: { model: 'feedbackGoal', row: 'feedbackId', other: 'goal', most: mostSubjects },
  labelIds: { model: 'feedbackLabel', row: 'feedbackId', other: 'label', most: mostLabels },
} as const;

/** The viewer's feedback, the latest first unless asked otherwise. */
export const listFeedback = listing(feedbackList);

/** One of the viewer's pieces of feedback. */
export const getFeedback = getting(feedbackList);

/** Notes feedback: what somebody said to the viewer, what they said to somebody, or to themselves. */
export async function createFeedback(
  ctx: ViewerContext,
  input: InputOf<typeof createFeedbackInput>,
): Promise<Feedback> {
  const { id, skillIds, goalIds, labelIds, ...data } = parseInput(createFeedbackInput(ctx.calendar), input);
  requireOtherSide({ direction: data.direction, personId: data.personId ?? null });
  return transaction(ctx, 'createFeedback', (tx) =>
    createRow(tx, 'feedback', input, id, async (create) => {
      await requireReferences(tx, references, data);
      const feedback = await create(data);
      await setJoined(tx, joinings, feedback.id, { skillIds, goalIds, labelIds });
      return feedback;
    }),
  );
}

/** Changes what is given of the feedback. What was not received can be taken note of no longer. */
export async function updateFeedback(
  ctx: ViewerContext,
  input: InputOf<typeof updateFeedbackInput>,
): Promise<Feedback> {
  const { id, ifVersion, skillIds, goalIds, labelIds, ...changes } = parseInput(
    updateFeedbackInput(ctx.calendar),
    input,
  );
  return transaction(ctx, 'updateFeedback', (tx) =>
    changeRow(
      tx,
      'feedback',
      { id, ifVersion },
      async (before) => {
        await requireReferences(tx, references, changes, before);
        const after = { ...before, ...changes };
        requireOtherSide(after);
        return { ...changes, ...(after.direction !== 'RECEIVED' && { acknowledgedAt: null }) };
      },
      () => setJoined(tx, joinings, id, { skillIds, goalIds, labelIds }),
    ),
  );
}

/** Takes note of feedback that was received; what was noted already stays so since when it was. */
export async function acknowledgeFeedback(ctx: ViewerContext, input: RowInput): Promise<Feedback> {
  return setAcknowledged(ctx, 'acknowledgeFeedback', input, ({ acknowledgedAt }) => acknowledgedAt ?? ctx.calendar.now);
}

/** Puts feedback back among what is to be taken note of. */
export async function unacknowledgeFeedback(ctx: ViewerContext, input: RowInput): Promise<Feedback> {
  return setAcknowledged(ctx, 'unacknowledgeFeedback', input, () => null);
}

function setAcknowledged(
  ctx: ViewerContext,
  name: string,
  input: RowInput,
  since: (feedback: Feedback) => Date | null,
): Promise<Feedback> {
  const target = parseInput(rowInput('Feedback'), input);
  return transaction(ctx, name, (tx) =>
    changeRow(tx, 'feedback', target, (feedback) => {
      requireReceived(feedback);
      return { acknowledgedAt: since(feedback) };
    }),
  );
}

/** Puts the feedback in the trash. */
export const trashFeedback = trashing('feedback');

/** Takes the feedback out of the trash. */
export const restoreFeedback = restoring('feedback');
