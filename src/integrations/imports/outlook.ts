import type { Calendar } from '../../platform/time/calendar.ts';
import { doneAt, type FileDate, momentOf, parseDate, parseTime } from './dates.ts';
import { type ImportedContact, type ImportedFile, ImportFileError, RowError } from './imported.ts';
import { type ReadOptions, withDateOrder } from './options.ts';
import {
  calendarShape,
  contactShape,
  isBegunName,
  isDoneName,
  isFree,
  isHigh,
  isLow,
  isOpenName,
  isTrue,
  taskShape,
} from './outlook-columns.ts';
import { Reading } from './reading.ts';
import { findTable, mapColumns, readTableRows, type Table, type TableRow } from './table.ts';
import { contactsOf, entriesOf, paragraphs } from './texts.ts';

/* What Outlook exports as CSV, in the language of its user: a calendar, tasks or contacts, told apart by their columns. Texts are plain. */

/** The longest estimate in minutes: a year. */
const maxMinutes = 525_600;

/** Reads what Outlook exports. */
export function readOutlook(bytes: Uint8Array, options: ReadOptions): ImportedFile {
  const reading = new Reading(options.maxRows);
  const text = reading.decode(bytes, options.encoding);
  const forms = [
    [calendarShape, readCalendar],
    [taskShape, readTasks],
    [contactShape, readContacts],
  ] as const;
  for (const [shape, read] of forms) {
    const table = findTable(text, shape, options.delimiter);
    if (table) {
      read(reading, table, options);
      return reading;
    }
  }
  throw new ImportFileError(
    'The file has neither the columns of a calendar (Subject, Start Date, Start Time), of tasks (Subject, Due Date) nor of contacts.',
  );
}

const withOrder = (table: Table, options: ReadOptions, columns: readonly string[]) =>
  withDateOrder(
    options,
    table.rows.flatMap((row) => columns.map((column) => row.cell(column))),
  );

function readCalendar(reading: Reading, table: Table, given: ReadOptions): void {
  const options = withOrder(table, given, ['startDate', 'endDate']);
  mapColumns(reading, table, {
    ...{
      subject: 'meeting: title',
      startDate: 'startsAt or startsOn',
      startTime: 'startsAt',
      endDate: 'endsAt or endsOn',
    },
    ...{ endTime: 'endsAt', isAllDay: 'whether it is a meeting of whole days', reminder: 'not imported' },
    ...{ organizer: 'attendee', required: 'attendees', optional: 'attendees', categories: 'labels' },
    ...{ description: 'description', location: 'place', showAs: 'isFree' },
  });
  readTableRows(reading, table, '', (row) => {
    if (row.cell('subject') === '') throw new RowError('It has no title.');
    reading.add({
      ...{ kind: 'MEETING', title: row.cell('subject'), place: row.cell('location') },
      key: reading.keyOf(row.cell('subject'), row.cell('startDate'), row.cell('startTime')),
      description: row.cell('description'),
      isFree: isFree(row.cell('showAs')),
      labels: entriesOf(row.cell('categories'), /[;,]/),
      attendees: attendeesOf(reading, row, options),
      ...timesOf(reading, row, options),
    });
  });
}

function timesOf(reading: Reading, row: TableRow, { calendar, dateOrder }: ReadOptions) {
  const start = parseDate(row.cell('startDate'), dateOrder);
  const end = reading.optional('End Date', row.cell('endDate'), (text) => parseDate(text, dateOrder)) ?? start;
  if (!start || !end) throw new RowError('It has no date.');
  const timeOf = (column: string) => {
    const given = row.cell(column);
    const time = given === '' ? null : parseTime(given);
    if (given !== '' && time === null) throw new RowError(`"${given.slice(0, 20)}" is not a time of day.`);
    return time;
  };
  const startTime = timeOf('startTime');
  const endTime = reading.optional('End Time', row.cell('endTime'), () => timeOf('endTime'));
  if (isTrue(row.cell('isAllDay')) || startTime === null) {
    // A whole day ends at the midnight after it.
    const isNextDay = endTime?.startsWith('00:00') && end.date > start.date;
    return { startsOn: start.date, endsOn: isNextDay ? calendar.addDays(end.date, -1) : end.date };
  }
  const from = { ...start, time: startTime };
  const startsAt = momentOf(from, calendar);
  return { startsAt, endsAt: endOf({ ...end, time: endTime ?? startTime }, from, startsAt, calendar) };
}

type ClockTime = FileDate & { readonly time: string };

/**
 * The end of a meeting. Of times that clocks show twice, the first counts (RFC 5545, section 3.3.5); but an end that would be before its
 * start then is the second. A meeting whose start the clocks skip keeps its length.
 */
