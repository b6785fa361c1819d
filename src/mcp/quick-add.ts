import { type Ask, dataOf, errorFields, type MutationResult, RefusedError, requireDone } from './answers.ts';

const previewDocument = `query QuickAdd($text: String!) {
  viewer { timeZone }
  parseTask(text: $text) {
    title scheduledOn scheduledAt dueOn estimateMinutes priority recurrenceRule recurrenceText
    labels { name label { id trashedAt } }
  }
}`;

const taskFields = 'id title scheduledOn scheduledAt dueOn estimateMinutes priority labels { name }';

const addDocument = `mutation QuickAdd($input: BatchInput!) {
  batch(input: $input) {
    ${errorFields}
    ... on BatchPayload {
      isDone
      changeSet { id }
      items { mutation error { __typename code message } node { ... on Task { ${taskFields} } } }
    }
  }
}`;

/** What a line of text says about a task. */
export interface TaskPreview {
  /** The time zone that its times are of. */
  readonly timeZone: string;
  readonly title: string;
  readonly scheduledOn: string | null;
  readonly scheduledAt: string | null;
  readonly dueOn: string | null;
  readonly estimateMinutes: number | null;
  readonly priority: string | null;
  readonly recurrenceRule: string | null;
  readonly recurrenceText: string | null;
  readonly labels: readonly {
    readonly name: string;
    readonly label: { id: string; trashedAt: string | null } | null;
  }[];
}

/** A task that was added, and the change set that undoes it. */
export interface AddedTask {
  readonly task: Omit<TaskPreview, 'timeZone' | 'labels' | 'recurrenceRule' | 'recurrenceText'> & {
    readonly id: string;
    readonly labels: readonly { readonly name: string }[];
  };
  readonly changeSet: { readonly id: string };
  readonly timeZone: string;
}

interface BatchResult extends MutationResult {
  readonly items?: readonly {
    readonly mutation: string;
    readonly error: MutationResult | null;
    readonly node: AddedTask['task'] | null;
  }[];
}

interface Previewed {
  readonly viewer: { readonly timeZone: string };
  readonly parseTask: Omit<TaskPreview, 'timeZone'>;
}

/** What a line of text such as `Prepare review fri 14:00 45m #work !high` says about a task. Writes nothing. */
export async function previewTask(ask: Ask, text: string): Promise<TaskPreview> {
  const data = dataOf<Previewed>(await ask(previewDocument, { text }));
  return { ...data.parseTask, timeZone: data.viewer.timeZone };
}

/**
 * Adds the task of a line of text, with labels that are new and those in the trash, in one change set.
 * @throws RefusedError if anything of it is refused; then nothing was changed
 */
export async function addTask(ask: Ask, text: string): Promise<AddedTask> {
  const { timeZone, labels, recurrenceRule, recurrenceText: _text, ...task } = await previewTask(ask, text);
  const operations: object[] = [];
  const labelIds = labels.map(({ name, label }) => {
    if (label) {
      if (label.trashedAt !== null) operations.push({ restore: { id: label.id } });
      return label.id;
    }
    const id = `Label:${crypto.randomUUID()}`;
    operations.push({ createLabel: { id, name } });
    return id;
  });
  const recurrence = recurrenceRule === null ? {} : { recurrence: { rule: recurrenceRule } };
  const given = Object.fromEntries(Object.entries(task).filter(([, value]) => value !== null));
  operations.push({ createTask: { ...given, ...recurrence, labelIds } });
  const { batch } = dataOf<{ batch: BatchResult }>(await ask(addDocument, { input: { operations } }));
  const { items = [], changeSet } = requireDone(batch);
  for (const { error } of items) if (error) requireDone(error);
  const added = items.at(-1)?.node;
  if (!added || !changeSet) throw new RefusedError('CONFLICT', 'CONFLICT: Nothing was added.');
  return { task: added, changeSet, timeZone };
}
