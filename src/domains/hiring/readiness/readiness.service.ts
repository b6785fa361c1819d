import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { fromGlobalId, toGlobalId } from '../../../platform/database/global-ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { type NodeRef, nodeKeyOf } from '../../../platform/database/node-refs.ts';
import type { Selection } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { recordsAsOf } from '../../../platform/records/records-as-of.ts';
import { active, activeAmong } from '../../../platform/records/soft-delete.ts';
import { dateArgument } from '../../../platform/validation/input-rules.ts';
import { summarizeAssessments } from '../../skills/assessments/assessments.rules.ts';
import { skillSummariesAsOf } from '../../skills/assessments/assessments.service.ts';
import { goodScore } from '../practice-interviews/practice-interviews.rules.ts';
import { getRoleProfile } from '../role-profiles/role-profiles.service.ts';
import {
  type ReadinessScore,
  type RequirementMatch,
  type RoleRequirement,
  scoreBefore,
  scoreOf,
  scoreUnkept,
} from './readiness.rules.ts';

/** How ready the viewer is for a role on a day. */
export interface Readiness extends ReadinessScore {
  role: Row<'roleProfile'>;
  asOf: string;
}

/**
 * Scores the viewer's readiness for a role on a day, from what existed at its end. Null if they have no role with the id.
 * @throws InvalidInputError if `asOf` is no date
 */
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

/**
 * Scores the viewer's readiness for several of their roles on a day, in the order of the ids.
 * @throws InvalidInputError if `asOf` is no date
 */
export async function readinessByRole(
  ctx: ViewerContext,
  ids: readonly string[],
  args: { asOf: string },
): Promise<Readiness[]> {
  const asOf = dateArgument(ctx.calendar, 'asOf', args.asOf);
  const roles = await ctx.db.roleProfile.findMany({
    where: { AND: [ownedBy(ctx.viewer), { id: { in: [...ids] } }] },
  });
  const byId = new Map((await readinessFor(ctx, roles, asOf)).map((ready) => [ready.role.id, ready]));
  return ids.map((id) => byId.get(id) as Readiness);
}

/** The readiness for each of some roles. The number of statements does not depend on the number of roles or records. */
async function readinessFor(ctx: ViewerContext, roles: Row<'roleProfile'>[], asOf: string): Promise<Readiness[]> {
  const { requirements, keptSince } = await requirementsOf(ctx, roles, asOf);
  const skills = await skillsOf(ctx, requirements, asOf);
  const evidence = await evidenceFor(ctx, requirements, asOf);
  const pieces = await piecesOf(ctx, asOf);

  function matchOf(requirement: RoleRequirement): RequirementMatch {
    const { kind, skillId } = requirement;
    const skill = skillId === null ? undefined : skills.get(skillId);
    const isGone = skillId === null ? kind === 'SKILL' : skill === undefined;
    const problem = isGone ? 'The required skill is in the trash or has been deleted.' : null;
    if (kind === 'SKILL') return { level: skill?.level ?? null, nodes: skill?.nodes ?? [], problem };
    if (kind === 'EVIDENCE') return { level: null, nodes: evidence(requirement), problem };
    return { level: null, nodes: pieces(requirement), problem };
  }

  const byRole = Map.groupBy(requirements, ({ roleProfileId }) => roleProfileId);
  return roles.map((role) => {
    const since = ctx.calendar.dayOf(role.createdAt);
    if (asOf >= since && keptSince) return { role, asOf, ...scoreUnkept(ctx.calendar.dayOf(keptSince)) };
    const score = asOf < since ? scoreBefore(since) : scoreOf(byRole.get(role.id) ?? [], matchOf);
    return { role, asOf, ...score };
  });
}

/**
 * What some roles required at the end of a day, in order.
 * @returns with `keptSince`, the beginning of the change log, if it is not kept so far back
 */
async function requirementsOf(ctx: ViewerContext, roles: Row<'roleProfile'>[], asOf: string) {
  const ids = roles.map(({ id }) => id);
  const orderBy = [{ position: 'asc' as const }, { id: 'asc' as const }];
  const end = ctx.calendar.endOfDay(asOf);
  if (end > ctx.calendar.now) {
    const where = { roleProfileId: { in: ids }, ...ownedBy(ctx.viewer) };
    return { requirements: await ctx.db.roleRequirement.findMany({ where, orderBy }), keptSince: null };
  }
  const { records, keptSince } = await recordsAsOf(ctx, 'roleRequirement', end);
  if (records === null) return { requirements: [], keptSince };
  const requirements = records
    .filter(({ roleProfileId }) => ids.includes(roleProfileId))
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  return { requirements, keptSince: null };
}

