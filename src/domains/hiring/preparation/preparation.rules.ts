import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import { idOf, idsOf } from '../../../platform/validation/input-rules.ts';
import {
  type ReadinessCriterion,
  type ReadinessScore,
  type RoleRequirement,
  scoreOf,
} from '../readiness/readiness.rules.ts';
import { maxSkills } from '../stories/stories.rules.ts';

/** The maximum number of stories that are named for a requirement. */
export const maxNamed = 20;
/** The maximum number of each kind of thing that can be imagined. */
const maxImagined = 50;

const upTo = <S extends z.ZodType>(rule: S) =>
  z
    .array(rule)
    .max(maxImagined, `must be at most ${maxImagined}`)
    .nullish()
    .transform((all) => all ?? []);

export const imaginedSkillInput = z.object({ skillId: idOf('Skill'), level: z.int() });
export const imaginedStoryInput = z.object({
  skillIds: idsOf('Skill', maxSkills)
    .nullish()
    .transform((ids) => ids ?? []),
});

export const readinessWhatIfInput = z.object({
  skills: upTo(imaginedSkillInput).refine(
    (all) => new Set(all.map(({ skillId }) => skillId)).size === all.length,
    'must not name anything twice',
  ),
  stories: upTo(imaginedStoryInput),
  artifacts: upTo(enumOf('ArtifactKind')),
  interviews: upTo(enumOf('PracticeInterviewKind')),
  evidenceForIds: idsOf('RoleRequirement', maxImagined)
    .nullish()
    .transform((ids) => ids ?? []),
});

type Imagined = z.output<typeof readinessWhatIfInput>;

/** The number of imagined pieces that count toward a requirement. */
function imaginedCount(
  { id, kind, skillId, artifactKind, interviewKind }: RoleRequirement,
  imagined: Imagined,
): number {
  switch (kind) {
    case 'SKILL':
      return 0;
    case 'ARTIFACT':
      return imagined.artifacts.filter((one) => one === artifactKind).length;
    case 'INTERVIEW':
      return imagined.interviews.filter((one) => one === interviewKind).length;
    case 'STORY':
      return imagined.stories.filter(({ skillIds }) => skillId === null || skillIds.includes(skillId)).length;
    case 'EVIDENCE':
      return imagined.evidenceForIds.filter((one) => one === id).length;
  }
}

/**
 * What a readiness would be if some levels were others, and there were some more pieces. What is not imagined counts as before;
 * what nothing can count toward stays so.
 */
export const imagine = ({ criteria }: ReadinessScore, imagined: Imagined): ReadinessScore =>
  scoreOf(
    criteria.map(({ requirement }) => requirement),
    (requirement) => {
      const criterion = criteria.find((one) => one.requirement === requirement) as ReadinessCriterion;
      const { level, metBy, metByCount, isPossible, missing } = criterion;
      const skill = imagined.skills.find(({ skillId }) => skillId === requirement.skillId);
      return {
        level: requirement.kind === 'SKILL' && skill ? skill.level : level,
        nodes: metBy,
        imaginedCount: metByCount - metBy.length + imaginedCount(requirement, imagined),
        problem: isPossible ? null : missing,
      };
    },
  );

/** How stories cover a requirement that a story can show. */
export interface StoryCoverage {
  readonly requirement: RoleRequirement;
  /** The ids of the stories with an action and a result that show it, by title. */
  readonly storyIds: readonly string[];
  /** The number of stories that show it and lack an action or a result. */
  readonly draftCount: number;
  /** The number of stories it takes: the required number of a STORY requirement, otherwise 1. */
  readonly neededCount: number;
}

/** A story with the skills that it shows. */
export type SkilledStory = Pick<Row<'story'>, 'id' | 'action' | 'result'> & { readonly skillIds: readonly string[] };

/**
 * How stories cover each requirement of a role: those about a skill by stories that show it, and stories of any skill by all. There
 * is nothing to tell of artifacts and interviews, nor of evidence for no skill.
 */
export const storyCoverageOf = (
  requirements: readonly RoleRequirement[],
  stories: readonly SkilledStory[],
): StoryCoverage[] =>
  requirements.flatMap((requirement) => {
    const { kind, skillId, requiredCount } = requirement;
    if (skillId === null && kind !== 'STORY') return [];
    const showing = stories.filter(({ skillIds }) => skillId === null || skillIds.includes(skillId));
    const told = showing.filter(({ action, result }) => action !== '' && result !== '');
    return {
      requirement,
      storyIds: told.map(({ id }) => id),
      draftCount: showing.length - told.length,
      neededCount: kind === 'STORY' ? (requiredCount ?? 1) : 1,
    };
  });
