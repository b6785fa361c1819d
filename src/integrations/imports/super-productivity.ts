import { dayOf, isDate } from './dates.ts';
import { type ImportedFile, type ImportedTask, ImportFileError, RowError } from './imported.ts';
import { type JsonObject, listOf, numberOf, objectOf, textOf } from './json.ts';
import type { ReadOptions } from './options.ts';
import { Reading } from './reading.ts';
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
export function readSuperProductivity(data: unknown, options: ReadOptions): ImportedFile {
  const outer = objectOf(data);
  const root = objectOf(outer.data ?? outer.state ?? data);
  const archiveOf = (name: string) => objectOf(outer[name] ?? root[name]).task;
  const archives = [root.taskArchive, archiveOf('archiveYoung'), archiveOf('archiveOld')];
  if (!root.task) throw new ImportFileError('The file has no tasks of Super Productivity.');
  const reading = new Reading(options.maxRows);
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
  return reading;
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

/** The end of the year 9999, in milliseconds: later years have more digits. */
const maxTime = 253_402_300_799_999;

const instantOf = (milliseconds: unknown): string | null => {
  const time = numberOf(milliseconds);
  return time === null || time <= 0 || time > maxTime ? null : new Date(time).toISOString();
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
  const rule = isOpen && config && !known.repeated.has(repeatId) ? ruleOf(config) : null;
  if (rule) known.repeated.add(repeatId);
  if (isOpen && config && rule === null) reading.warn('How it repeats stands at another task, or cannot be said here.');
  const status = isDone ? 'DONE' : known.isArchived ? 'CANCELLED' : 'TODO';
  const spent = Object.entries(objectOf(task.timeSpentOnDay)).flatMap(([on, time]) =>
    (numberOf(time) ?? 0) > 0 ? [`- ${on}: ${Math.round((numberOf(time) ?? 0) / 60_000)} min`] : [],
  );
  reading.add({
    ...{ kind: 'TASK', key: reading.keyOfId(id), title: textOf(task.title), status, completedAt },
    description: paragraphs(textOf(task.notes), spent.length > 0 ? `Time spent:\n${spent.join('\n')}` : ''),
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

/** The rule of a configuration. Null if it is none, or paused. */
function ruleOf(config: JsonObject): ImportedTask['recurrence'] {
  const every = numberOf(config.repeatEvery) ?? 1;
  const cycle = textOf(config.repeatCycle);
  if (config.isPaused === true || !['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(cycle) || every < 1) return null;
  const days = weekdays.filter((name) => config[name] === true).map((name) => name.slice(0, 2).toUpperCase());
  const byDay = cycle === 'WEEKLY' && days.length > 0 ? `;BYDAY=${days.join(',')}` : '';
  const anchor = config.repeatFromCompletionDate === true ? 'COMPLETION' : 'SCHEDULE';
  return { rule: `FREQ=${cycle};INTERVAL=${every}${byDay}`, anchor };
}
