import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { fromGlobalId, toGlobalId } from '../../../platform/database/global-ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { type NodeRef, nodeKeyOf } from '../../../platform/database/node-refs.ts';
import type { Selection } from '../../../platform/queries/lists.ts';
import { active, activeAmong } from '../../../platform/records/soft-delete.ts';
import { dateArgument } from '../../../platform/validation/input-rules.ts';
import { standing } from '../../skills/assessments/assessments.rules.ts';
import { standingsAsOf } from '../../skills/assessments/assessments.service.ts';
import { visibleTo as visibleSkills } from '../../skills/skills/skills.access.ts';
import { visibleTo as visibleArtifacts } from '../artifacts/artifacts.access.ts';
import { visibleTo as visibleInterviews } from '../practice-interviews/practice-interviews.access.ts';
import { goodScore } from '../practice-interviews/practice-interviews.rules.ts';
import { visibleTo as visibleRoles } from '../role-profiles/role-profiles.access.ts';
import { getRoleProfile } from '../role-profiles/role-profiles.service.ts';
import { visibleTo as visibleStories } from '../stories/stories.access.ts';
import { type Found, type Requirement, type Score, scoreOf } from './readiness.rules.ts';

/** How ready the viewer is for a role, as of a day. */
export interface Readiness extends Score {
  role: Row<'roleProfile'>;
  asOf: string;
}

/** How ready the viewer was for a role on a day, by what there was until then; null when there is no such role. */
export async function readiness(
  ctx: ViewerContext,
  args: { roleId: string; asOf: string },
  selection: Selection<'roleProfile'> = {},
): Promise<Readiness | null> {
  const asOf = dateArgument(ctx.calendar, 'asOf', args.asOf);
  const role = await getRoleProfile(ctx, args.roleId, selection);
  const [ready] = role ? await readinessFor(ctx, [role], asOf) : [];
  return ready ?? null;
}

/** How ready the viewer was for each of their roles with these ids, in their order. */
export async function readinessByRole(
  ctx: ViewerContext,
  ids: readonly string[],
  args: { asOf: string },
): Promise<Readiness[]> {
  const asOf = dateArgument(ctx.calendar, 'asOf', args.asOf);
  const roles = await ctx.db.roleProfile.findMany({
    where: { AND: [visibleRoles(ctx.viewer), { id: { in: [...ids] } }] },
  });
  const byId = new Map((await readinessFor(ctx, roles, asOf)).map((ready) => [ready.role.id, ready]));
  return ids.map((id) => byId.get(id) as Readiness);
}

