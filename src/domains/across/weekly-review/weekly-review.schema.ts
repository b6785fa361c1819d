import { reportLineType, reportType } from '../../../graphql/reports.ts';
import type { Builder } from '../../../graphql/types.ts';
import { maxLines, type SectionKind, type WeeklyReview, type WeeklyReviewSection } from './weekly-review.rules.ts';
import * as review from './weekly-review.service.ts';

/** The weekly review: a week across all areas, each line with its record. */
export function defineWeeklyReview(builder: Builder): void {
  const Kind = builder.enumType('WeeklyReviewSectionKind', {
    description: 'A section of a weekly review.',
    values: {
      DONE: { description: 'The tasks that were done in the week, by time.' },
      CARRIED_OVER: { description: 'The tasks that were planned for a day of the week and carried over.' },
      WINS: { description: 'The goals achieved, milestones reached, and praise received in the week.' },
      DECISIONS: { description: 'The decisions of the meetings of the week.' },
      LEARNINGS: { description: 'What was learned in the week.' },
      ENERGY: { description: 'The engagement pulse and the energy entries of the week, with the means of ratings.' },
      STALE_GOALS: {
        description:
          'The active goals without a check-in for more days than their `checkInEveryDays`, at the end of the week.',
      },
      UNANSWERED_FEEDBACK: {
        description: 'The received feedback that was not acknowledged by the end of the week, the oldest first.',
      },
      NEXT_WEEK: { description: 'The open tasks that are due and the meetings that take time in the week after.' },
    } satisfies Record<SectionKind, { description: string }>,
  });
  const Section = builder.objectRef<WeeklyReviewSection>('WeeklyReviewSection').implement({
    description: 'A section of a weekly review.',
    fields: (t) => ({
      kind: t.expose('kind', { type: Kind, description: 'Which section.' }),
      title: t.exposeString('title', { description: 'The heading.' }),
      summary: t.exposeString('summary', { description: 'What the section says, in a sentence or a few.' }),
      count: t.exposeInt('count', { description: 'The number of records that the section is about.' }),
      lines: t.field({
        type: [reportLineType(builder)],
        description: `The records, in order. At most ${maxLines}.`,
        resolve: ({ lines }) => [...lines],
      }),
    }),
  });
  const Review = builder.objectRef<WeeklyReview>('WeeklyReview').implement({
    description: 'The review of a week, as of its end, or as of today while it lasts.',
    interfaces: [reportType(builder)],
    fields: (t) => ({
      sections: t.field({
        type: [Section],
        description: 'All sections, also those without lines.',
        resolve: ({ sections }) => [...sections],
      }),
    }),
  });

  builder.queryFields((t) => ({
    weeklyReview: t.field({
      type: Review,
      description: 'The review of one of your weeks, across all areas.',
      args: { week: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'A day of the week.' }) },
      complexity: { field: 25, multiplier: 1 },
      resolve: (_root, { week }, ctx) => review.weeklyReview(ctx, { week: week ?? 'TODAY' }),
    }),
  }));
}
