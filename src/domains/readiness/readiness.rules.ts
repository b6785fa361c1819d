import type { Row } from '../../platform/writer.ts';
import { goodScore } from '../practice-interviews/practice-interviews.rules.ts';

/*
 * How ready somebody is for a role: score = 100 × Σ wᵢ·fᵢ ÷ Σ wᵢ, where wᵢ is the weight of a requirement and fᵢ how much
 * of it is met, from 0 to 1:
 *
 * - SKILL: the level that counts on the day ÷ the level that is asked. The skills domain says which level counts.
 * - All others: how many there are ÷ how many are asked. EVIDENCE counts the rows linked as evidence to the requirement or
 *   to the skill it names, a row that is linked to both once; ARTIFACT the artifacts of the kind that have not expired;
 *   INTERVIEW the practice interviews of the kind with a score of 4 or 5; STORY those with an action and a result, of the
 *   skill where one is named.
 *
 * No fᵢ is more than 1: what is more than asked of one thing makes up for nothing else. Nothing counts before its day; what
 * has no day of its own, such as a story, counts from the day it was noted. What names a skill that is no longer in use is
 * not met. A role that asks nothing is one that everyone is ready for: 100.
 */

type Requirement = Row<'roleRequirement'>;

/** At most this many of the rows that meet a requirement are shown; all of them count. */
export const mostShown = 20;

export const states = ['MET', 'PARTLY', 'UNMET'] as const;
export type State = (typeof states)[number];

/** What there is on a day that could meet a requirement. */
export interface Found {
  /** The skill that the requirement names; null when it names none, or one that is not in use. */
  skillName: string | null;
  /** The level of that skill that counts; null when nobody has judged. */
  level: number | null;
  /** The global ids of the rows that count, the latest first: for a skill, the assessments behind its level. */
  rows: readonly string[];
}

/** How much of a requirement is met, by what, and what is missing. */
export interface Criterion {
  requirement: Requirement;
  weight: number;
  /** Its weight over the sum of all. */
  share: number;
  state: State;
  fraction: number;
  /** The first of the rows that count, by their global ids. */
  metBy: string[];
  metByCount: number;
  /** What is missing, in a sentence; null when nothing is. */
  missing: string | null;
}

/** The score from 0 to 100 that criteria come to. */
export function scoreOf(criteria: readonly Pick<Criterion, 'weight' | 'fraction'>[]): number {
  const total = totalWeightOf(criteria);
  if (total === 0) return 100;
  return (100 * criteria.reduce((sum, { weight, fraction }) => sum + weight * fraction, 0)) / total;
}

/** The sum of the weights. */
export const totalWeightOf = (all: readonly { weight: number }[]) => all.reduce((sum, { weight }) => sum + weight, 0);

/** Whether a requirement names a skill, or has to. */
export const namesSkill = ({ kind, skillId }: Pick<Requirement, 'kind' | 'skillId'>) =>
  kind === 'SKILL' || skillId !== null;

/**
 * How much of a requirement is met.
 * @param totalWeight the sum of the weights of all that the role asks
 */
export function criterionOf(requirement: Requirement, found: Found, totalWeight: number): Criterion {
  const gone = namesSkill(requirement) && found.skillName === null;
  const rows = gone ? [] : found.rows;
  const asked = (requirement.kind === 'SKILL' ? requirement.level : requirement.count) ?? 1;
  const has = requirement.kind === 'SKILL' ? (found.level ?? 0) : rows.length;
  const fraction = gone ? 0 : Math.min(1, has / asked);
  const isMet = fraction === 1;
  return {
    requirement,
    weight: requirement.weight,
    share: totalWeight === 0 ? 0 : requirement.weight / totalWeight,
    state: isMet ? 'MET' : fraction > 0 ? 'PARTLY' : 'UNMET',
    fraction,
    metBy: rows.slice(0, mostShown),
    metByCount: rows.length,
    missing: isMet
      ? null
      : gone
        ? 'The skill that it names is no longer in use.'
        : sentence(requirement, found, asked - has),
  };
}

/** What is missing of a requirement. */
function sentence(requirement: Requirement, { skillName, level }: Found, missing: number): string {
  const more = (one: string, many: string, rest = '') =>
    missing === 1 ? `1 more ${one}${rest} is missing.` : `${missing} more ${many}${rest} are missing.`;
  switch (requirement.kind) {
    case 'SKILL':
      if (level === null) return `Nobody has judged ${skillName} yet; level ${requirement.level} is asked.`;
      return `${skillName} is at level ${rounded(level)}; level ${requirement.level} is asked.`;
    case 'EVIDENCE':
      return more('piece of evidence', 'pieces of evidence', skillName === null ? '' : ` of ${skillName}`);
    case 'ARTIFACT':
      return more('artifact', 'artifacts', ` of the kind ${requirement.artifactKind}`);
    case 'INTERVIEW':
      return more(
        'practice interview',
        'practice interviews',
        ` of the kind ${requirement.interviewKind} with a score of at least ${goodScore}`,
      );
    case 'STORY':
      return more('story', 'stories', ` with an action and a result${skillName === null ? '' : ` about ${skillName}`}`);
  }
}

/** A level that is not reached, to two digits and downwards, so that it never looks as if it were. */
const rounded = (level: number) => Math.floor(level * 100) / 100;
