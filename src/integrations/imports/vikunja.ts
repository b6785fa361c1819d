import { textOfHtml } from '../html.ts';
import { unzip } from './archives.ts';
import { dayOf, momentOf, parseDate } from './dates.ts';
import { type ImportedFile, type ImportedTask, ImportFileError, RowError } from './imported.ts';
import { type JsonObject, listOf, numberOf, objectOf, parseJson, textOf } from './json.ts';
import type { ReadOptions } from './options.ts';
import { Reading } from './reading.ts';
import { paragraphs } from './texts.ts';

/* The export of Vikunja: a ZIP archive whose data.json has the projects with their tasks. Its texts are HTML. */

/** The priority by what Vikunja has: 1 low, 2 medium, 3 high, 4 urgent, 5 do now. */
const priorities = [0, 1, 2, 3, 4, 4];
const day = 86_400;

/** Reads the export of Vikunja, or the data.json of it. */
export function readVikunja(bytes: Uint8Array, options: ReadOptions): ImportedFile {
  const files = unzip(bytes, options, (name) => /(^|\/)data\.json$/.test(name));
  const [data] = files ? files.values() : [bytes];
  if (!data) throw new ImportFileError('The archive has no data.json.');
  const reading = new Reading(options.maxRows);
  reading.mapAll({
    title: 'title',
    'description (HTML)': 'description, as text, with the comments',
    done: 'status DONE, with done_at',
    priority: 'priority: 5 and 4 are URGENT, 3 HIGH, 2 MEDIUM, 1 LOW, 0 NONE',
    start_date: 'scheduledOn or scheduledAt',
    due_date: 'dueOn',
    repeat_after: 'recurrence, if it is whole days or months; else description',
    labels: 'labels',
    project: 'project; those of archived projects have the label Archived',
    related_tasks: 'parent task, and tasks that it waits for',
    'attachments, reminders, assignees': 'not imported',
  });
  const root = parseJson(reading.decode(data, options.encoding));
  const all = projectsOf(root).flatMap(({ project, at }) =>
    listOf(project.tasks).map((task, t) => ({ task: objectOf(task), project, at: `${at}.tasks[${t}]` })),
  );
  const relations = relationsOf(all.map(({ task }) => task));
  for (const { task, project, at } of all) {
    reading.row(at, () => {
      const id = textOf(task.id);
      if (id === '' || id === '0') throw new RowError('It has no id.');
      addTask(reading, id, { task, project }, relations, options);
    });
  }
  return reading;
}

/** The projects of an export. Up to version 0.20 they are the lists of namespaces. @throws ImportFileError if there are none */
function projectsOf(root: unknown): { project: JsonObject; at: string }[] {
  const outer = Array.isArray(root) ? root : objectOf(root).projects;
  const projects = listOf(outer)
    .map(objectOf)
    .flatMap((project, p) => [
      { project, at: `[${p}]` },
      ...listOf(project.lists).map((list, l) => ({ project: objectOf(list), at: `[${p}].lists[${l}]` })),
    ]);
  const isExport = Array.isArray(outer) && (outer.length === 0 || projects.some(({ project }) => 'tasks' in project));
  if (!isExport) throw new ImportFileError('The file has no projects with tasks of Vikunja.');
  return projects;
}

interface Relations {
  readonly parents: ReadonlyMap<string, string>;
  readonly blockers: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The parents and blockers of tasks. Each relation is told from both sides, or from one of them. */
function relationsOf(tasks: readonly JsonObject[]): Relations {
  const parents = new Map<string, string>();
  const blockers = new Map<string, Set<string>>();
  const block = (task: string, blocker: string) => blockers.set(task, (blockers.get(task) ?? new Set()).add(blocker));
  for (const task of tasks) {
    const own = textOf(task.id);
    const related = objectOf(task.related_tasks);
    const ids = (kind: string) =>
      listOf(related[kind])
        .map((one) => textOf(objectOf(one).id))
        .filter(Boolean);
    for (const id of ids('subtask')) if (!parents.has(id)) parents.set(id, own);
    for (const id of ids('parenttask')) if (!parents.has(own)) parents.set(own, id);
    for (const id of ids('blocking')) block(id, own);
    for (const id of ids('blocked')) block(own, id);
  }
  return { parents, blockers };
}

function addTask(
  reading: Reading,
  id: string,
  { task, project }: { task: JsonObject; project: JsonObject },
  { parents, blockers }: Relations,
  { calendar }: ReadOptions,
): void {
  const read = (field: string) => reading.optional(field, textOf(task[field]), (text) => parseDate(text, null));
  const [start, due, done] = [read('start_date'), read('due_date'), read('done_at')];
  const isDone = task.done === true;
  if (isDone && !done) reading.warn('When it was done is not in the file: the time of the import is taken.');
  const repeat = repetitionOf(task);
  if (repeat.text !== '') reading.warn('How it repeats cannot be said here: it stands in the description.');
  const isArchived = project.is_archived === true;
  const comments = listOf(task.comments).map((comment) => textOfHtml(textOf(objectOf(comment).comment)));
  // A date without a time is the midnight of a zone, which the file does not name.
  const startMoment = start && momentOf(start, calendar);
  const isMidnight = startMoment && calendar.timeOf(new Date(startMoment)) === '00:00';
  reading.add({
    ...{ kind: 'TASK', key: reading.keyOfId(id), title: textOf(task.title), status: isDone ? 'DONE' : 'TODO' },
    description: paragraphs(textOfHtml(textOf(task.description)), repeat.text, ...comments),
    completedAt: isDone && done ? momentOf(done, calendar) : null,
    priority: priorities[numberOf(task.priority) ?? 0] ?? 0,
    ...(isMidnight ? { scheduledOn: dayOf(start, calendar) } : { scheduledAt: startMoment }),
    dueOn: due && dayOf(due, calendar),
    recurrence: repeat.recurrence,
    parentKey: parents.has(id) ? `id:${parents.get(id)}` : null,
    blockedByKeys: [...(blockers.get(id) ?? [])].map((blocker) => `id:${blocker}`),
    project: textOf(project.title),
    labels: [...listOf(task.labels).map((label) => textOf(objectOf(label).title)), ...(isArchived ? ['Archived'] : [])],
  });
}

/** How a task repeats: after seconds, monthly (mode 1), or counted from when it was done (mode 2). */
function repetitionOf(task: JsonObject): { recurrence: ImportedTask['recurrence']; text: string } {
  const [seconds, mode] = [numberOf(task.repeat_after) ?? 0, numberOf(task.repeat_mode) ?? 0];
  if (mode === 1) return { recurrence: { rule: 'FREQ=MONTHLY', anchor: 'SCHEDULE' }, text: '' };
  if (seconds <= 0) return { recurrence: null, text: '' };
  if (seconds % day !== 0) return { recurrence: null, text: `Repeats: every ${seconds / 3_600} hours` };
  const days = seconds / day;
  const rule = days % 7 === 0 ? `FREQ=WEEKLY;INTERVAL=${days / 7}` : `FREQ=DAILY;INTERVAL=${days}`;
  return { recurrence: { rule, anchor: mode === 2 ? 'COMPLETION' : 'SCHEDULE' }, text: '' };
}