/** How ready the viewer was for each of some roles. As many statements however much there is. */
async function readinessFor(ctx: ViewerContext, roles: Row<'roleProfile'>[], asOf: string): Promise<Readiness[]> {
  const requirements = await ctx.db.roleRequirement.findMany({
    where: { roleProfileId: { in: roles.map(({ id }) => id) }, ownerId: ctx.viewer.accountId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  const skills = await skillsOf(ctx, roles, asOf);
  const evidence = await evidenceFor(ctx, requirements, asOf);
  const pieces = await piecesOf(ctx, asOf);

  function foundFor(requirement: Requirement): Found {
    const { kind, skillId } = requirement;
    const skill = skillId === null ? undefined : skills.get(skillId);
    const gone = skillId === null ? kind === 'SKILL' : skill === undefined;
    const fault = gone ? 'The skill that it asks for is in the trash, or gone.' : null;
    if (kind === 'SKILL') return { level: skill?.level ?? null, nodes: skill?.nodes ?? [], fault };
    if (kind === 'EVIDENCE') return { level: null, nodes: evidence(requirement), fault };
    return { level: null, nodes: pieces(requirement), fault };
  }

  const asked = Map.groupBy(requirements, ({ roleProfileId }) => roleProfileId);
  return roles.map((role) => ({ role, asOf, ...scoreOf(asked.get(role.id) ?? [], foundFor) }));
}

/** Of each skill that is asked for and in use: the level that counts, and the judgements behind it. */
async function skillsOf(ctx: ViewerContext, roles: Row<'roleProfile'>[], asOf: string) {
  const asked = { requirements: { some: { roleProfileId: { in: roles.map(({ id }) => id) } } } };
  const skills = await ctx.db.skill.findMany({
    where: { AND: [visibleSkills(ctx.viewer), active('skill'), asked] },
    select: { id: true },
  });
  const standings = await standingsAsOf(ctx, asOf, asked);
  return new Map(
    skills.map(({ id }) => {
      const { level, manager, peer, self } = standings.get(id) ?? standing([]);
      const judgements = (manager ?? peer ?? self)?.judgements ?? [];
      return [id, { level, nodes: judgements.map((judgement) => ({ type: 'Assessment', id: judgement.id })) }];
    }),
  );
}

/** What is linked as evidence to each requirement, or to its skill, as far as it is in use. */
async function evidenceFor(ctx: ViewerContext, requirements: Requirement[], asOf: string) {
  const targetsOf = ({ id, skillId }: Requirement) => [
    toGlobalId('RoleRequirement', id),
    ...(skillId === null ? [] : [toGlobalId('Skill', skillId)]),
  ];
  const asking = requirements.filter(({ kind }) => kind === 'EVIDENCE');
  const createdAt = { lt: ctx.calendar.startOfDay(ctx.calendar.addDays(asOf, 1)) };
  const evidence = { ownerId: ctx.viewer.accountId, kind: 'EVIDENCE' as const, createdAt };
  // All links to one target are in one batch, and so in order.
  const links = await inChunks([...new Set(asking.flatMap(targetsOf))], (targets) =>
    ctx.db.link.findMany({
      where: { AND: [evidence, active('link'), { toId: { in: targets } }] },
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    }),
  );
  const linked = await activeAmong(
    ctx,
    links.flatMap(({ fromId, toId }) => {
      const from = fromGlobalId(fromId);
      return from ? [{ ...from, toId }] : [];
    }),
  );
  return (requirement: Requirement): NodeRef[] => {
    const targets = targetsOf(requirement);
    const found = linked.filter(({ toId }) => targets.includes(toId)).map(({ type, id }) => ({ type, id }));
    return [...new Map(found.map((node) => [nodeKeyOf(node), node])).values()];
  };
}

/** The artifacts, practice interviews and stories that count, for each requirement that asks for some. */
async function piecesOf(ctx: ViewerContext, asOf: string) {
  const madeBy = { OR: [{ madeOn: null }, { madeOn: { lte: asOf } }] };
  const stillGood = { OR: [{ expiresOn: null }, { expiresOn: { gte: asOf } }] };
  const written = { NOT: [{ action: '' }, { result: '' }] };
  const until = { createdAt: { lt: ctx.calendar.startOfDay(ctx.calendar.addDays(asOf, 1)) } };
  const whole = { AND: [visibleStories(ctx.viewer), active('story'), written, until] };
  const [artifacts, interviews, stories, shown] = await Promise.all([
    ctx.db.artifact.findMany({
      where: { AND: [visibleArtifacts(ctx.viewer), active('artifact'), madeBy, stillGood] },
      orderBy: [{ titleNormalized: 'asc' }, { id: 'asc' }],
    }),
    ctx.db.practiceInterview.findMany({
      where: {
        AND: [
          visibleInterviews(ctx.viewer),
          active('practiceInterview'),
          { heldOn: { lte: asOf }, score: { gte: goodScore } },
        ],
      },
      orderBy: [{ heldOn: 'desc' }, { id: 'asc' }],
    }),
    ctx.db.story.findMany({ where: whole, orderBy: [{ titleNormalized: 'asc' }, { id: 'asc' }] }),
    // In a statement of its own: an include lists all stories by their ids, in as many statements as that takes.
    ctx.db.storySkill.findMany({ where: { story: whole } }),
  ]);
  return ({ kind, artifactKind, interviewKind, skillId }: Requirement): NodeRef[] => {
    if (kind === 'ARTIFACT') {
      return artifacts.filter((one) => one.kind === artifactKind).map(({ id }) => ({ type: 'Artifact', id }));
    }
    if (kind === 'INTERVIEW') {
      return interviews
        .filter((one) => one.kind === interviewKind)
        .map(({ id }) => ({ type: 'PracticeInterview', id }));
    }
    const shows = ({ id }: Row<'story'>) =>
      skillId === null || shown.some((join) => join.storyId === id && join.skillId === skillId);
    return stories.filter(shows).map(({ id }) => ({ type: 'Story', id }));
  };
}
