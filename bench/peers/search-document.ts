/* The search document of a task as Waymark writes it, without the modules that Waymark's own function needs. */
import { toTokenText } from '../../src/platform/search/tokenizer.ts';

/** The columns of the search document of a new task. */
export const searchDocumentOf = (task: { id: string; ownerId: string; title: string; description: string }) => ({
  ownerId: task.ownerId,
  type: 'Task',
  rowId: `Task:${task.id}`,
  title: task.title,
  text: task.description,
  titleTokens: toTokenText(task.title),
  textTokens: `o${task.ownerId.replaceAll('-', '')} ${toTokenText(task.description)}`,
  at: null,
  isTrashed: false,
});
