import type { ViewerContext } from '../../platform/context.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { dateArgument } from '../../platform/inputs.ts';
import { inTrash, type Selection } from '../../platform/lists.ts';
import type { Row } from '../../platform/writer.ts';
import { visibleTo as visibleArtifacts } from '../artifacts/artifacts.access.ts';
import { visibleTo as visibleInterviews } from '../practice-interviews/practice-interviews.access.ts';
import { goodScore } from '../practice-interviews/practice-interviews.rules.ts';
import { visibleTo as visibleRoles } from '../role-profiles/role-profiles.access.ts';
import { getRoleProfile } from '../role-profiles/role-profiles.service.ts';
import { standingsAsOf } from '../skill-assessments/skill-assessments.service.ts';
import { inUse, visibleTo as visibleSkills } from '../skills/skills.access.ts';
import { visibleTo as visibleStories } from '../stories/stories.access.ts';
import { type Criterion, criterionOf, type Found, scoreOf, totalWeightOf } from './readiness.rules.ts';

type Requirement = Row<'roleRequirement'>;

/** How ready the viewer is for a role on a day. */
export interface Readiness {
  role: Row<'roleProfile'>;
  asOf: string;
  score: number;
  totalWeight: number;
  criteria: Criterion[];
}

/**
 * How ready the viewer was for a role on a day, by what the role asks now and what there was then. As many statements
 * however much there is. Null when there is no such role, or it is somebody else's.
 */
export async function readiness(
  ctx: ViewerContext,
  args: { roleId: string; asOf: string },
  selections: { role?: Selection<'roleProfile'>; requirement?: Selection<'roleRequirement'> } = {},
): Promise<Readiness | null> {
  const asOf = dateArgument(ctx.calendar, 'asOf', args.asOf);
  const role = await getRoleProfile(ctx, args.roleId, selections.role);
  if (!role) return null;
  const requirements: Requirement[] = await ctx.db.roleRequirement.findMany({
    ...selections.requirement,
    where: { AND: [visibleRoles(ctx.viewer), { roleProfileId: role.id }] },
    orderBy: { position: 'asc' },
  });
  const foundFor = await finder(ctx, asOf, requirements);
  const totalWeight = totalWeightOf(requirements);
  const criteria = requirements.map((requirement) => criterionOf(requirement, foundFor(requirement), totalWeight));
  return { role, asOf, score: scoreOf(criteria), totalWeight, criteria };
}

/** What there is on a day for any of some requirements, looked up for all of them at once. */
async function finder(ctx: ViewerContext, asOf: string, requirements: readonly Requirement[]) {
  const skillIds = [...new Set(requirements.flatMap(({ skillId }) => skillId ?? []))];
  const noted = { createdAt: { lt: ctx.calendar.startOfDay(ctx.calendar.addDays(asOf, 1)) } };
  const [names, standings, evidence, artifacts, interviews, stories] = await Promise.all([
    namesOfSkills(ctx, skillIds),
    standingsAsOf(ctx, asOf, skillIds),
    evidenceFor(ctx, noted, requirements, skillIds),
    artifactsOn(ctx, asOf, noted),
    interviewsUntil(ctx, asOf),
    storiesWith(ctx, noted),
  ]);

  function rowsFor({ id, kind, skillId, artifactKind, interviewKind }: Requirement): string[] {
    switch (kind) {
      case 'SKILL': {
        const { manager, peer, self } = standings.get(skillId ?? '') ?? {};
        const judgements = (manager ?? peer ?? self)?.judgements ?? [];
        return judgements.map((judgement) => toGlobalId('Assessment', judgement.id));
      }
      case 'EVIDENCE': {
        const about = evidence.filter(({ toId }) => toId === id || toId === skillId);
        return [...new Set(about.map(({ fromType, fromId }) => toGlobalId(fromType, fromId)))];
      }
      case 'ARTIFACT':
        return idsOf(
          'Artifact',
          artifacts.filter((artifact) => artifact.kind === artifactKind),
        );
      case 'INTERVIEW':
        return idsOf(
          'PracticeInterview',
          interviews.filter((interview) => interview.kind === interviewKind),
        );
      case 'STORY': {
        const shows = (story: (typeof stories)[number]) => story.storySkills.some((join) => join.skillId === skillId);
        return idsOf('Story', skillId === null ? stories : stories.filter(shows));
      }
    }
  }
  return (requirement: Requirement): Found => ({
    skillName: names.get(requirement.skillId ?? '') ?? null,
    level: standings.get(requirement.skillId ?? '')?.level ?? null,
    rows: rowsFor(requirement),
  });
}

const idsOf = (type: string, rows: readonly { id: string }[]) => rows.map(({ id }) => toGlobalId(type, id));

/** The names of those of some skills that are in use. */
async function namesOfSkills(ctx: ViewerContext, skillIds: string[]): Promise<Map<string, string>> {
  const skills = await ctx.db.skill.findMany({
    where: { AND: [visibleSkills(ctx.viewer), inUse, { id: { in: skillIds } }] },
    select: { id: true, name: true },
  });
  return new Map(skills.map(({ id, name }) => [id, name]));
}

/** What was linked as evidence to some requirements, or to the skills that they name. */
function evidenceFor(ctx: ViewerContext, noted: object, requirements: readonly Requirement[], skillIds: string[]) {
  const to = [
    { toType: 'RoleRequirement', toId: { in: requirements.map(({ id }) => id) } },
    { toType: 'Skill', toId: { in: skillIds } },
  ];
  return ctx.db.link.findMany({
    where: { AND: [{ ownerId: ctx.viewer.accountId, kind: 'EVIDENCE', OR: to }, inTrash(), noted] },
    select: { fromType: true, fromId: true, toId: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
}

/** The artifacts that there were on a day and that had not expired. */
function artifactsOn(ctx: ViewerContext, asOf: string, noted: object) {
  const made = { OR: [{ madeOn: { lte: asOf } }, { madeOn: null, ...noted }] };
  const valid = { OR: [{ expiresOn: null }, { expiresOn: { gte: asOf } }] };
  return ctx.db.artifact.findMany({
    where: { AND: [visibleArtifacts(ctx.viewer), inTrash(), made, valid] },
    select: { id: true, kind: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
}

/** The practice interviews that went well, held until a day. */
function interviewsUntil(ctx: ViewerContext, asOf: string) {
  const wentWell = { heldOn: { lte: asOf }, score: { gte: goodScore } };
  return ctx.db.practiceInterview.findMany({
    where: { AND: [visibleInterviews(ctx.viewer), inTrash(), wentWell] },
    select: { id: true, kind: true },
    orderBy: [{ heldOn: 'desc' }, { id: 'desc' }],
  });
}

/** The stories that say what one did, and what came of it. */
function storiesWith(ctx: ViewerContext, noted: object) {
  const told = { NOT: [{ action: '' }, { result: '' }] };
  return ctx.db.story.findMany({
    where: { AND: [visibleStories(ctx.viewer), inTrash(), told, noted] },
    select: { id: true, storySkills: { select: { skillId: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
}
