import type { Row } from '../../../platform/database/models.ts';
import type { NodeRef } from '../../../platform/database/node-refs.ts';
import type { StatisticState } from '../../../platform/queries/rates.ts';

export type RoleRequirement = Row<'roleRequirement'>;

/** What the viewer has to meet a requirement with. */
export interface RequirementMatch {
  /** The effective level of the required skill. Null if the skill is not assessed, and for other kinds of requirement. */
  level: number | null;
  /** The nodes that count: the assessments behind the level, or the pieces. */
  nodes: NodeRef[];
  /** The number of pieces that are imagined beside these. Default: 0. */
  imaginedCount?: number;
  /** Why nothing can count, in a sentence. Null if something can. */
  problem: string | null;
}

/** What the viewer has to meet each requirement with. */
type MatchOf = (requirement: RoleRequirement) => RequirementMatch;

const criterionStates = ['MET', 'PARTLY', 'UNMET'] as const;
export type ReadinessCriterionState = (typeof criterionStates)[number];

/** How far one requirement of a role is met. */
export interface ReadinessCriterion {
  requirement: RoleRequirement;
  /** The weight divided by the sum of all weights, 0 to 1. */
  share: number;
  /** The fraction of the requirement that is met, 0 to 1. */
  fraction: number;
  state: ReadinessCriterionState;
  /** The effective level of the required skill. Null if it is not assessed, and for other kinds of requirement. */
  level: number | null;
  /** Whether anything can count toward the requirement. */
  isPossible: boolean;
  /** The number of nodes that count toward the requirement, with those that are imagined. */
  metByCount: number;
  /** The first 20 of these nodes. */
  metBy: NodeRef[];
  /** What is missing, in a sentence. Null if the requirement is met. */
  missing: string | null;
}

/** How ready the viewer is for a role. */
export interface ReadinessScore {
  /** 0 to 100. Null unless there is enough data. */
  score: number | null;
  state: StatisticState;
  /** The number of requirements that have a weight above 0. A score takes one. */
  n: number;
  /** What the score lacks, in a sentence. Null if nothing. */
  missing: string | null;
  /** The day on which the history begins, if the score takes what was before. */
  historySince: string | null;
  totalWeight: number;
  /** One for each requirement, in the order of the requirements. */
  criteria: ReadinessCriterion[];
}

/** The maximum number of nodes in `metBy`. */
const maxMetBy = 20;

/** The fraction of a requirement that is met, 0 to 1, by a level of its skill or a number of pieces. */
export function fractionOf({ kind, level, requiredCount }: RoleRequirement, has: number): number {
  const needs = kind === 'SKILL' ? (level ?? 0) : (requiredCount ?? 1);
  return needs <= 0 ? 1 : Math.min(1, has / needs);
}

/** The number of pieces that count. */
const countOf = ({ nodes, imaginedCount = 0 }: RequirementMatch) => nodes.length + imaginedCount;

const pieces: Record<RoleRequirement['kind'], string> = {
  SKILL: 'levels',
  EVIDENCE: 'pieces of evidence',
  ARTIFACT: 'artifacts',
  INTERVIEW: 'practice interviews with a score of 4 or 5',
  STORY: 'stories with an action and a result',
};

function missingOf({ kind, level, requiredCount }: RoleRequirement, match: RequirementMatch): string {
  if (match.problem !== null) return match.problem;
  if (kind !== 'SKILL') return `Has ${countOf(match)} of ${requiredCount ?? 1} ${pieces[kind]}.`;
  return match.level === null
    ? `Level ${level} is required. The skill is not assessed yet.`
    : `Level ${level} is required. The skill is at level ${match.level}.`;
}

/**
 * Scores how far the requirements of a role are met: 100 × Σ weight · fraction ÷ Σ weight, from 0 to 100. The fraction is
 * the effective level divided by the required level for a skill, and the number of pieces divided by the required number
 * for all other kinds, at most 1. It takes one requirement with a weight above 0.
 */
export function scoreOf(requirements: readonly RoleRequirement[], matchOf: MatchOf): ReadinessScore {
  const totalWeight = requirements.reduce((sum, { weight }) => sum + weight, 0);
  const criteria = requirements.map((requirement): ReadinessCriterion => {
    const match = matchOf(requirement);
    const has = requirement.kind === 'SKILL' ? (match.level ?? 0) : countOf(match);
    const fraction = match.problem === null ? fractionOf(requirement, has) : 0;
    return {
      requirement,
      share: totalWeight === 0 ? 0 : requirement.weight / totalWeight,
      fraction,
      state: fraction === 1 ? 'MET' : fraction === 0 ? 'UNMET' : 'PARTLY',
      level: match.level,
      isPossible: match.problem === null,
      metByCount: countOf(match),
      metBy: match.nodes.slice(0, maxMetBy),
      missing: fraction === 1 ? null : missingOf(requirement, match),
    };
  });
  const weighed = criteria.reduce((sum, { requirement, fraction }) => sum + requirement.weight * fraction, 0);
  const n = requirements.filter(({ weight }) => weight > 0).length;
  if (n === 0) return { ...unknown('The role has no requirement with a weight above 0.'), totalWeight, criteria };
  return {
    score: (100 * weighed) / totalWeight,
    state: 'OK',
    n,
    missing: null,
    historySince: null,
    totalWeight,
    criteria,
  };
}

const unknown = (missing: string) => ({
  score: null,
  state: 'NOT_ENOUGH_DATA' as const,
  n: 0,
  missing,
  historySince: null,
});

/** The readiness on a day on which the role was not there: none, as nothing was required. */
export const scoreBefore = (asOf: string): ReadinessScore => ({
  ...unknown(`The role was not there on ${asOf}.`),
  totalWeight: 0,
  criteria: [],
});

/** The readiness on a day whose history is no longer kept. @param since the day on which the history begins */
export const scoreUnkept = (since: string): ReadinessScore => ({
  ...unknown(`What the role required is not known: the history begins on ${since}.`),
  historySince: since,
  totalWeight: 0,
  criteria: [],
});
