import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { setManyToMany } from '../../../platform/records/many-to-many.ts';
import { createRecord, requireReferences, updateRecord } from '../../../platform/records/records.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput, type TargetInput, targetInput } from '../../../platform/validation/input-rules.ts';
import { maxLabels } from '../../across/labels/labels.rules.ts';
import { feedbackList } from './feedback.access.ts';
import {
  createFeedbackInput,
  maxSubjects,
  requireOtherSide,
  requireReceived,
  updateFeedbackInput,
} from './feedback.rules.ts';

type Feedback = Row<'feedback'>;

const references = { personId: 'person', meetingId: 'meeting', taskId: 'task' } as const;
const manyToMany = {
  skillIds: { model: 'feedbackSkill', row: 'feedbackId', other: 'skill', max: maxSubjects },
  goalIds: { model: 'feedbackGoal', row: 'feedbackId', other: 'goal', max: maxSubjects },
  labelIds: { model: 'feedbackLabel', row: 'feedbackId', other: 'label', max: maxLabels },
} as const;

/** Lists the viewer's feedback. */
export const listFeedback = listService(feedbackList);

/** Gets feedback by its id. Null if the viewer has none with it. */
export const getFeedback = getService(feedbackList);

/**
 * Creates feedback.
 * @throws InvalidInputError, also if a person is missing or given against the direction; NotFoundError for unknown references
 */
export async function createFeedback(
  ctx: ViewerContext,
  input: InputOf<typeof createFeedbackInput>,
): Promise<Feedback> {
  const { id, skillIds, goalIds, labelIds, ...data } = parseInput(ctx, createFeedbackInput, input);
  requireOtherSide({ direction: data.direction, personId: data.personId ?? null });
  return transaction(ctx, 'createFeedback', (tx) =>
    createRecord(tx, 'feedback', input, id, async (create) => {
      await requireReferences(tx, references, data);
      const feedback = await create(data);
      await setManyToMany(tx, manyToMany, feedback.id, { skillIds, goalIds, labelIds });
      return feedback;
    }),
  );
}

/**
 * Changes the given fields of feedback. Feedback that was not received is not acknowledged either.
 * @throws InvalidInputError, NotFoundError, ConflictError
 */
export async function updateFeedback(
  ctx: ViewerContext,
  input: InputOf<typeof updateFeedbackInput>,
): Promise<Feedback> {
  const { id, ifVersion, skillIds, goalIds, labelIds, ...changes } = parseInput(ctx, updateFeedbackInput, input);
  return transaction(ctx, 'updateFeedback', (tx) =>
    updateRecord(
      tx,
      'feedback',
      { id, ifVersion },
      async (before) => {
        await requireReferences(tx, references, changes, before);
        const after = { ...before, ...changes };
        requireOtherSide(after);
        return { ...changes, ...(after.direction !== 'RECEIVED' && { acknowledgedAt: null }) };
      },
      () => setManyToMany(tx, manyToMany, id, { skillIds, goalIds, labelIds }),
    ),
  );
}

/** Acknowledges received feedback. If it is already acknowledged, nothing changes. @throws InvalidInputError if not received */
export async function acknowledgeFeedback(ctx: ViewerContext, input: TargetInput): Promise<Feedback> {
  return setAcknowledged(ctx, 'acknowledgeFeedback', input, ({ acknowledgedAt }) => acknowledgedAt ?? ctx.calendar.now);
}

/** Marks received feedback as not acknowledged. @throws InvalidInputError if not received */
export async function unacknowledgeFeedback(ctx: ViewerContext, input: TargetInput): Promise<Feedback> {
  return setAcknowledged(ctx, 'unacknowledgeFeedback', input, () => null);
}

function setAcknowledged(
  ctx: ViewerContext,
  name: string,
  input: TargetInput,
  acknowledgedAtOf: (feedback: Feedback) => Date | null,
): Promise<Feedback> {
  const target = parseInput(ctx, targetInput('Feedback'), input);
  return transaction(ctx, name, (tx) =>
    updateRecord(tx, 'feedback', target, (feedback) => {
      requireReceived(feedback);
      return { acknowledgedAt: acknowledgedAtOf(feedback) };
    }),
  );
}
