import { zoneNameOf } from '../ics/zone-names.ts';
import { findRecurrence } from '../natural-language/recurrences.ts';
import { dayOf, inZone, momentOf, parseDate, parseTime } from './dates.ts';
import { type ImportedFile, type ImportedTask, RowError } from './imported.ts';
import { nameOfFile, type ReadOptions, withDateOrder } from './options.ts';
import { Reading } from './reading.ts';
import { mapColumns, readTableRows, requireTable, type TableRow } from './table.ts';
import { paragraphs } from './texts.ts';

/*
 * A template of Todoist (todoist.com/help/articles/format-a-csv-file-to-import-into-todoist): a row a task, section or comment, whose
 * place in the tree is told by its indent. It has neither ids nor the name of the project, which is in the file's name.
 */

const shape = {
  columns: {
    type: ['TYPE'],
    content: ['CONTENT'],
    description: ['DESCRIPTION'],
    priority: ['PRIORITY'],
    indent: ['INDENT'],
    author: ['AUTHOR'],
    responsible: ['RESPONSIBLE'],
    date: ['DATE'],
    language: ['DATE_LANG'],
    zone: ['TIMEZONE'],
    duration: ['DURATION'],
    durationUnit: ['DURATION_UNIT'],
    deadline: ['DEADLINE'],
    deadlineLanguage: ['DEADLINE_LANG'],
  },
  required: ['type', 'content'],
};

const targets = {
  type: 'task, section or comment',
  content: 'title; @names are labels',
  description: 'description',
  priority: 'priority: 1 is URGENT, 2 HIGH, 3 MEDIUM, 4 NONE',
  indent: 'parent task',
  author: 'not imported',
  responsible: 'description',
  date: 'scheduledOn, scheduledAt and recurrence',
  language: 'the language of the date',
  zone: 'the time zone of the date',
  duration: 'estimateMinutes',
  durationUnit: 'the unit of the duration',
  deadline: 'dueOn',
};

/** The priority by what the CSV has, where 1 is the highest. The API of Todoist counts the other way. */
const priorities: Record<string, number> = { '1': 4, '2': 3, '3': 2, '4': 0, '': 0 };

/** What a date of Todoist says. What cannot be read is kept as text. */
type Schedule = Pick<ImportedTask, 'scheduledOn' | 'scheduledAt' | 'recurrence'>;

/** The longest date in words. */
const maxDate = 200;

/** A date in words, with how it repeats. Null if a part of it cannot be read: then none of it is. */
export function readTodoistDate(text: string, { calendar, dateOrder }: ReadOptions, zone = ''): Schedule | null {
  if (text.length > maxDate) return null;
  // "every!" counts from the day on which the task is done.
  const isFromCompletion = /^(every|after|jede[nrs]?|alle)!/i.test(text);
  const words = text.replace(/^(\p{L}+)!/u, '$1').trim();
  const found = findRecurrence(words);
  if (found?.rule === null) return null;
  const rest = found
    ? `${words.slice(0, found.offset)} ${words.slice(found.offset + found.length)}`.replaceAll(/\s+/g, ' ').trim()
    : words;
  const [, clock = '', start = ''] = found
    ? (/^(?:(?:at|um|@)? ?(\d.*?))? ?(?:(?:starting|from|ab) (.+))?$/i.exec(rest) ?? [null, rest, ''])
    : [null, '', words];
  const time = clock === '' ? null : parseTime(clock);
  if (clock !== '' && time === null) return null;
  // What is no rule in either language would be half of one.
  const rule = found?.rule ?? null;
  if (found && rule === null) return null;
  const recurrence =
    rule === null
      ? null
      : {
          rule,
          anchor: isFromCompletion ? ('COMPLETION' as const) : ('SCHEDULE' as const),
        };
  try {
    const local = inZone(calendar, zone);
    const date = parseDate(start, dateOrder);
    const at = date ?? (recurrence && time ? { date: calendar.today, time: null, offset: null } : null);
    if (!at) return recurrence ? { recurrence } : null;
    const clockTime = at.time ?? time;
    if (clockTime === null) return { scheduledOn: at.date, recurrence };
    return { scheduledAt: momentOf({ ...at, time: clockTime }, local), recurrence };
  } catch (error) {
    if (error instanceof RowError) return null;
    throw error;
  }
}

