/* What the demo account wants to remember of what it learns. */

/** A question with its answer, and the title of the learning that it is of. */
export type PromptText = readonly [learning: string, question: string, answer: string];

export const prompts: readonly PromptText[] = [
  [
    'A covering index saves the trip to the table',
    'When is an index _covering_ for a query?',
    'When it has every column that the query reads, so that the table is not visited.',
  ],
  [
    'A covering index saves the trip to the table',
    'What does a covering index cost?',
    'Space, and time with every write to one of its columns.',
  ],
  [
    'Keyset paging stays fast on the last page',
    'Why is `OFFSET` slow on late pages?',
    'The database reads and discards all rows before the page.',
  ],
  [
    'Keyset paging stays fast on the last page',
    'What does a keyset need to be unambiguous?',
    'A last column that is unique, such as the id.',
  ],
  [
    'Serializable snapshot isolation finds write skew',
    'What is write skew?',
    'Two transactions read the same rows, each writes another one, and together they break a rule that each of them kept.',
  ],
  [
    'An outbox makes publishing part of the transaction',
    'Which failure does an outbox prevent?',
    'The row is committed and the message is lost, or the other way round.',
  ],
  [
    'Timeouts need a budget, not a number each',
    'What is the rule for timeouts of nested calls?',
    'Each call gets what is left of the budget of the request, never more.',
  ],
  [
    'Fencing tokens guard against a lock holder that paused',
    'What does a fencing token do?',
    'It rises with each lease; the store refuses a write with an older one.',
  ],
  [
    'Typed errors belong in the schema',
    'Which errors belong in the schema, and which not?',
    'Those a client can act on belong there; bugs and outages do not.',
  ],
  [
    'A loader per request, never per process',
    'Why is a loader made anew for each request?',
    'Its cache would show one viewer what another may see, and old values.',
  ],
  [
    'Nullability is a promise about failure',
    'What happens when a non-null field fails?',
    'The null moves up to the next nullable parent, which is lost as a whole.',
  ],
  ['Branded types keep ids apart', 'What does a brand cost at run time?', 'Nothing: it is a type alone.'],
  [
    'satisfies checks without widening',
    'What does `satisfies` keep that an annotation loses?',
    'The narrow type of the expression.',
  ],
  [
    'Deep modules hide more than they show',
    'When is a module deep?',
    'When its interface is small beside what it does.',
  ],
  [
    'Idempotency keys make retries boring',
    'What must the server store with an idempotency key?',
    'A digest of the request, and its response.',
  ],
  [
    'A histogram per endpoint beats an average',
    'Why can percentiles not be averaged?',
    'They are of other distributions: merge the histograms, then take the percentile.',
  ],
  ['An alert without a next step is noise', 'Which question must every alert answer?', 'What should I do now?'],
  [
    'Threat models start with what we would miss',
    'What are the four questions of a threat model?',
    'What do we build? What can go wrong? What do we do about it? Did we do well?',
  ],
  [
    'Ask a question before giving the answer',
    'What is the first question of _The Coaching Habit_?',
    'What is on your mind?',
  ],
  [
    'Estimates are ranges with a story',
    'What is the cone of uncertainty?',
    'Early estimates are off by up to four times either way; it narrows with each decision made.',
  ],
];
