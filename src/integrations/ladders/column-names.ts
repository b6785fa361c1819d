import { foldName } from './keys.ts';

/** What tables of ladders call their columns. */
export const columnNames = {
  track: /^(?:tracks?|ladder|role|discipline|job family|career path)$/,
  category: /^(?:category|categories|area|competency area|group|theme|pillar|domain|section)$/,
  skill: /^(?:skills?|competenc(?:y|ies|e)|capabilit(?:y|ies)|attributes?|dimensions?|topics?|traits?|aspects?|name)$/,
  level: /^(?:levels?|grade|rank|step|milestone|stage)$/,
  title: /^(?:titles?|job titles?|names?|roles?|positions?)$/,
  points: /^points?$/,
  summary: /^(?:summary|descriptions?|definitions?|texts?|expectations?)$/,
  signals: /^(?:signals?|criteria|behaviou?rs?|indicators?|example behaviou?rs)$/,
  examples: /^(?:examples?|example tasks)$/,
} as const;
export type Column = keyof typeof columnNames;

/** Whether a name is one of a column of a table of skills. */
export const isColumnName = (name: string): boolean =>
  Object.values(columnNames).some((pattern) => pattern.test(foldName(name)));
