import type { Builder } from '../../../graphql/types.ts';
import type { FileChange, FileChangeType } from './framework-files.plans.ts';
import { importFrameworkInput } from './framework-files.rules.ts';
import * as files from './framework-files.service.ts';

/** Frameworks in files: import from YAML, JSON, Markdown and CSV, and export as YAML and JSON. */
export function defineFrameworkFiles(builder: Builder): void {
  const Format = builder.enumType('FrameworkFormat', {
    description: 'The format of a file.',
    values: { YAML: { description: 'YAML 1.2.' }, JSON: { description: 'JSON.' } },
  });
  const ImportFormat = builder.enumType('FrameworkImportFormat', {
    description: 'The format of a file that is imported.',
    values: {
      YAML: { description: 'YAML 1.2.' },
      JSON: { description: 'JSON.' },
      MARKDOWN: { description: 'Markdown: tables of skills and levels, or headings of skills and levels with lists.' },
      CSV: { description: 'CSV: a column for each level, a row for each level, or a row for each level of a skill.' },
    },
  });
  const Type = builder.enumType('FrameworkChangeType', {
    description: 'What a change of a file is about.',
    values: {
      FRAMEWORK: { description: 'The framework itself.' },
      CATEGORY: { description: 'A category.' },
      SKILL: { description: 'A skill, with the descriptions of its levels.' },
    } satisfies Record<FileChangeType, { description: string }>,
  });
  const Change = builder.objectRef<FileChange>('FrameworkChange').implement({
    description: 'A change that a file makes.',
    fields: (t) => ({
      type: t.expose('type', { type: Type, description: 'What it is about.' }),
      key: t.exposeString('key', { description: 'Its key.' }),
      name: t.exposeString('name', { description: 'Its name.' }),
      fields: t.stringList({
        description: 'The fields that change. Empty for what is added or removed.',
        resolve: ({ fields }) => [...fields],
      }),
    }),
  });
  builder.objectField(builder.modelRef('Framework'), 'file', (t) =>
    t.loadable({
      type: 'String',
      byPath: true,
      description: 'The framework as a file, without what is in the trash. Imported again, it changes nothing.',
      columns: ['id'],
      args: { format: t.arg({ type: Format, defaultValue: 'YAML', description: 'The format.' }) },
      load: (ids: string[], ctx, args) => files.frameworkFiles(ctx, ids, args.format ?? 'YAML'),
      resolve: ({ id }) => id,
    }),
  );
  builder.payloadMutation('importFramework', {
    description:
      'Imports a framework with its categories, skills and levels from a file. They are recognized by their keys, so that a repeated ' +
      'import changes only what has changed in the file, and assessments stay. With any fault, nothing is changed.',
    rules: importFrameworkInput,
    input: (t) => ({
      text: t.string({ required: true, description: 'The text of the file.' }),
      format: t.field({
        type: ImportFormat,
        description: 'The format. Default: JSON if it begins with a brace, otherwise YAML.',
      }),
      name: t.string({
        description:
          'The name of the framework: required for CSV. Default for Markdown: its title. Refused for YAML and JSON.',
      }),
      isDryRun: t.boolean({ description: 'Whether to tell what would change, and change nothing. Default: false.' }),
      removeMissing: t.boolean({
        description:
          'Whether categories and skills that the file does not have go to the trash. Default: false, they stay behind the others.',
      }),
    }),
    isRecorded: true,
    payload: (t) => ({
      framework: t.field({
        type: builder.modelRef('Framework'),
        nullable: true,
        description: 'The framework. Null after a dry run, if it would be new.',
        resolve: ({ framework }) => framework,
      }),
      isDryRun: t.exposeBoolean('isDryRun', { description: 'Whether nothing was changed.' }),
      added: t.field({
        type: [Change],
        description: 'What is new, or comes back from the trash.',
        resolve: ({ added }) => [...added],
      }),
      changed: t.field({ type: [Change], description: 'What changes.', resolve: ({ changed }) => [...changed] }),
      removed: t.field({
        type: [Change],
        description: 'What goes to the trash.',
        resolve: ({ removed }) => [...removed],
      }),
      kept: t.field({
        type: [Change],
        description: 'What the file does not have, and stays without `removeMissing`.',
        resolve: ({ kept }) => [...kept],
      }),
    }),
    resolve: files.importRequestedFramework,
  });
}
