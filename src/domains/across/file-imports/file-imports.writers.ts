import type {
  ImportedKind,
  ImportedPrompt,
  ImportedRecord,
  ImportFault,
} from '../../../integrations/imports/imported.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { recordsOf } from '../../../platform/database/delegates.ts';
import type { OwnedKey } from '../../../platform/database/models.ts';
import { ConflictError, InvalidInputError, NotFoundError } from '../../../platform/errors.ts';
import { ownedAmong, ownedBy } from '../../../platform/records/ownership.ts';
import { caseFold } from '../../../platform/search/case-folding.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';
import { ownAddresses } from '../../accounts/accounts/accounts.rules.ts';
import { createEnergyEntry } from '../../energy/energy/energy.service.ts';
import { createGoal } from '../../goals/goals/goals.service.ts';
import { createJobApplication } from '../../hiring/job-applications/job-applications.service.ts';
import { createLearning } from '../../learnings/learnings/learnings.service.ts';
import type { ImportedCard, PlannedPrompt } from '../../learnings/prompt-import/prompt-import.rules.ts';
import { createPromptsOfCards, type ReplayedCards } from '../../learnings/prompt-import/prompt-import.service.ts';
import { createMeeting } from '../../meetings/meetings/meetings.service.ts';
import { createPerson, findOrCreatePeople } from '../../people/people/people.service.ts';
import { maxBlockers, withoutCircles } from '../../tasks/task-blockers/task-blockers.rules.ts';
import { cancelTask, completeTask, createTask, updateTask } from '../../tasks/tasks/tasks.service.ts';
import { createLabel } from '../labels/labels.service.ts';
import * as plans from './file-imports.plans.ts';
import type { idsOf, Planned, ProjectTarget } from './file-imports.rules.ts';

type Tx = Transaction<ViewerContext>;

/** How the records of a file are written. */
export interface WriteOptions {
  readonly projects: ProjectTarget;
  readonly idOf: ReturnType<typeof idsOf>;
  /** The prompt that a card becomes. */
  readonly promptOf: (card: ImportedPrompt) => PlannedPrompt | undefined;
  /** The cards whose reviews were replayed before. Null: none */
  readonly replayed: ReplayedCards | null;
}

/** What became of some records. */
export interface Written {
  readonly created: readonly Planned[];
  /** Those that were there already, which stay as they are. */
  readonly unchanged: readonly Planned[];
  readonly faults: readonly ImportFault[];
  readonly warnings: readonly ImportFault[];
}

const models: Record<ImportedKind, OwnedKey> = {
  ...{ TASK: 'task', ENERGY_ENTRY: 'energyEntry', JOB_APPLICATION: 'jobApplication', PERSON: 'person' },
  ...{ MEETING: 'meeting', LEARNING: 'learning', PROMPT: 'prompt' },
};

/** Writes some records of a file by the services of their kinds. */
export async function writeRecords(tx: Tx, records: readonly Planned[], options: WriteOptions): Promise<Written> {
  const known = await knownIds(tx, records);
  const created: Planned[] = [];
  const faults: ImportFault[] = [];
  const added = records.filter(({ id }) => !known.has(id));
  const names = await findNames(tx, added, options);
  const warnings: ImportFault[] = [];
  for (const record of added) {
    if (record.kind === 'PROMPT') continue;
    const write = (one: Planned) => attempt(() => create[record.kind as keyof typeof create](tx, one as never, names));
    let reason = await write(record);
    if (reason?.includes('recurrence') && record.kind === 'TASK' && record.recurrence) {
      // The rule has ended, or has no day: the task stays.
      const description = `${record.description ?? ''}\n\nRepeats: ${record.recurrence.rule}`.trim();
      warnings.push({ at: record.at, reason: 'How it repeats has no day to come: it stands in the description.' });
      reason = await write({ ...record, recurrence: null, description });
    }
    if (reason === null) created.push(record);
    else faults.push({ at: record.at, reason });
  }
  const cards = added.filter((record) => record.kind === 'PROMPT') as Planned<ImportedPrompt>[];
  const prompts =
    cards.length > 0 ? await createPromptsOfCards(tx, cardsOf(cards, options), options.replayed) : new Set<string>();
  for (const card of cards) {
    if (prompts.has(card.id)) created.push(card);
    else faults.push({ at: card.at, reason: 'Its learning is in the trash.' });
  }
  for (const { id, at } of records) {
    if (known.get(id)) warnings.push({ at, reason: 'It is in the trash, where it can be restored.' });
  }
  return { created, unchanged: records.filter(({ id }) => known.has(id)), faults, warnings };
}

