import { doneAt, parseDate, parseTime } from './dates.ts';
import { type ImportedFile, RowError } from './imported.ts';
import { chosen, type ReadOptions, withDateOrder } from './options.ts';
import { Reading } from './reading.ts';
import { mapColumns, readTableRows, requireTable, type TableRow } from './table.ts';
import { entriesOf, htmlOrPlain, paragraphs } from './texts.ts';

/* The CSV export of Daylio: an entry a row. Its moods have the names that the user gave them. */

const shape = {
  columns: {
    fullDate: ['full_date', 'Date (full)'],
    year: ['year'],
    date: ['date', 'Datum', 'fecha', 'data'],
    weekday: ['weekday', 'Wochentag'],
    time: ['time', 'Uhrzeit', 'hora', 'heure'],
    mood: ['mood', 'Stimmung', 'humor', 'humeur', 'estado de ánimo'],
    activities: ['activities', 'Aktivitäten', 'actividades', 'activités'],
    title: ['note_title', 'Titel der Notiz'],
    note: ['note', 'Notiz', 'nota'],
    scales: ['scales'],
  },
  required: ['mood', 'date'],
};

const targets = {
  fullDate: 'at',
  date: 'at',
  year: 'at',
  weekday: 'not imported: it follows from the date',
  time: 'at, by the clock of the file',
  mood: 'mood, 1 to 5, by its name',
  activities: 'labels',
  title: 'notes',
  note: 'notes',
  scales: 'notes',
};

/** The five moods as Daylio names them, from awful to rad. */
const moods: Record<string, number> = {
  ...{ rad: 5, good: 4, meh: 3, bad: 2, awful: 1 },
  ...{ super: 5, gut: 4, 'so lala': 3, schlecht: 2, lausig: 1 },
};

const mood = { field: 'mood', known: moods, wanted: [1, 2, 3, 4, 5] };

/** The date of a row: as a whole, or as a day and a month with the year beside it. */
const dateText = (row: TableRow) =>
  row.cell('fullDate') ||
  (/\d{4}/.test(row.cell('date')) ? row.cell('date') : `${row.cell('date')} ${row.cell('year')}`);

/** Reads the CSV export of Daylio. */
export function readDaylio(bytes: Uint8Array, given: ReadOptions): ImportedFile {
  const reading = new Reading(given.maxRows);
  const text = reading.decode(bytes, given.encoding);
  const table = requireTable(text, shape, given.delimiter);
  const options = withDateOrder(given, table.rows.map(dateText));
  mapColumns(reading, table, targets);
  readTableRows(reading, table, '', (row) => {
    const date = parseDate(dateText(row), options.dateOrder);
    if (!date) throw new RowError('It has no date.');
    const given = row.cell('time');
    const time = given === '' ? date.time : parseTime(given);
    if (given !== '' && time === null) throw new RowError(`"${given.slice(0, 20)}" is not a time of day.`);
    if (row.cell('mood') === '') throw new RowError('It has no mood.');
    reading.add({
      kind: 'ENERGY_ENTRY',
      key: reading.keyOf(date.date, time ?? ''),
      moment: doneAt({ ...date, time }, options.calendar),
      mood: chosen(reading, options, mood, row.cell('mood')),
      notes: paragraphs(
        Object.hasOwn(moods, row.cell('mood').toLowerCase()) ? '' : `Mood: ${row.cell('mood')}`,
        htmlOrPlain(row.cell('title')),
        htmlOrPlain(row.cell('note')),
        row.cell('scales'),
      ),
      labels: entriesOf(row.cell('activities'), '|'),
    });
  });
  return reading;
}
