import type { Builder } from '../../../graphql/types.ts';
import { minMeanCount } from '../../../platform/queries/rates.ts';
import {
  type AttendeeBrief,
  type Brief,
  type BriefGroup,
  type BriefItem,
  maxBriefed,
  type Presence,
} from './briefs.rules.ts';
import { briefByMeeting } from './briefs.service.ts';

/** Briefs: what to know before a meeting, of everybody who attends. */
export function defineBriefs(builder: Builder): void {
  const Response = builder.modelEnum('MeetingAttendeeResponse');
  const Item = builder.objectRef<BriefItem>('MeetingBriefItem').implement({
    description: 'Something to know before a meeting.',
    fields: (t) => ({
      node: t.nodeOf({
        description: 'The task, goal, feedback or meeting item. Null if it has been deleted since.',
        resolve: ({ node }: BriefItem) => node,
      }),
      reason: t.exposeString('reason', { description: 'Why it is here, in a sentence.' }),
    }),
  });
  const personOf = {
    description: 'The person. Null if they have been deleted since.',
    resolve: ({ personId }: Presence) => ({ type: 'Person', id: personId }),
  };
  const isDeclined = ({ response }: Presence) => response === 'DECLINED';
  const PresenceType = builder.objectRef<Presence>('MeetingBriefPresence').implement({
    description: 'Somebody who is invited to a large meeting.',
    fields: (t) => ({
      person: t.nodeOf(personOf),
      response: t.expose('response', { type: Response, description: 'Their response to the invitation.' }),
      isDeclined: t.boolean({ description: 'Whether they do not come.', resolve: isDeclined }),
    }),
  });
  const Attendee = builder.objectRef<AttendeeBrief>('MeetingBriefAttendee').implement({
    description:
      'Somebody who is invited to a meeting, and what to know of them. Shared meetings are those of the last year.',
    fields: (t) => ({
      person: t.nodeOf(personOf),
      response: t.expose('response', { type: Response, description: 'Their response to the invitation.' }),
      isDeclined: t.boolean({ description: 'Whether they do not come.', resolve: isDeclined }),
      actionItems: t.field({
        type: [Item],
        description: 'The open action items of meetings with them, of any age, by due date. At most 10.',
        resolve: ({ actionItems }) => [...actionItems],
      }),
      feedback: t.field({
        type: [Item],
        description: 'The feedback you gave them or received from them within 90 days, the latest first. At most 10.',
        resolve: ({ feedback }) => [...feedback],
      }),
      sharedGoals: t.field({
        type: [Item],
        description:
          'Your open goals that tasks from meetings with them are for, or feedback between you is about, by title. At most 10.',
        resolve: ({ goals }) => [...goals],
      }),
      lastOneOnOne: t.nodeOf({
        description: 'The last past meeting of the two of you alone. Null if there is none.',
        resolve: ({ lastOneOnOneId: id }: AttendeeBrief) => (id === null ? null : { type: 'Meeting', id }),
      }),
      daysSinceOneOnOne: t.exposeInt('daysSinceOneOnOne', {
        nullable: true,
        description: 'The number of days since then. Null if there was none.',
      }),
      energyMean: t.float({
        nullable: true,
        description: `Your mean energy about them and about meetings with them, 1 to 5. Null if \`energyCount\` is below ${minMeanCount}.`,
        resolve: ({ energy }) => energy.value,
      }),
      energyCount: t.int({
        description: 'The number of energy ratings behind it, n.',
        resolve: ({ energy }) => energy.n,
      }),
      energyMissing: t.string({
        nullable: true,
        description: 'What the mean lacks, in a sentence. Null if nothing.',
        resolve: ({ energy }) => energy.missing,
      }),
    }),
  });
  const Group = builder.objectRef<BriefGroup>('MeetingBriefGroup').implement({
    description: 'The attendees of a large meeting whom you meet most often in one other series.',
    fields: (t) => ({
      series: t.nodeOf({
        description: 'The series. Null for those you meet in no other series.',
        resolve: ({ seriesId: id }: BriefGroup) => (id === null ? null : { type: 'MeetingSeries', id }),
      }),
      attendees: t.field({
        type: [PresenceType],
        description: 'The attendees, by name. At most 200.',
        resolve: ({ attendees }) => [...attendees],
      }),
      actionItems: t.field({
        type: [Item],
        description: 'The open action items of the meetings of the series, by due date. At most 10.',
        resolve: ({ actionItems }) => [...actionItems],
      }),
    }),
  });
  const BriefType = builder.objectRef<Brief>('MeetingBrief').implement({
    description: 'What to know before a meeting. Lists are empty where there is nothing.',
    fields: (t) => ({
      attendeeCount: t.exposeInt('attendeeCount', { description: 'The number of attendees but you.' }),
      attendees: t.field({
        type: [Attendee],
        description: `The attendees but you, by name. Empty if there are more than ${maxBriefed}: then see \`groups\`.`,
        resolve: ({ attendees }) => [...attendees],
      }),
      groups: t.field({
        type: [Group],
        description: `The attendees in groups, the largest first, if there are more than ${maxBriefed}. Else empty.`,
        resolve: ({ groups }) => [...groups],
      }),
      carriedOver: t.field({
        type: [Item],
        description:
          'The open agenda items that were carried over to the meeting, and those still open in earlier meetings of its series. At ' +
          'most 100.',
        resolve: ({ carriedOver }) => [...carriedOver],
      }),
      decisions: t.field({
        type: [Item],
        description: 'The last decisions of earlier meetings of the series, the latest first. At most 10.',
        resolve: ({ decisions }) => [...decisions],
      }),
    }),
  });

  builder.objectField(builder.modelRef('Meeting'), 'brief', (t) =>
    t.loadable({
      type: BriefType,
      byPath: true,
      description: 'What to know before the meeting, of everybody who is invited but you.',
      load: (ids: string[], ctx) => briefByMeeting(ctx, ids),
      resolve: ({ id }) => id,
    }),
  );
}
