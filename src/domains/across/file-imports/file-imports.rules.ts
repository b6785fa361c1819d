import { v5 } from 'uuid';
import { z } from 'zod';
import { cleanText } from '../../../integrations/imports/clean-text.ts';
import { type ImportFormat, importFormats } from '../../../integrations/imports/formats.ts';
import type {
  ImportedFile,
  ImportedKind,
  ImportedRecord,
  ImportedTask,
  ImportFault,
} from '../../../integrations/imports/imported.ts';
import type { ReadOptions, ValueMap } from '../../../integrations/imports/options.ts';
import { detailFields, unforeseen } from '../../../integrations/imports/reading.ts';
import { maxTreeDepth } from '../../../platform/records/hierarchies.ts';
import { grouped } from '../../../platform/text/english.ts';
import { isTimeZone } from '../../../platform/time/calendar.ts';
import { lineOrEmpty } from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { truncate } from '../../../platform/validation/truncate.ts';
import { timeOfDay } from '../../tasks/recurrences/recurrences.rules.ts';
import { maxLabelLength, maxLabels } from '../labels/labels.rules.ts';

/** What a project of a file becomes. */
const projectTargets = ['LABEL', 'GOAL', 'NONE'] as const;
export type ProjectTarget = (typeof projectTargets)[number];

/** How many files an account may import by requests in an hour, dry runs included. */
export const fileImportLimit = { name: 'file import', points: 60, seconds: 3600 };

/** The longest content of a file in a request, as base64. */
const maxContent = 4_000_000;

const yesOrNo = z
  .boolean({ error: 'must be true or false' })
  .nullish()
  .transform((is) => is ?? false);

export const importFileInput = z.object({
  format: z.enum(importFormats),
  content: describeRule(
    z
      .base64({ error: 'must be base64' })
      .max(maxContent, `must have at most ${maxContent} characters: import larger files by the command line`),
    { limits: `At most ${grouped(maxContent)} characters.` },
  ),
  fileName: lineOrEmpty(300).nullish(),
  mapping: describeRule(
    z.string({ error: 'must be a text' }).max(20_000, 'must have at most 20000 characters').nullish(),
    {
      limits: 'At most 20,000 characters.',
    },
  ),
  projects: z
    .enum(projectTargets)
    .nullish()
    .transform((target) => target ?? ('LABEL' as const)),
  dateOrder: z.enum(['DMY', 'MDY']).nullish(),
  timeZone: z.string().refine(isTimeZone, 'must be a time zone such as Europe/Berlin').nullish(),
  dayStartsAt: timeOfDay.nullish(),
  encoding: lineOrEmpty(40).nullish(),
  allNotes: yesOrNo,
  isDryRun: yesOrNo,
});

/** A file of another program, and how it is read. */
export interface FileToImport {
  readonly format: ImportFormat;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly projects?: ProjectTarget;
  readonly isDryRun?: boolean;
  /** The zone of times without one. Default: that of the account. */
  readonly timeZone?: string | null;
  /** When the days of the file begin, `HH:MM`. Default: at midnight. */
  readonly dayStartsAt?: string | null;
  readonly encoding?: string | null;
  readonly delimiter?: string | null;
  readonly dateOrder?: ReadOptions['dateOrder'];
  /** Whether notes of Obsidian that do not say that they have cards are read as well. Default: false. */
  readonly allNotes?: boolean;
  /** A document in YAML or JSON with the mapping of a CSV file, and with values of the file by what they mean here. */
  readonly mapping?: string | null;
  /** Values of the file by what they mean here, beside those of the mapping. */
  readonly values?: ValueMap;
}

/** A record of a file with the id that it has here. */
export type Planned<R extends ImportedRecord = ImportedRecord> = R & { readonly id: string };

/** What is wrong with a record. */
export interface RecordFault {
  /** Why it cannot be written, as a sentence. */
  readonly reason: string;
  /** The record without the values that it can do without, and what is to be said of them. Null if that does not help. */
  readonly without: { readonly record: Planned; readonly notes: readonly string[] } | null;
}

/** What the records of a file are to become. */
export interface ImportPlan {
  readonly records: readonly Planned[];
  readonly skipped: readonly ImportFault[];
  readonly warnings: readonly ImportFault[];
}

/** Ids that follow from the account, the format and what a record is recognized by, so that a file that is read twice is imported once. */
export const idsOf = (accountId: string, format: string) => (kind: ImportedKind | 'GOAL' | 'LABEL', key: string) =>
  v5(`${format}\n${kind}\n${key}`, accountId);

/** The longest texts of each kind of record, by field. A line is a text without line breaks. */
const limits: Record<ImportedKind, { lines: Record<string, number>; texts: Record<string, number> }> = {
  TASK: { lines: { title: 300, project: maxLabelLength }, texts: { description: 20_000 } },
  ENERGY_ENTRY: { lines: {}, texts: { notes: 2_000 } },
  JOB_APPLICATION: {
    lines: { title: 300, company: 200, source: 200 },
    texts: { notes: 50_000, postingText: 50_000 },
  },
  PERSON: { lines: { name: 200, company: 200 }, texts: { notes: 20_000 } },
  MEETING: { lines: { title: 300, place: 500 }, texts: { description: 50_000 } },
  LEARNING: { lines: { title: 300, sourceTitle: 300 }, texts: { notes: 50_000 } },
  PROMPT: { lines: { deck: 300 }, texts: {} },
};

const toLine = (text: string) => cleanText(text).replaceAll(/[\s\u2028\u2029]+/g, ' ');

