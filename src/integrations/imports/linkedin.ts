import { unzip } from './archives.ts';
import { dayOf, momentOf, parseDate } from './dates.ts';
import { type ImportedFile, ImportFileError, RowError } from './imported.ts';
import type { ReadOptions } from './options.ts';
import { Reading } from './reading.ts';
import { findTable, mapColumns, readTableRows, type Table, type TableShape } from './table.ts';
import { paragraphs, webAddressOf } from './texts.ts';

/* The archive of LinkedIn: a ZIP of CSV files, of which those about connections, applications and courses are read. Texts are plain. */

interface Part {
  readonly file: RegExp;
  readonly shape: TableShape;
  readonly read: (reading: Reading, table: Table, file: string, options: ReadOptions) => void;
}

const parts: readonly Part[] = [
  {
    file: /(^|\/)connections\.csv$/i,
    shape: {
      columns: {
        first: ['First Name', 'Vorname'],
        last: ['Last Name', 'Nachname'],
        url: ['URL'],
        email: ['Email Address', 'E-Mail-Adresse'],
        company: ['Company', 'Unternehmen'],
        position: ['Position'],
        connected: ['Connected On', 'Verbunden am'],
      },
      required: ['first', 'last'],
    },
    read: readConnections,
  },
  {
    file: /(^|\/)(?:job applications(?:_\d+)?|saved jobs)\.csv$/i,
    shape: {
      columns: {
        applied: ['Application Date'],
        saved: ['Saved Date'],
        email: ['Contact Email'],
        phone: ['Contact Phone Number'],
        company: ['Company Name'],
        title: ['Job Title'],
        url: ['Job Url'],
        resume: ['Resume Name'],
        answers: ['Question And Answers'],
      },
      required: ['company', 'title'],
    },
    read: readJobs,
  },
  {
    file: /(^|\/)learning\.csv$/i,
    shape: {
      columns: {
        title: ['Content Title'],
        description: ['Content Description'],
        type: ['Content Type'],
        watched: ['Content Last Watched Date (if viewed)', 'Content Last Watched Date'],
        completed: ['Content Completed At (if completed)', 'Content Completed At'],
        saved: ['Content Saved'],
        notes: ['Notes taken on videos (if taken)', 'Notes taken on videos'],
      },
      required: ['title'],
    },
    read: readCourses,
  },
];

/** A text, where LinkedIn writes that there is none. */
const given = (text: string) => (/^n\/a$/i.test(text) ? '' : text);

