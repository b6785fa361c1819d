import { inChunks } from '../../../platform/database/chunks.ts';
import { fromGlobalId, toGlobalId } from '../../../platform/database/global-ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { type NodeRef, nodeKeyOf } from '../../../platform/database/node-refs.ts';
import type { Past } from '../../../platform/records/records-as-of.ts';
import { summarizeAssessments } from '../../skills/assessments/assessments.rules.ts';
import { skillSummariesAsOf } from '../../skills/assessments/assessments.service.ts';
import { goodScore } from '../practice-interviews/practice-interviews.rules.ts';
import type { RequirementMatch, RoleRequirement } from './readiness.rules.ts';

/** What some roles required, in order. */
export async function requirementsOf(past: Past, roleIds: readonly string[]): Promise<RoleRequirement[]> {
  const requirements = await past.records('roleRequirement', { roleProfileId: { in: [...roleIds] } });
  return requirements
    .filter(({ roleProfileId }) => roleIds.includes(roleProfileId))
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/**
 * Looks up what counts toward some requirements.
 * @param among the requirements of all days that are looked up at the same time, so that the same is read for each
 */
export async function matchesFor(
  past: Past,
  requirements: readonly RoleRequirement[],
  asOf: string,
  among: readonly RoleRequirement[] = requirements,
) {
  const skills = await skillsOf(past, requirements, asOf);
  const evidence = await evidenceFor(past, requirements, among);
  const pieces = await piecesOf(past, asOf);
  return (requirement: RoleRequirement): RequirementMatch => {
    const { kind, skillId } = requirement;
    const skill = skillId === null ? undefined : skills.get(skillId);
    const isGone = skillId === null ? kind === 'SKILL' : skill === undefined;
    const problem = isGone ? 'The required skill is in the trash or has been deleted.' : null;
    if (kind === 'SKILL') return { level: skill?.level ?? null, nodes: skill?.nodes ?? [], problem };
    if (kind === 'EVIDENCE') return { level: null, nodes: evidence(requirement), problem };
    return { level: null, nodes: pieces(requirement), problem };
  };
}

/** Each active skill that is required, by id: its effective level and the assessments behind it. */
async function skillsOf(past: Past, requirements: readonly RoleRequirement[], asOf: string) {
  const required = [...new Set(requirements.flatMap(({ skillId }) => skillId ?? []))];
  const active = await past.activeAmong(required.map((id) => nodeRefOf('Skill', { id })));
  const summaries = await skillSummariesAsOf(past, asOf);
  return new Map(
    active.map(({ id }) => {
      const { level, manager, peer, self } = summaries.get(id) ?? summarizeAssessments([]);
      const assessments = (manager ?? peer ?? self)?.assessments ?? [];
      return [id, { level, nodes: assessments.map((assessment) => nodeRefOf('Assessment', assessment)) }];
    }),
  );
}

const nodeRefOf = (type: string, { id }: { id: string }): NodeRef => ({ type, id });

/** Looks up the active nodes that were linked as evidence to a requirement or to its skill. */
async function evidenceFor(past: Past, requirements: readonly RoleRequirement[], among: readonly RoleRequirement[]) {
  // Links name their nodes by global id.
  const targetsOf = ({ id, skillId }: RoleRequirement) => [
    toGlobalId('RoleRequirement', id),
    ...(skillId === null ? [] : [toGlobalId('Skill', skillId)]),
  ];
  const targetsAmong = (some: readonly RoleRequirement[]) =>
    new Set(some.filter(({ kind }) => kind === 'EVIDENCE').flatMap(targetsOf));
  const targets = targetsAmong(requirements);
  const links = await inChunks([...targetsAmong(among)].sort(), (some) =>
    past.records('link', { kind: 'EVIDENCE', toId: { in: some } }),
  );
  const linked = await past.activeAmong(
    [...new Map(links.map((link) => [link.id, link])).values()]
      .filter(({ kind, trashedAt, toId }) => kind === 'EVIDENCE' && !trashedAt && targets.has(toId))
      .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? -1 : 1))
      .flatMap(({ fromId, toId }) => {
        const from = fromGlobalId(fromId);
        return from ? [{ ...from, toId }] : [];
      }),
  );
  return (requirement: RoleRequirement): NodeRef[] => {
    const wanted = targetsOf(requirement);
    const counting = linked.filter(({ toId }) => wanted.includes(toId)).map(({ type, id }) => ({ type, id }));
    return [...new Map(counting.map((node) => [nodeKeyOf(node), node])).values()];
  };
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byTitle = <R extends { titleNormalized: string; id: string }>(a: R, b: R) =>
  byText(a.titleNormalized, b.titleNormalized) || byText(a.id, b.id);

/** Looks up the artifacts, practice interviews and stories that count toward a requirement. */
async function piecesOf(past: Past, asOf: string) {
  const inUse = <R extends { trashedAt: Date | null }>(rows: readonly R[]) => rows.filter((row) => !row.trashedAt);
  const artifacts = inUse(await past.records('artifact'))
    .filter(({ madeOn, expiresOn }) => (madeOn === null || madeOn <= asOf) && (expiresOn === null || expiresOn >= asOf))
    .sort(byTitle);
  const interviews = inUse(await past.records('practiceInterview'))
    .filter(({ heldOn, score }) => heldOn <= asOf && score !== null && score >= goodScore)
    .sort((a, b) => byText(b.heldOn, a.heldOn) || byText(a.id, b.id));
  const stories = inUse(await past.records('story'))
    .filter(({ action, result }) => action !== '' && result !== '')
    .sort(byTitle);
  const shown = new Set((await past.records('storySkill')).map(({ storyId, skillId }) => `${storyId} ${skillId}`));
  return ({ kind, artifactKind, interviewKind, skillId }: RoleRequirement): NodeRef[] => {
    if (kind === 'ARTIFACT') {
      return artifacts.filter((one) => one.kind === artifactKind).map((one) => nodeRefOf('Artifact', one));
    }
    if (kind === 'INTERVIEW') {
      return interviews.filter((one) => one.kind === interviewKind).map((one) => nodeRefOf('PracticeInterview', one));
    }
    const shows = ({ id }: Row<'story'>) => skillId === null || shown.has(`${id} ${skillId}`);
    return stories.filter(shows).map((one) => nodeRefOf('Story', one));
  };
}
