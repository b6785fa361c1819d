import type { Random } from './random.ts';
import * as texts from './texts.ts';
import { type FeedbackText, given, own, received } from './texts-feedback.ts';
import { type LearningText, learnings } from './texts-learnings.ts';

/** Decks of texts. Each text is dealt once before any is dealt again. */
export interface Decks {
  task: () => TaskText;
  learning: () => LearningText;
  /** Feedback from others, to others, and to oneself. */
  received: () => FeedbackText;
  given: () => FeedbackText;
  own: () => FeedbackText;
  direction: () => 'RECEIVED' | 'GIVEN' | 'SELF';
}

interface TaskText {
  title: string;
  label: string;
  minutes: number;
}

/** Shuffles all decks. */
export function shuffle(random: Random): Decks {
  const tasks: TaskText[] = texts.tasks.flatMap(({ label, minutes, verbs, objects }) =>
    verbs.flatMap((verb) => objects.map((object) => ({ title: `${verb} ${object}`, label, minutes }))),
  );
  // A second round of learnings, after the first is dealt.
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