/** Reads the archive of LinkedIn, or one of its CSV files by its columns. */
export function readLinkedIn(bytes: Uint8Array, options: ReadOptions): ImportedFile {
  const reading = new Reading(options.maxRows);
  const files = unzip(bytes, options, (name) => parts.some(({ file }) => file.test(name)));
  const baseOf = (name: string) => name.replace(/^.*\//, '');
  // Files of one name, such as those of a basic and a complete archive, are told apart by their folders.
  const counts = Map.groupBy(files?.keys() ?? [], baseOf);
  let isKnown = false;
  for (const [name, content] of files ?? [['', bytes] as const]) {
    const text = reading.decode(content, options.encoding);
    const part = files
      ? parts.find(({ file }) => file.test(name))
      : parts.toReversed().find(({ shape }) => findTable(text, shape, options.delimiter));
    const table = part && findTable(text, part.shape, options.delimiter);
    if (part && table) {
      isKnown = true;
      part.read(reading, table, (counts.get(baseOf(name)) ?? []).length > 1 ? name : baseOf(name), options);
    } else if (files)
      reading.warnings.push({ at: name, reason: 'The file has no columns that are known: it is not read.' });
  }
  if (!isKnown) {
    throw new ImportFileError('The file has no connections, job applications or courses of LinkedIn.');
  }
  reading.map('messages, contacts of the phone, and all other files', 'not imported');
  return reading;
}

function readConnections(reading: Reading, table: Table, file: string, { isOwnEmail }: ReadOptions): void {
  mapColumns(reading, table, {
    ...{ first: 'person: name', last: 'name', url: 'notes', email: 'emails', company: 'company', position: 'notes' },
    connected: 'notes',
  });
  readTableRows(reading, table, file, (row) => {
    const name = [row.cell('first'), row.cell('last')].filter(Boolean).join(' ');
    const email = row.cell('email').toLowerCase();
    if (email !== '' && isOwnEmail(email)) throw new RowError('It is your own address.');
    if (name === '') throw new RowError('It has no name.');
    const connected = reading.optional('Connected On', row.cell('connected'), (text) => parseDate(text, 'MDY'));
    const url = webAddressOf(reading, row.cell('url'));
    reading.add({
      ...{ kind: 'PERSON', name, company: row.cell('company'), emails: email.includes('@') ? [email] : [] },
      key: url ?? reading.keyOf(name, email),
      notes: paragraphs(row.cell('position'), url, connected && `Connected on LinkedIn: ${connected.date}`),
    });
  });
}

function readJobs(reading: Reading, table: Table, file: string, options: ReadOptions): void {
  mapColumns(reading, table, {
    ...{ applied: 'appliedOn; the stage is APPLIED', saved: 'the time of the stage INTERESTED', email: 'notes' },
    ...{ phone: 'not imported', company: 'job application: company', title: 'title', url: 'url', resume: 'notes' },
    answers: 'not imported',
  });
  readTableRows(reading, table, file, (row) => {
    const [title, company] = [row.cell('title'), row.cell('company')];
    if (title === '') throw new RowError('It has no title.');
    if (company === '') throw new RowError('It has no company.');
    // LinkedIn writes dates as Americans do, in every language.
    const read = (name: string, column: string) =>
      reading.optional(name, row.cell(column), (text) => parseDate(text, 'MDY'));
    const [applied, saved] = [read('Application Date', 'applied'), read('Saved Date', 'saved')];
    const url = webAddressOf(reading, row.cell('url'));
    const at = applied ?? saved;
    const moment = at && (at.time ? momentOf(at, options.calendar) : options.owner.startOfDay(at.date).toISOString());
    const email = row.cell('email').toLowerCase();
    reading.add({
      ...{ kind: 'JOB_APPLICATION', title, company, url, source: 'LinkedIn' },
      key: reading.keyOf(title, company, url ?? '', at?.date ?? ''),
      ...(applied ? { stage: 'APPLIED', enteredAt: moment } : { stage: 'INTERESTED', enteredAt: moment }),
      notes: paragraphs(
        given(row.cell('resume')) && `CV: ${row.cell('resume')}`,
        email && !options.isOwnEmail(email) ? `Contact: ${email}` : '',
      ),
    });
  });
}

function readCourses(reading: Reading, table: Table, file: string, options: ReadOptions): void {
  mapColumns(reading, table, {
    ...{ title: 'learning: title', description: 'notes', type: 'sourceKind COURSE', watched: 'learnedOn' },
    ...{ completed: 'learnedOn', saved: 'not imported', notes: 'notes' },
  });
  readTableRows(reading, table, file, (row) => {
    const title = row.cell('title');
    if (title === '') throw new RowError('It has no title.');
    const read = (name: string, column: string) =>
      reading.optional(name, row.cell(column), (text) => parseDate(text, 'MDY') ?? ('NONE' as const));
    const dates = [read('Content Completed At', 'completed'), read('Content Last Watched Date', 'watched')];
    if (dates.every((one) => one === 'NONE')) throw new RowError('It was neither finished nor watched.');
    const date = dates.find((one) => one !== null && one !== 'NONE') ?? null;
    reading.add({
      ...{ kind: 'LEARNING', title, key: reading.keyOf(title), sourceKind: 'COURSE', sourceTitle: 'LinkedIn Learning' },
      notes: paragraphs(given(row.cell('description')), given(row.cell('notes'))),
      learnedOn: date && dayOf(date, options.calendar),
    });
  });
}
