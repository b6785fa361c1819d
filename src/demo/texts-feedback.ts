/* The feedback that Robin received, gave to others, and gave to themselves. */

/** One feedback entry: its kind, its text, the skill it is about, and the title of a follow-up task, if any. */
export interface FeedbackText {
  kind: 'PRAISE' | 'SUGGESTION' | 'CONCERN';
  body: string;
  skill: string;
  next?: string;
}

const praise = (skill: string, body: string): FeedbackText => ({ kind: 'PRAISE', body, skill });
const suggestion = (skill: string, body: string, next: string): FeedbackText => ({
  kind: 'SUGGESTION',
  body,
  skill,
  next,
});
const concern = (skill: string, body: string, next: string): FeedbackText => ({ kind: 'CONCERN', body, skill, next });

/** Received feedback. */
export const received: readonly FeedbackText[] = [
  praise('Planning', 'The way you broke the migration into steps that could each be undone made the review easy.'),
  praise('Incident response', 'You kept the incident call calm and wrote down decisions as they were made.'),
  praise('Code review', 'Your comments on my change taught me something and never felt like a test.'),
  praise('Writing', 'The proposal answered my questions before I had them.'),
  praise('User research', 'You noticed that nobody had asked the support team, and did it.'),
  praise('Mentoring', 'You let me drive while we paired, even when it took twice as long.'),
  praise('Simplification', 'You deleted the retry layer instead of fixing it, and everything got clearer.'),
  praise('Influence', 'Three teams agreed to the event log because you had talked to each of them first.'),
  praise('Presenting', 'Your demo had one message, and people repeated it afterwards.'),
  praise('Decision making', 'You wrote the decision down with what would make us change our minds.'),
  praise('Observability', 'Your dashboard found the slow checkout before a customer did.'),
  praise('Listening', 'You changed your plan after what I said, and told everyone why.'),
  praise('Decision making', 'You closed the discussion on retries after two weeks in which nobody else would.'),
  suggestion(
    'Estimation',
    'Say earlier when an estimate no longer holds.',
    'Put a check of the estimates into Wednesdays',
  ),
  suggestion(
    'Facilitation',
    'Let others speak first in the design review; they will say more.',
    'Speak last at the guild',
  ),
  suggestion(
    'Writing',
    'Your documents are thorough; put the decision at the top.',
    'Move the decision of the proposal up',
  ),
  suggestion(
    'Code review',
    'Pick the two comments that matter and mark the others as optional.',
    'Mark comments as optional',
  ),
  suggestion(
    'Delegation',
    'Hand the follow-up of an incident to someone who wants to learn it.',
    'Ask Jonas about the follow-up',
  ),
  suggestion('Presenting', 'The talk has two talks in it. Cut one.', 'Cut the talk to one thought'),
  suggestion(
    'Technical vision',
    'Show where this leads in two years, not only the next step.',
    'Sketch the platform in two years',
  ),
  suggestion('Networking', 'Ingrid’s team has the same problem. Talk to them.', 'Have lunch with Ingrid'),
  concern('Focus', 'You took on three things at once again, and two slipped.', 'Limit what is in progress to two'),
  concern(
    'Influence',
    'The event log was discussed in private; the team heard of it late.',
    'Move the discussion to the open channel',
  ),
  concern('Resilience', 'In the last weeks you answered messages at night.', 'Turn notifications off at seven'),
];

/** Given feedback. */
export const given: readonly FeedbackText[] = [
  praise('Testing', 'Your test plan found the one case that all of us had missed.'),
  praise('Planning', 'You cut the scope before anyone had to ask.'),
  praise('Databases', 'Your first migration went out without a single question. That is rare.'),
  praise('Security', 'You asked who could call this endpoint, and the answer surprised us all.'),
  praise('Incident response', 'You said “I do not know yet” on the call, and everyone relaxed.'),
  praise('Metrics', 'Your dashboard is the first that I read every morning.'),
  praise('Writing', 'I understood your design from its first paragraph.'),
  suggestion(
    'Execution',
    'Ship the first slice this week, even if nobody sees it.',
    'Look at the first slice together',
  ),
  suggestion(
    'Presenting',
    'Show the problem before the solution; you lost half of them on slide two.',
    'Offer a dry run',
  ),
  suggestion('Testing', 'Write the failing test first, then ask for help with it.', 'Pair on a failing test'),
  suggestion(
    'Networking',
    'Tell the platform team what you built; they will want it.',
    'Introduce them to the platform team',
  ),
  suggestion('Learning', 'Pick one topic for a month. You started four.', 'Agree on one topic for the month'),
  concern(
    'Code review',
    'Your last reviews were one word long. What keeps you from more?',
    'Talk about time for reviews',
  ),
  concern('Estimation', 'The date moved three times, and I heard of it from others.', 'Agree on how to move a date'),
];

/** Feedback to oneself. */
export const own: readonly FeedbackText[] = [
  praise('Focus', 'Four mornings without a meeting, and the hard part is done.'),
  praise('Negotiation', 'Asked for another month for the event log, with reasons, and got it.'),
  praise('Decision making', 'FeedbackText no to the rewrite and explained why. Nobody minded.'),
  praise('Delegation', 'Lena ran the release without me.'),
  suggestion('Listening', 'Ask one more question before answering.', 'Ask a question in each 1:1'),
  suggestion('Writing', 'Publish at eighty per cent; the rest is vanity.', 'Publish the draft as it is'),
  suggestion('Prioritisation', 'Ask what stops when something new starts.', 'Write down what stops'),
  suggestion('Conflict resolution', 'Talk to Ben today and not after another week of silence.', 'Talk to Ben'),
  concern('Focus', 'A day of twelve small things, and none of them mattered.', 'Block Tuesday morning'),
  concern('Resilience', 'Worked on both days of the weekend.', 'Keep Sunday free'),
];

/** A request for feedback, at a time as a fraction of the half-year, and what the person answered a day or so later. */
export interface RequestText {
  readonly at: number;
  readonly who: string;
  readonly topic: string;
  readonly message: string;
  readonly questions: readonly string[];
  /** Null if there is no answer yet. */
  readonly answer: {
    readonly at: number;
    readonly kind: 'PRAISE' | 'SUGGESTION';
    readonly answers: readonly string[];
  } | null;
}

export const requests: readonly RequestText[] = [
  {
    at: 0.4,
    who: 'Lena Petrova',
    topic: 'How I run the platform review',
    message: 'You were in every one of them since spring. Two minutes, and please be frank.',
    questions: ['What makes the review worth your time?', 'What would you cut?'],
    answer: {
      at: 0.55,
      kind: 'SUGGESTION',
      answers: ['Decisions are written down before we leave.', 'The round of status. We have all read it.'],
    },
  },
  {
    at: 0.6,
    who: 'Tomás Herrera',
    topic: 'Working with you on the event log',
    message: '',
    questions: ['What did I do that helped?', 'Where did I get in the way?', 'What should I try next?'],
    answer: {
      at: 0.7,
      kind: 'PRAISE',
      answers: ['You wrote the contract first, so both of us could start.', '', 'Let somebody else present it.'],
    },
  },
  {
    at: 0.9,
    who: 'Mara Lindqvist',
    topic: 'Half a year towards staff',
    message: 'Before we talk in December: what do you see from where you are?',
    questions: ['Which of my decisions would you have taken otherwise?', 'What is missing for the next level?'],
    answer: null,
  },
];
