import type { Row } from '../../../platform/database/models.ts';

export const progressRules = ['ACHIEVED', 'METRIC', 'SUBGOALS', 'MILESTONES', 'TASKS'] as const;

/** The progress of a goal: a fraction from 0 to 1, its rule, and the counts behind it. ACHIEVED and METRIC have no counts. */
export interface Progress {
  fraction: number;
  rule: (typeof progressRules)[number];
  doneCount: number | null;
  totalCount: number | null;
}

/** How many items there are, and how many of them are done. */
export interface Tally {
  doneCount: number;
  totalCount: number;
}

/** The same, with the sums of their weights. */
export interface WeightedTally extends Tally {
  doneWeight: number;
  totalWeight: number;
}

/** A part of a goal that has progress of its own: null if there is nothing to measure it by. */
export interface WeightedPart {
  progress: Progress | null;
  weight: number;
}

/** The parts of a goal that progress can be measured by. */
export interface Parts {
  /** The subgoals that are neither abandoned nor in the trash. */
  subgoals: WeightedPart[];
  /** The milestones that are not in the trash. */
  milestones: WeightedTally;
  /** The tasks that are neither cancelled nor in the trash. */
  tasks: Tally;
}

/**
 * Measures the progress of a goal by the first of these rules that applies:
 *
 * 1. ACHIEVED, if the goal is achieved: 1.
 * 2. METRIC, if it has one: (current - start) / (target - start), at least 0 and at most 1.
 * 3. SUBGOALS, if one of them has something to measure by: the mean of their progress by their weights. One without counts as 0
 *    until it is achieved.
 * 4. MILESTONES, if it has any: the weights of those reached / the weights of all.
 * 5. TASKS, if it has any: done / total.
 *
 * A part with a weight of 0 is counted and changes nothing; a rule whose parts all have that does not apply.
 * @returns null if there is nothing to measure by
 */
export function progressOf(
  goal: Pick<Row<'goal'>, 'status' | 'metricStart' | 'metricTarget' | 'metricCurrent'>,
  { subgoals, milestones, tasks }: Parts,
): Progress | null {
  if (goal.status === 'ACHIEVED') return { fraction: 1, rule: 'ACHIEVED', doneCount: null, totalCount: null };
  const { metricStart: start, metricTarget: target, metricCurrent: current } = goal;
  if (start !== null && target !== null && current !== null) {
    const way = (current - start) / (target - start);
    return { fraction: Math.min(Math.max(way, 0), 1), rule: 'METRIC', doneCount: null, totalCount: null };
  }
  const subgoalWeight = subgoals.reduce((sum, { weight }) => sum + weight, 0);
  if (subgoalWeight > 0 && subgoals.some(({ progress, weight }) => progress !== null && weight > 0)) {
    const doneCount = subgoals.filter(({ progress }) => progress?.fraction === 1).length;
    const sum = subgoals.reduce((total, { progress, weight }) => total + weight * (progress?.fraction ?? 0), 0);
    const fraction = Math.min(sum / subgoalWeight, 1);
    return { fraction, rule: 'SUBGOALS', doneCount, totalCount: subgoals.length };
  }
  if (milestones.totalWeight > 0) {
    const { doneWeight, totalWeight, doneCount, totalCount } = milestones;
    return { fraction: doneWeight / totalWeight, rule: 'MILESTONES', doneCount, totalCount };
  }
  return tasks.totalCount > 0 ? ofTasks(tasks) : null;
}

const ofTasks = ({ doneCount, totalCount }: Tally): Progress => ({
  fraction: doneCount / totalCount,
  rule: 'TASKS',
  doneCount,
  totalCount,
});
