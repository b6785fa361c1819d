import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row, Where } from '../../../platform/database/models.ts';
import { getService, listService, type Selection } from '../../../platform/queries/lists.ts';
import { ownedAmong, ownedBy } from '../../../platform/records/ownership.ts';
import { createRecord, requireReferences } from '../../../platform/records/records.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { requireLevels } from '../skills/skills.service.ts';
import { assessmentList, targetList } from './assessments.access.ts';
import {
  type AssessmentFacts,
  createAssessmentInput,
  createSkillTargetInput,
  type SkillSummary,
  summarizeAssessments,
} from './assessments.rules.ts';

type Assessment = Row<'assessment'>;
type SkillTarget = Row<'skillTarget'>;

/** Lists the viewer's assessments. */
export const listAssessments = listService(assessmentList);

/** Finds one of the viewer's assessments. */
export const getAssessment = getService(assessmentList);

/**
 * Creates an assessment of a skill. Assessments are not changed: a new one supersedes those before.
 * @throws NotFoundError if there is no such skill or person; InvalidInputError if one is in the trash or the level is off the
 *   scale of the framework
 */
export async function createAssessment(
  ctx: ViewerContext,
  input: InputOf<typeof createAssessmentInput>,
): Promise<Assessment> {
  const { id, ...data } = parseInput(ctx, createAssessmentInput, input);
  return transaction(ctx, 'createAssessment', (tx) =>
    createRecord(tx, 'assessment', input, id, async (create) => {
      await requireLevels(tx, [{ ...data, path: [] }]);
      await requireReferences(tx, { personId: 'person' }, data);
      return create(data);
    }),
  );
}

/** Lists the viewer's targets. */
export const listSkillTargets = listService(targetList);

/** Finds one of the viewer's targets. */
export const getSkillTarget = getService(targetList);

/**
 * Creates a target level for a skill. Targets are not changed: the latest one counts.
 * @throws NotFoundError if there is no such skill; InvalidInputError if it is in the trash or the level is off the scale of the
 *   framework
 */
export async function createSkillTarget(
  ctx: ViewerContext,
  input: InputOf<typeof createSkillTargetInput>,
): Promise<SkillTarget> {
  const { id, ...data } = parseInput(ctx, createSkillTargetInput, input);
  return transaction(ctx, 'createSkillTarget', (tx) =>
    createRecord(tx, 'skillTarget', input, id, async (create) => {
      await requireLevels(tx, [{ ...data, path: [] }]);
      return create(data);
    }),
  );
}

/**
 * Summarizes, for each active skill that meets a condition, the assessments until a day. Skills without an assessment until
 * then are left out. Takes one statement.
 * @param asOf the last day that counts, as `YYYY-MM-DD`
 * @returns the summaries by skill id
 */
export async function skillSummariesAsOf(
  ctx: ViewerContext,
  asOf: string,
  skill: Where<'skill'>,
): Promise<Map<string, SkillSummary>> {
  const assessments: AssessmentFacts[] = await ctx.db.assessment.findMany({
    where: { AND: [ownedBy(ctx.viewer), active('assessment'), { assessedOn: { lte: asOf }, skill }] },
    select: { id: true, skillId: true, level: true, source: true, personId: true, assessedOn: true, createdAt: true },
  });
  const bySkill = Map.groupBy(assessments, ({ skillId }) => skillId);
  return new Map([...bySkill].map(([id, ofSkill]) => [id, summarizeAssessments(ofSkill)]));
}

/**
 * Finds, for each active skill that meets a condition, the latest target until a day. Skills without a target until then are
 * left out. Takes one statement.
 * @param asOf the last day that counts, as `YYYY-MM-DD`
 * @returns the targets by skill id
 */
export async function targetsAsOf(
  ctx: ViewerContext,
  asOf: string,
  skill: Where<'skill'>,
): Promise<Map<string, SkillTarget>> {
  const targets = await ctx.db.skillTarget.findMany({
    where: { AND: [ownedBy(ctx.viewer), active('skillTarget'), { setOn: { lte: asOf }, skill }] },
    orderBy: [{ setOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  });
  return new Map(targets.map((target) => [target.skillId, target]));
}

/** Finds the viewer's assessments with these ids, in the order of the ids. All of them must exist. */
export async function assessmentsById(
  ctx: ViewerContext,
  ids: readonly string[],
  selection: Selection<'assessment'> = {},
): Promise<Assessment[]> {
  const assessments = await inChunks(ids, (some) =>
    ctx.db.assessment.findMany({ ...selection, where: ownedAmong(ctx.viewer, some) }),
  );
  const byId = new Map(assessments.map((assessment) => [assessment.id, assessment]));
  return ids.map((id) => byId.get(id) as Assessment);
}
