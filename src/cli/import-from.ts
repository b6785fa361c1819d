import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileToImport } from '../domains/across/file-imports/file-imports.rules.ts';
import {
  type FileImport,
  importFile,
  readFile as readImportedFile,
} from '../domains/across/file-imports/file-imports.service.ts';
import { importFormats } from '../integrations/imports/formats.ts';
import type { ImportedFile, ImportedKind, ImportFault } from '../integrations/imports/imported.ts';
import { actFor } from '../platform/context.ts';
import { grouped } from '../platform/text/english.ts';
import { isTimeZone } from '../platform/time/calendar.ts';
import { accountAt, createProgress, defineCommand, print, UsageError, undoHints, withApp } from './command.ts';

const formatNames = importFormats.map((format) => format.toLowerCase().replaceAll('_', ''));

const kindNames: Record<ImportedKind, string> = {
  ...{ TASK: 'tasks', ENERGY_ENTRY: 'energy entries', JOB_APPLICATION: 'job applications', PERSON: 'people' },
  ...{ MEETING: 'meetings', LEARNING: 'learnings', PROMPT: 'prompts' },
};

export const importFromCommand = defineCommand({
  name: 'import-from',
  usage:
    `<format> <file> [--dry-run] [--account <email>] [--map <field>:<name>=<value>]… [--mapping <file>] [--projects label|goal|none]\n` +
    `${' '.repeat(24)}[--dates DMY|MDY] [--time-zone <zone>] [--day-starts-at HH:MM] [--encoding <name>] [--delimiter <character>] [--all-notes]`,
  summary: `import a file of another program: ${formatNames.join(', ')}`,
  options: {
    'dry-run': { type: 'boolean' },
    account: { type: 'string' },
    map: { type: 'string', multiple: true },
    mapping: { type: 'string' },
    projects: { type: 'string' },
    dates: { type: 'string' },
    'time-zone': { type: 'string' },
    'day-starts-at': { type: 'string' },
    encoding: { type: 'string' },
    delimiter: { type: 'string' },
    'all-notes': { type: 'boolean' },
  },
  files: 2,
  async run(config, values, [formatName, path]) {
    const format = importFormats[formatNames.indexOf(formatName?.toLowerCase() ?? '')];
    if (!format) throw new UsageError(`Name a format: ${formatNames.join(', ')}.`);
    if (path === undefined) throw new UsageError('Name the file.');
    const zone = values['time-zone'];
    if (zone !== undefined && !isTimeZone(zone)) throw new UsageError(`There is no time zone ${zone}.`);
    const file: FileToImport = {
      format,
      bytes: await readFile(path),
      fileName: basename(path),
      isDryRun: values['dry-run'] ?? false,
      projects: oneOf('projects', values.projects?.toUpperCase() ?? 'LABEL', ['LABEL', 'GOAL', 'NONE']),
      dateOrder: values.dates === undefined ? null : oneOf('dates', values.dates.toUpperCase(), ['DMY', 'MDY']),
      allNotes: values['all-notes'] ?? false,
      timeZone: zone ?? null,
      dayStartsAt: dayStart(values['day-starts-at']),
      encoding: values.encoding ?? null,
      delimiter: values.delimiter === '\\t' ? '\t' : (values.delimiter ?? null),
      mapping: values.mapping === undefined ? null : await readFile(values.mapping, 'utf8'),
      values: valuesOf(values.map ?? []),
    };
    return withApp(config, async (app) => {
      const ctx = actFor(app.systemContext(), await accountAt(app.systemContext(), values.account));
      const read = await readImportedFile(ctx, file);
      print(describeMapping(read));
      const report = await importFile(ctx, read, file, { progress: createProgress('Records', 1_000) });
      return print(
        [describe(report, file.isDryRun ?? false), ...undoHints(ctx.committed, ctx.viewer.account.email)].join('\n'),
      );
    });
  },
});

function oneOf<const T extends string>(option: string, given: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === given);
  if (found === undefined) throw new UsageError(`--${option} is one of ${choices.join(', ')}.`);
  return found;
}

function dayStart(given: string | undefined): string | null {
  if (given !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(given)) {
    throw new UsageError('--day-starts-at is a time of day such as 04:00.');
  }
  return given ?? null;
}

/** The values of `--map mood:fantastic=5`. */
function valuesOf(given: readonly string[]): Record<string, Record<string, string>> {
  const values: Record<string, Record<string, string>> = {};
  for (const text of given) {
    const [, field, name, value] = /^([a-z]+):(.+)=([^=]+)$/i.exec(text) ?? [];
    if (!field || !name || !value)
      throw new UsageError('--map is such as mood:fantastic=5 or "stage:Take-home=SCREENING".');
    values[field] = { ...values[field], [name]: value };
  }
  return values;
}

function describeMapping({ mapping }: ImportedFile): string {
  const width = Math.min(40, Math.max(...mapping.map(({ from }) => from.length)));
  return ['What becomes of the file:', ...mapping.map(({ from, to }) => `  ${from.padEnd(width)} → ${to}`), ''].join(
    '\n',
  );
}

const faultLines = (title: string, faults: readonly ImportFault[]) =>
  faults.length === 0 ? [] : [title, ...faults.map(({ at, reason }) => `  ${at}: ${reason}`)];

function describe({ readCount, takenCount, skipped, warnings, counts }: FileImport, isDryRun: boolean): string {
  return [
    `${grouped(readCount)} read: ${grouped(takenCount)} taken, ${grouped(skipped.length)} left out.`,
    ...counts.map(
      ({ kind, created, unchanged }) =>
        `  ${kindNames[kind]}: ${grouped(created)} created, ${grouped(unchanged)} there already`,
    ),
    ...faultLines('Left out:', skipped),
    ...faultLines('To know:', warnings),
    ...(isDryRun ? ['Nothing was changed: this was a dry run.'] : []),
  ].join('\n');
}
