import type { z } from 'zod';
import type {
  ImportedApplication,
  ImportedEnergy,
  ImportedKind,
  ImportedLearning,
  ImportedMeeting,
  ImportedPerson,
  ImportedRecord,
  ImportedTask,
} from '../../../integrations/imports/imported.ts';
import { detailFields } from '../../../integrations/imports/reading.ts';
import { paragraphs } from '../../../integrations/imports/texts.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { parseInput } from '../../../platform/validation/input-rules.ts';
import { ownAddresses } from '../../accounts/accounts/accounts.rules.ts';
import { createEnergyEntryInput } from '../../energy/energy/energy.rules.ts';
import {
  createJobApplicationInput,
  firstStages,
  stages,
} from '../../hiring/job-applications/job-applications.rules.ts';
import { createLearningInput } from '../../learnings/learnings/learnings.rules.ts';
import { createMeetingInput } from '../../meetings/meetings/meetings.rules.ts';
import { createPersonInput } from '../../people/people/people.rules.ts';
import { completeTaskInput, createTaskInput } from '../../tasks/tasks/tasks.rules.ts';
import type { FileToRead } from './file-imports.loaders.ts';
import type { FileToImport, Planned, RecordFault } from './file-imports.rules.ts';

/** How much is read of a file: the rows or items, and the bytes that are unpacked of an archive. */
export interface FileLimits {
  readonly maxRows: number;
  readonly maxUnpacked: number;
}

/** A file with all that its reading depends on. */
export function toRead(
  { calendar, viewer }: Viewing,
  file: FileToImport,
  { maxRows, maxUnpacked }: FileLimits,
): FileToRead {
  const { timeZone, dayStartsAt, weekStartsOn } = calendar;
  const { email, emailAliases } = viewer.account;
  return {
    format: file.format,
    bytes: file.bytes,
    fileName: file.fileName,
    encoding: file.encoding ?? null,
    delimiter: file.delimiter ?? null,
    dateOrder: file.dateOrder ?? null,
    allNotes: file.allNotes ?? false,
    mapping: file.mapping ?? null,
    values: file.values ?? {},
    now: calendar.now,
    calendar: { timeZone: file.timeZone ?? timeZone, dayStartsAt: file.dayStartsAt ?? '00:00', weekStartsOn },
    owner: { timeZone, dayStartsAt, weekStartsOn },
    addresses: { email, emailAliases },
    ...{ maxRows, maxUnpacked },
  };
}

/* What the services of each kind are called with for a record of a file. */

/** The records that one refers to. */
export interface References {
  readonly labelIds: readonly string[];
  readonly goalId?: string | null;
  readonly parentId?: string | null;
  readonly contactIds?: readonly string[];
}

const alone: References = { labelIds: [] };

export const taskInput = (task: Planned<ImportedTask>, { labelIds, goalId = null, parentId = null }: References) => ({
  ...{ id: task.id, title: task.title, description: task.description ?? '', priority: task.priority ?? 0 },
  ...(task.scheduledAt ? { scheduledAt: task.scheduledAt } : { scheduledOn: task.scheduledOn ?? null }),
  ...{ dueOn: task.dueOn ?? null, estimateMinutes: task.estimateMinutes ?? null },
  ...{ labelIds: [...labelIds], goalId, parentId },
  ...(task.recurrence && isOpen(task) && { recurrence: { ...task.recurrence } }),
});

/** A record as it is kept: a cancelled task has no time of its own here, so that its day stands in the description. */
export function withDayOfEnd(record: ImportedRecord, calendar: Calendar): ImportedRecord {
  if (record.kind !== 'TASK' || record.status !== 'CANCELLED' || !record.completedAt) return record;
  const day = `Cancelled: ${calendar.dayOf(new Date(record.completedAt))}`;
  return { ...record, description: paragraphs(record.description, day), completedAt: null };
}

/** Whether a task is still to be done. Each round of one that repeats is a task of its own, and only the open one goes on. */
const isOpen = ({ status = 'TODO' }: ImportedTask) => status === 'TODO' || status === 'IN_PROGRESS';

export const energyInput = (entry: Planned<ImportedEnergy>, { labelIds }: References) => ({
  ...{ id: entry.id, at: entry.moment, energy: entry.energy ?? null, mood: entry.mood ?? null },
  ...{ focus: entry.focus ?? null, stress: entry.stress ?? null, engagement: entry.engagement ?? null },
  ...{ notes: entry.notes ?? '', labelIds: [...labelIds] },
});

export const applicationInput = (one: Planned<ImportedApplication>, { contactIds = [] }: References) => ({
  ...{ id: one.id, title: one.title, company: one.company, url: one.url ?? null, source: one.source ?? '' },
  ...{ notes: one.notes ?? '', postingText: one.postingText ?? '', contactIds: [...contactIds] },
  stage: stages.indexOf(one.stage as (typeof stages)[number]),
  ...{ enteredAt: one.enteredAt ?? null, appliedOn: one.appliedOn ?? null },
});

export const personInput = (person: Planned<ImportedPerson>) => ({
  ...{ id: person.id, name: person.name, company: person.company ?? '', notes: person.notes ?? '' },
  emails: [...(person.emails ?? [])],
  ...(person.relationship && {
    relationship: person.relationship as z.input<typeof createPersonInput>['relationship'],
  }),
});

