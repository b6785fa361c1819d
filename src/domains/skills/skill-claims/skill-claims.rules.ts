import type { Row } from '../../../platform/database/models.ts';
import { type NodeRef, nodeKeyOf } from '../../../platform/database/node-refs.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { type AssessedLevel, gapTo, type SkillSummary } from '../assessments/assessments.rules.ts';

/** After so many days without evidence, a claim is stale. */
export const staleDays = 180;
/** The maximum number of pieces of evidence that are shown. */
export const maxEvidence = 20;

type Source = Row<'assessment'>['source'];

/** How a piece of evidence is related to a skill. */
export type EvidenceKind = 'LINK' | 'TASK' | 'LEARNING' | 'FEEDBACK';

/** A piece of evidence for a skill. */
export interface Evidence {
  readonly node: NodeRef;
  readonly kind: EvidenceKind;
  /** The day of it: when the link was made, the task done, the learning learned, or the feedback given. */
  readonly on: string;
}

export type Staleness = 'FRESH' | 'STALE';

/** A source that sees a skill otherwise, and later, than the one that counts. */
export interface Disagreement {
  readonly source: Source;
  readonly level: AssessedLevel;
  /** Its level less the one that counts. */
  readonly difference: number;
}

/** The level that a skill is claimed to be at, and what there is for it. */
export interface SkillClaim {
  readonly level: number;
  /** The source whose level counts. */
  readonly source: Source;
  readonly counting: AssessedLevel;
  /** Newest first. */
  readonly evidence: readonly Evidence[];
  readonly staleness: Staleness;
  /** The day of the latest evidence. Null if there is none. */
  readonly latestOn: string | null;
  readonly disagreements: readonly Disagreement[];
}

/** Evidence without what is the same node twice: a node counts once, on the latest of its days. Newest first. */
function withoutTwice(evidence: readonly Evidence[]): Evidence[] {
  const sorted = evidence.toSorted((a, b) =>
    a.on === b.on ? (nodeKeyOf(a.node) < nodeKeyOf(b.node) ? -1 : 1) : a.on > b.on ? -1 : 1,
  );
  return sorted.filter(
    (one, index) => sorted.findIndex(({ node }) => nodeKeyOf(node) === nodeKeyOf(one.node)) === index,
  );
}

/** In the order in which sources count. */
const sourcesOf = ({ manager, peer, self }: SkillSummary) =>
  [
    ['MANAGER', manager],
    ['PEER', peer],
    ['SELF', self],
  ] as const;

/**
 * The claim of a skill. It is stale if its latest evidence is 180 days old or more, or if it has none. Sources that do not count
 * disagree if their latest assessment is later than that of the source that counts, and their level is another one.
 * @returns null if the skill is not assessed: there is no claim then
 */
export function claimOf(
  summary: SkillSummary,
  evidence: readonly Evidence[],
  calendar: Pick<Calendar, 'daysBetween' | 'today'>,
): SkillClaim | null {
  const [first, ...others] = sourcesOf(summary).flatMap(([source, level]) => (level ? [{ source, level }] : []));
  if (!first) return null;
  const known = withoutTwice(evidence.filter(({ on }) => on <= calendar.today));
  const latestOn = known[0]?.on ?? null;
  const isFresh = latestOn !== null && calendar.daysBetween(latestOn, calendar.today) < staleDays;
  return {
    level: first.level.level,
    source: first.source,
    counting: first.level,
    evidence: known,
    staleness: isFresh ? 'FRESH' : 'STALE',
    latestOn,
    disagreements: others
      .filter(({ level }) => level.latestOn > first.level.latestOn && level.level !== first.level.level)
      .map(({ source, level }) => ({ source, level, difference: level.level - first.level.level })),
  };
}

/** A skill that a role requires, with what is missing to the level. */
export interface SkillGap {
  readonly requirement: Row<'roleRequirement'>;
  readonly requiredLevel: number;
  readonly claim: SkillClaim | null;
  readonly gap: number | null;
}

/** More than any gap, so that what nobody has assessed comes first. */
const unassessed = 1_000;

/** The skills that a role requires at a level: the largest gap first, and those that nobody has assessed before all. */
export const gapsOf = (
  requirements: readonly Row<'roleRequirement'>[],
  claims: ReadonlyMap<string, SkillClaim | null>,
): SkillGap[] =>
  requirements
    .flatMap((requirement) => {
      const { kind, level, skillId } = requirement;
      if (kind !== 'SKILL' || level === null || skillId === null || !claims.has(skillId)) return [];
      const claim = claims.get(skillId) ?? null;
      return { requirement, requiredLevel: level, claim, gap: gapTo(level, claim?.level ?? null) };
    })
    .sort((a, b) => (b.gap ?? unassessed) - (a.gap ?? unassessed) || a.requirement.position - b.requirement.position);

/** The levels of a skill at the end of a day. */
export interface SkillPoint extends SkillSummary {
  readonly asOf: string;
  /** The day on which the history begins, if it is not kept as far back. Then the levels are not known. */
  readonly historySince: string | null;
}
