import { z } from 'zod';
import { dataOf, errorFields, type MutationResult, requireDone } from './answers.ts';
import { addTask } from './quick-add.ts';
import { dateInput, defineTool, idInput, type Tool, type ToolResult } from './tool.ts';

const rating = (what: string) => z.number().int().min(1).max(5).describe(what).optional();

/**
 * Runs a tool that is one mutation with the input of the tool.
 * @param payload what it returns of the payload, beside the change set
 */
function byMutation(name: string, payload: string): Tool['run'] {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const document = `mutation ${type}($input: ${type}Input!) {
    result: ${name}(input: $input) { ${errorFields} ... on ${type}Payload { ${payload} changeSet { id } } }
  }`;
  return async (ask, input): Promise<ToolResult> => {
    const { result } = dataOf<{ result: MutationResult }>(await ask(document, { input }));
    const { __typename: _type, ...data } = requireDone(result);
    return { data };
  };
}

/** The tools that write. */
export const writeTools: readonly Tool[] = [
  defineTool({
    name: 'add_task',
    title: 'Add a task',
    description:
      'Adds a task from a line of text in English or German, such as "Prepare review fri 14:00 45m #work !high": schedule, due date ("by friday"), estimate, recurrence, labels and priority are understood. What is understood is returned.',
    input: z.object({ text: z.string().min(1).max(500).describe('The line of text.') }),
    writes: true,
    run: async (ask, { text }) => ({ data: { ...(await addTask(ask, text)) } }),
  }),
  defineTool({
    name: 'complete_task',
    title: 'Complete a task',
    description: 'Marks a task as done. One that repeats is followed by its next occurrence.',
    input: z.object({ id: idInput('Task') }),
    writes: true,
    run: byMutation('completeTask', 'task { id title status completedAt }'),
  }),
  defineTool({
    name: 'commit_plan',
    title: 'Write the plan of a day',
    description:
      'Schedules the tasks of a plan of plan_day. It is refused if anything has changed since; then plan the day again.',
    input: z.object({
      planHash: z.string().describe('The planHash of plan_day.'),
      date: dateInput('The day of the plan. Default: today.').optional(),
    }),
    writes: true,
    run: byMutation('commitDay', 'tasks { id title scheduledAt }'),
  }),
  defineTool({
    name: 'log_energy',
    title: 'Log energy',
    description: 'Notes how the person is now: at least one rating from 1 to 5.',
    input: z.object({
      energy: rating('1 (empty) to 5 (full).'),
      mood: rating('1 (bad) to 5 (good).'),
      focus: rating('1 (scattered) to 5 (absorbed).'),
      stress: rating('1 (calm) to 5 (overwhelmed).'),
      engagement: rating('1 (indifferent) to 5 (eager).'),
      notes: z.string().max(2_000).describe('Anything to remember.').optional(),
      taskId: idInput('Task').optional(),
      meetingId: idInput('Meeting').optional(),
    }),
    writes: true,
    run: byMutation('createEnergyEntry', 'energyEntry { id at energy mood focus stress engagement notes }'),
  }),
  defineTool({
    name: 'log_learning',
    title: 'Log a learning',
    description: 'Adds an entry to the learning journal.',
    input: z.object({
      title: z.string().min(1).max(300).describe('What was learned, in one line.'),
      notes: z.string().max(50_000).describe('Notes in Markdown.').optional(),
      sourceTitle: z.string().max(300).describe('The title of a book, talk, article or other source.').optional(),
      sourceUrl: z.string().max(2_000).describe('The web address of the source.').optional(),
      confidence: rating('How well it is known: 1 (heard of it) to 5 (could teach it).'),
      learnedOn: dateInput('The day. Default: today.').optional(),
      reviewOn: dateInput('The day from which the next review is due.').optional(),
    }),
    writes: true,
    run: byMutation('createLearning', 'learning { id title learnedOn reviewOn }'),
  }),
  defineTool({
    name: 'undo',
    title: 'Undo',
    description: 'Undoes a change set: that of a tool that wrote, or any of the history. An undo can be undone, too.',
    input: z.object({ changeSetId: idInput('ChangeSet') }),
    writes: true,
    run: byMutation('undoChangeSet', ''),
  }),
];