export const meetingInput = (meeting: Planned<ImportedMeeting>, { labelIds }: References) => ({
  ...{ id: meeting.id, title: meeting.title, place: meeting.place ?? '', description: meeting.description ?? '' },
  ...(meeting.startsOn
    ? { startsOn: meeting.startsOn, endsOn: meeting.endsOn ?? meeting.startsOn }
    : { startsAt: meeting.startsAt ?? null, endsAt: meeting.endsAt ?? null }),
  ...{ isFree: meeting.isFree ?? false, labelIds: [...labelIds] },
  attendees: (meeting.attendees ?? []).map(({ name, email }) => ({ name: name || null, email: email ?? null })),
});

export const learningInput = (learning: Planned<ImportedLearning>, { labelIds }: References) => ({
  ...{ id: learning.id, title: learning.title, notes: learning.notes ?? '', labelIds: [...labelIds] },
  ...{
    sourceTitle: learning.sourceTitle ?? '',
    sourceUrl: learning.sourceUrl ?? null,
    learnedOn: learning.learnedOn ?? null,
  },
  ...(learning.sourceKind && {
    sourceKind: learning.sourceKind as z.input<typeof createLearningInput>['sourceKind'],
  }),
});

/** Who imports, and when. */
interface Viewing {
  readonly calendar: Calendar;
  readonly viewer: { readonly account: Parameters<typeof ownAddresses>[0] };
}

type Check<R extends ImportedRecord> = (record: Planned<R>, calendar: Calendar) => unknown;

/** The rules that the input for a record is checked by. Prompts are checked as cards. */
const checks: { [K in ImportedKind]: Check<Extract<ImportedRecord, { kind: K }>> } = {
  TASK: (task, calendar) => {
    parseInput({ calendar }, createTaskInput, taskInput(task, alone));
    const { id, completedAt } = task;
    return completedAt && parseInput({ calendar }, completeTaskInput, { id, completedAt });
  },
  ENERGY_ENTRY: (entry, calendar) => parseInput({ calendar }, createEnergyEntryInput, energyInput(entry, alone)),
  JOB_APPLICATION: (one, calendar) => {
    const { stage, enteredAt, appliedOn } = parseInput(
      { calendar },
      createJobApplicationInput,
      applicationInput(one, alone),
    );
    return firstStages({ stage, enteredAt, appliedOn }, calendar);
  },
  PERSON: (person, calendar) => parseInput({ calendar }, createPersonInput, personInput(person)),
  MEETING: (meeting, calendar) => parseInput({ calendar }, createMeetingInput, meetingInput(meeting, alone)),
  LEARNING: (learning, calendar) => parseInput({ calendar }, createLearningInput, learningInput(learning, alone)),
  PROMPT: () => null,
};

/** What is wrong with a record. Null if it can be written. */
export function faultOf(record: Planned, { calendar, viewer }: Viewing): RecordFault | null {
  if (record.kind === 'PERSON' && record.emails?.some(ownAddresses(viewer.account)))
    return { reason: 'It is your own address.', without: null };
  try {
    (checks[record.kind] as Check<ImportedRecord>)(record, calendar);
    return null;
  } catch (error) {
    if (error instanceof InvalidInputError) return { reason: sentenceOf(error), without: withoutWrong(record, error) };
    throw error;
  }
}

/** The values that records can do without, by kind. */
const optionalValues: Readonly<Partial<Record<ImportedKind, readonly string[]>>> = {
  TASK: ['scheduledOn', 'scheduledAt', 'dueOn', 'estimateMinutes', 'completedAt', 'recurrence'],
  JOB_APPLICATION: ['enteredAt', 'appliedOn', 'url'],
  PERSON: ['emails'],
  MEETING: ['attendees'],
  LEARNING: ['learnedOn', 'sourceUrl'],
};

/** A record without its values that break rules, which stand in its text instead. Null if it cannot do without one of them. */
function withoutWrong(record: Planned, { issues }: InvalidInputError): RecordFault['without'] {
  const details = detailFields[record.kind];
  const optional = optionalValues[record.kind] ?? [];
  if (details === null || !issues.every(({ path }) => optional.includes(path[1] ?? ''))) return null;
  const fields: Record<string, unknown> = { ...record };
  const lines: string[] = [];
  const notes: string[] = [];
  for (const [field, some] of Map.groupBy(issues, ({ path }) => path[1] ?? '')) {
    const value = fields[field];
    // Of a list, only the entries that are named.
    const places = new Set(some.map(({ path }) => path[2]));
    const isWrong = (_one: unknown, index: number) => places.has(undefined) || places.has(`${index}`);
    const wrong = Array.isArray(value) ? value.filter(isWrong) : [value];
    fields[field] = Array.isArray(value) ? value.filter((one) => !wrong.includes(one)) : null;
    lines.push(`${field}: ${wrong.map(textOf).join(', ')}`);
    notes.push(`${field} ${some[0]?.message.replace(/:.*$/s, '')}: it stands in the ${details} instead.`);
  }
  return {
    record: { ...fields, [details]: paragraphs(fields[details] as string | undefined, lines.join('\n')) } as never,
    notes,
  };
}

/** A value that is left out, as a text. */
const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.values(value)
        .filter((one) => typeof one === 'string')
        .join(' ')
    : String(value);

/** The issues of an input, as a sentence. */
export const sentenceOf = ({ issues }: InvalidInputError): string =>
  `${[...new Set(issues.map(({ path, message }) => `${path.slice(1).join('.')} ${message}`))].join('; ')}.`;
