/*
 * The data of the benchmark: one owner whose tasks are measured, and the tasks of others that are in the way. Records are made as
 * the server would make them, with their normalized columns, search documents and change log.
 */
import { searchDocumentsOf } from '../src/domain.ts';
import { accessTokenPrefix } from '../src/domains/accounts/access-tokens/access-tokens.rules.ts';
import { newAccountSettings } from '../src/domains/accounts/accounts/accounts.rules.ts';
import { positionStep } from '../src/domains/tasks/tasks/tasks.rules.ts';
import { domains } from '../src/domains.ts';
import { newId } from '../src/platform/database/ids.ts';
import type { ModelKey, Row } from '../src/platform/database/models.ts';
import { modelNameOf } from '../src/platform/database/models.ts';
import { caseFold } from '../src/platform/search/case-folding.ts';
import { toDocument, toSearchEntry } from '../src/platform/search/search-documents.ts';
import { hashToken } from '../src/platform/security/crypto.ts';
import { withChecksum } from '../src/platform/security/token-checksums.ts';
import { createCalendar } from '../src/platform/time/calendar.ts';

/** The personal access token of the owner. */
export const token = withChecksum(`${accessTokenPrefix}${'benchmark'.repeat(5)}`);

/** The number of accounts of others, who share their tasks equally. */
const otherAccounts = 20;
/** The number of tasks of others. */
export const otherTasks = 40_000;
const tasksPerDay = 30;
const tasksPerBatch = 1_000;
const colors = ['#3b82f6', '#ef4444', '#22c55e', '#eab308'];
const words = ['talk', 'report', 'interview', 'budget', 'roadmap', 'onboarding', 'draft', 'survey'];

/** A word in a quarter of all titles, and one in ten titles. */
export const frequentWord = 'review';
export const rareWord = 'quokka';

/** Records of one table. */
export interface Batch {
  readonly model: ModelKey;
  readonly rows: readonly Record<string, unknown>[];
}

/** What the requests of the benchmark name. */
export interface Names {
  /** The id of the owner's account, without its type. */
  readonly ownerId: string;
  /** The present date. */
  readonly today: string;
  /** A day with a hundredth of all tasks; the other days have about as many however many tasks there are. */
  readonly fullDay: string;
  readonly taskIds: readonly string[];
  readonly goalId: string;
  readonly labelIds: readonly string[];
}

const now = new Date();
const calendar = createCalendar(now, { ...newAccountSettings, timeZone: 'UTC' });
const specs = searchDocumentsOf(domains);
const fullDay = calendar.addDays(calendar.today, 200);

/** The records, parents before children. Returns the names that requests need. */
export function* makeData(tasks: number): Generator<Batch, Names> {
  const names = yield* accountData('owner', 'OWNER', tasks);
  for (let other = 0; other < otherAccounts; other++) {
    yield* accountData(`other${other}`, 'MEMBER', otherTasks / otherAccounts);
  }
  return names;
}

function* accountData(name: string, role: 'OWNER' | 'MEMBER', tasks: number): Generator<Batch, Names> {
  const id = newId();
  yield { model: 'account', rows: [account(id, name, role)] };
  if (role === 'OWNER') yield { model: 'accessToken', rows: [accessToken(id)] };
  const stamps = (at: Date) => ({ ownerId: id, version: 1, createdAt: at, updatedAt: at, trashedAt: null });
  const labels = Array.from({ length: 12 }, (_, index) => label(stamps(now), index));
  const goals = Array.from({ length: 12 }, (_, index) => goal(stamps(now), index));
  yield* withHistory(id, 1, [
    { model: 'label', rows: labels },
    { model: 'goal', rows: goals },
  ]);
  const ids: string[] = [];
  for (let from = 0; from < tasks; from += tasksPerBatch) {
    const length = Math.min(tasksPerBatch, tasks - from);
    const rows = Array.from({ length }, (_, index) => task(stamps, goals, from + index, tasks));
    ids.push(...rows.map((row) => row.id));
    yield* withHistory(id, from + 2, [{ model: 'task', rows }]);
    yield { model: 'taskLabel', rows: rows.flatMap((row, index) => taskLabels(row, labels, from + index)) };
  }
  yield { model: 'changeSequence', rows: [{ ownerId: id, sequence: tasks + 1, oldestSequence: 1 }] };
  const labelIds = labels.slice(0, 2).map((row) => `Label:${row.id}`);
  const taskIds = ids.map((taskId) => `Task:${taskId}`);
  return { ownerId: id, today: calendar.today, fullDay, taskIds, goalId: `Goal:${goals[0]?.id}`, labelIds };
}

const account = (id: string, name: string, role: 'OWNER' | 'MEMBER') =>
  ({
    ...{ id, version: 1, createdAt: now, updatedAt: now, name, role, timeZone: 'UTC' },
    ...{ ...newAccountSettings, workingDays: [...newAccountSettings.workingDays], emailAliases: [], workingHours: [] },
    email: `${name}@example.org`,
    emailNormalized: caseFold(`${name}@example.org`),
  }) satisfies Row<'account'>;

