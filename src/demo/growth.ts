import { createLink } from '../domains/across/links/links.service.ts';
import { trash } from '../domains/across/trash/trash.service.ts';
import { createGoalCheckIn } from '../domains/goals/check-ins/check-ins.service.ts';
import { achieveGoal } from '../domains/goals/goals/goals.service.ts';
import { updateMilestone } from '../domains/goals/milestones/milestones.service.ts';
import { createLearning, listDueReviews, reviewLearning } from '../domains/learnings/learnings/learnings.service.ts';
import { reviewPrompt } from '../domains/learnings/prompt-reviews/prompt-reviews.service.ts';
import { createPrompt, listDuePrompts } from '../domains/learnings/prompts/prompts.service.ts';
import { updateReviewSettings } from '../domains/learnings/review-settings/review-settings.service.ts';
import { createAssessment } from '../domains/skills/assessments/assessments.service.ts';
import { type DemoDay, fallsOn, type Met, shareOf, type Worked } from './day.ts';
import type { Random } from './random.ts';
import * as texts from './texts.ts';
import { elaborations } from './texts-learnings.ts';
import { prompts } from './texts-prompts.ts';
import type { DemoGoal, DemoSkill, World } from './world.ts';

/** The numbers of records in half a year. */
const totals = { learnings: 150, checkInsOfEach: 6 };
/** The part of the half-year after which the next milestone of a goal is reached. */
const milestoneEvery = 0.27;
/** The days before today on which something is moved to the trash. Older records would be deleted. */
const trashDays = 28;

/** Creates learnings, with links, and reviews those that are due on most evenings. */
export async function learn(day: DemoDay, world: World, random: Random, tasks: Worked, meetings: Met[]): Promise<void> {
  const ctx = day.at('20:00');
  if (random.chance(0.8)) {
    const { edges } = await listDueReviews(ctx, { on: day.date, first: 6 });
    for (const { node } of edges) {
      await reviewLearning(ctx, { id: node.id, confidence: random.integer(3, 5) });
    }
  }
  for (let i = shareOf(day, totals.learnings); i > 0; i--) {
    const [title, skill, sourceKind, sourceTitle] = world.decks.learning();
    const { id } = await createLearning(ctx, {
      title,
      notes: random.some(elaborations, 2).join(' '),
      sourceKind,
      sourceTitle,
      confidence: random.integer(1, 5),
      reviewOn: `P${random.integer(1, 40)}D`,
      labelIds: [world.labels.get('Learning') ?? ''],
      skillIds: [world.skills.get(skill)?.id ?? ''],
      goalIds: random.chance(0.2) ? [random.pick(world.goals).id] : [],
    });
    for (const [, question, answer] of prompts.filter(([learning]) => learning === title)) {
      await createPrompt(ctx, { learningId: id, question, answer });
    }
    const fromId = { type: 'Learning', id };
    const [met, task] = [random.chance(0.2) && meetings[0], random.chance(0.2) && tasks.done[0]];
    if (met)
      await createLink(ctx, {
        kind: 'CAME_FROM',
        fromId,
        toId: { type: 'Meeting', id: met.id },
        notes: 'Said in passing.',
      });
    if (task)
      await createLink(ctx, { kind: 'SUPPORTS', fromId, toId: { type: 'Task', id: task }, notes: 'Tried it at once.' });
  }
}

/** How prompts are rated, one after another. */
const ratings = ['GOOD', 'GOOD', 'EASY', 'GOOD', 'HARD', 'GOOD', 'AGAIN', 'GOOD', 'GOOD', 'HARD', 'EASY'] as const;

/** Reviews the prompts that are due on most mornings. Those of today are still to come. */
export async function recall(day: DemoDay): Promise<void> {
  if (day.index === 0) await updateReviewSettings(day.at('07:40'), { desiredRetention: 0.92 });
  if (day.index % 6 === 5) return;
  const { edges } = await listDuePrompts(day.at('07:40'), { first: 8 });
  for (const [index, { node }] of edges.entries()) {
    const seconds = 5 + ((day.index * 7 + index * 11) % 20);
    const rating = ratings[(day.index + index * 3) % ratings.length] as (typeof ratings)[number];
    await reviewPrompt(day.at('07:45'), { id: node.id, rating, durationSeconds: seconds });
  }
}

