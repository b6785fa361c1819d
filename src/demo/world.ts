import { createFramework, createSkillCategory } from '../domains/frameworks/frameworks.service.ts';
import { createGoal } from '../domains/goals/goals.service.ts';
import { createLabel } from '../domains/labels/labels.service.ts';
import { createMeetingSeries } from '../domains/meeting-series/meeting-series.service.ts';
import { createMilestone } from '../domains/milestones/milestones.service.ts';
import { createPerson } from '../domains/people/people.service.ts';
import { createAssessment, createSkillTarget } from '../domains/skill-assessments/skill-assessments.service.ts';
import { createSkill } from '../domains/skills/skills.service.ts';
import type { ViewerContext } from '../platform/context.ts';
import { toGlobalId } from '../platform/ids.ts';
import { goals, labels, ladder, levelSummaries, people, series } from './cast.ts';
import type { Random } from './random.ts';

/** What is there from the first day on, by name: global ids, for what happens later to refer to. */
export interface World {
  labels: Map<string, string>;
  people: Map<string, string>;
  skills: Map<string, string>;
  goals: { id: string; title: string; from: number; to: number }[];
  series: Map<string, string>;
}

/** Makes the world that half a year happens in. */
export async function makeWorld(ctx: ViewerContext, random: Random): Promise<World> {
  const world: World = { labels: new Map(), people: new Map(), skills: new Map(), goals: [], series: new Map() };
  for (const label of labels) {
    world.labels.set(label.name, toGlobalId('Label', (await createLabel(ctx, label)).id));
  }
  for (const { email, ...person } of people) {
    const { id } = await createPerson(ctx, { ...person, emails: [email] });
    world.people.set(person.name, toGlobalId('Person', id));
  }
  for (const { title, description } of series) {
    world.series.set(title, toGlobalId('MeetingSeries', (await createMeetingSeries(ctx, { title, description })).id));
  }
  await makeLadder(ctx, random, world);
  await makeGoals(ctx, world);
  return world;
}

async function makeLadder(ctx: ViewerContext, random: Random, world: World): Promise<void> {
  const framework = await createFramework(ctx, { name: 'Engineering ladder', description: 'From engineer to staff.' });
  const frameworkId = toGlobalId('Framework', framework.id);
  for (const [name, skills] of Object.entries(ladder)) {
    const category = await createSkillCategory(ctx, { frameworkId, name });
    for (const skillName of skills) {
      const levels = levelSummaries.map((summary, level) => ({ level, summary }));
      const categoryId = toGlobalId('SkillCategory', category.id);
      const skillId = toGlobalId('Skill', (await createSkill(ctx, { categoryId, name: skillName, levels })).id);
      world.skills.set(skillName, skillId);
      const level = random.integer(1, 3);
      await createAssessment(ctx, { skillId, level, source: 'SELF', confidence: random.integer(2, 4) });
      if (random.chance(0.6))
        await createSkillTarget(ctx, { skillId, level: Math.min(5, level + random.integer(1, 2)), dueOn: 'P365D' });
    }
  }
}

async function makeGoals(ctx: ViewerContext, world: World): Promise<void> {
  let objective: string | null = null;
  for (const { milestones, label, kind, metric, ...goal } of goals) {
    const parentId: string | null = kind === 'KEY_RESULT' ? objective : null;
    const { id } = await createGoal(ctx, {
      ...goal,
      kind,
      parentId,
      startsOn: 'TODAY',
      dueOn: 'P210D',
      labelIds: [world.labels.get(label) ?? ''],
      metric: metric ? { start: metric.from, target: metric.to, unit: metric.unit } : null,
    });
    const goalId = toGlobalId('Goal', id);
    if (kind === 'OBJECTIVE') objective = goalId;
    world.goals.push({ id: goalId, title: goal.title, from: metric?.from ?? 0, to: metric?.to ?? 0 });
    for (const [index, title] of (milestones ?? []).entries()) {
      await createMilestone(ctx, { goalId, title, dueOn: `P${45 * (index + 1)}D` });
    }
  }
}
