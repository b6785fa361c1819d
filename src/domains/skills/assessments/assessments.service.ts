import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row, Where } from '../../../platform/database/models.ts';
import { getService, listService, type Selection } from '../../../platform/queries/lists.ts';
import { createRecord, requireReferences } from '../../../platform/records/records.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { restoreService, trashService } from '../../../platform/records/trash-services.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { requireLevels } from '../skills/skills.service.ts';
import { assessmentList, targetList, visibleTo } from './assessments.access.ts';
import {
  createAssessmentInput,
  createSkillTargetInput,
  type Judgement,
  type SkillStanding,
  standing,
} from './assessments.rules.ts';

type Assessment = Row<'assessment'>;
type SkillTarget = Row<'skillTarget'>;

/** The viewer's assessments, the latest first unless asked otherwise. */
export const listAssessments = listService(assessmentList);

/** One of the viewer's assessments. */
export const getAssessment = getService(assessmentList);

/** Notes how good somebody found the viewer to be at a skill. It stays as it is: a new judgement is another one. */
export async function createAssessment(
  ctx: ViewerContext,
  input: InputOf<typeof createAssessmentInput>,
): Promise<Assessment> {
  const { id, ...data } = parseInput(createAssessmentInput(ctx.calendar), input);
  return transaction(ctx, 'createAssessment', (tx) =>
    createRecord(tx, 'assessment', input, id, async (create) => {
      await requireLevels(tx, [{ ...data, path: [] }]);
      await requireReferences(tx, { personId: 'person' }, data);
      return create(data);
    }),
  );
}

/** Puts the assessment in the trash: it no longer counts. */
export const trashAssessment = trashService('assessment');

/** Takes the assessment out of the trash. */
export const restoreAssessment = restoreService('assessment');

/** One of the viewer's targets. */
export const getSkillTarget = getService(targetList);

/** Aims at a level of a skill. It stays as it is: a new aim is another one, and the latest counts. */
export async function createSkillTarget(
  ctx: ViewerContext,
  input: InputOf<typeof createSkillTargetInput>,
): Promise<SkillTarget> {
  const { id, ...data } = parseInput(createSkillTargetInput(ctx.calendar), input);
  return transaction(ctx, 'createSkillTarget', (tx) =>
    createRecord(tx, 'skillTarget', input, id, async (create) => {
      await requireLevels(tx, [{ ...data, path: [] }]);
      return create(data);
    }),
  );
}

/** Puts the target in the trash: the one before it counts again. */
export const trashSkillTarget = trashService('skillTarget');

/** Takes the target out of the trash. */
export const restoreSkillTarget = restoreService('skillTarget');

/**
 * Where the viewer stood on a day with those skills in use that meet a condition, as far as anything had been judged until
 * then. One statement.
 */
export async function standingsAsOf(
  ctx: ViewerContext,
  asOf: string,
  skill: Where<'skill'>,
): Promise<Map<string, SkillStanding>> {
  const judgements: Judgement[] = await ctx.db.assessment.findMany({
    where: { AND: [visibleTo(ctx.viewer), active('assessment'), { assessedOn: { lte: asOf }, skill }] },
    select: { id: true, skillId: true, level: true, source: true, personId: true, assessedOn: true, createdAt: true },
  });
  const bySkill = Map.groupBy(judgements, ({ skillId }) => skillId);
  return new Map([...bySkill].map(([id, ofSkill]) => [id, standing(ofSkill)]));
}

/** The targets on a day of those skills in use that meet a condition: of each, the latest set until then. One statement. */
export async function targetsAsOf(
  ctx: ViewerContext,
  asOf: string,
  skill: Where<'skill'>,
): Promise<Map<string, SkillTarget>> {
  const targets = await ctx.db.skillTarget.findMany({
    where: { AND: [visibleTo(ctx.viewer), active('skillTarget'), { setOn: { lte: asOf }, skill }] },
    orderBy: [{ setOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  });
  return new Map(targets.map((target) => [target.skillId, target]));
}

/** The viewer's assessments with these ids, in their order. */
export async function assessmentsById(
  ctx: ViewerContext,
  ids: readonly string[],
  selection: Selection<'assessment'> = {},
): Promise<Row<'assessment'>[]> {
  const rows = await inChunks(ids, (some) =>
    ctx.db.assessment.findMany({ ...selection, where: { AND: [{ id: { in: some } }, visibleTo(ctx.viewer)] } }),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) as Row<'assessment'>);
}
