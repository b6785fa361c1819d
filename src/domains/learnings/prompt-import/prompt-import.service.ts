import { isDeepStrictEqual } from 'node:util';
import { readAnkiText } from '../../../integrations/flashcards/anki-text.ts';
import type { FlashcardFile, UnreadNote } from '../../../integrations/flashcards/flashcard.ts';
import { readObsidianCards } from '../../../integrations/flashcards/obsidian-cards.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks, inChunksWithTurns } from '../../../platform/database/chunks.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { ownedAmong } from '../../../platform/records/ownership.ts';
import { inTurns } from '../../../platform/runtime/turns.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import type { ReviewParameters } from '../review-settings/review-settings.rules.ts';
import { reviewParameters } from '../review-settings/review-settings.service.ts';
import {
  type ImportedCard,
  importPromptsInput,
  maxCards,
  maxNamed,
  outcomeOf,
  type PlannedPrompt,
  type PromptFormat,
  planImport,
  type ReplayedCard,
  replayed,
} from './prompt-import.rules.ts';

const readers: Record<PromptFormat, (text: string) => FlashcardFile> = {
  ANKI_TEXT: readAnkiText,
  OBSIDIAN: readObsidianCards,
};

/** What an import of prompts did, or would do. */
export interface PromptImport {
  readonly readCount: number;
  readonly createdCount: number;
  readonly updatedCount: number;
  readonly unchangedCount: number;
  readonly skippedCount: number;
  readonly skipped: readonly UnreadNote[];
  readonly warnings: readonly UnreadNote[];
  readonly prompts: readonly PlannedPrompt[];
}

/**
 * Imports the cards of a file as prompts. One that was imported before is changed where its text has changed; what is known of its
 * memory stays. A dry run says what would come of it, and writes nothing.
 * @throws InvalidInputError if the file has more cards than can be imported at once
 */
export async function importPrompts(
  ctx: ViewerContext,
  input: InputOf<typeof importPromptsInput>,
): Promise<PromptImport> {
  const { format, text, title, isDryRun } = parseInput(ctx, importPromptsInput, input);
  const file = readers[format](text);
  if (file.cards.length > maxCards) {
    throw new InvalidInputError([{ path: ['input', 'text'], message: `must have at most ${maxCards} cards` }]);
  }
  const { accountId } = ctx.viewer;
  const plan = planImport(file.cards, { accountId, title, format }, ctx.calendar);
  return transaction(ctx, 'importPrompts', async (tx) => {
    const ids = plan.prompts.map(({ id }) => id);
    const known = await inChunks(ids, (some) => tx.db.prompt.findMany({ where: ownedAmong(tx.viewer, some) }));
    const byId = new Map(known.map((prompt) => [prompt.id, prompt]));
    const learnings = await inChunks([...new Set(plan.prompts.map(({ learningId }) => learningId))], (some) =>
      tx.db.learning.findMany({ where: ownedAmong(tx.viewer, some), select: { id: true, trashedAt: true } }),
    );
    const trashed = new Set(learnings.flatMap(({ id, trashedAt }) => (trashedAt ? [id] : [])));
    const outcomes = Map.groupBy(plan.prompts, (one) =>
      trashed.has(one.learningId) ? 'TRASHED' : outcomeOf(one, byId.get(one.id)),
    );
    const [created, updated] = [outcomes.get('CREATE') ?? [], outcomes.get('UPDATE') ?? []];
    if (!isDryRun) await write(tx, created, updated, new Set(learnings.map(({ id }) => id)));
    const inTrash = (outcomes.get('TRASHED') ?? []).map(({ line }) => ({
      line,
      reason: 'The prompt is in the trash.',
    }));
    const skipped = [...file.unread, ...plan.skipped, ...inTrash].sort((a, b) => a.line - b.line);
    return {
      readCount: file.cards.length + file.unread.length,
      createdCount: created.length,
      updatedCount: updated.length,
      unchangedCount: outcomes.get('SAME')?.length ?? 0,
      skippedCount: skipped.length,
      skipped: skipped.slice(0, maxNamed),
      warnings: file.warnings.slice(0, maxNamed),
      prompts: plan.prompts.slice(0, maxNamed),
    };
  });
}

/** Cards whose reviews were replayed, by the ids of their prompts. */
export interface ReplayedCards {
  readonly parameters: ReviewParameters;
  readonly prompts: ReadonlyMap<string, ReplayedCard>;
}

/** Replays the reviews of cards before a transaction writes them, so that no other one waits meanwhile. */
export async function replayCards(ctx: ViewerContext, cards: readonly ImportedCard[]): Promise<ReplayedCards> {
  const parameters = await reviewParameters(ctx);
  const prompts = await inTurns(replayed(cards, parameters, ctx.calendar));
  return { parameters, prompts: new Map(prompts.map((one) => [one.planned.id, one])) };
}

/**
 * Creates the prompts of cards that are not there yet, with the reviews that they had in another program. Their memory follows from these;
 * when they are due, from the schedule of the card if it has one.
 * @param before the cards that were replayed before. They are replayed again if the owner's parameters have changed since
 * @returns the ids of the prompts that were created
 */
export async function createPromptsOfCards(
  tx: Transaction<ViewerContext>,
  cards: readonly ImportedCard[],
  before: ReplayedCards | null = null,
): Promise<Set<string>> {
  const learningIds = [...new Set(cards.map(({ planned }) => planned.learningId))];
  const learnings = await inChunks(learningIds, (some) =>
    tx.db.learning.findMany({ where: ownedAmong(tx.viewer, some), select: { id: true, trashedAt: true } }),
  );
  const trashed = new Set(learnings.flatMap(({ id, trashedAt }) => (trashedAt ? [id] : [])));
  const created = cards.filter(({ planned }) => !trashed.has(planned.learningId));
  const parameters = await reviewParameters(tx);
  const known = before && isDeepStrictEqual(before.parameters, parameters) ? before.prompts : new Map();
  const rest = created.filter(({ planned }) => !known.has(planned.id));
  const replayedNow = await inTurns(replayed(rest, parameters, tx.calendar));
  const prompts: ReplayedCard[] = [...created.flatMap(({ planned }) => known.get(planned.id) ?? []), ...replayedNow];
  await write(
    tx,
    prompts.map(({ planned }) => planned),
    [],
    new Set(learnings.map(({ id }) => id)),
  );
  const log = prompts.flatMap(({ planned, log }) => log.map((review) => ({ promptId: planned.id, ...review })));
  await inChunksWithTurns(log, (some) => tx.write.promptReview.createMany(some));
  const suspended = prompts.filter(({ isSuspended }) => isSuspended).map(({ planned }) => planned.id);
  if (suspended.length > 0) await tx.write.prompt.update({ id: { in: suspended } }, { suspendedAt: tx.calendar.now });
  return new Set(created.map(({ planned }) => planned.id));
}

async function write(
  tx: Transaction<ViewerContext>,
  created: readonly PlannedPrompt[],
  updated: readonly PlannedPrompt[],
  knownLearnings: ReadonlySet<string>,
): Promise<void> {
  const learnings = new Map(created.map(({ learningId, title }) => [learningId, title]));
  for (const [id, title] of learnings) {
    if (!knownLearnings.has(id)) await tx.write.learning.create({ id, title, learnedOn: tx.calendar.today });
  }
  await inChunksWithTurns(created, (some) =>
    tx.write.prompt.createMany(
      some.map(({ id, learningId, question, answer, memory }) => ({ id, learningId, question, answer, ...memory })),
    ),
  );
  for (const { id, question, answer } of updated) await tx.write.prompt.update({ id }, { question, answer });
}
