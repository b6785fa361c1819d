import type { Builder } from '../../../graphql/types.ts';
import type { UnreadNote } from '../../../integrations/flashcards/flashcard.ts';
import { importPromptsInput, type PlannedPrompt, type PromptFormat } from './prompt-import.rules.ts';
import { importPrompts } from './prompt-import.service.ts';

/** The import of prompts from files of Anki and Obsidian. */
export function definePromptImport(builder: Builder): void {
  const Format = builder.enumType('PromptFormat', {
    description: 'A format of a file of prompts.',
    values: {
      ANKI_TEXT: {
        description:
          'Notes of Anki as text, or rows of questions and answers: with tabs, commas or semicolons, with the directives of Anki or a ' +
          'line of column names. Notes with a reverse or with clozes become several prompts.',
      },
      OBSIDIAN: {
        description:
          'A Markdown note with `question::answer`, `question:::answer`, or a line of `?` or `??` between them, and ==highlights== if ' +
          'it has the tag #flashcards. The comments of its spaced repetition have when they are due.',
      },
    } satisfies Record<PromptFormat, { description: string }>,
  });
  const Note = builder.objectRef<UnreadNote>('PromptImportNote').implement({
    description: 'Something about a line of a file of prompts.',
    fields: (t) => ({
      line: t.exposeInt('line', { description: 'The number of the line, starting at 1.' }),
      reason: t.exposeString('reason', { description: 'What is to be said of it, as a sentence.' }),
    }),
  });
  const Imported = builder.objectRef<PlannedPrompt>('ImportedPrompt').implement({
    description: 'A prompt as a file has it.',
    fields: (t) => ({
      line: t.exposeInt('line', { description: 'The number of its first line, starting at 1.' }),
      learningTitle: t.exposeString('title', {
        description: 'The title of its learning: the deck, or the given title.',
      }),
      question: t.exposeString('question', { description: 'The question.' }),
      answer: t.exposeString('answer', { description: 'The answer.' }),
      dueOn: t.field({
        type: 'Date',
        description: 'The day from which it is due, if it is new here.',
        resolve: ({ memory }) => memory.dueOn,
      }),
    }),
  });

  builder.payloadMutation('importPrompts', {
    description:
      'Imports the cards of a file as prompts, on a learning for each deck. A card that was imported before is recognized: a repeated ' +
      'import changes only texts that have changed, and leaves your reviews alone. What cannot be read is left out and named. For a text that ' +
      'goes on changing where it is; `importFile` takes over whole vaults, and packages with their reviews, and changes nothing that is there.',
    rules: importPromptsInput,
    input: (t) => ({
      format: t.field({ type: Format, required: true, description: 'The format of the file.' }),
      text: t.string({ required: true, description: 'The text of the file.' }),
      title: t.string({
        required: true,
        description: 'The title of the learning for cards without a deck, such as the name of the file.',
      }),
      isDryRun: t.boolean({ description: 'Whether to tell what would be done, and write nothing. Default: false.' }),
    }),
    isRecorded: true,
    payload: (t) => ({
      readCount: t.exposeInt('readCount', {
        description: 'The number of cards, and of notes without one. It is the sum of the other counts.',
      }),
      createdCount: t.exposeInt('createdCount', { description: 'The number of prompts created.' }),
      updatedCount: t.exposeInt('updatedCount', { description: 'The number of prompts whose text was changed.' }),
      unchangedCount: t.exposeInt('unchangedCount', { description: 'The number of prompts that were there already.' }),
      skippedCount: t.exposeInt('skippedCount', { description: 'The number of cards and notes that were left out.' }),
      skipped: t.field({
        type: [Note],
        description: 'What was left out and why, in the order of the file. At most 100.',
        resolve: ({ skipped }) => [...skipped],
      }),
      warnings: t.field({
        type: [Note],
        description: 'What was read otherwise than the file has it, such as a schedule that is none. At most 100.',
        resolve: ({ warnings }) => [...warnings],
      }),
      prompts: t.field({
        type: [Imported],
        description: 'The first 100 prompts of the file.',
        resolve: ({ prompts }) => [...prompts],
      }),
    }),
    resolve: importPrompts,
  });
}