/** Does something about one record. Returns why it cannot be done, as a sentence, or null. */
async function attempt(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof InvalidInputError) return plans.sentenceOf(error);
    if (error instanceof ConflictError) return error.message;
    if (error instanceof NotFoundError) return 'What it refers to is not there any more.';
    throw error;
  }
}

/** The ids of the records that are there already, and of people who are known by an address, each with whether it is in the trash. */
export async function knownIds(tx: ViewerContext, records: readonly Planned[]): Promise<Map<string, boolean>> {
  const known = new Map<string, boolean>();
  for (const [kind, some] of Map.groupBy(records, (record) => record.kind)) {
    const found = await inChunks(some, (chunk) =>
      recordsOf(tx.db, models[kind]).findMany({
        where: ownedAmong(
          tx.viewer,
          chunk.map(({ id }) => id),
        ),
      }),
    );
    for (const one of found) known.set(one.id, 'trashedAt' in one && one.trashedAt !== null);
  }
  const people = records.flatMap((record) => (record.kind === 'PERSON' ? [record] : []));
  const addresses = people.flatMap(({ emails = [] }) => emails.map(caseFold));
  const taken = await inChunks(addresses, (some) =>
    tx.db.personEmail.findMany({ where: { ...ownedBy(tx.viewer), emailNormalized: { in: some } } }),
  );
  const holders = new Set(taken.map(({ emailNormalized }) => emailNormalized));
  for (const { id, emails = [] } of people)
    if (emails.some((email) => holders.has(caseFold(email)))) known.set(id, false);
  return known;
}

/** The labels and goals that records name, and the ids of the tasks that they belong to. */
interface Names {
  readonly references: (record: ImportedRecord) => plans.References;
}

async function findNames(tx: Tx, records: readonly Planned[], { projects, idOf }: WriteOptions): Promise<Names> {
  const projectOf = (record: ImportedRecord) => (record.kind === 'TASK' ? (record.project ?? '') : '');
  const labelNames = (record: ImportedRecord): string[] => [
    ...('labels' in record ? (record.labels ?? []) : []),
    ...(projects === 'LABEL' && projectOf(record) ? [projectOf(record)] : []),
  ];
  const labels = new Map<string, string | null>();
  for (const name of records.flatMap(labelNames)) {
    if (!labels.has(caseFold(name))) labels.set(caseFold(name), await findOrCreateLabel(tx, name, idOf));
  }
  const goals = new Map<string, string | null>();
  for (const title of projects === 'GOAL' ? records.map(projectOf).filter(Boolean) : []) {
    if (!goals.has(title)) goals.set(title, await findOrCreateGoal(tx, title, idOf));
  }
  return {
    references: (record) => ({
      labelIds: [...new Set(labelNames(record).flatMap((name) => labels.get(caseFold(name)) ?? []))],
      goalId: goals.get(projectOf(record)) ?? null,
      parentId: record.kind === 'TASK' && record.parentKey ? idOf('TASK', record.parentKey) : null,
    }),
  };
}

/** The label of a name. Null if it is in the trash. */
async function findOrCreateLabel(tx: Tx, name: string, idOf: WriteOptions['idOf']): Promise<string | null> {
  const id = idOf('LABEL', caseFold(name));
  const found = await tx.db.label.findMany({
    where: { AND: [ownedBy(tx.viewer), { OR: [{ id }, { nameNormalized: caseFold(name) }] }] },
  });
  const named = found.find(({ nameNormalized }) => nameNormalized === caseFold(name)) ?? found[0];
  if (named) return named.trashedAt === null ? named.id : null;
  return (await createLabel(tx, { id, name })).id;
}

