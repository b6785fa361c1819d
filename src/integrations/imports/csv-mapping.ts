import { dayOf, doneAt, parseDate } from './dates.ts';
import { type ImportedFile, type ImportedRecord, ImportFileError, RowError } from './imported.ts';
import { type JsonObject, objectOf, textOf } from './json.ts';
import { chosen, mappedValue, nameOfFile, type ReadOptions, withDateOrder } from './options.ts';
import { Reading } from './reading.ts';
import { stageChoice } from './stages.ts';
import { readTableRows, requireTable, type TableRow } from './table.ts';
import { entriesOf, htmlOrPlain, paragraphs, webAddressOf } from './texts.ts';

/* Any CSV file, by a mapping that says which column is what. */

type Form =
  | 'TEXT'
  | 'HTML'
  | 'DATE'
  | 'MOMENT'
  | 'MINUTES'
  | 'RATING'
  | 'LIST'
  | 'URL'
  | 'STATUS'
  | 'PRIORITY'
  | 'STAGE';

/** The fields of each kind of record, and how their values are read. */
const kinds = {
  task: {
    fields: {
      ...{ title: 'TEXT', description: 'TEXT', status: 'STATUS', completedAt: 'MOMENT', priority: 'PRIORITY' },
      ...{ scheduledOn: 'DATE', scheduledAt: 'MOMENT', dueOn: 'DATE', estimateMinutes: 'MINUTES' },
      ...{ project: 'TEXT', labels: 'LIST', parentId: 'TEXT' },
    },
    required: ['title'],
  },
  energy: {
    fields: {
      ...{
        moment: 'MOMENT',
        energy: 'RATING',
        mood: 'RATING',
        focus: 'RATING',
        stress: 'RATING',
        engagement: 'RATING',
      },
      ...{ notes: 'TEXT', labels: 'LIST' },
    },
    required: ['moment'],
  },
  application: {
    fields: {
      ...{ title: 'TEXT', company: 'TEXT', stage: 'STAGE', enteredAt: 'MOMENT', appliedOn: 'DATE', url: 'URL' },
      ...{ source: 'TEXT', notes: 'TEXT', postingText: 'TEXT' },
    },
    required: ['title', 'company'],
  },
  person: { fields: { name: 'TEXT', company: 'TEXT', emails: 'LIST', notes: 'TEXT' }, required: ['name'] },
  learning: {
    fields: {
      ...{ title: 'TEXT', notes: 'TEXT', learnedOn: 'DATE', sourceTitle: 'TEXT', sourceUrl: 'URL', labels: 'LIST' },
    },
    required: ['title'],
  },
  prompt: { fields: { question: 'TEXT', answer: 'TEXT', deck: 'TEXT' }, required: ['question', 'answer'] },
} as const satisfies Record<string, { fields: Record<string, Form>; required: readonly string[] }>;

type KindName = keyof typeof kinds;

const recordKinds: Record<KindName, ImportedRecord['kind']> = {
  ...{ task: 'TASK', energy: 'ENERGY_ENTRY', application: 'JOB_APPLICATION' },
  ...{ person: 'PERSON', learning: 'LEARNING', prompt: 'PROMPT' },
};

const statuses = ['TODO', 'IN_PROGRESS', 'DONE', 'CANCELLED'] as const;
const status = {
  field: 'status',
  wanted: statuses,
  known: {
    ...{ todo: 'TODO', open: 'TODO', no: 'TODO', false: 'TODO', 'in progress': 'IN_PROGRESS', doing: 'IN_PROGRESS' },
    ...{ done: 'DONE', completed: 'DONE', yes: 'DONE', true: 'DONE', cancelled: 'CANCELLED', canceled: 'CANCELLED' },
  } as Record<string, (typeof statuses)[number]>,
};
const priorityNames = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'URGENT'] as const;
const priority = {
  field: 'priority',
  wanted: priorityNames,
  known: Object.fromEntries(priorityNames.map((name) => [name.toLowerCase(), name])) as Record<
    string,
    (typeof priorityNames)[number]
  >,
};