/** Each active skill that is required, by id: its effective level and the assessments behind it. */
async function skillsOf(ctx: ViewerContext, requirements: readonly RoleRequirement[], asOf: string) {
  const required = { id: { in: [...new Set(requirements.flatMap(({ skillId }) => skillId ?? []))] } };
  const skills = await ctx.db.skill.findMany({
    where: { AND: [ownedBy(ctx.viewer), active('skill'), required] },
    select: { id: true },
  });
  const summaries = await skillSummariesAsOf(ctx, asOf, required);
  return new Map(
    skills.map(({ id }) => {
      const { level, manager, peer, self } = summaries.get(id) ?? summarizeAssessments([]);
      const assessments = (manager ?? peer ?? self)?.assessments ?? [];
      return [id, { level, nodes: assessments.map((assessment) => nodeRefOf('Assessment', assessment)) }];
    }),
  );
}

const nodeRefOf = (type: string, { id }: { id: string }): NodeRef => ({ type, id });

/** Looks up the active nodes that are linked as evidence to a requirement or to its skill. */
async function evidenceFor(ctx: ViewerContext, requirements: RoleRequirement[], asOf: string) {
  // Links name their nodes by global id.
  const targetsOf = ({ id, skillId }: RoleRequirement) => [
    toGlobalId('RoleRequirement', id),
    ...(skillId === null ? [] : [toGlobalId('Skill', skillId)]),
  ];
  const requiring = requirements.filter(({ kind }) => kind === 'EVIDENCE');
  const evidence = { kind: 'EVIDENCE' as const, createdAt: { lt: ctx.calendar.endOfDay(asOf) } };
  // All links to one target are in one chunk, so they stay in order.
  const links = await inChunks([...new Set(requiring.flatMap(targetsOf))], (targets) =>
    ctx.db.link.findMany({
      where: { AND: [ownedBy(ctx.viewer), active('link'), evidence, { toId: { in: targets } }] },
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
  return (requirement: RoleRequirement): NodeRef[] => {
    const targets = targetsOf(requirement);
    const counting = linked.filter(({ toId }) => targets.includes(toId)).map(({ type, id }) => ({ type, id }));
    return [...new Map(counting.map((node) => [nodeKeyOf(node), node])).values()];
  };
}

/** Looks up the artifacts, practice interviews and stories that count toward a requirement. */
async function piecesOf(ctx: ViewerContext, asOf: string) {
  const wasMade = { OR: [{ madeOn: null }, { madeOn: { lte: asOf } }] };
  const isValid = { OR: [{ expiresOn: null }, { expiresOn: { gte: asOf } }] };
  const wentWell = { heldOn: { lte: asOf }, score: { gte: goodScore } };
  const isComplete = { NOT: [{ action: '' }, { result: '' }], createdAt: { lt: ctx.calendar.endOfDay(asOf) } };
  const countingStory = { AND: [ownedBy(ctx.viewer), active('story'), isComplete] };
  const [artifacts, interviews, stories, shown] = await Promise.all([
    ctx.db.artifact.findMany({
      where: { AND: [ownedBy(ctx.viewer), active('artifact'), wasMade, isValid] },
      orderBy: [{ titleNormalized: 'asc' }, { id: 'asc' }],
    }),
    ctx.db.practiceInterview.findMany({
      where: { AND: [ownedBy(ctx.viewer), active('practiceInterview'), wentWell] },
      orderBy: [{ heldOn: 'desc' }, { id: 'asc' }],
    }),
    ctx.db.story.findMany({ where: countingStory, orderBy: [{ titleNormalized: 'asc' }, { id: 'asc' }] }),
    // In a statement of its own: an include would list the ids of all stories, in several statements.
    ctx.db.storySkill.findMany({ where: { story: countingStory } }),
  ]);
  return ({ kind, artifactKind, interviewKind, skillId }: RoleRequirement): NodeRef[] => {
    if (kind === 'ARTIFACT') {
      return artifacts.filter((one) => one.kind === artifactKind).map((one) => nodeRefOf('Artifact', one));
    }
    if (kind === 'INTERVIEW') {
      return interviews.filter((one) => one.kind === interviewKind).map((one) => nodeRefOf('PracticeInterview', one));
    }
    const shows = ({ id }: Row<'story'>) =>
      skillId === null || shown.some((join) => join.storyId === id && join.skillId === skillId);
    return stories.filter(shows).map((one) => nodeRefOf('Story', one));
  };
}
