import { type FileDate, momentOf, parseDate } from './dates.ts';
import { type ImportedFile, RowError } from './imported.ts';
import { chosen, type ReadOptions, withDateOrder } from './options.ts';
import { Reading } from './reading.ts';
import { stageChoice } from './stages.ts';
import { mapColumns, readTableRows, requireTable, type TableRow } from './table.ts';
import { contactsOf, htmlOrPlain, paragraphs, webAddressOf } from './texts.ts';

/* The CSV export of a board of Huntr: a job a row. Its lists have the names that the user gave them. */

const shape = {
  columns: {
    id: ['Job ID', '_id', 'ID'],
    title: ['Job Title', 'Title', 'Position', 'Role'],
    company: ['Company', 'Company Name', 'Employer', 'Employer Name'],
    stage: ['List', 'List Name', 'Stage', 'Status', 'Column'],
    url: ['URL', 'Job URL', 'Job Post URL', 'Post URL', 'Link', 'Url'],
    location: ['Location', 'City'],
    salary: ['Salary', 'Compensation'],
    description: ['Description', 'Job Description', 'HTML Description'],
    notes: ['Notes', 'Note'],
    created: ['Date Added', 'Created At', 'Created', 'Date Saved', 'Added', 'First Added At'],
    applied: ['Date Applied', 'Applied Date', 'Applied At', 'Applied On', 'Applied', 'Apply Date'],
    moved: ['Last Moved', 'Last Moved At', 'Moved At'],
    archived: ['Archived', 'Is Archived'],
    source: ['Source', 'Found On'],
    contact: ['Contacts', 'Contact'],
  },
  required: ['title', 'company'],
};

const targets = {
  id: 'what the application is recognized by',
  title: 'title',
  company: 'company',
  stage: 'stage, by its name',
  url: 'url',
  location: 'notes',
  salary: 'notes',
  description: 'postingText',
  notes: 'notes',
  created: 'the time of the stage, if no later one is given',
  applied: 'appliedOn',
  moved: 'the time of the stage',
  archived: 'notes',
  source: 'source',
  contact: 'contacts',
};

const ended = ['ACCEPTED', 'REJECTED', 'WITHDRAWN'];

/** Reads the CSV export of a board of Huntr. */
export function readHuntr(bytes: Uint8Array, given: ReadOptions): ImportedFile {
  const reading = new Reading(given.maxRows);
  const text = reading.decode(bytes, given.encoding);
  const table = requireTable(text, shape, given.delimiter);
  const columns = ['created', 'applied', 'moved'];
  const options = withDateOrder(
    given,
    table.rows.flatMap((row) => columns.map((column) => row.cell(column))),
  );
  mapColumns(reading, table, targets);
  readTableRows(reading, table, '', (row) => {
    const [title, company, list] = [row.cell('title'), row.cell('company'), row.cell('stage')];
    if (title === '') throw new RowError('It has no title.');
    if (company === '') throw new RowError('It has no company.');
    const url = webAddressOf(reading, row.cell('url'));
    const id = row.cell('id');
    const stage = list === '' ? 'INTERESTED' : chosen(reading, options, stageChoice, list);
    const isOwnName = list !== '' && !Object.hasOwn(stageChoice.known, list.toLowerCase());
    const isArchived = /^(?:true|yes|1)$/i.test(row.cell('archived'));
    if (isArchived && !ended.includes(stage)) reading.warn('It is archived: the notes say so, and its stage stays.');
    reading.add({
      ...{ kind: 'JOB_APPLICATION', title, company, url, stage },
      key: id === '' ? reading.keyOf(title, company, url ?? '') : reading.keyOfId(id),
      source: row.cell('source'),
      notes: paragraphs(
        isOwnName ? `Stage: ${list}` : '',
        isArchived ? 'Archived' : '',
        row.cell('location') && `Location: ${row.cell('location')}`,
        row.cell('salary') && `Salary: ${row.cell('salary')}`,
        htmlOrPlain(row.cell('notes')),
      ),
      postingText: htmlOrPlain(row.cell('description')),
      contacts: contactsOf(reading, row.cell('contact'), options.isOwnEmail),
      ...timesOf(reading, row, stage, options),
    });
  });
  return reading;
}

/** When it was applied for, and when it entered its stage: that is the latest day that the row has, if it does not say it. */
function timesOf(reading: Reading, row: TableRow, stage: string, options: ReadOptions) {
  const read = (name: string, column: string) =>
    reading.optional(name, row.cell(column), (text) => {
      const date = parseDate(text, options.dateOrder);
      return date && startOf(date, options);
    });
  const [created, applied, moved] = [
    ...[read('Date Added', 'created'), read('Date Applied', 'applied'), read('Last Moved', 'moved')],
  ] as const;
  if (stage === 'INTERESTED') return { enteredAt: moved ?? created };
  const appliedOn = applied && options.owner.dayOf(new Date(applied));
  if (stage === 'APPLIED' && appliedOn) return { appliedOn };
  if (!moved) reading.warn(`When it entered ${stage} is not in the file: its latest day is taken.`);
  const sentAt = appliedOn && options.owner.startOfDay(appliedOn).toISOString();
  const known = [moved ?? created, applied, sentAt].filter((at) => at !== null);
  return { appliedOn, enteredAt: known.sort().at(-1) ?? null };
}

/** The moment of a date: that of its time, or the start of the owner's day. */
const startOf = (date: FileDate, { calendar, owner }: ReadOptions): string =>
  date.time === null ? owner.startOfDay(date.date).toISOString() : momentOf(date, calendar);