/** A mapping: the kind of the records, the columns of their fields, and the format of texts. */
interface Mapping {
  readonly kind: KindName;
  readonly fields: Readonly<Record<string, Form>>;
  /** The column of each field. */
  readonly columns: Readonly<Record<string, string>>;
  /** The column of an id. Empty: rows are recognized by what the required fields have. */
  readonly id: string;
  readonly isHtml: boolean;
  /** The lowest and the highest value of ratings. */
  readonly scale: readonly [number, number];
}

const wrong = (message: string) => new ImportFileError(`The mapping ${message}.`);

function toMapping(document: unknown): Mapping {
  const { kind, columns: given, id, text, scale, ...others } = objectOf(document);
  const known = Object.keys(others).filter((name) => name !== 'values');
  if (known.length > 0)
    throw wrong(`has "${known[0]}", which is not known: kind, columns, id, text, scale and values are`);
  if (!Object.hasOwn(kinds, textOf(kind))) throw wrong(`must have a kind: ${Object.keys(kinds).join(', ')}`);
  const of = kinds[textOf(kind) as KindName];
  const fields: Record<string, Form> = of.fields;
  const columns = Object.fromEntries(Object.entries(objectOf(given)).map(([field, name]) => [field, textOf(name)]));
  const unknown = Object.keys(columns).find((field) => !Object.hasOwn(fields, field));
  if (unknown !== undefined) throw wrong(`has the field "${unknown}": ${Object.keys(fields).join(', ')} are known`);
  const missing = of.required.find((field) => !columns[field]);
  if (missing) throw wrong(`must name the column of ${missing}`);
  if (text !== undefined && !['plain', 'markdown', 'html'].includes(textOf(text)))
    throw wrong('must have plain, markdown or html as text');
  return {
    ...{ kind: textOf(kind) as KindName, fields, columns, id: textOf(id), isHtml: text === 'html' },
    scale: scaleOf(scale),
  };
}

function scaleOf(given: unknown): readonly [number, number] {
  const [, lowest, highest] = /^(-?\d+)-(\d+)$/.exec(textOf(given) || '1-5') ?? [];
  if (lowest === undefined || Number(lowest) >= Number(highest)) throw wrong('must have a scale such as 1-10');
  return [Number(lowest), Number(highest)];
}

/** Reads a CSV file by a mapping. */
export function readMappedCsv(bytes: Uint8Array, given: ReadOptions): ImportedFile {
  if (given.csvMapping === null) throw wrong('is missing: a CSV file is read by one');
  const mapping = toMapping(given.csvMapping);
  const reading = new Reading(given.maxRows);
  const text = reading.decode(bytes, given.encoding);
  const names = { ...mapping.columns, ...(mapping.id && { ' id': mapping.id }) };
  const columns = Object.fromEntries(Object.entries(names).map(([field, name]) => [field, [name]]));
  const table = requireTable(text, { columns, required: Object.keys(names) }, given.delimiter);
  const isDate = (field: string) => ['DATE', 'MOMENT'].includes(mapping.fields[field] ?? '');
  const dates = Object.keys(mapping.columns).filter(isDate);
  const options = withDateOrder(
    given,
    table.rows.flatMap((row) => dates.map((field) => row.cell(field))),
  );
  for (const [field, name] of Object.entries(mapping.columns)) reading.map(name, `${mapping.kind}: ${field}`);
  if (mapping.id) reading.map(mapping.id, 'what a row is recognized by');
  for (const name of table.unknown) reading.map(name, 'not imported');
  readTableRows(reading, table, '', (row) => {
    const fields = Object.fromEntries(
      Object.keys(mapping.columns).flatMap((field) => {
        const value = fieldOf(reading, row, field, mapping, options);
        return value === undefined ? [] : [[field, value] as const];
      }),
    );
    addRecord(reading, row, fields, mapping, options);
  });
  return reading;
}

