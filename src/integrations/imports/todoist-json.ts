import { dayOf, momentOf, parseDate } from './dates.ts';
import { ImportFileError, RowError } from './imported.ts';
import { type JsonObject, listOf, numberOf, objectOf, textOf } from './json.ts';
import { type ReadOptions, zoneOf } from './options.ts';
import type { Reading } from './reading.ts';
import { paragraphs } from './texts.ts';
import { readTodoistDate } from './todoist-csv.ts';

/* Tasks as the API of Todoist tells them (developer.todoist.com): the whole of a sync, or a list of tasks. */

/** The priority by what the API has, where 4 is the highest. */
const priorities: Record<number, number> = { 1: 0, 2: 2, 3: 3, 4: 4 };

/** Reads tasks of the API of Todoist. */
export function readTodoistJson(reading: Reading, data: unknown, options: ReadOptions): void {
  const root = objectOf(data);
  const items = Array.isArray(data) ? data : [root.items, root.tasks, root.results].flatMap(listOf);
  if (![data, root.items, root.tasks, root.results].some((one) => Array.isArray(one)))
    throw new ImportFileError('The file has no list of tasks of Todoist.');
  // What is asked for with the completed tasks comes as an object by id.
  const byId = (all: unknown) =>
    new Map(
      (Array.isArray(all) ? all : Object.values(objectOf(all))).map((one) => [textOf(objectOf(one).id), objectOf(one)]),
    );
  const projects = byId(root.projects);
  const sections = byId(root.sections);
  const comments = Map.groupBy(listOf(root.notes ?? root.comments).map(objectOf), (note) =>
    textOf(note.item_id ?? note.task_id),
  );
  reading.mapAll({
    content: 'title',
    description: 'description, with the comments and the section',
    priority: 'priority: 4 is URGENT, 3 HIGH, 2 MEDIUM, 1 NONE',
    due: 'scheduledOn, scheduledAt and recurrence',
    deadline: 'dueOn',
    duration: 'estimateMinutes',
    checked: 'status DONE, with completed_at',
    labels: 'labels',
    project_id: 'project',
    parent_id: 'parent task',
  });
  for (const [index, item] of items.entries()) {
    reading.row(`items[${index}]`, () => {
      const task = objectOf(item);
      const id = textOf(task.id ?? task.task_id);
      if (id === '') throw new RowError('It has no id.');
      if (task.is_deleted === true || task.is_deleted === 1) throw new RowError('It is deleted.');
      const due = objectOf(task.due);
      const { schedule, isWhole } = scheduleOf(reading, due, options);
      if (!isWhole) reading.warn('How it repeats cannot be read as a whole: it stands in the description.');
      const dueOn = reading.optional('deadline', textOf(objectOf(task.deadline).date), (text) => {
        const deadline = parseDate(text, null);
        return deadline && dayOf(deadline, options.calendar);
      });
      const completedText = textOf(task.completed_at ?? task.completed_date);
      const completedAt = reading.optional('completed_at', completedText, (text) => {
        const completed = parseDate(text, null);
        return completed && momentOf(completed, options.calendar);
      });
      const isChecked = task.checked === true || task.checked === 1 || task.is_completed === true;
      const isDone = isChecked || completedAt !== null;
      if (isDone && !completedAt) reading.warn('When it was done is not in the file: the time of the import is taken.');
      const { amount, unit } = objectOf(task.duration);
      const isEstimate = unit === 'minute' || amount === undefined;
      const section = textOf(sections.get(textOf(task.section_id))?.name);
      reading.add({
        ...{ kind: 'TASK', key: reading.keyOfId(id), title: textOf(task.content) },
        description: paragraphs(
          textOf(task.description),
          section && `Section: ${section}`,
          isWhole ? '' : `Date: ${textOf(due.string)}`,
          isEstimate ? '' : `Duration: ${textOf(amount)} ${textOf(unit)}`,
          ...(comments.get(id) ?? []).map(({ content }) => textOf(content)),
        ),
        status: isDone ? 'DONE' : 'TODO',
        completedAt,
        priority: priorities[numberOf(task.priority) ?? 1] ?? 0,
        ...schedule,
        // What is done does not come again: each completion of what repeats is a task of its own.
        ...(isDone && { recurrence: null }),
        dueOn,
        estimateMinutes: isEstimate ? numberOf(amount) : null,
        parentKey: textOf(task.parent_id) === '' ? null : `id:${textOf(task.parent_id)}`,
        project: textOf(projects.get(textOf(task.project_id))?.name),
        labels: listOf(task.labels).map(textOf).filter(Boolean),
      });
    });
  }
}

/** The schedule of a date, and how it repeats if the words that say so can be read as a whole. */
function scheduleOf(reading: Reading, due: JsonObject, options: ReadOptions) {
  const calendar = zoneOf(reading, textOf(due.timezone), options);
  const schedule = reading.optional('due', textOf(due.datetime) || textOf(due.date), (text) => {
    const date = parseDate(text, null);
    if (!date) return null;
    return date.time === null ? { scheduledOn: date.date } : { scheduledAt: momentOf(date, calendar) };
  });
  if (!schedule) return { schedule: {}, isWhole: true };
  if (due.is_recurring !== true) return { schedule, isWhole: true };
  const recurrence = readTodoistDate(textOf(due.string), options)?.recurrence ?? null;
  return { schedule: { ...schedule, recurrence }, isWhole: recurrence !== null };
}
