import type { FakeResponse } from './server.ts';

/* What can be set of a task of To Do, and how Graph refuses what cannot. */

export interface TodoValues {
  title: string;
  body: { content: string; contentType: string };
  status: string;
  importance: string;
  due: { dateTime: string; timeZone: string } | null;
  completedOn: string | null;
  recurrence: object | null;
}

export const refused = (status: number, code: string, message = code): FakeResponse => ({
  status,
  json: { error: { code, message } },
});

const statuses = ['notStarted', 'inProgress', 'completed', 'waitingOnOthers', 'deferred'];
const importances = ['low', 'normal', 'high'];
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
};

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