/** A record whose texts are as long as they can be here at most. What is shortened is said, and nothing is lost in silence. */
function fitted<R extends ImportedRecord>(record: R, warn: (reason: string) => void): R {
  const { lines, texts } = limits[record.kind];
  const fields: Record<string, unknown> = { ...record };
  for (const [field, max] of Object.entries(lines)) {
    if (typeof fields[field] !== 'string') continue;
    const whole = toLine(fields[field]);
    fields[field] = whole.length <= max ? whole : `${truncate(whole, max - 1)}…`;
    if (whole.length <= max) continue;
    const details = ['title', 'name'].includes(field) ? detailFields[record.kind] : null;
    if (details) fields[details] = [whole, fields[details]].filter(Boolean).join('\n\n');
    warn(
      `The ${field} has ${grouped(whole.length)} characters: it is shortened${details ? `, and stands in full in ${details}` : ''}.`,
    );
  }
  for (const [field, max] of Object.entries(texts)) {
    if (typeof fields[field] !== 'string') continue;
    const whole = cleanText(fields[field]);
    fields[field] = truncate(whole, max);
    if (whole.length > max)
      warn(`The ${field} has ${grouped(whole.length)} characters: the first ${grouped(max)} are kept.`);
  }
  if (Array.isArray(fields.labels)) fields.labels = labelsOf(fields.labels as string[], warn);
  return fields as unknown as R;
}

/** Labels by name, each once and regardless of case. One more is left for the project. */
function labelsOf(names: readonly string[], warn: (reason: string) => void): string[] {
  const lines = names.map((name) => toLine(name)).filter(Boolean);
  const distinct = [...new Map(lines.map((name) => [name.toLowerCase(), name])).values()];
  if (distinct.some((name) => name.length > maxLabelLength)) warn('The name of a label is shortened.');
  if (distinct.length >= maxLabels) warn(`It has ${distinct.length} labels: the first ${maxLabels - 1} are kept.`);
  return distinct.slice(0, maxLabels - 1).map((name) => truncate(name, maxLabelLength));
}

/**
 * Plans the records of a file: with their ids, texts that fit, and parents before their parts. Yields after each record.
 * @param identify the id that a record has here
 * @param faultOf what is wrong with a record. If it cannot be written, nothing of its row is
 */
export function* planRecords(
  file: Pick<ImportedFile, 'records'>,
  identify: (record: ImportedRecord) => string,
  faultOf: (record: Planned) => RecordFault | null,
): Generator<void, ImportPlan> {
  const warnings: ImportFault[] = [];
  const skipped = new Map<string, ImportFault>();
  const records: Planned[] = [];
  const places = new Map<string, string>();
  for (const record of file.records) {
    yield;
    const warn = (reason: string) => void warnings.push({ at: record.at, reason });
    const fit = fitted(record, warn);
    const planned: Planned = { ...fit, id: identify(fit) };
    const other = places.get(planned.id);
    if (skipped.has(record.at)) continue;
    const result = other ? { reason: `It is the same as that of ${other}.` } : checked(planned, faultOf, warn);
    if ('reason' in result) skipped.set(record.at, { at: record.at, reason: result.reason });
    else {
      places.set(planned.id, record.at);
      records.push(result.record);
    }
  }
  const good = records.filter(({ at }) => !skipped.has(at));
  const tasks = good.filter((record) => record.kind === 'TASK') as Planned<ImportedTask>[];
  return {
    records: [...inOrder(tasks, warnings), ...good.filter(({ kind }) => kind !== 'TASK')],
    skipped: [...skipped.values()],
    warnings: warnings.filter(({ at }) => !skipped.has(at)),
  };
}

/** A record as it can be written, or why it cannot be. A check that fails itself costs the record alone. */
function checked(
  record: Planned,
  faultOf: (record: Planned) => RecordFault | null,
  warn: (reason: string) => void,
): { readonly record: Planned } | { readonly reason: string } {
  try {
    const fault = faultOf(record);
    if (!fault) return { record };
    const lighter = fault.without && fitted(fault.without.record, warn);
    if (!lighter || faultOf(lighter)) return { reason: fault.reason };
    for (const note of fault.without?.notes ?? []) warn(note);
    return { record: lighter };
  } catch {
    return { reason: unforeseen };
  }
}

/** Tasks with parents before their parts. A parent that is missing, too deep or part of its own part is left out, and said. */
function inOrder(tasks: readonly Planned<ImportedTask>[], warnings: ImportFault[]): Planned<ImportedTask>[] {
  const byKey = new Map(tasks.map((task) => [task.key, task]));
  const depths = new Map<string, number>();
  const ordered: Planned<ImportedTask>[] = [];
  const place = (first: Planned<ImportedTask>) => {
    // From the task up to the first ancestor that is placed, without calling itself for each level.
    const chain: Planned<ImportedTask>[] = [];
    const seen = new Set<string>();
    for (let task: Planned<ImportedTask> | undefined = first; task && !depths.has(task.key) && !seen.has(task.key); ) {
      chain.push(task);
      seen.add(task.key);
      task = task.parentKey ? byKey.get(task.parentKey) : undefined;
    }
    for (const task of chain.reverse()) {
      const parent = task.parentKey ?? null;
      const depth = parent === null ? 0 : (depths.get(parent) ?? null);
      const reason =
        depth === null && parent !== null
          ? byKey.has(parent)
            ? 'It is a part of its own part: it has no parent here.'
            : 'Its parent is not in the file: it has none here.'
          : (depth ?? 0) >= maxTreeDepth
            ? `It is more than ${maxTreeDepth} levels deep: it has no parent here.`
            : null;
      if (reason !== null) warnings.push({ at: task.at, reason });
      ordered.push(reason === null ? task : { ...task, parentKey: null });
      depths.set(task.key, reason === null ? (depth ?? 0) + 1 : 1);
    }
  };
  for (const task of tasks) place(task);
  return ordered;
}
