import { createLink } from '../domains/across/links/links.service.ts';
import { createArtifact } from '../domains/hiring/artifacts/artifacts.service.ts';
import { type JobApplicationStage, stages } from '../domains/hiring/job-applications/job-applications.rules.ts';
import {
  createJobApplication,
  moveJobApplication,
  updateJobApplication,
} from '../domains/hiring/job-applications/job-applications.service.ts';
import { createPracticeInterview } from '../domains/hiring/practice-interviews/practice-interviews.service.ts';
import { createStory } from '../domains/hiring/stories/stories.service.ts';
import { completeTask, createTask } from '../domains/tasks/tasks/tasks.service.ts';
import type { NodeRef } from '../platform/database/node-refs.ts';
import { type DemoDay, fallsOn } from './day.ts';
import { type ApplicationText, applications, nextSteps } from './texts-applications.ts';
import {
  type ArtifactText,
  artifacts,
  type InterviewText,
  interviews,
  type StoryText,
  stories,
} from './texts-career.ts';
import type { World } from './world.ts';

const practisedFor = 'Principal engineer, platform';

/** Creates the stories, artifacts, practice interviews and applications of a day. */
export async function prepareForMore(day: DemoDay, world: World): Promise<void> {
  for (const story of stories) if (fallsOn(day, story.at)) await tell(day, world, story);
  for (const artifact of artifacts) if (fallsOn(day, artifact.at)) await show(day, world, artifact);
  for (const interview of interviews) if (fallsOn(day, interview.at)) await practise(day, world, interview);
  for (const application of applications) {
    for (const stage of stages) {
      const at = application.steps[stage];
      if (at !== undefined && fallsOn(day, at)) await apply(day, world, application, stage);
    }
  }
}

/** A goal by its title, for links. Null if there is none. */
function goalOf(world: World, title: string | undefined): NodeRef | null {
  const goal = world.goals.find((one) => one.title === title);
  return goal ? { type: 'Goal', id: goal.id } : null;
}

async function tell(day: DemoDay, world: World, { goal, skills, ...parts }: StoryText): Promise<void> {
  const ctx = day.at('19:00');
  const skillIds = skills.map((skill) => world.skills.get(skill)?.id ?? '');
  const { id } = await createStory(ctx, { ...parts, skillIds });
  world.stories.set(parts.title, id);
  const fromId = { type: 'Story', id };
  const toId = goalOf(world, goal);
  if (toId) await createLink(ctx, { kind: 'CAME_FROM', fromId, toId });
  for (const skillId of skillIds)
    await createLink(ctx, { kind: 'EVIDENCE', fromId, toId: { type: 'Skill', id: skillId } });
}

async function show(day: DemoDay, world: World, { goal, goodFor, ...artifact }: ArtifactText): Promise<void> {
  const ctx = day.at('19:15');
  const expiresOn = goodFor === undefined ? null : ctx.calendar.addDays(day.date, Math.floor(goodFor * day.days));
  const { id } = await createArtifact(ctx, { ...artifact, madeOn: day.date, expiresOn });
  if (artifact.kind === 'CV') world.cvId = id;
  const toId = goalOf(world, goal);
  if (toId) await createLink(ctx, { kind: 'SUPPORTS', fromId: { type: 'Artifact', id }, toId });
}

async function practise(day: DemoDay, world: World, { ...interview }: InterviewText): Promise<void> {
  const ctx = day.at('19:30');
  const { id } = await createPracticeInterview(ctx, {
    ...interview,
    roleProfileId: world.roles.get(practisedFor) ?? null,
  });
  const storyId = [...world.stories.values()].at(-1);
  if (interview.kind !== 'BEHAVIORAL' || !storyId) return;
  const [fromId, toId] = [
    { type: 'PracticeInterview', id },
    { type: 'Story', id: storyId },
  ];
  await createLink(ctx, { kind: 'ABOUT', fromId, toId });
}

/** Moves an application to a stage: completes its next task and creates the one after that. */
async function apply(
  day: DemoDay,
  world: World,
  application: ApplicationText,
  stage: JobApplicationStage,
): Promise<void> {
  const ctx = day.at('19:45');
  const { steps: _, contact, role, ...texts } = application;
  const known = world.applications.get(application.company);
  if (known?.nextTaskId) await completeTask(ctx, { id: known.nextTaskId });
  const next = nextSteps[stage];
  const task =
    next &&
    (await createTask(ctx, {
      title: `${next} ${application.company}`,
      scheduledOn: 'P2D',
      dueOn: 'P5D',
      priority: 3,
      labelIds: [world.labels.get('Career') ?? ''],
      goalId: goalOf(world, 'Be ready for a staff role')?.id ?? null,
    }));
  const nextTaskId = task ? task.id : null;
  if (known) {
    await moveJobApplication(ctx, { id: known.id, stage: stages.indexOf(stage) });
    await updateJobApplication(ctx, { id: known.id, nextTaskId, ...(stage === 'APPLIED' && { cvId: world.cvId }) });
    known.nextTaskId = nextTaskId;
    return;
  }
  const { id } = await createJobApplication(ctx, {
    ...texts,
    stage: stages.indexOf(stage),
    nextTaskId,
    cvId: stage === 'APPLIED' ? world.cvId : null,
    roleProfileId: (role && world.roles.get(role)) ?? null,
    contactIds: contact ? [world.people.get(contact) ?? ''] : [],
  });
  world.applications.set(application.company, { id, nextTaskId });
}
