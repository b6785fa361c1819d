import type { Random } from './random.ts';
import * as texts from './texts.ts';
import { given, own, received, type Said } from './texts-feedback.ts';
import { type LearningText, learnings } from './texts-learnings.ts';

/** What is dealt out over the half-year, so that nothing is said twice before everything was said once. */
export interface Decks {
  task: () => TaskText;
  learning: () => LearningText;
  /** Feedback from others, to others, and to oneself. */
  received: () => Said;
  given: () => Said;
  own: () => Said;
  /** Which of these comes next. */
  direction: () => 'RECEIVED' | 'GIVEN' | 'SELF';
}

interface TaskText {
  title: string;
  label: string;
  minutes: number;
}

/** Everything that can be dealt, shuffled. */
export function shuffle(random: Random): Decks {
  const tasks: TaskText[] = texts.tasks.flatMap(({ label, minutes, verbs, objects }) =>
    verbs.flatMap((verb) => objects.map((object) => ({ title: `${verb} ${object}`, label, minutes }))),
  );
  // What was read is met again at work.
  const met = learnings.map(
    ([title, skill]): LearningText => [`${title}: seen at work`, skill, 'PROJECT', 'Northwind'],
  );
  return {
    task: random.deal(tasks),
    learning: random.deal(learnings, met),
    received: random.deal(received),
    given: random.deal(given),
    own: random.deal(own),
    direction: random.deal(['RECEIVED', 'RECEIVED', 'RECEIVED', 'RECEIVED', 'GIVEN', 'GIVEN', 'GIVEN', 'SELF']),
  };
}
