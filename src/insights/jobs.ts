import { ask } from './client.ts';
import type { Section } from './figure.ts';
import { drawProgressRows } from './progress-rows.ts';
import { JobsQuery } from './queries.ts';
import { countOf, decimal, enumText, percent } from './texts.ts';

/** How far the reader's job applications came. */
export const jobs: Section = {
  title: 'Job applications',
  empty: 'There are no job applications yet. Note one with createJobApplication.',
  async load() {
    const { applicationCount, stages } = (await ask(JobsQuery)).jobApplicationFunnel;
    if (applicationCount === 0) return [];
    const rows = stages.map(({ stage, reachedCount, conversion, stays }) => {
      const share = conversion?.value ?? null;
      const converted = share === null ? '' : `${percent(share)} of those in the stage before. `;
      const stayed = stays.medianDays === null ? '' : `Half stay ${decimal(stays.medianDays)} days or less.`;
      return {
        name: enumText(stage),
        fraction: reachedCount / applicationCount,
        value: String(reachedCount),
        detail: converted + stayed,
        share: share === null ? '–' : percent(share),
        stay: decimal(stays.medianDays),
      };
    });
    return [
      {
        text: `How many of ${countOf(applicationCount, 'application')} ever reached each stage.`,
        draw: (width) => drawProgressRows(rows, width),
        columns: ['Stage', 'Reached', 'Of the stage before', 'Median stay in days'],
        rows: rows.map(({ name, value, share, stay }) => [name, value, share, stay]),
      },
    ];
  },
};
