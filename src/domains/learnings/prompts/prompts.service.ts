import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { Page } from '../../../platform/queries/keyset-pagination.ts';
import {
  getService,
  type ListArguments,
  listRecords,
  listService,
  type Selection,
} from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { createRecord, requireReferences, updateRecord } from '../../../platform/records/records.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput, type TargetInput, targetInput } from '../../../platform/validation/input-rules.ts';
import { newMemory, retrievabilityBy } from '../prompt-reviews/prompt-reviews.rules.ts';
import { reviewParameters } from '../review-settings/review-settings.service.ts';
import { dueAt, duePromptList, promptList } from './prompts.access.ts';
import { createPromptInput, updatePromptInput } from './prompts.rules.ts';

type Prompt = Row<'prompt'>;

const references = { learningId: 'learning', skillId: 'skill' } as const;

/** Lists the viewer's prompts. */
export const listPrompts = listService(promptList);

/** Finds one of the viewer's prompts. */
export const getPrompt = getService(promptList);

/** Lists the viewer's prompts that are due now, by default the longest overdue first. */
export async function listDuePrompts(
  ctx: ViewerContext,
  args: ListArguments,
  selection: Selection<'prompt'> = {},
): Promise<Page<Prompt>> {
  return listRecords(ctx, duePromptList, args, selection, dueAt(ctx.calendar.minute, ctx.calendar));
}

/**
 * Creates a prompt. It is due from today on.
 * @throws NotFoundError if there is no such learning or skill; InvalidInputError if one is in the trash
 */
export async function createPrompt(ctx: ViewerContext, input: InputOf<typeof createPromptInput>): Promise<Prompt> {
  const { id, ...data } = parseInput(ctx, createPromptInput, input);
  return transaction(ctx, 'createPrompt', (tx) =>
    createRecord(tx, 'prompt', input, id, async (create) => {
      await requireReferences(tx, references, data);
      return create({ ...data, ...newMemory(tx.calendar.today) });
    }),
  );
}

/** Changes the text or the skill of a prompt. What is known of its memory stays. */
export async function updatePrompt(ctx: ViewerContext, input: InputOf<typeof updatePromptInput>): Promise<Prompt> {
  const { id, ifVersion, ...changes } = parseInput(ctx, updatePromptInput, input);
  return transaction(ctx, 'updatePrompt', (tx) =>
    updateRecord(tx, 'prompt', { id, ifVersion }, async (before) => {
      await requireReferences(tx, references, changes, before);
      return changes;
    }),
  );
}

/** Suspends a prompt: it is not due until it is resumed. One that is suspended stays as it is. */
export async function suspendPrompt(ctx: ViewerContext, input: TargetInput): Promise<Prompt> {
  return change(ctx, 'suspendPrompt', input, ({ suspendedAt }) => ({
    suspendedAt: suspendedAt ?? ctx.calendar.now,
  }));
}

/** Resumes a prompt that was suspended, with the due day that it had. */
export async function resumePrompt(ctx: ViewerContext, input: TargetInput): Promise<Prompt> {
  return change(ctx, 'resumePrompt', input, () => ({ suspendedAt: null }));
}

/** Makes a prompt new again, due from today on. Its reviews stay in the log. */
export async function resetPrompt(ctx: ViewerContext, input: TargetInput): Promise<Prompt> {
  return change(ctx, 'resetPrompt', input, ({ state }) => (state === 'NEW' ? {} : newMemory(ctx.calendar.today)));
}

function change(
  ctx: ViewerContext,
  name: string,
  input: TargetInput,
  changesOf: (prompt: Prompt) => Partial<Prompt>,
): Promise<Prompt> {
  const target = parseInput(ctx, targetInput('Prompt'), input);
  return transaction(ctx, name, (tx) => updateRecord(tx, 'prompt', target, changesOf));
}

/**
 * The probabilities that the answers of some of the viewer's prompts are known today, in the order of the ids, in two statements.
 * Null for one without a review.
 */
export async function retrievabilities(ctx: ViewerContext, ids: readonly string[]): Promise<(number | null)[]> {
  const prompts = inChunks(ids, (some) =>
    ctx.db.prompt.findMany({ where: { AND: [{ id: { in: some } }, ownedBy(ctx.viewer)] } }),
  );
  const [parameters, found] = await Promise.all([reviewParameters(ctx), prompts]);
  const retrievabilityOf = retrievabilityBy(parameters);
  const byId = new Map(found.map((prompt) => [prompt.id, retrievabilityOf(prompt, ctx.calendar.today)]));
  return ids.map((id) => byId.get(id) ?? null);
}
