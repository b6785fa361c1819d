import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: {
    'MeetingLoad.days': 'The days of at most a year.',
    'MeetingLoad.oneOnOnes': 'The people met alone within a year.',
    'MeetingLoad.seriesEnergy': 'The series of the entries of at most a year.',
    'MeetingLoadDay.freeTimes': 'The gaps of one day.',
    'MeetingLoadDay.meetings': 'The meetings of one day.',
  },
};