function endOf(end: ClockTime, start: ClockTime, startsAt: string, calendar: Calendar): string {
  const first = momentOf(end, calendar);
  if (first >= startsAt) return first;
  const byClock = ({ date, time }: ClockTime) => Date.parse(`${date}T${time}Z`);
  if (byClock(end) >= byClock(start))
    return new Date(Date.parse(startsAt) + byClock(end) - byClock(start)).toISOString();
  const second = calendar.timeOn(end.date, end.time, 'SECOND').toISOString();
  if (second < startsAt) throw new RowError('It ends before it starts.');
  return second;
}

/** Those who take part, each once, without the owner. */
function attendeesOf(reading: Reading, row: TableRow, { isOwnEmail }: ReadOptions): ImportedContact[] {
  const all = `${row.cell('organizer')};${row.cell('required')};${row.cell('optional')}`;
  return contactsOf(reading, all, isOwnEmail);
}

function readTasks(reading: Reading, table: Table, given: ReadOptions): void {
  const options = withOrder(table, given, ['start', 'due', 'completed']);
  mapColumns(reading, table, {
    ...{ subject: 'task: title', start: 'scheduledOn', due: 'dueOn', completed: 'completedAt', percent: 'status' },
    ...{
      status: 'status; another than open, begun or completed: description',
      priority: 'priority: HIGH, MEDIUM or LOW',
      categories: 'labels',
      notes: 'description',
    },
    work: 'estimateMinutes',
  });
  readTableRows(reading, table, '', (row) => {
    if (row.cell('subject') === '') throw new RowError('It has no title.');
    const read = (column: string) => {
      const name = table.nameOf(column) ?? column;
      return reading.optional(name, row.cell(column), (text) => parseDate(text, options.dateOrder));
    };
    const [start, due, completed] = [read('start'), read('due'), read('completed')];
    const share = Number(row.cell('percent').replace('%', '').replace(',', '.')) || 0;
    const state = row.cell('status');
    const isWhole = share === 100 || (share === 1 && !row.cell('percent').includes('%'));
    const isDone = completed !== null || isWhole || isDoneName(state);
    const isKnown = state === '' || [isDoneName, isOpenName, isBegunName].some((is) => is(state));
    if (isDone && !completed) reading.warn('When it was done is not in the file: the time of the import is taken.');
    const work = row.cell('work');
    const minutes = Math.round(Number(work));
    const isEstimate = minutes > 0 && minutes <= maxMinutes;
    reading.add({
      ...{ kind: 'TASK', title: row.cell('subject') },
      description: paragraphs(
        row.cell('notes'),
        isKnown ? '' : `Status: ${state}`,
        isEstimate || /^0*$/.test(work) ? '' : `Total work: ${work}`,
      ),
      key: reading.keyOf(row.cell('subject'), due?.date ?? ''),
      status: isDone ? 'DONE' : share > 0 || isBegunName(state) ? 'IN_PROGRESS' : 'TODO',
      completedAt: completed && doneAt(completed, options.calendar),
      priority: isHigh(row.cell('priority')) ? 3 : isLow(row.cell('priority')) ? 1 : 0,
      ...{ scheduledOn: start?.date ?? null, dueOn: due?.date ?? null },
      estimateMinutes: isEstimate ? minutes : null,
      labels: entriesOf(row.cell('categories'), /[;,]/),
    });
  });
}

function readContacts(reading: Reading, table: Table, { isOwnEmail }: ReadOptions): void {
  mapColumns(reading, table, {
    ...{ first: 'person: name', middle: 'name', last: 'name', company: 'company', title: 'notes', notes: 'notes' },
    ...{ email: 'emails', email2: 'emails', email3: 'emails' },
  });
  readTableRows(reading, table, '', (row) => {
    const given = ['email', 'email2', 'email3']
      .map((column) => row.cell(column).toLowerCase())
      .filter((one) => one.includes('@'));
    const emails = [...new Set(given)];
    if (emails.some(isOwnEmail)) throw new RowError('It is your own address.');
    const name = ['first', 'middle', 'last']
      .map((column) => row.cell(column))
      .filter(Boolean)
      .join(' ');
    if (name === '' && emails.length === 0) throw new RowError('It has no name.');
    reading.add({
      ...{ kind: 'PERSON', name: name || (emails[0] ?? ''), company: row.cell('company'), emails },
      key: reading.keyOf(name, emails[0] ?? ''),
      notes: paragraphs(row.cell('title'), row.cell('notes')),
    });
  });
}
