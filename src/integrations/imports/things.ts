import { dayOf, doneAt, momentOf, parseDate } from './dates.ts';
import { type ImportedTask, ImportFileError, RowError } from './imported.ts';
import { type JsonObject, listOf, objectOf, textOf } from './json.ts';
import type { ReadOptions } from './options.ts';
import type { Reading } from './reading.ts';
import { paragraphs } from './texts.ts';

/*
 * To-dos of Things: as its URL scheme has them (culturedcode.com/things/support/articles/2803573), each with a type and attributes; or as
 * things.py prints them, each with a type and its fields beside that.
 */

interface Inside {
  readonly project: string;
  readonly area: string;
  readonly heading: string;
  readonly parentKey: string | null;
  readonly isTrashed: boolean;
  readonly depth: number;
}

const nowhere: Inside = { project: '', area: '', heading: '', parentKey: null, isTrashed: false, depth: 0 };
/** Areas have projects with headings, so that nothing of Things is deeper. */
const maxDepth = 20;

/** Reads to-dos of Things. */
export function readThings(reading: Reading, data: unknown, options: ReadOptions): void {
  reading.mapAll({
    title: 'title',
    notes: 'description',
    'when, start_date': 'scheduledOn or scheduledAt; someday has the label Someday',
    deadline: 'dueOn',
    tags: 'labels',
    'completed, status': 'status DONE, with completion-date or stop_date',
    canceled: 'status CANCELLED, with the day of completion-date or stop_date in the description',
    'checklist-items, checklist': 'subtasks',
    'project, area': 'project',
    heading: 'description',
  });
  const root = objectOf(data);
  const items = [data, root.items, root.todos, root.tasks].find((one) => Array.isArray(one));
  if (!items) throw new ImportFileError('The file has no list of to-dos of Things.');
  readItems(reading, listOf(items), 'items', nowhere, options);
}

/** A field by its names in both forms. */
const fieldOf = (item: JsonObject, ...names: string[]): unknown => {
  const attributes = objectOf(item.attributes);
  return names.map((name) => attributes[name] ?? item[name]).find((value) => value !== undefined && value !== null);
};

function readItems(
  reading: Reading,
  items: readonly unknown[],
  path: string,
  inside: Inside,
  options: ReadOptions,
): void {
  let { heading } = inside;
  for (const [index, given] of items.entries()) {
    const item = objectOf(given);
    const at = `${path}[${index}]`;
    const type = textOf(item.type) || 'to-do';
    const title = textOf(fieldOf(item, 'title'));
    if (type === 'heading') heading = title;
    const parts = listOf(fieldOf(item, 'items'));
    const isTrashed = inside.isTrashed || fieldOf(item, 'trashed') === true;
    const deeper = { isTrashed, depth: inside.depth + 1 };
    if (inside.depth > maxDepth) {
      reading.skip(at, 'It is deeper than to-dos of Things are.');
      continue;
    }
    if (type === 'area' || type === 'heading') {
      reading.row(at, () => reading.map(type, type === 'area' ? 'project' : 'description'));
      readItems(
        reading,
        parts,
        `${at}.items`,
        { ...inside, ...deeper, heading, ...(type === 'area' && { area: title }) },
        options,
      );
      continue;
    }
    reading.row(at, () => {
      if (isTrashed) throw new RowError('It is in the trash.');
      if (!['to-do', 'project'].includes(type))
        throw new RowError(`It is of the type "${type.slice(0, 20)}", which is no to-do.`);
      addTask(reading, item, { ...inside, heading }, type === 'project', options);
    });
    if (type === 'project')
      readItems(reading, parts, `${at}.items`, { ...nowhere, ...deeper, project: title }, options);
  }
}

function addTask(reading: Reading, item: JsonObject, inside: Inside, isProject: boolean, options: ReadOptions): void {
  const title = textOf(fieldOf(item, 'title'));
  if (title.trim() === '') throw new RowError('It has no title.');
  const id = textOf(fieldOf(item, 'uuid', 'id'));
  const list = textOf(fieldOf(item, 'project_title', 'list', 'area_title')) || inside.project || inside.area;
  const project = isProject ? title : list;
  const key = id ? reading.keyOfId(id) : reading.keyOf(isProject ? 'project' : 'to-do', project, title);
  const state = textOf(fieldOf(item, 'status'));
  const isCanceled = fieldOf(item, 'canceled') === true || /^cancell?ed$/.test(state);
  const isDone = !isCanceled && (fieldOf(item, 'completed') === true || state === 'completed');
  const completedText = isDone || isCanceled ? textOf(fieldOf(item, 'completion-date', 'stop_date')) : '';
  const completedAt = reading.optional('completion-date', completedText, (text) => {
    const completed = parseDate(text, null);
    return completed && doneAt(completed, options.calendar);
  });
  if (isDone && !completedAt) reading.warn('When it was done is not in the file: the time of the import is taken.');
  const dueOn = reading.optional('deadline', textOf(fieldOf(item, 'deadline')), (text) => {
    const deadline = parseDate(text, null);
    return deadline && dayOf(deadline, options.calendar);
  });
  const heading = textOf(fieldOf(item, 'heading_title', 'heading')) || inside.heading;
  const when = scheduleOf(textOf(fieldOf(item, 'when', 'start_date')), textOf(fieldOf(item, 'start')), options);
  if (when.unread)
    reading.warn('The word that says when it is to be done names no known day: it is in the description.');
  const status = isCanceled ? 'CANCELLED' : isDone ? 'DONE' : 'TODO';
  reading.add({
    ...{ kind: 'TASK', key, title, project, status, completedAt, parentKey: inside.parentKey },
    description: paragraphs(
      textOf(fieldOf(item, 'notes')),
      heading && `Heading: ${heading}`,
      when.unread && `When: ${when.unread}`,
    ),
    ...when.schedule,
    dueOn,
    labels: [...listOf(fieldOf(item, 'tags')).map(textOf), ...when.labels].filter(Boolean),
  });
  for (const [index, part] of listOf(fieldOf(item, 'checklist-items', 'checklist')).entries()) {
    const one = objectOf(part);
    const isPartDone = fieldOf(one, 'completed') === true || fieldOf(one, 'status') === 'completed';
    const partTitle = textOf(fieldOf(one, 'title'));
    if (partTitle.trim() === '') continue;
    reading.add({
      ...{ kind: 'TASK', key: `${key}/${index}`, title: partTitle, parentKey: key },
      ...{ status: isPartDone ? 'DONE' : 'TODO', completedAt: isPartDone ? completedAt : null },
    });
  }
}

function scheduleOf(when: string, start: string, options: ReadOptions) {
  const none = { schedule: {} as Partial<ImportedTask>, labels: [] as string[], unread: '' };
  if (/^someday$/i.test(when) || (when === '' && /^someday$/i.test(start))) return { ...none, labels: ['Someday'] };
  if (when === '' || /^anytime$/i.test(when)) return none;
  try {
    const date = parseDate(when.replace('@', ' '), null);
    if (!date) return none;
    if (date.time === null) return { ...none, schedule: { scheduledOn: date.date } };
    return { ...none, schedule: { scheduledAt: momentOf(date, options.calendar) } };
  } catch (error) {
    // "today", "tomorrow" and "evening" are of the day on which the file was written.
    if (error instanceof RowError) return { ...none, unread: when };
    throw error;
  }
}
