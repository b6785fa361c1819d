import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: {
    'DayPlan.gaps': 'The gaps of one day.',
    'DayPlan.alreadyPlaced': 'The tasks with a time of one day.',
    'DayPlan.placements': 'At most 1,440 minutes of tasks.',
    'DayPlan.leftovers': 'A plan considers at most 1,000 tasks.',
    'CommitDayPayload.tasks': 'At most 1,440 minutes of tasks.',
    'CommitDayPayload.timeBlocks': 'Those of one day, at most 1,000 to come.',
  },
};