const accessToken = (accountId: string) =>
  ({
    ...{ id: newId(), accountId, name: 'bench', tokenHash: hashToken(token), canWrite: true, canIntegrate: false },
    ...{ createdAt: now, expiresAt: null, lastUsedAt: null, revokedAt: null },
  }) satisfies Row<'accessToken'>;

type Stamps = { ownerId: string; version: number; createdAt: Date; updatedAt: Date; trashedAt: Date | null };

function label(stamps: Stamps, index: number) {
  const name = `Label ${index}`;
  const color = colors[index % colors.length] as string;
  return { id: newId(), ...stamps, name, nameNormalized: caseFold(name), color } satisfies Row<'label'>;
}

function goal(stamps: Stamps, index: number) {
  const title = `Goal ${index}`;
  return {
    ...{ id: newId(), ...stamps, title, titleNormalized: caseFold(title), description: `Why ${title} matters` },
    ...{ kind: 'PROJECT', status: 'ACTIVE', health: null, startsOn: null, dueOn: null, closedAt: null, parentId: null },
    ...{ metricStart: null, metricTarget: null, metricCurrent: null, metricUnit: null, metricDirection: null },
    ...{ weight: 1, checkInEveryDays: 14 },
  } satisfies Row<'goal'>;
}

const statuses = ['DONE', 'DONE', 'DONE', 'DONE', 'DONE', 'CANCELLED', 'IN_PROGRESS', 'TODO', 'TODO', 'TODO'] as const;

/** The task at an index. The last ones are of the next days, and each ten thousand reach a year further back. */
function task(stamps: (at: Date) => Stamps, goals: readonly { id: string }[], index: number, tasks: number) {
  const place = index % 10;
  const day = calendar.addDays(calendar.today, 7 - Math.floor((tasks - 1 - index) / tasksPerDay));
  const at = (hour: number) => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00.000Z`);
  const isRare = index % Math.floor(tasks / 10) === 0;
  const title = `Prepare the ${words[index % words.length]} ${index}${index % 4 === 0 ? ` ${frequentWord}` : ''}${isRare ? ` ${rareWord}` : ''}`;
  const status = statuses[place] as Row<'task'>['status'];
  const isOnFullDay = index % 100 === 50;
  return {
    ...{ id: newId(), ...stamps(new Date(at(8).getTime() + (index % 3_600) * 1_000)) },
    ...{ title, titleNormalized: caseFold(title), status, priority: index % 5, carryOverCount: index % 3 },
    description: `Ask the team about the ${words[(index * 3) % words.length]}, and write down what comes of it.`,
    scheduledOn: isOnFullDay ? fullDay : place < 7 ? day : null,
    scheduledAt: !isOnFullDay && place === 7 ? at(9) : null,
    dueOn: index % 4 === 0 ? calendar.addDays(day, 3) : null,
    estimateMinutes: index % 3 === 0 ? null : 15 * (1 + (index % 8)),
    completedAt: status === 'DONE' ? at(12) : null,
    position: (index + 1) * positionStep,
    ...{ recurrenceId: null, occursOn: null, occurrenceNumber: null, snoozedUntil: null },
    ...{ parentId: null, meetingId: null, goalId: index % 3 === 0 ? null : (goals[index % goals.length]?.id ?? null) },
  } satisfies Row<'task'>;
}

function taskLabels({ id, ownerId, createdAt }: Row<'task'>, labels: readonly { id: string }[], index: number) {
  const chosen = index % 4 === 3 ? [] : [index % labels.length, (index + 5) % labels.length];
  return chosen.map(
    (at) => ({ id: newId(), ownerId, createdAt, taskId: id, labelId: labels[at]?.id ?? '' }) satisfies Row<'taskLabel'>,
  );
}

/** Some records with their search documents and a change set for each batch, or for each task. */
function* withHistory(ownerId: string, sequence: number, batches: readonly Batch[]): Generator<Batch> {
  yield* batches;
  const changes = batches
    .flatMap(({ model, rows }) => rows.map((row) => ({ model, row })))
    .map(({ model, row }, index) => ({
      ...{ ownerId, sequence: model === 'task' ? sequence + index : sequence, ordinal: model === 'task' ? 0 : index },
      ...{ model: modelNameOf(model), rowId: row.id, action: 'CREATE', before: null, after: row, digest: null },
    }));
  const documents = batches.flatMap(({ model, rows }) => {
    const spec = specs.get(model);
    return spec ? rows.map((row) => ({ ...toDocument(toSearchEntry(spec, row, calendar)) })) : [];
  });
  const sequences = [...new Set(changes.map((change) => change.sequence))];
  yield { model: 'searchDocument', rows: documents };
  yield {
    model: 'changeSet',
    rows: sequences.map((number) => ({
      ...{ id: newId(), ownerId, sequence: number, name: 'createTask', requestId: newId(), actor: 'server', at: now },
    })),
  };
  yield { model: 'change', rows: changes };
}
