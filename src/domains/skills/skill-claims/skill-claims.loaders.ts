import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { fromGlobalId, toGlobalId } from '../../../platform/database/global-ids.ts';
import { nodeKeyOf } from '../../../platform/database/node-refs.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { type Past, recordsAfterEach } from '../../../platform/records/records-as-of.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { skillSummariesAsOf } from '../assessments/assessments.service.ts';
import { claimOf, type Evidence, type SkillClaim } from './skill-claims.rules.ts';

type Found = Evidence & { readonly skillId: string };

/** The claim of each of some skills, in the order of the ids. Takes the same number of statements for any number of them. */
export async function claimsBySkill(ctx: ViewerContext, skillIds: readonly string[]): Promise<(SkillClaim | null)[]> {
  const [now] = recordsAfterEach(ctx, [null]) as [Past];
  const summaries = await skillSummariesAsOf(now, ctx.calendar.today);
  const evidence = Map.groupBy(
    [...(await linkedTo(ctx, now, skillIds)), ...(await relatedTo(ctx, skillIds))],
    ({ skillId }) => skillId,
  );
  return skillIds.map((id) => {
    const summary = summaries.get(id);
    return summary ? claimOf(summary, evidence.get(id) ?? [], ctx.calendar) : null;
  });
}

/** The active nodes that are linked to skills as evidence, on the days of the links. */
async function linkedTo(
  { calendar, db, viewer }: ViewerContext,
  now: Past,
  skillIds: readonly string[],
): Promise<Found[]> {
  const links = await inChunks(
    skillIds.map((id) => toGlobalId('Skill', id)),
    (some) =>
      db.link.findMany({
        where: { AND: [ownedBy(viewer), { kind: 'EVIDENCE', trashedAt: null, toId: { in: some } }] },
      }),
  );
  const ends = links.flatMap(({ fromId, toId, createdAt }) => {
    const [node, skill] = [fromGlobalId(fromId), fromGlobalId(toId)];
    return node && skill ? [{ node, skillId: skill.id, kind: 'LINK' as const, on: calendar.dayOf(createdAt) }] : [];
  });
  const there = new Set((await now.activeAmong(ends.map(({ node }) => node))).map(nodeKeyOf));
  return ends.filter(({ node }) => there.has(nodeKeyOf(node)));
}

/** Tasks that are done, learnings, and feedback that was received: the active ones that name skills. */
async function relatedTo({ calendar, db, viewer }: ViewerContext, skillIds: readonly string[]): Promise<Found[]> {
  const owner = ownedBy(viewer);
  return inChunks(skillIds, async (some) => {
    const ofSkills = { skillId: { in: some } };
    const [tasks, learnings, feedback] = await Promise.all([
      db.taskSkill.findMany({
        where: { AND: [owner, ofSkills, { task: { AND: [active('task'), { status: 'DONE' }] } }] },
        select: { skillId: true, task: { select: { id: true, completedAt: true } } },
      }),
      db.learningSkill.findMany({
        where: { AND: [owner, ofSkills, { learning: active('learning') }] },
        select: { skillId: true, learning: { select: { id: true, learnedOn: true } } },
      }),
      db.feedbackSkill.findMany({
        where: { AND: [owner, ofSkills, { feedback: { AND: [active('feedback'), { direction: 'RECEIVED' }] } }] },
        select: { skillId: true, feedback: { select: { id: true, occurredOn: true } } },
      }),
    ]);
    const found = (type: string, kind: Evidence['kind'], skillId: string, id: string, on: string | null): Found[] =>
      on === null ? [] : [{ skillId, node: { type, id }, kind, on }];
    return [
      ...tasks.flatMap(({ skillId, task: { id, completedAt } }) =>
        found('Task', 'TASK', skillId, id, completedAt && calendar.dayOf(completedAt)),
      ),
      ...learnings.flatMap(({ skillId, learning: { id, learnedOn } }) =>
        found('Learning', 'LEARNING', skillId, id, learnedOn),
      ),
      ...feedback.flatMap(({ skillId, feedback: { id, occurredOn } }) =>
        found('Feedback', 'FEEDBACK', skillId, id, occurredOn),
      ),
    ];
  });
}