/** Creates check-ins of goals and assessments of skills now and then. */
export async function summarize(day: DemoDay, world: World, random: Random, { done }: Worked): Promise<void> {
  const every = Math.max(1, Math.floor(day.days / totals.checkInsOfEach));
  for (const [index, goal] of world.goals.entries()) {
    if (goal.isAchieved) continue;
    if (day.index % every === (index * 2) % every) await checkIn(day, goal, random);
    await reachMilestones(day, goal);
  }
  const skills = [...world.skills.values()];
  if (day.index % 10 === 5)
    for (const skill of random.some(skills, 4)) await beAssessed(day, skill, world, random, done);
  if (!fallsOn(day, 0.5) && !fallsOn(day, 0.96)) return;
  for (const skill of random.some(skills, 20)) {
    const level = Math.round(levelOn(day, skill));
    await createAssessment(day.at('17:00'), { skillId: skill.id, level, source: 'SELF', confidence: 4 });
  }
}

async function checkIn(day: DemoDay, goal: DemoGoal, random: Random): Promise<void> {
  const { metric } = goal;
  const pace = (day.index + 1) / day.days;
  goal.progress = Math.max(goal.progress, Math.min(1, pace * (0.6 + random.next() * 0.45)));
  const behind = goal.progress / pace;
  await createGoalCheckIn(day.at('16:30'), {
    goalId: goal.id,
    value: metric && Math.round(metric.from + (metric.to - metric.from) * goal.progress),
    health: behind > 0.8 ? 'ON_TRACK' : behind > 0.68 ? 'AT_RISK' : 'OFF_TRACK',
    notes: random.pick(texts.reflections),
  });
}

async function reachMilestones(day: DemoDay, goal: DemoGoal): Promise<void> {
  for (const [index, id] of goal.milestoneIds.entries()) {
    if (!fallsOn(day, (index + 1) * milestoneEvery)) continue;
    await updateMilestone(day.at('16:45'), { id, isReached: true });
    goal.isAchieved = index === goal.milestoneIds.length - 1;
  }
  if (goal.isAchieved) await achieveGoal(day.at('16:45'), { id: goal.id });
}

/** The level of a skill on a day, from 0 to 5, with fractions. */
const levelOn = ({ index, days }: DemoDay, { from, growth }: DemoSkill) => Math.min(5, from + (growth * index) / days);

async function beAssessed(
  day: DemoDay,
  skill: DemoSkill,
  world: World,
  random: Random,
  tasks: readonly string[],
): Promise<void> {
  const isManager = random.chance(0.3);
  const who = isManager ? 'Mara Lindqvist' : random.pick(['Tomás Herrera', 'Aiko Tanabe', 'Ben Okafor']);
  await createAssessment(day.at('17:00'), {
    skillId: skill.id,
    level: Math.min(5, Math.round(levelOn(day, skill) + random.next() - 0.4)),
    source: isManager ? 'MANAGER' : 'PEER',
    personId: world.people.get(who) ?? null,
    confidence: random.integer(2, 5),
  });
  if (tasks.length === 0) return;
  await createLink(day.at('17:05'), {
    kind: 'EVIDENCE',
    fromId: { type: 'Task', id: random.pick(tasks) },
    toId: { type: 'Skill', id: skill.id },
  });
}

/** Moves a learning and a task to the trash on the Sundays of the last weeks. */
export async function tidyUp(day: DemoDay, world: World, random: Random): Promise<void> {
  if (day.weekday !== 7 || day.days - day.index > trashDays) return;
  const ctx = day.at('20:30');
  const { edges } = await listDueReviews(ctx, { on: 'P30D', first: 10 });
  if (edges.length > 0) await trash(ctx, { id: { type: 'Learning', id: random.pick(edges).node.id } });
  const id = world.waiting.shift();
  if (id) await trash(ctx, { id: { type: 'Task', id } });
}