/** Reads a template of Todoist. */
export function readTodoistCsv(bytes: Uint8Array, given: ReadOptions): ImportedFile {
  const reading = new Reading(given.maxRows);
  const text = reading.decode(bytes, given.encoding);
  const table = requireTable(text, shape, given.delimiter);
  const options = withDateOrder(
    given,
    table.rows.flatMap((row) => [row.cell('date'), row.cell('deadline')]),
  );
  const project = nameOfFile(options.fileName);
  reading.map('name of the file', project === '' ? 'not known' : `project "${project}"`);
  mapColumns(reading, table, targets);
  /** The tasks that those with a greater indent belong to, by indent. */
  const open: string[] = [];
  const last: { task: ImportedTask | null } = { task: null };
  const comments = new Map<ImportedTask, string[]>();
  let section = '';
  readTableRows(reading, table, '', (row) => {
    const type = row.cell('type').toLowerCase();
    if (type === 'section') {
      section = row.cell('content');
      last.task = null;
      open.length = 0;
      return reading.map('section', 'description');
    }
    if (type === 'note') return addComment(reading, last.task, comments, row.cell('content'));
    if (type !== 'task') throw new RowError(`It is of the type "${type.slice(0, 20)}", which is no task.`);
    last.task = null;
    const task = taskOf(reading, row, { project, section, open }, options);
    reading.add(task);
    last.task = reading.records.at(-1) as ImportedTask;
  });
  for (const [task, texts] of comments) Object.assign(task, { description: paragraphs(task.description, ...texts) });
  return reading;
}

/** The deepest level of tasks, and the longest estimate in minutes: a year. What is beyond is no indent and no estimate. */
const maxIndent = 100;
const maxMinutes = 525_600;

interface Place {
  readonly project: string;
  readonly section: string;
  readonly open: string[];
}

function taskOf(reading: Reading, row: TableRow, { project, section, open }: Place, options: ReadOptions) {
  const priority = priorities[row.cell('priority')];
  if (priority === undefined) reading.warn('The priority is none from 1 to 4: it has none here.');
  const indent = Number(row.cell('indent') || '1');
  if (!Number.isInteger(indent) || indent < 1 || indent > maxIndent) {
    open.length = 0;
    throw new RowError(`The indent is no whole number from 1 to ${maxIndent}.`);
  }
  // A task without the one above it belongs to the nearest that is there. Whatever is wrong with this one, it is the end of those before.
  const parentKey = open.slice(0, indent - 1).findLast(Boolean) ?? null;
  if (indent > 1 && !open[indent - 2]) reading.warn('The task that it is a part of is not there.');
  open.length = Math.min(open.length, indent - 1);
  const { title, labels } = splitLabels(row.cell('content'));
  const key = reading.keyOf(project, parentKey ?? section, title);
  const words = row.cell('date');
  const zone = row.cell('zone');
  const isZone = zone === '' || zoneNameOf(zone) !== null;
  const schedule = words === '' ? {} : readTodoistDate(words, options, zone);
  if (schedule === null) reading.warn('The date cannot be read as a whole: it stands in the description.');
  const deadline = deadlineOf(row.cell('deadline'), options);
  if (deadline === 'UNREAD') reading.warn('The deadline cannot be read: it stands in the description.');
  const duration = row.cell('duration');
  const minutes = /^min/i.test(row.cell('durationUnit') || 'minute') ? Math.round(Number(duration)) : 0;
  const isEstimate = minutes > 0 && minutes <= maxMinutes;
  const responsible = row
    .cell('responsible')
    .replace(/\(\d+\)$/, '')
    .trimEnd();
  while (open.length < indent - 1) open.push('');
  open.push(key);
  return {
    ...{ kind: 'TASK' as const, key, title, project, labels, priority: priority ?? 0, parentKey },
    description: paragraphs(
      row.cell('description'),
      section && parentKey === null ? `Section: ${section}` : '',
      schedule === null ? `Date: ${words}${isZone ? '' : `, ${zone}`}` : '',
      deadline === 'UNREAD' ? `Deadline: ${row.cell('deadline')}` : '',
      duration === '' || isEstimate ? '' : `Duration: ${duration} ${row.cell('durationUnit')}`,
      responsible && `Responsible: ${responsible}`,
    ),
    ...schedule,
    dueOn: deadline === 'UNREAD' ? null : deadline,
    estimateMinutes: isEstimate ? minutes : null,
  };
}

/** The day of a deadline. `UNREAD` if it is none, null if it is empty. */
function deadlineOf(text: string, { calendar, dateOrder }: ReadOptions): string | null {
  try {
    const date = parseDate(text, dateOrder);
    return date && dayOf(date, calendar);
  } catch (error) {
    if (error instanceof RowError) return 'UNREAD';
    throw error;
  }
}

/** The labels at the end of a title, and the title without them. An asterisk before it means that it cannot be completed. */
function splitLabels(content: string): { title: string; labels: string[] } {
  const labels: string[] = [];
  let title = content.replace(/^\* /, '').trimEnd();
  for (let at = title.lastIndexOf('@'); at > 0; at = title.lastIndexOf('@')) {
    const name = title.slice(at + 1);
    if (name === '' || /\s/.test(name) || !/\s/.test(title[at - 1] ?? '')) break;
    labels.push(name);
    title = title.slice(0, at).trimEnd();
  }
  return { title, labels: labels.reverse() };
}

function addComment(
  reading: Reading,
  task: ImportedTask | null,
  comments: Map<ImportedTask, string[]>,
  text: string,
): void {
  if (!task) throw new RowError('It is a comment without a task.');
  const texts = comments.get(task) ?? [];
  texts.push(text);
  comments.set(task, texts);
  reading.map('comment', 'description');
}
