import { unzip } from './archives.ts';
import { momentOf, parseDate } from './dates.ts';
import { type ImportedFile, ImportFileError, RowError } from './imported.ts';
import { type JsonObject, listOf, objectOf, parseJson, textOf } from './json.ts';
import { nameOfFile, type ReadOptions } from './options.ts';
import { Reading } from './reading.ts';
import { paragraphs } from './texts.ts';

/* The export of Exist: for each attribute, such as mood, its values by day. Ratings are from 1 to 9, and were from 1 to 5 before. */

/** The ratings here by the attributes there. */
const ratings: Record<string, 'mood' | 'energy' | 'stress'> = {
  mood: 'mood',
  energy: 'energy',
  energy_level: 'energy',
  stress: 'stress',
  stress_level: 'stress',
};
const notes = ['mood_note', 'note', 'notes'];

/** What is said of a day is said in the evening. */
const evening = '21:00:00';

interface Day {
  readonly values: Map<string, unknown>;
  readonly tags: string[];
  readonly date: string;
}

/** Files of the archive that are no values by day. */
const isData = (name: string) =>
  /\.json$/i.test(name) && !/(^|\/)(?:averages|correlations|insights|profile)(?:_[^/]*)?\.json$/i.test(name);

/** The attribute that a file is named after: `data_mood_2025.json`, and `mood.json` in older archives. */
const attributeOf = (name: string) =>
  nameOfFile(name)
    .replace(/^data_/, '')
    .replace(/_(?:19|20)\d\d$/, '');

/** Reads the export of Exist: an archive of a file for each attribute, or for each of its years, such a file, or a file with all attributes. */
export function readExist(bytes: Uint8Array, options: ReadOptions): ImportedFile {
  const reading = new Reading(options.maxRows);
  const files = unzip(bytes, options, isData) ?? [[options.fileName, bytes] as const];
  const attributes = merged(
    [...files].flatMap(([name, content]) =>
      attributesOf(parseJson(reading.decode(content, options.encoding)), attributeOf(name)),
    ),
  );
  if (attributes.length === 0) throw new ImportFileError('The file has no attributes of Exist.');
  const scale = scaleOf(reading, attributes, options);
  const days = new Map<string, Day>();
  for (const { name, label, values } of attributes) {
    const isTag = values.every(({ value }) => [0, 1, true, false, null].includes(value as never)) && !ratings[name];
    const to = ratings[name]
      ? `${ratings[name]}, 1 to 5, from 1 to ${scale.get(name)}`
      : notes.includes(name)
        ? 'notes'
        : isTag
          ? `label "${label}"`
          : 'not imported';
    reading.map(name, to);
    if (to === 'not imported') continue;
    for (const { date, value } of values) {
      const day = days.get(date) ?? { values: new Map<string, unknown>(), tags: [] as string[], date };
      if (isTag && !notes.includes(name)) {
        if (value === 1 || value === true) day.tags.push(label);
      } else if (value !== null && value !== '') day.values.set(name, value);
      if (day.values.size > 0 || day.tags.length > 0) days.set(date, day);
    }
  }
  for (const day of [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    reading.row(day.date || 'values without a date', () => addDay(reading, day, scale, options));
  }
  return reading;
}

function addDay(
  reading: Reading,
  { date: text, values, tags }: Day,
  scale: ReadonlyMap<string, number>,
  { calendar }: ReadOptions,
): void {
  const date = parseDate(text, null);
  if (!date) throw new RowError('It has no date.');
  const rated = [...values].flatMap(([name, value]) => {
    const rating = ratings[name];
    return rating ? [[rating, ratingOf(rating, value, scale.get(name) ?? 9)] as const] : [];
  });
  if (rated.length === 0) throw new RowError('The day has notes or tags, but no rating.');
  const at = momentOf({ date: date.date, time: evening, offset: null }, calendar);
  const now = calendar.now.toISOString();
  reading.add({
    ...{ kind: 'ENERGY_ENTRY', key: reading.keyOf(date.date), moment: at < now ? at : now },
    ...Object.fromEntries(rated),
    notes: paragraphs(...notes.map((name) => textOf(values.get(name)))),
    labels: tags,
  });
}

function ratingOf(name: string, value: unknown, highest: number): number {
  const number = Number(value);
  if (!(number >= 1 && number <= highest)) throw new RowError(`The ${name} is not from 1 to ${highest}.`);
  return Math.round(1 + (4 * (number - 1)) / (highest - 1));
}

/** The highest level of each rating: 9, unless the user says 5. */
function scaleOf(reading: Reading, attributes: readonly Attribute[], { values }: ReadOptions): Map<string, number> {
  return new Map(
    attributes.map(({ name, values: all }) => {
      const given = Number(/^1-(\d+)$/.exec(values.scale?.[name] ?? '')?.[1] ?? 0);
      const isShort = Object.hasOwn(ratings, name) && all.every(({ value }) => Number(value) <= 5);
      if (isShort && given === 0) {
        reading.warnings.push({
          at: name,
          reason: 'No value is above 5. If the scale is from 1 to 5, map scale: it is read as 1 to 9.',
        });
      }
      return [name, given > 1 ? given : 9];
    }),
  );
}

interface Attribute {
  readonly name: string;
  readonly label: string;
  readonly values: readonly { readonly date: string; readonly value: unknown }[];
}

function attributesOf(data: unknown, fileName: string): Attribute[] {
  const rows = Array.isArray(data)
    ? data.map(objectOf)
    : listOf(objectOf(data).results ?? objectOf(data).attributes).map(objectOf);
  if (
    rows.every((row) => row.values === undefined) &&
    rows.some((row) => row.date !== undefined && row.value !== undefined)
  ) {
    const byName = Map.groupBy(rows, (row) => textOf(row.attribute ?? row.name) || fileName);
    return [...byName].map(([name, some]) => ({ name, label: name, values: some.map(valueAt) }));
  }
  return rows.flatMap((row) => {
    const name = textOf(row.attribute ?? row.name);
    return name === ''
      ? []
      : [{ name, label: textOf(row.label) || name, values: listOf(row.values).map(objectOf).map(valueAt) }];
  });
}

/** Attributes, each with its values of all years, which archives have in files of their own. */
function merged(parts: readonly Attribute[]): Attribute[] {
  const byName = Map.groupBy(parts, ({ name }) => name);
  return [...byName].map(([name, some]) => ({
    name,
    label: some[0]?.label ?? name,
    values: some.flatMap(({ values }) => values),
  }));
}

const valueAt = (row: JsonObject) => ({ date: textOf(row.date), value: row.value ?? null });
