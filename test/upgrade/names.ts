import type { Values } from './released.ts';

/* What version 0.1 called by other names: said here once more, so that no mistake is made in the same way twice. */

const fields: Record<string, Record<string, string>> = {
  Artifact: { note: 'notes' },
  Assessment: { note: 'notes' },
  EnergyEntry: { note: 'notes' },
  EngagementPulse: { note: 'notes' },
  Framework: { highestLevel: 'maxLevel' },
  Goal: { feedback: 'feedbackEntries', why: 'description' },
  GoalCheckIn: { note: 'notes' },
  GoalProgress: { done: 'doneCount', total: 'totalCount' },
  Label: { colour: 'color' },
  Learning: { body: 'notes', reviews: 'reviewCount' },
  Link: { note: 'notes' },
  Meeting: {
    agenda: 'agendaItems',
    feedback: 'feedbackEntries',
    organiser: 'organizer',
    organiserId: 'organizerId',
    prepStatus: 'preparationStatus',
    preparation: 'preparationItems',
  },
  MeetingItem: { carriedOver: 'carryOverCount', text: 'title' },
  Person: { feedback: 'feedbackEntries', note: 'notes', relation: 'relationship' },
  RoleRequirement: { count: 'requiredCount' },
  Skill: { feedback: 'feedbackEntries' },
  SkillTarget: { note: 'notes' },
  SubtaskProgress: { done: 'doneCount', total: 'totalCount' },
  Task: { carriedOver: 'carryOverCount', deadline: 'dueOn' },
  WebhookDelivery: { attempts: 'attemptCount', operationId: 'changeSetId' },
};

/** The present name of a field of a type. */
export const fieldName = (type: string, name: string): string => fields[type]?.[name] ?? name;

/** The present name of a field of a type that is given as a value of the enum, `GOAL_CHECK_IN`. */
export const fieldNameIn = (nodeType: string, name: string): string =>
  fieldName(
    nodeType.toLowerCase().replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    name,
  );

/** A value as the API has it now: ids of operations are ids of change sets, and spelling is American. */
export function currentValue(value: unknown): unknown {
  if (typeof value === 'string')
    return value === 'BEHAVIOURAL' ? 'BEHAVIORAL' : value.replace(/^Operation:/, 'ChangeSet:');
  if (Array.isArray(value)) return value.map(currentValue);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, currentValue(inner)]));
}

/** A change as `changes` and `history` have it now. */
export function currentChange({ type, rowId, action, rowVersion, at, operation, fields: changed }: Values): Values {
  return {
    ...{ type, nodeId: rowId, action, nodeVersion: rowVersion, at },
    ...(operation && { changeSet: currentValue(operation) }),
    fields: changed.map(({ name, before, after }: Values) => ({
      name: fieldNameIn(type, name),
      before: currentValue(JSON.parse(before)),
      after: currentValue(JSON.parse(after)),
    })),
  };
}

/** Changes with their fields by name: PostgreSQL keeps those of earlier changes in an order that goes by their names. */
export const byName = (changes: readonly Values[]): Values[] =>
  changes.map((change) => ({
    ...change,
    fields: change.fields.toSorted((a: Values, b: Values) => (a.name < b.name ? -1 : 1)),
  }));
