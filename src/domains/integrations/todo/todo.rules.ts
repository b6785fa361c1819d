/** The maximum number of new tasks that are sent to To Do at once. The others follow. */
export const maxFresh = 500;
/** The maximum number of tasks that are linked at once. The others follow. */
export const maxLinked = 100;
/** The maximum size of the tasks that one sync reads, in characters of JSON. */
export const maxText = 100_000_000;

/** Tasks that cannot be read, in a sentence. */
export const unreadableIn = (list: string, count: number): string =>
  `“${list}”: ${count === 1 ? 'a task was' : `${count} tasks were`} left out, without an id that can be read.`;

/** A task that is left out, in a sentence. */
export const copySentence = (title: string): string =>
  `“${title}” is there twice, linked to the same task here. One of them is synced: delete or change the other one.`;

/** The number of new tasks of a list from which on their links are read with the whole list. */
export const manyLinks = 20;
/** The maximum number of times that one task is sent in a sync. What is left follows in the next one. */
export const maxSteps = 10;
