import { createLink } from '../domains/across/links/links.service.ts';
import { acknowledgeFeedback, createFeedback, updateFeedback } from '../domains/feedback/feedback/feedback.service.ts';
import { createTask } from '../domains/tasks/tasks/tasks.service.ts';
import { people } from './cast.ts';
import { type DemoDay, type Met, shareOf } from './day.ts';
import type { Random } from './random.ts';
import type { FeedbackText } from './texts-feedback.ts';
import type { World } from './world.ts';

/** The number of feedback entries in half a year. */
const total = 80;
/** Feedback of the last days is not acknowledged yet: this number of days. */
const newFor = 7;

const nearby = people.filter(({ relationship }) => ['MANAGER', 'PEER', 'REPORT', 'MENTOR'].includes(relationship));
const colleagues = people.filter(({ relationship }) => ['PEER', 'REPORT'].includes(relationship));

/** Creates the feedback of a day, and what follows from it: an acknowledgment, a task, evidence for a skill. */
export async function exchangeFeedback(day: DemoDay, world: World, random: Random, meetings: Met[]): Promise<void> {
  const { decks } = world;
  for (let i = shareOf(day, total); i > 0; i--) {
    const direction = decks.direction();
    const said = { RECEIVED: decks.received, GIVEN: decks.given, SELF: decks.own }[direction]();
    const person = { RECEIVED: random.pick(nearby), GIVEN: random.pick(colleagues), SELF: null }[direction];
    const skillId = world.skills.get(said.skill)?.id ?? '';
    const { id } = await createFeedback(day.at('17:15'), {
      direction,
      kind: said.kind,
      body: said.body,
      personId: person && (world.people.get(person.name) ?? null),
      meetingId: direction !== 'SELF' && meetings.length > 0 && random.chance(0.4) ? random.pick(meetings).id : null,
      skillIds: [skillId],
      goalIds: random.chance(0.25) ? [random.pick(world.goals).id] : [],
    });
    await followUp(day, world, random, id, said);
    const isNew = day.days - day.index <= newFor;
    if (direction === 'RECEIVED' && !isNew && random.chance(0.9)) await acknowledgeFeedback(day.at('18:30'), { id });
    if (direction === 'RECEIVED' && said.kind === 'PRAISE' && random.chance(0.6))
      await createLink(day.at('18:30'), {
        kind: 'EVIDENCE',
        fromId: { type: 'Feedback', id },
        toId: { type: 'Skill', id: skillId },
      });
  }
}

async function followUp(
  day: DemoDay,
  world: World,
  random: Random,
  id: string,
  { next, skill }: FeedbackText,
): Promise<void> {
  if (!next || !random.chance(0.5)) return;
  const task = await createTask(day.at('18:20'), {
    title: next,
    scheduledOn: 'P7D',
    priority: 2,
    labelIds: [world.labels.get('Career') ?? ''],
    skillIds: [world.skills.get(skill)?.id ?? ''],
  });
  await updateFeedback(day.at('18:20'), { id, taskId: task.id });
  if (random.chance(0.6)) world.waiting.push(task.id);
}
