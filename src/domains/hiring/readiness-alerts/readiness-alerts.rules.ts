import { toGlobalId } from '../../../platform/database/global-ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { ReadinessCriterion, ReadinessScore, RoleRequirement } from '../readiness/readiness.rules.ts';

/** The models whose changes can lower readiness. */
export const readinessModels: readonly string[] = [
  ...['RoleProfile', 'RoleRequirement', 'Skill', 'SkillCategory', 'Framework', 'Assessment', 'Link'],
  ...['Artifact', 'PracticeInterview', 'Story', 'StorySkill'],
];

/** The maximum number of change sets that are looked at in one check, the latest ones. */
export const maxChecked = 50;

/** What a readiness was measured for. */
type Measured = ReadinessScore & { readonly role: Pick<Row<'roleProfile'>, 'id'> };

/** A drop of the readiness for a role. */
export interface ReadinessDrop {
  readonly roleId: string;
  readonly before: number;
  readonly after: number;
  /** The criteria that caused it, those that took the most points first. */
  readonly causes: readonly { readonly requirementId: string; readonly before: number; readonly after: number }[];
}

/** A day on which readiness dropped since the day before. */
export interface DayOfDrop {
  readonly date: string;
  readonly before: number;
  readonly after: number;
  readonly causes: readonly {
    readonly requirement: RoleRequirement;
    readonly before: number;
    readonly after: number;
  }[];
}

/** The days on which a readiness is below that of the day before, the latest first. @param measured day by day */
export function daysOfDrops(measured: readonly (Measured & { readonly asOf: string })[]): DayOfDrop[] {
  const drops = measured.slice(1).flatMap((after, index) => {
    const drop = dropOf(measured[index] as Measured, after);
    const requirements = new Map(after.criteria.map(({ requirement }) => [requirement.id, requirement]));
    const causeOf = ({ requirementId, ...fractions }: ReadinessDrop['causes'][number]) => ({
      requirement: requirements.get(requirementId) as RoleRequirement,
      ...fractions,
    });
    return drop ? [{ date: after.asOf, before: drop.before, after: drop.after, causes: drop.causes.map(causeOf) }] : [];
  });
  return drops.reverse();
}

/** A drop by less is one of rounding. */
const leastDrop = 1e-9;

const shapeOf = ({ id, kind, weight, skillId, level, requiredCount, artifactKind, interviewKind }: RoleRequirement) =>
  [id, kind, weight, skillId, level, requiredCount, artifactKind, interviewKind].join();

/**
 * The drop from one readiness for a role to the next, with the criteria that caused it. Null if it has not dropped, or if the role
 * requires something else since: then the two say nothing of each other.
 */
export function dropOf(before: Measured, after: Measured): ReadinessDrop | null {
  const shape = (all: readonly ReadinessCriterion[]) => all.map(({ requirement }) => shapeOf(requirement)).join(';');
  if (before.score === null || after.score === null || before.score - after.score <= leastDrop) return null;
  if (shape(before.criteria) !== shape(after.criteria)) return null;
  const causes = before.criteria
    .map(({ requirement, share, fraction }, index) => {
      const now = after.criteria[index]?.fraction ?? 0;
      return { requirementId: requirement.id, before: fraction, after: now, lost: share * (fraction - now) };
    })
    .filter(({ lost }) => lost > 0)
    .sort((a, b) => b.lost - a.lost);
  return {
    ...{ roleId: before.role.id, before: before.score, after: after.score },
    causes: causes.map(({ requirementId, before: was, after: is }) => ({ requirementId, before: was, after: is })),
  };
}

/** Whether a webhook wants to hear of roles. */
export const isForRoles = ({ types }: Pick<Row<'webhook'>, 'types'>): boolean =>
  (types as string[]).length === 0 || (types as string[]).includes('RoleProfile');

/** What a message says of a drop: ids and numbers alone. `criterion` is what took the most points. */
export function dropData({ roleId, before, after, causes }: ReadinessDrop, changeSetId: string | null): object {
  const criteria = causes.map(({ requirementId, ...fractions }) => ({
    requirementId: toGlobalId('RoleRequirement', requirementId),
    ...fractions,
  }));
  return {
    roleId: toGlobalId('RoleProfile', roleId),
    ...{ before, after, criterion: criteria[0] ?? null, criteria },
    changeSetId: changeSetId && toGlobalId('ChangeSet', changeSetId),
  };
}
