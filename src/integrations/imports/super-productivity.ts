import { dayOf, isDate } from './dates.ts';
import { type ImportedTask, ImportFileError, RowError } from './imported.ts';
import { type JsonObject, listOf, numberOf, objectOf, textOf } from './json.ts';
import type { ReadOptions } from './options.ts';
import type { Reading } from './reading.ts';
import { paragraphs } from './texts.ts';

/*
 * The backup of Super Productivity: tasks by id, with an archive of those that are done. It has passwords of other services, of which
 * nothing is read.
 */

const entitiesOf = (state: unknown): ReadonlyMap<string, JsonObject> =>
  new Map(Object.entries(objectOf(objectOf(state).entities)).map(([id, one]) => [id, objectOf(one)]));

/** Labels and projects that the program has of itself. */
const own = new Set(['TODAY', 'NO_LIST', 'INBOX_PROJECT', 'INBOX']);

/** Reads the backup of Super Productivity. */
export function readSuperProductivity(reading: Reading, data: unknown, options: ReadOptions): void {
  const outer = objectOf(data);
  const root = objectOf(outer.data ?? outer.state ?? data);
  const archiveOf = (name: string) => objectOf(outer[name] ?? root[name]).task;
  const archives = [root.taskArchive, archiveOf('archiveYoung'), archiveOf('archiveOld')];
  if (!root.task) throw new ImportFileError('The file has no tasks of Super Productivity.');
  reading.mapAll({
    title: 'title',
    notes: 'description',
    isDone: 'status DONE, with doneOn',
    'archived tasks': 'status DONE; those that were not done are CANCELLED',
    'dueDay, planner': 'scheduledOn',
    dueWithTime: 'scheduledAt',
    deadlineDay: 'dueOn',
    timeEstimate: 'estimateMinutes',
    timeSpentOnDay: 'description',
    tagIds: 'labels',
    projectId: 'project; those of archived projects have the label Archived',
    parentId: 'parent task',
    repeatCfgId: 'recurrence of the open task',
    'settings, integrations and their passwords': 'not imported',
  });
  const known = {
    tags: entitiesOf(root.tag),
    projects: entitiesOf(root.project),
    repeats: entitiesOf(root.taskRepeatCfg),
    repeated: new Set<string>(),
    planned: new Map(
      Object.entries(objectOf(objectOf(root.planner).days)).flatMap(([day, ids]) =>
        listOf(ids).map((id) => [textOf(id), day] as const),
      ),
    ),
  };
  for (const [place, state] of [['task', root.task], ...archives.map((one) => ['archive', one])] as [
    string,
    unknown,
  ][]) {
    for (const [id, task] of entitiesOf(state)) {
      reading.row(`${place} ${id}`, () =>
        addTask(reading, id, task, { ...known, isArchived: place === 'archive' }, options),
      );
    }
  }
}

interface Known {
  readonly tags: ReadonlyMap<string, JsonObject>;
  readonly projects: ReadonlyMap<string, JsonObject>;
  readonly repeats: ReadonlyMap<string, JsonObject>;
  /** The configurations whose open task was read: one of them goes on. */
  readonly repeated: Set<string>;
  /** The days that tasks are planned for. */
  readonly planned: ReadonlyMap<string, string>;
  readonly isArchived: boolean;
}

/** The last millisecond of the year 9999. */
const lastTime = 253_402_300_799_999;

const instantOf = (milliseconds: unknown): string | null => {
  const time = numberOf(milliseconds);
  return time === null || time <= 0 || time > lastTime ? null : new Date(time).toISOString();
};

function addTask(reading: Reading, id: string, task: JsonObject, known: Known, { calendar }: ReadOptions): void {
  if (textOf(task.title).trim() === '') throw new RowError('It has no title.');
  const isDone = task.isDone === true;
  const completedAt = isDone ? instantOf(task.doneOn) : null;
  if (isDone && completedAt === null)
    reading.warn('When it was done is not in the file: the time of the import is taken.');
  const at = instantOf(task.dueWithTime ?? task.plannedAt);
  const day = textOf(task.dueDay) || (known.planned.get(id) ?? '');
  const project = known.projects.get(textOf(task.projectId));
  const minutes = Math.round((numberOf(task.timeEstimate) ?? 0) / 60_000);
  const repeatId = textOf(task.repeatCfgId);
  const config = known.repeats.get(repeatId);
  const isOpen = !isDone && !known.isArchived;
  const isRepeated = known.repeated.has(repeatId);
  const rule = isOpen && config && !isRepeated ? ruleOf(config, day, calendar.today) : null;
  if (isOpen && config) {
    known.repeated.add(repeatId);
    if (isRepeated) reading.warn('How it repeats stands at another task.');
    else if (rule === null) reading.warn('How it repeats cannot be said here: it stands in the description.');
  }
  const unread = unreadOf(task, day);
  for (const [name] of unread) reading.warn(`The ${name} cannot be read: it stands in the description.`);
  const status = isDone ? 'DONE' : known.isArchived ? 'CANCELLED' : 'TODO';
  const spent = Object.entries(objectOf(task.timeSpentOnDay)).flatMap(([on, time]) =>
    (numberOf(time) ?? 0) > 0 ? [`- ${on}: ${Math.round((numberOf(time) ?? 0) / 60_000)} min`] : [],
  );
  reading.add({
    ...{ kind: 'TASK', key: reading.keyOfId(id), title: textOf(task.title), status, completedAt },
    description: paragraphs(
      textOf(task.notes),
      spent.length > 0 ? `Time spent:\n${spent.join('\n')}` : '',
      isOpen && config && !isRepeated && rule === null ? `Repeats:\n${wordsOf(config)}` : '',
      unread.map(([name, value]) => `${name}: ${value}`).join('\n'),
    ),
    ...(at ? { scheduledAt: at } : { scheduledOn: isDate(day) ? day : null }),
    dueOn: deadlineOf(task, calendar),
    estimateMinutes: minutes > 0 ? minutes : null,
    parentKey: textOf(task.parentId) ? `id:${textOf(task.parentId)}` : null,
    project: own.has(textOf(task.projectId)) ? '' : textOf(project?.title),
    labels: [
      ...listOf(task.tagIds).flatMap((tag) =>
        own.has(textOf(tag)) ? [] : [textOf(known.tags.get(textOf(tag))?.title)],
      ),
      ...(project?.isArchived === true ? ['Archived'] : []),
    ].filter(Boolean),
    recurrence: rule,
  });
}