/** The goal of a project. Null if it is in the trash. */
async function findOrCreateGoal(tx: Tx, title: string, idOf: WriteOptions['idOf']): Promise<string | null> {
  const id = idOf('GOAL', title);
  const found = await tx.db.goal.findFirst({ where: { AND: [ownedBy(tx.viewer), { id }] } });
  if (found) return found.trashedAt === null ? id : null;
  return (await createGoal(tx, { id, title, kind: 'PROJECT' })).id;
}

type Create<K extends ImportedKind> = (
  tx: Tx,
  record: Planned<Extract<ImportedRecord, { kind: K }>>,
  names: Names,
) => Promise<unknown>;

const create: { [K in Exclude<ImportedKind, 'PROMPT'>]: Create<K> } = {
  TASK: async (tx, task, { references }) => {
    const { id, status = 'TODO', completedAt = null } = task;
    await createTask(tx, plans.taskInput(task, references(task)));
    if (status === 'DONE') await completeTask(tx, { id, completedAt });
    if (status === 'CANCELLED') await cancelTask(tx, { id });
    if (status === 'IN_PROGRESS') await updateTask(tx, { id, status });
  },
  ENERGY_ENTRY: (tx, entry, { references }) => createEnergyEntry(tx, plans.energyInput(entry, references(entry))),
  JOB_APPLICATION: async (tx, one, { references }) => {
    const isOwn = ownAddresses(tx.viewer.account);
    const others = (one.contacts ?? []).filter(({ email }) => !email || !isOwn(email));
    const people = await findOrCreatePeople(tx, others, ['input', 'contactIds']);
    const contactIds = [...new Set(people.map(({ id }) => id))];
    return createJobApplication(tx, plans.applicationInput(one, { ...references(one), contactIds }));
  },
  PERSON: (tx, person) => createPerson(tx, plans.personInput(person)),
  MEETING: (tx, meeting, { references }) => createMeeting(tx, plans.meetingInput(meeting, references(meeting))),
  LEARNING: (tx, learning, { references }) => createLearning(tx, plans.learningInput(learning, references(learning))),
};

/** The cards of prompts, as they are planned. */
export const cardsOf = (prompts: readonly Planned<ImportedPrompt>[], { promptOf }: Pick<WriteOptions, 'promptOf'>) =>
  prompts.flatMap((card): ImportedCard[] => {
    const planned = promptOf(card);
    const { reviews = [], isSuspended = false } = card;
    return planned ? [{ planned, reviews, isSuspended }] : [];
  });

/** Makes tasks wait for others that are there. A circle of tasks that wait for each other is not made, and said. */
export async function writeBlockers(
  tx: Tx,
  tasks: readonly Planned[],
  { idOf }: WriteOptions,
): Promise<readonly ImportFault[]> {
  const waiting = tasks.flatMap((task) => {
    const keys = task.kind === 'TASK' ? (task.blockedByKeys ?? []) : [];
    return keys.length > 0 ? [{ ...task, wanted: keys.map((key) => idOf('TASK', key)) }] : [];
  });
  const ids = [...new Set(waiting.flatMap(({ wanted }) => wanted))];
  const found = await inChunks(ids, (some) => tx.db.task.findMany({ where: ownedAmong(tx.viewer, some) }));
  const active = new Set(found.flatMap(({ id, trashedAt }) => (trashedAt === null ? [id] : [])));
  const wanted = new Map(waiting.map((task) => [task.id, task.wanted.filter((id) => active.has(id))]));
  const kept = new Set<string>();
  // Blockers before those that wait for them: nothing waits for a task yet when it begins to wait itself.
  for (const [id, blockers] of withoutCircles(wanted)) {
    const blockedByIds = blockers.slice(0, maxBlockers);
    const reason = await attempt(() => updateTask(tx, { id, blockedByIds }));
    if (reason === null) for (const blocker of blockedByIds) kept.add(`${id} ${blocker}`);
  }
  return waiting
    .filter(({ id, wanted }) => !wanted.every((blocker) => kept.has(`${id} ${blocker}`)))
    .map(({ at }) => ({
      at,
      reason: 'It waits for tasks that are not there, or wait for it: these are left out.',
    }));
}
