import type { Row } from '../../../platform/database/models.ts';
import type { NodeRef } from '../../../platform/database/node-refs.ts';

/** What a requirement asks: a level of a skill, or a number of pieces of some kind. */
export type Requirement = Row<'roleRequirement'>;

/** What there is to meet a requirement with, as of a day. */
export interface Found {
  /** For a skill: the level that counts; null when nobody has judged. For all else: null. */
  level: number | null;
  /** The records that count: the judgements behind a level, or the pieces. */
  nodes: NodeRef[];
  /** Why nothing can count, in words: the skill is gone. Null when something could. */
  fault: string | null;
}

export const states = ['MET', 'PARTLY', 'UNMET'] as const;
export type State = (typeof states)[number];

/** One requirement, and how far it is met. */
export interface Criterion {
  requirement: Requirement;
  /** Its weight over the sum of all: 0 to 1. */
  share: number;
  /** How far it is met: 0 to 1. */
  fraction: number;
  state: State;
  /** How many rows count towards it. */
  count: number;
  /** The first of them. */
  metBy: NodeRef[];
  /** What is missing, as a sentence; null when nothing is. */
  missing: string | null;
}

/** How ready one is for a role. */
export interface Score {
  /** 0 to 100. */
  score: number;
  totalWeight: number;
  criteria: Criterion[];
}

/** A criterion shows at most this many of the rows that meet it. */
export const maxShown = 20;

/** How far a requirement is met: level over level, or pieces over pieces, never more than 1. */
function fractionOf({ kind, level, requiredCount }: Requirement, found: Found): number {
  if (found.fault !== null) return 0;
  const [has, needs] = kind === 'SKILL' ? [found.level ?? 0, level ?? 0] : [found.nodes.length, requiredCount ?? 1];
  return needs <= 0 ? 1 : Math.min(1, has / needs);
}

const pieces: Record<Requirement['kind'], string> = {
  SKILL: 'levels',
  EVIDENCE: 'pieces of evidence',
  ARTIFACT: 'artifacts',
  INTERVIEW: 'practice interviews that went well',
  STORY: 'stories with an action and a result',
};

function missingOf({ kind, level, requiredCount }: Requirement, found: Found): string {
  if (found.fault !== null) return found.fault;
  if (kind !== 'SKILL') return `Has ${found.nodes.length} of ${requiredCount ?? 1} ${pieces[kind]}.`;
  return found.level === null
    ? `Level ${level} is asked, and nobody has judged it.`
    : `Is at ${found.level} of level ${level}.`;
}

/**
 * How ready one is: score = 100 × Σ wᵢ·fᵢ ÷ Σ wᵢ, with the weight w of each requirement and the fraction f to which it is
 * met. For a skill, f is the level that counts over the level that is asked; for all else, the pieces there are over the
 * pieces that are asked; never more than 1. A role that asks nothing, or gives no weight to anything, scores 0.
 */
export function scoreOf(requirements: readonly Requirement[], foundFor: (requirement: Requirement) => Found): Score {
  const totalWeight = requirements.reduce((sum, { weight }) => sum + weight, 0);
  const criteria = requirements.map((requirement): Criterion => {
    const found = foundFor(requirement);
    const fraction = fractionOf(requirement, found);
    return {
      requirement,
      share: totalWeight === 0 ? 0 : requirement.weight / totalWeight,
      fraction,
      state: fraction === 1 ? 'MET' : fraction === 0 ? 'UNMET' : 'PARTLY',
      count: found.nodes.length,
      metBy: found.nodes.slice(0, maxShown),
      missing: fraction === 1 ? null : missingOf(requirement, found),
    };
  });
  const weighed = criteria.reduce((sum, { requirement, fraction }) => sum + requirement.weight * fraction, 0);
  return { score: totalWeight === 0 ? 0 : (100 * weighed) / totalWeight, totalWeight, criteria };
}
