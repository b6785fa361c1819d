import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import { getService, listService, type Selection } from '../../../platform/queries/lists.ts';
import { ownedAmong } from '../../../platform/records/ownership.ts';
import { createRecord, requireReferences } from '../../../platform/records/records.ts';
import type { Past } from '../../../platform/records/records-as-of.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { requireLevels } from '../skills/skills.service.ts';
import { assessmentList, targetList } from './assessments.access.ts';
import {
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
 * Summarizes the assessments of skills at the end of a day: those that were there, of that day or before.
 * @param past the records at the end of the day
 * @param asOf the day, as `YYYY-MM-DD`
 * @returns the summaries by skill id. Skills without an assessment are left out
 */
export async function skillSummariesAsOf(past: Past, asOf: string): Promise<Map<string, SkillSummary>> {
  const read = await past.records('assessment', { trashedAt: null });
  const assessments = read.filter((one) => !one.trashedAt && one.assessedOn <= asOf);
  const bySkill = Map.groupBy(assessments, ({ skillId }) => skillId);
  return new Map([...bySkill].map(([id, ofSkill]) => [id, summarizeAssessments(ofSkill)]));
}

/**
 * Finds the target of each skill at the end of a day: the latest that was there, of that day or before.
 * @param past the records at the end of the day
 * @param asOf the day, as `YYYY-MM-DD`
 * @returns the targets by skill id. Skills without a target are left out
 */
export async function targetsAsOf(past: Past, asOf: string): Promise<Map<string, SkillTarget>> {
  const targets = (await past.records('skillTarget')).filter((one) => !one.trashedAt && one.setOn <= asOf);
  return new Map(targets.sort(byTimeSet).map((target) => [target.skillId, target]));
}

const byTimeSet = (a: SkillTarget, b: SkillTarget) =>
  a.setOn !== b.setOn
    ? a.setOn < b.setOn
      ? -1
      : 1
    : a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);

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
