import { answerRequest, createFeedbackRequest, openRequest } from '../domains/feedback/requests/requests.service.ts';
import { type DemoDay, fallsOn } from './day.ts';
import { requests } from './texts-feedback.ts';
import type { World } from './world.ts';

/** Asks people for feedback, and has them answer by their links. */
export async function askForFeedback(day: DemoDay, world: World): Promise<void> {
  for (const { at, who, answer, ...asked } of requests) {
    if (fallsOn(day, at)) {
      const personId = world.people.get(who) ?? '';
      const { url } = await createFeedbackRequest(day.at('16:40'), {
        ...asked,
        questions: [...asked.questions],
        personId,
      });
      world.links.set(asked.topic, url?.split('/').at(-1) ?? '');
    }
    if (answer && fallsOn(day, answer.at)) {
      const token = world.links.get(asked.topic) ?? '';
      const open = await openRequest(day.at('17:05'), token);
      if (open) await answerRequest(open, token, { kind: answer.kind, answers: [...answer.answers] });
    }
  }
}
