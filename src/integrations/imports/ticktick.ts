import type { Calendar } from '../../platform/time/calendar.ts';
import { allDayOf, dayOf, type FileDate, momentOf, parseDate } from './dates.ts';
import { type ImportedFile, type ImportedTask, RowError } from './imported.ts';
import { nameOfFile, type ReadOptions, withDateOrder, zoneOf } from './options.ts';
import { Reading } from './reading.ts';
import { ruleOf } from './rrules.ts';
import { mapColumns, readTableRows, requireTable, type TableRow } from './table.ts';
import { entriesOf, paragraphs } from './texts.ts';

/* The backup of TickTick as CSV: a few lines about the file, then a task a row. */

const shape = {
  columns: {
    id: ['taskId', 'Task ID', 'id'],
    parent: ['parentId', 'Parent ID'],
    folder: ['Folder Name'],
    list: ['List Name'],
    title: ['Title'],
    kind: ['Kind'],
    tags: ['Tags'],
    content: ['Content'],
    isChecklist: ['Is Check list', 'Is Checklist'],
    start: ['Start Date'],
    due: ['Due Date'],
    reminder: ['Reminder'],
    repeat: ['Repeat'],
    priority: ['Priority'],
    status: ['Status'],
    created: ['Created Time'],
    completed: ['Completed Time'],
    order: ['Order'],
    zone: ['Timezone', 'Time Zone'],
    isAllDay: ['Is All Day'],
    isFloating: ['Is Floating'],
    column: ['Column Name'],
    columnOrder: ['Column Order'],
    view: ['View Mode'],
  },
  required: ['title', 'status'],
};

const targets = {
  id: 'what the task is recognized by',
  parent: 'parent task',
  folder: 'description',
  list: 'project',
  title: 'title',
  kind: 'tasks; notes are left out',
  tags: 'labels',
  content: 'description; the items of a checklist become subtasks',
  isChecklist: 'whether the content is a checklist',
  start: 'scheduledOn or scheduledAt',
  due: 'dueOn',
  reminder: 'not imported',
  repeat: 'recurrence, if it is a rule of RFC 5545; else description',
  priority: 'priority: 5 is HIGH, 3 MEDIUM, 1 LOW, 0 NONE',
  status: 'status: 0 is TODO, 1 DONE, 2 archived, -1 CANCELLED',
  created: 'not imported',
  completed: 'completedAt',
  order: 'not imported',
  zone: 'the time zone of the row',
  isAllDay: 'whether the dates are days',
  isFloating: 'whether the times are of any zone',
  column: 'description',
  columnOrder: 'not imported',
  view: 'not imported',
};

const priorities: Record<string, number> = { '0': 0, '1': 1, '3': 2, '5': 3, '': 0 };
const isTrue = (text: string) => /^(?:true|y|yes|1)$/i.test(text);

