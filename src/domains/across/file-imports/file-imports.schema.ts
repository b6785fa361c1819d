import type { Builder } from '../../../graphql/types.ts';
import type { ImportFormat } from '../../../integrations/imports/formats.ts';
import type { ImportedKind, ImportFault, MappedField } from '../../../integrations/imports/imported.ts';
import { importFileInput, type ProjectTarget } from './file-imports.rules.ts';
import { type FileImport, importRequestedFile } from './file-imports.service.ts';

/** The most places of a file that a response names. */
const maxNamed = 1_000;
const atMost = 'At most 1,000.';

/** The import of files of other programs. */
export function defineFileImports(builder: Builder): void {
  const Format = builder.enumType('ImportFormat', {
    description: 'A format of a file of another program.',
    values: {
      TODOIST: { description: 'Todoist: a template as CSV, or tasks of its API as JSON.' },
      TICKTICK: { description: 'TickTick: the backup as CSV.' },
      VIKUNJA: { description: 'Vikunja: the export as a ZIP archive.' },
      SUPER_PRODUCTIVITY: { description: 'Super Productivity: the backup as JSON.' },
      THINGS: { description: 'Things: to-dos as JSON, in the form of its URL scheme or of things.py.' },
      OUTLOOK: { description: 'Outlook: a calendar, tasks or contacts as CSV.' },
      DAYLIO: { description: 'Daylio: entries as CSV.' },
      EXIST: { description: 'Exist: ratings and tags by day as JSON.' },
      ANKI: { description: 'Anki: notes as text, or a package (`.apkg`) with schedules and reviews.' },
      OBSIDIAN: { description: 'Obsidian: cards in a note, or in the notes of a vault as a ZIP archive.' },
      HUNTR: { description: 'Huntr: the jobs of a board as CSV.' },
      LINKEDIN: {
        description: 'LinkedIn: connections, job applications and courses of the archive, or one of its files.',
      },
      CSV: { description: 'Any CSV file, by a mapping.' },
    } satisfies Record<ImportFormat, { description: string }>,
  });
  const Projects = builder.enumType('ImportProjects', {
    description: 'What a project of a file becomes.',
    values: {
      LABEL: { description: 'A label of its tasks.' },
      GOAL: { description: 'A goal of the kind PROJECT, which its tasks belong to.' },
      NONE: { description: 'Nothing.' },
    } satisfies Record<ProjectTarget, { description: string }>,
  });
  const DateOrder = builder.enumType('ImportDateOrder', {
    description: 'The order of the numbers of dates such as 3/11/2026.',
    values: { DMY: { description: 'The day is first.' }, MDY: { description: 'The month is first.' } },
  });
  const Kind = builder.enumType('ImportedKind', {
    description: 'A kind of record that files have, named as in `NodeType`.',
    values: {
      TASK: { description: 'A task.' },
      ENERGY_ENTRY: { description: 'An energy entry.' },
      JOB_APPLICATION: { description: 'A job application.' },
      PERSON: { description: 'A person.' },
      MEETING: { description: 'A meeting.' },
      LEARNING: { description: 'A learning.' },
      PROMPT: { description: 'A prompt.' },
    } satisfies Record<ImportedKind, { description: string }>,
  });
  const Mapped = builder.objectRef<MappedField>('ImportMapping').implement({
    description: 'What a part of a file becomes.',
    fields: (t) => ({
      from: t.exposeString('from', { description: 'A column, a field or a value of the file.' }),
      to: t.exposeString('to', { description: 'What it becomes.' }),
    }),
  });
  const Fault = builder.objectRef<ImportFault>('ImportNote').implement({
    description: 'Something about a place of a file.',
    fields: (t) => ({
      place: t.exposeString('at', { description: 'The place, such as `line 5` or `items[3]`.' }),
      reason: t.exposeString('reason', { description: 'What is to be said of it, as a sentence.' }),
    }),
  });
  const Count = builder.objectRef<FileImport['counts'][number]>('ImportCount').implement({
    description: 'The number of records of a kind.',
    fields: (t) => ({
      kind: t.expose('kind', { type: Kind, description: 'The kind.' }),
      createdCount: t.exposeInt('created', { description: 'The number of records that were created.' }),
      unchangedCount: t.exposeInt('unchanged', {
        description: 'The number of records that were there already. They stay as they are.',
      }),
    }),
  });

  builder.payloadMutation('importFile', {
    description:
      'Imports a file of another program. What was imported before is recognized and stays as it is. A row that cannot be read costs no ' +
      'other: it is left out and named. A file has at most 1,000 records; larger ones are imported by the command line.',
    rules: importFileInput,
    input: (t) => ({
      format: t.field({ type: Format, required: true, description: 'The format of the file.' }),
      content: t.string({ required: true, description: 'The bytes of the file, as base64.' }),
      fileName: t.string({
        description: 'The name of the file. Some formats have the name of the project there alone.',
      }),
      mapping: t.string({
        description:
          'A document in YAML or JSON. For CSV: `kind`, `columns`, `id`, `text` and `scale`. For all formats: `values`, by what your own ' +
          'names mean, such as `values: { mood: { fantastic: 5 } }`.',
      }),
      projects: t.field({ type: Projects, description: 'What a project of the file becomes. Default: LABEL.' }),
      dateOrder: t.field({
        type: DateOrder,
        description: 'The order of day and month. Default: as the dates of the file decide it.',
      }),
      timeZone: t.field({ type: 'TimeZone', description: 'The time zone of times without one. Default: yours.' }),
      dayStartsAt: t.string({ description: 'When the days of the file begin. Default: `00:00`.' }),
      encoding: t.string({
        description: 'The encoding of a text, such as `windows-1251`. Default: as the bytes tell it.',
      }),
      allNotes: t.boolean({
        description:
          'Of Obsidian: whether notes without the tag of its plugin for spaced repetition, #flashcards, are read as well. Default: false.',
      }),
      isDryRun: t.boolean({ description: 'Whether to tell what would be done, and write nothing. Default: false.' }),
    }),
    isRecorded: true,
    payload: (t) => ({
      readCount: t.exposeInt('readCount', {
        description: 'The number of rows or items of the file: those that were taken, and those that were left out.',
      }),
      takenCount: t.exposeInt('takenCount', { description: 'The number of rows or items that were taken.' }),
      skippedCount: t.int({
        description: 'The number of rows or items that were left out.',
        resolve: ({ skipped }) => skipped.length,
      }),
      skipped: t.field({
        type: [Fault],
        description: `The rows or items that were left out, each with the reason, in the order of the file. ${atMost}`,
        resolve: ({ skipped }) => skipped.slice(0, maxNamed),
      }),
      warnings: t.field({
        type: [Fault],
        description: `What was read otherwise than the file has it. ${atMost}`,
        resolve: ({ warnings }) => warnings.slice(0, maxNamed),
      }),
      mapped: t.field({
        type: [Mapped],
        description: `What the parts of the file become. ${atMost}`,
        resolve: ({ mapping }) => mapping.slice(0, maxNamed),
      }),
      counts: t.field({
        type: [Count],
        description: 'The numbers of records by kind. One for each kind.',
        resolve: ({ counts }) => [...counts],
      }),
    }),
    resolve: importRequestedFile,
  });
}