function addRecord(reading: Reading, row: TableRow, fields: JsonObject, mapping: Mapping, options: ReadOptions): void {
  const { required } = kinds[mapping.kind];
  const empty = required.find((field) => row.cell(field) === '');
  if (empty) throw new RowError(`It has no ${empty}.`);
  const { parentId, ...rest } = fields;
  // What has a time of completion was done, if nothing says otherwise.
  const isTask = mapping.kind === 'task';
  const state = isTask ? (fields.status ?? (fields.completedAt ? 'DONE' : 'TODO')) : null;
  if (state === 'DONE' && !fields.completedAt)
    reading.warn('When it was done is not in the file: the time of the import is taken.');
  if (isTask && state !== 'DONE' && state !== 'CANCELLED' && fields.completedAt)
    reading.warn('It is not done: the time of its completion is left out.');
  const key =
    mapping.id && row.cell(' id')
      ? reading.keyOfId(row.cell(' id'))
      : reading.keyOf(...required.map((field) => row.cell(field)));
  const own = {
    ...(isTask && { status: state, parentKey: parentId ? `id:${textOf(parentId)}` : null }),
    ...(mapping.kind === 'application' && { stage: fields.stage ?? 'INTERESTED' }),
    ...(mapping.kind === 'prompt' && { deck: textOf(fields.deck) || nameOfFile(options.fileName) || 'Imported' }),
  };
  // The fields are those of the kind, each read in its form.
  reading.add({ kind: recordKinds[mapping.kind], key, ...rest, ...own } as unknown as Parameters<Reading['add']>[0]);
}

function fieldOf(reading: Reading, row: TableRow, field: string, mapping: Mapping, options: ReadOptions): unknown {
  const text = row.cell(field);
  const form = mapping.fields[field];
  if (text === '') return undefined;
  if (form === 'TEXT') return mapping.isHtml ? htmlOrPlain(text) : paragraphs(text);
  if (form === 'LIST') return entriesOf(text, /[,;|]/);
  if (form === 'URL') return webAddressOf(reading, text);
  if (form === 'STATUS') return chosen(reading, options, status, text);
  if (form === 'PRIORITY') return priorityNames.indexOf(chosen(reading, options, priority, text));
  if (form === 'STAGE') return chosen(reading, options, stageChoice, text);
  if (form === 'RATING') return ratingOf(reading, text, field, mapping, options);
  if (form === 'MINUTES') return reading.optional(field, text, minutesOf) ?? undefined;
  const read = () => {
    const date = parseDate(text, options.dateOrder);
    if (form === 'DATE') return date && dayOf(date, options.calendar);
    return date && doneAt(date, options.calendar);
  };
  const { required } = kinds[mapping.kind];
  return (required as readonly string[]).includes(field) ? read() : reading.optional(field, text, read);
}

/** A rating from 1 to 5: as the user maps it, else in proportion to the scale of the file. */
function ratingOf(
  reading: Reading,
  text: string,
  field: string,
  { scale: [lowest, highest] }: Mapping,
  { values }: ReadOptions,
): number {
  const own = mappedValue(reading, values, field, text);
  if (own !== undefined && /^[1-5]$/.test(own)) return Number(own);
  const value = Number(text.replace(',', '.'));
  if (!(value >= lowest && value <= highest)) {
    throw new RowError(`The ${field} is neither mapped nor a number from ${lowest} to ${highest}.`);
  }
  return Math.round(1 + (4 * (value - lowest)) / (highest - lowest));
}

function minutesOf(text: string): number {
  const [, hours, minutes] = /^(?:(\d+):(\d{2})|)$/.exec(text) ?? [];
  const value =
    hours === undefined ? Number(text.replace(/ ?min(?:utes?)?\.?$/i, '')) : Number(hours) * 60 + Number(minutes);
  if (!(value > 0)) throw new RowError('The estimate is no number of minutes.');
  return Math.round(value);
}
