import { createLabel } from '../domains/across/labels/labels.service.ts';
import { createEnergyScale } from '../domains/energy/scales/scales.service.ts';
import { createGoal } from '../domains/goals/goals/goals.service.ts';
import { createMilestone } from '../domains/goals/milestones/milestones.service.ts';
import { createRoleProfile } from '../domains/hiring/role-profiles/role-profiles.service.ts';
import { createMeetingSeries } from '../domains/meetings/series/series.service.ts';
import { createPerson } from '../domains/people/people/people.service.ts';
import { createAssessment, createSkillTarget } from '../domains/skills/assessments/assessments.service.ts';
import { createFramework, createSkillCategory } from '../domains/skills/frameworks/frameworks.service.ts';
import { createSkill } from '../domains/skills/skills/skills.service.ts';
import { createSavedFilter } from '../domains/tasks/saved-filters/saved-filters.service.ts';
import type { ViewerContext } from '../platform/context.ts';
import { goals, labels, ladder, levelNames, levelSummaries, people, scales, series } from './cast.ts';
import { type Decks, shuffle } from './decks.ts';
import type { Random } from './random.ts';
import { savedFilters } from './texts.ts';
import { type RequirementText, roles } from './texts-career.ts';

/** A skill, with the level it starts at and the number of levels it gains within the half-year. */
export interface DemoSkill {
  id: string;
  from: number;
  growth: number;
}

/** A goal, with its metric if it has one, and its progress from 0 to 1. */
export interface DemoGoal {
  id: string;
  title: string;
  metric: { from: number; to: number } | null;
  milestoneIds: string[];
  progress: number;
  isAchieved: boolean;
}

/** The ids of the records that later days refer to, most of them by name. */
export interface World {
  labels: Map<string, string>;
  people: Map<string, string>;
  skills: Map<string, DemoSkill>;
  goals: DemoGoal[];
  /** The ids of the scales, in the order of the cast. */
  scales: string[];
  series: Map<string, string>;
  /** The latest meeting of each series. */
  lastMeetings: Map<string, string>;
  roles: Map<string, string>;
  stories: Map<string, string>;
  /** The id of the latest CV. Null before the first. */
  cvId: string | null;
  /** The tokens of the links of requests for feedback, by topic. */
  links: Map<string, string>;
  /** Job applications by company, each with its next task. */
  applications: Map<string, { id: string; nextTaskId: string | null }>;
  /** The tasks that were carried over to the next workday. */
  waiting: string[];
  decks: Decks;
}

/** Creates the records that exist from the first day on. */
export async function makeWorld(ctx: ViewerContext, random: Random): Promise<World> {
  const world: World = {
    labels: new Map(),
    people: new Map(),
    skills: new Map(),
    goals: [],
    scales: [],
    series: new Map(),
    lastMeetings: new Map(),
    roles: new Map(),
    stories: new Map(),
    cvId: null,
    links: new Map(),
    applications: new Map(),
    waiting: [],
    decks: shuffle(random),
  };
  for (const label of labels) {
    world.labels.set(label.name, (await createLabel(ctx, label)).id);
  }
  for (const { email, ...person } of people) {
    const { id } = await createPerson(ctx, { ...person, emails: [email] });
    world.people.set(person.name, id);
  }
  for (const scale of scales) world.scales.push((await createEnergyScale(ctx, scale)).id);
  for (const savedFilter of savedFilters) await createSavedFilter(ctx, savedFilter);
  for (const { title, description } of series) {
    world.series.set(title, (await createMeetingSeries(ctx, { title, description })).id);
  }
  await makeLadder(ctx, random, world);
  await makeGoals(ctx, world);
  await makeRoles(ctx, world);
  return world;
}

async function makeLadder(ctx: ViewerContext, random: Random, world: World): Promise<void> {
  const { id: frameworkId } = await createFramework(ctx, {
    name: 'Engineering ladder',
    description: 'From engineer to staff.',
    levels: levelNames.map((name, level) => ({ level, name })),
  });
  for (const [name, skills] of Object.entries(ladder)) {
    const { id: categoryId } = await createSkillCategory(ctx, { frameworkId, name });
    for (const skillName of skills) {
      const levels = levelSummaries.map((summary, level) => ({ level, summary }));
      const { id: skillId } = await createSkill(ctx, { categoryId, name: skillName, levels });
      const from = random.integer(1, 3);
      world.skills.set(skillName, { id: skillId, from, growth: random.next() * 1.6 });
      await createAssessment(ctx, { skillId, level: from, source: 'SELF', confidence: random.integer(2, 4) });
      if (random.chance(0.6))
        await createSkillTarget(ctx, { skillId, level: Math.min(5, from + random.integer(1, 2)), dueOn: 'P365D' });
    }
  }
}

async function makeGoals(ctx: ViewerContext, world: World): Promise<void> {
  let objective: string | null = null;
  for (const { milestones = [], label, kind, metric, ...goal } of goals) {
    const parentId: string | null = kind === 'KEY_RESULT' ? objective : null;
    const { id: goalId } = await createGoal(ctx, {
      ...goal,
      kind,
      parentId,
      startsOn: 'TODAY',
      dueOn: 'P210D',
      checkInEveryDays: 31,
      labelIds: [world.labels.get(label) ?? ''],
      metric: metric ? { start: metric.from, target: metric.to, unit: metric.unit } : null,
    });
    if (kind === 'OBJECTIVE') objective = goalId;
    const milestoneIds: string[] = [];
    for (const [index, title] of milestones.entries()) {
      milestoneIds.push(
        (await createMilestone(ctx, { goalId, title, dueOn: `P${45 * (index + 1)}D`, weight: index + 1 })).id,
      );
    }
    const { title } = goal;
    world.goals.push({ id: goalId, title, metric: metric ?? null, milestoneIds, progress: 0, isAchieved: false });
  }
}

async function makeRoles(ctx: ViewerContext, world: World): Promise<void> {
  for (const { requirements, ...role } of roles) {
    const required = requirements.map(({ skill, ...requirement }: RequirementText) => ({
      ...requirement,
      ...(skill && { skillId: world.skills.get(skill)?.id ?? '' }),
    }));
    const { id } = await createRoleProfile(ctx, { ...role, requirements: required });
    world.roles.set(role.title, id);
  }
}