/** Reads the backup of TickTick. */
export function readTickTick(bytes: Uint8Array, given: ReadOptions): ImportedFile {
  const reading = new Reading(given.maxRows);
  const text = reading.decode(bytes, given.encoding);
  const table = requireTable(text, shape, given.delimiter);
  const dates = ['start', 'due', 'completed'];
  const options = withDateOrder(
    given,
    table.rows.flatMap((row) => dates.map((column) => row.cell(column))),
  );
  const ids = Map.groupBy(table.rows, (row) => row.cell('id'));
  mapColumns(reading, table, targets);
  readTableRows(reading, table, '', (row) => {
    if (/^note$/i.test(row.cell('kind'))) throw new RowError('It is a note, not a task.');
    if (row.cell('title') === '') throw new RowError('It has no title.');
    const priority = priorities[row.cell('priority')];
    if (priority === undefined) reading.warn('The priority is none of 0, 1, 3 and 5: it has none here.');
    const list = row.cell('list') || nameOfFile(options.fileName);
    const repeat = row.cell('repeat');
    const local = zoneOf(reading, row.cell('zone'), options);
    const { state, completedAt } = stateOf(reading, row, local, options);
    const key = keyOf(reading, row, list, (ids.get(row.cell('id')) ?? []).length > 1 ? completedAt : null);
    const rule = repeat === '' ? null : ruleOf(repeat);
    if (repeat !== '' && rule === null)
      reading.warn('How it repeats cannot be read as a whole: it stands in the description.');
    const isChecklist = isTrue(row.cell('isChecklist'));
    reading.add({
      ...{ kind: 'TASK', key, title: row.cell('title'), priority: priority ?? 0, project: list, completedAt },
      status: state === 'ARCHIVED' ? (completedAt ? 'DONE' : 'CANCELLED') : state,
      labels: [
        ...entriesOf(row.cell('tags'), ',').map((tag) => tag.replace(/^#/, '')),
        ...(state === 'ARCHIVED' ? ['Archived'] : []),
      ],
      description: paragraphs(
        isChecklist ? '' : row.cell('content'),
        row.cell('folder') && `Folder: ${row.cell('folder')}`,
        row.cell('column') && `Column: ${row.cell('column')}`,
        repeat !== '' && rule === null ? `Repeats: ${repeat}` : '',
      ),
      recurrence: rule === null ? null : { rule, anchor: 'SCHEDULE' },
      parentKey: row.cell('parent') ? `id:${row.cell('parent')}` : null,
      ...scheduleOf(reading, row, local, options),
    });
    if (isChecklist) addItems(reading, row.cell('content'), key, state === 'TODO' ? null : completedAt);
  });
  return reading;
}

/** The key of a task. The completions of one that repeats can have its id: each is a task of its own, by when it was done. */
function keyOf(reading: Reading, row: TableRow, list: string, repeatedAt: string | null): string {
  const id = row.cell('id');
  if (id === '') return reading.keyOf(list, row.cell('title'));
  return reading.keyOfId(repeatedAt === null ? id : `${id} ${repeatedAt}`);
}

type State = 'TODO' | 'DONE' | 'CANCELLED' | 'ARCHIVED';

/** Archived is a state of its own: it was done if it has a time of completion. */
function stateOf(reading: Reading, row: TableRow, local: Calendar, { dateOrder }: ReadOptions) {
  const states: Record<string, State> = { '0': 'TODO', '1': 'DONE', '2': 'ARCHIVED', '-1': 'CANCELLED', '': 'TODO' };
  const state = states[row.cell('status')];
  if (state === undefined) throw new RowError('The status is none of 0, 1, 2 and -1.');
  const completedText = state === 'TODO' ? '' : row.cell('completed');
  const completedAt = reading.optional('Completed Time', completedText, (text) => {
    const completed = parseDate(text, dateOrder);
    return completed && momentOf(completed, local);
  });
  if (state === 'DONE' && !completedAt)
    reading.warn('When it was done is not in the file: the time of the import is taken.');
  return { state, completedAt };
}

/** When it is to be done. An all-day date is the midnight of the row's zone, told in UTC. */
function scheduleOf(
  reading: Reading,
  row: TableRow,
  local: Calendar,
  { dateOrder }: ReadOptions,
): Partial<ImportedTask> {
  const read = (name: string, column: string) =>
    reading.optional(name, row.cell(column), (text) => parseDate(text, dateOrder));
  const [start, due] = [read('Start Date', 'start'), read('Due Date', 'due')];
  const first = start ?? due;
  const isDay = isTrue(row.cell('isAllDay')) || first?.time === null;
  const day = (date: FileDate | null) => date && (isDay ? allDayOf : dayOf)(date, local);
  // A floating time is by the clock of its reader: it was told in the row's zone.
  const moment = first && !isDay ? momentOf(first, local) : null;
  return { dueOn: day(due), ...(moment ? { scheduledAt: moment } : { scheduledOn: day(first) }) };
}

/** The items of a checklist: "▫" is open, "▪" is done. */
function addItems(reading: Reading, content: string, parentKey: string, completedAt: string | null): void {
  const items = content
    .split(/\n|(?=[▫▪])/u)
    .map((line) => line.trim())
    .filter((line) => /^[▫▪]?\s*\S/u.test(line));
  for (const [index, line] of items.entries()) {
    const title = line.replace(/^[▫▪]\s*/u, '');
    if (title === '') continue;
    const isDone = line.startsWith('▪');
    reading.add({
      ...{ kind: 'TASK', key: `${parentKey}/${index}`, title, parentKey, status: isDone ? 'DONE' : 'TODO' },
      completedAt: isDone ? completedAt : null,
    });
  }
}