function deadlineOf(task: JsonObject, calendar: ReadOptions['calendar']): string | null {
  const day = textOf(task.deadlineDay);
  const at = instantOf(task.deadlineWithTime);
  if (isDate(day)) return day;
  return at && dayOf({ date: at.slice(0, 10), time: at.slice(11, 19), offset: 'Z' }, calendar);
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Days and times of a task that are none, by their name in the file. */
function unreadOf(task: JsonObject, day: string): [string, string][] {
  const { deadlineDay, dueWithTime, plannedAt, deadlineWithTime, doneOn } = task;
  const days = { dueDay: day, deadlineDay: textOf(deadlineDay) };
  const times = { dueWithTime, plannedAt, deadlineWithTime, doneOn };
  return [
    ...Object.entries(days).filter(([, value]) => value !== '' && !isDate(value)),
    ...Object.entries(times).flatMap(([name, value]): [string, string][] =>
      (numberOf(value) ?? 0) > lastTime ? [[name, textOf(value)]] : [],
    ),
  ];
}

/** The fields of a configuration that say nothing of when it repeats, and those that a rule is made of. */
const knownFields = new Set([
  ...['id', 'title', 'projectId', 'tagIds', 'order', 'notes', 'defaultEstimate', 'startTime', 'remindAt'],
  ...['lastTaskCreation', 'lastTaskCreationDay', 'quickSetting', 'shouldInheritSubtasks', 'subTaskTemplates'],
  ...['disableAutoUpdateSubtasks', 'skipOverdue', 'repeatEvery', 'repeatCycle', 'repeatFromCompletionDate'],
  ...['startDate', 'deletedInstanceDates', ...weekdays],
]);
const isEmpty = (value: unknown) =>
  value === null ||
  value === undefined ||
  value === false ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

/** What a configuration says of when it repeats, as it has it. */
const wordsOf = (config: JsonObject): string =>
  Object.entries(config)
    .filter(
      ([name, value]) => !isEmpty(value) && (!knownFields.has(name) || /^(?:repeat|startDate|deleted)|day$/.test(name)),
    )
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.map(textOf).join(', ') : String(value)}`)
    .join('\n');

/**
 * The rule of a configuration. Null if a rule cannot say all of it: it is paused, has days taken out that are still to come, or fields
 * that are not known.
 */
function ruleOf(config: JsonObject, day: string, today: string): ImportedTask['recurrence'] {
  const every = numberOf(config.repeatEvery) ?? 1;
  const cycle = textOf(config.repeatCycle);
  if (!['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(cycle) || !Number.isInteger(every) || every < 1) return null;
  if (Object.entries(config).some(([name, value]) => !knownFields.has(name) && !isEmpty(value))) return null;
  if (listOf(config.deletedInstanceDates).some((one) => textOf(one) >= today)) return null;
  // A month or year is counted from the day it starts on, which the open task can have been moved from.
  const from = cycle === 'MONTHLY' ? 8 : 5;
  const start = textOf(config.startDate);
  const isMoved = isDate(start) && isDate(day) && start.slice(from) !== day.slice(from);
  if (['MONTHLY', 'YEARLY'].includes(cycle) && isMoved) return null;
  const days = weekdays.filter((name) => config[name] === true).map((name) => name.slice(0, 2).toUpperCase());
  const byDay = cycle === 'WEEKLY' && days.length > 0 ? `;BYDAY=${days.join(',')}` : '';
  const anchor = config.repeatFromCompletionDate === true ? 'COMPLETION' : 'SCHEDULE';
  return { rule: `FREQ=${cycle};INTERVAL=${every}${byDay}`, anchor };
}
