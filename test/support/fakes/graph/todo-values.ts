import type {
  Importance,
  RecurrencePatternType,
  RecurrenceRangeType,
  TaskStatus,
} from '@microsoft/microsoft-graph-types';
import { refused } from './refusals.ts';
import type { FakeResponse } from './server.ts';

/* What can be set of a task of To Do, and how Graph refuses what cannot. */

export interface TodoValues {
  title: string;
  body: { content: string; contentType: string };
  status: string;
  importance: string;
  due: { dateTime: string; timeZone: string } | null;
  completedOn: string | null;
  recurrence: FakeRecurrence | null;
}

/** The recurrence of a task, as far as the fake makes its next occurrence. */
export interface FakeRecurrence {
  pattern: { type?: string; interval?: number; [property: string]: unknown };
  range: { type?: string; startDate?: string; numberOfOccurrences?: number; [property: string]: unknown };
}

const statuses: readonly string[] = [
  'notStarted',
  'inProgress',
  'completed',
  'waitingOnOthers',
  'deferred',
] satisfies TaskStatus[];
const importances: readonly string[] = ['low', 'normal', 'high'] satisfies Importance[];
const maxTitle = 255;

const isText = (value: unknown): value is string => typeof value === 'string';
const isTime = (value: unknown): boolean =>
  value === null ||
  (isText((value as TodoValues['due'])?.timeZone) &&
    /^\d{4}-\d\d-\d\dT00:00:00(\.0+)?$/.test((value as { dateTime: string }).dateTime));

const checks: Record<string, (value: never) => boolean> = {
  title: (value: unknown) => isText(value) && value.trim() !== '' && value.length <= maxTitle,
  body: (value: { content?: unknown; contentType?: unknown }) =>
    isText(value?.content) && ['text', 'html'].includes(String(value.contentType)),
  status: (value: string) => statuses.includes(value),
  importance: (value: string) => importances.includes(value),
  dueDateTime: (value: unknown) => isTime(value),
  linkedResources: (value: unknown) => Array.isArray(value),
  recurrence: (value: FakeRecurrence | null) =>
    value === null ||
    (patternTypes.includes(String(value.pattern?.type)) &&
      Number.isInteger(value.pattern.interval) &&
      rangeTypes.includes(String(value.range?.type)) &&
      /^\d{4}-\d\d-\d\d$/.test(String(value.range.startDate))),
};

const patternTypes: readonly string[] = [
  'daily',
  'weekly',
  'absoluteMonthly',
  'relativeMonthly',
  'absoluteYearly',
  'relativeYearly',
] satisfies RecurrencePatternType[];
const rangeTypes: readonly string[] = ['noEnd', 'endDate', 'numbered'] satisfies RecurrenceRangeType[];

const day = 86_400_000;
const steps: Record<string, number> = { daily: day, weekly: 7 * day };

/** The due date after another one: some days or weeks later, which is all that the fake counts. Null if it was the last. */
export function nextDue({ due, recurrence }: Pick<TodoValues, 'due' | 'recurrence'>): TodoValues['due'] {
  if (!due || !recurrence || recurrence.range.numberOfOccurrences === 1) return null;
  const { type = '', interval = 1 } = recurrence.pattern;
  const time = Date.parse(`${due.dateTime.slice(0, 19)}Z`) + (steps[type] ?? 30 * day) * interval;
  return { ...due, dateTime: `${new Date(time).toISOString().slice(0, 19)}.0000000` };
}

/** What a body sets. A response that refuses it, if it is not valid. @param more the properties that it can have besides */
export function patchOf(json: unknown, more: readonly string[]): FakeResponse | { values: Partial<TodoValues> } {
  const body = json as Record<string, unknown>;
  for (const [name, value] of Object.entries(body)) {
    const isKnown = name in checks && (name !== 'linkedResources' || more.includes(name));
    if (!isKnown) return refused(400, 'invalidRequest', `The property ${name} does not exist or cannot be set.`);
    if (!checks[name]?.(value as never)) return refused(400, 'invalidRequest', `The property ${name} is not valid.`);
  }
  const { dueDateTime, linkedResources: _links, ...values } = body;
  return { values: { ...(values as Partial<TodoValues>), ...('dueDateTime' in body && { due: dueDateTime as null }) } };
}
