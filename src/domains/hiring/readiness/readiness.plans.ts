import { fractionOf, type ReadinessCriterion, type ReadinessScore, type RoleRequirement } from './readiness.rules.ts';

/** The next step toward a requirement: the smallest unit of it. */
export interface ReadinessStep {
  readonly requirement: RoleRequirement;
  /** What to do, in a sentence. */
  readonly action: string;
  /** The level to raise the skill to. Null for other kinds of requirement. */
  readonly toLevel: number | null;
  /** The points that it adds to the score. */
  readonly gain: number;
}

const units = {
  EVIDENCE: 'Link a piece of evidence.',
  ARTIFACT: 'Add an artifact.',
  INTERVIEW: 'Hold a practice interview with a score of 4 or 5.',
  STORY: 'Write a story with an action and a result.',
} as const;

/** The whole level above a level, at most the one that is required. */
const nextLevel = (level: number, required: number) => Math.min(required, Math.floor(level) + 1);

function stepOf({ requirement, level, metByCount, fraction, isPossible }: ReadinessCriterion, totalWeight: number) {
  const { kind, weight } = requirement;
  if (!isPossible || fraction >= 1 || weight === 0) return [];
  const toLevel = kind === 'SKILL' ? nextLevel(level ?? 0, requirement.level ?? 0) : null;
  const action = kind === 'SKILL' ? `Raise the skill to level ${toLevel}.` : units[kind];
  const after = fractionOf(requirement, toLevel ?? metByCount + 1);
  return [{ requirement, action, toLevel, gain: (100 * weight * (after - fraction)) / totalWeight }];
}

/**
 * The next step toward each requirement that is not met, the greatest gain first: 100 · w · Δ ÷ Σw, where w is the weight of the
 * requirement and Δ what the smallest unit of it adds to its fraction: a skill at the next whole level, or one more piece. Each gain
 * is that of its own requirement alone. A requirement that nothing can count toward has no step.
 */
export const nextStepsOf = ({ criteria, totalWeight }: ReadinessScore): ReadinessStep[] =>
  criteria
    .flatMap((criterion) => stepOf(criterion, totalWeight))
    .sort((a, b) => b.gain - a.gain || a.requirement.position - b.requirement.position);
