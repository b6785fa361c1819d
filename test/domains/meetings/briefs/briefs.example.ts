import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: {
    'MeetingBrief.attendees': 'At most 20.',
    'MeetingBrief.groups': 'A meeting has at most 200 attendees.',
    'MeetingBrief.carriedOver': 'At most 100.',
    'MeetingBrief.decisions': 'At most 10.',
    'MeetingBriefAttendee.actionItems': 'At most 10.',
    'MeetingBriefAttendee.feedback': 'At most 10.',
    'MeetingBriefAttendee.sharedGoals': 'At most 10.',
    'MeetingBriefGroup.attendees': 'A meeting has at most 200 attendees.',
    'MeetingBriefGroup.actionItems': 'At most 10.',
  },
};
