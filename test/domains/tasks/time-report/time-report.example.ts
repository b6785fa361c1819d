import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: {
    'TimeReport.days': 'The days of at most a year.',
    'TimeReport.tasks': 'The tasks with time within at most a year.',
    'TimeReportDay.tasks': 'The tasks with time on one day.',
  },
};
