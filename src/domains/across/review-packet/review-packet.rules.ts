import type { Report, ReportLine, ReportMonth, ReportSection } from '../../../platform/text/report.ts';
import { period } from '../../../platform/validation/input-rules.ts';

/*
 * The packet for a review of oneself: what a period of up to two years was about, by kind of record. Of each kind there are a few lines
 * a month, the most telling ones, so that busy or recent weeks leave room for the others. What is left out is counted.
 */

/** The most days of a packet: two years, of which one is a leap year. */
export const maxPacketDays = 731;

export const reviewPacketInput = period(maxPacketDays);

/** The maximum number of lines of a kind in a month. */
export const monthlyQuota = 3;

/** The sections of a packet, in their order, with their headings and what they count. */
export const packetSections = {
  DONE: { title: 'Done', thing: 'task done', things: 'tasks done' },
  GOALS: { title: 'Goals achieved', thing: 'goal achieved', things: 'goals achieved' },
  MILESTONES: { title: 'Milestones', thing: 'milestone reached', things: 'milestones reached' },
  CHECK_INS: { title: 'Check-ins', thing: 'check-in on goals', things: 'check-ins on goals' },
  LEARNINGS: { title: 'Learnings', thing: 'learning', things: 'learnings' },
  DECISIONS: { title: 'Decisions', thing: 'decision in meetings', things: 'decisions in meetings' },
  PRAISE: { title: 'Praise received', thing: 'praise received', things: 'pieces of praise received' },
  ADVICE: {
    title: 'Suggestions and concerns received',
    thing: 'suggestion or concern received',
    things: 'suggestions and concerns received',
  },
  FEEDBACK_GIVEN: { title: 'Feedback given', thing: 'piece of feedback given', things: 'pieces of feedback given' },
  ASSESSMENTS: { title: 'Skill assessments', thing: 'assessment', things: 'assessments' },
  ARTIFACTS: { title: 'Artifacts', thing: 'artifact made', things: 'artifacts made' },
  STORIES: { title: 'Stories', thing: 'story noted', things: 'stories noted' },
  INTERVIEWS: { title: 'Practice interviews', thing: 'practice interview', things: 'practice interviews' },
  APPLICATIONS: { title: 'Job applications', thing: 'job application', things: 'job applications' },
  ENGAGEMENT: { title: 'Engagement', thing: 'engagement pulse', things: 'engagement pulses' },
  ENERGY: { title: 'Energy', thing: 'entry', things: 'entries' },
} as const;
export type PacketKind = keyof typeof packetSections;
export const packetKinds = Object.keys(packetSections) as PacketKind[];

/** A section of a packet. */
export interface ReviewPacketSection extends ReportSection {
  readonly kind: PacketKind;
  readonly months: readonly ReportMonth[];
}

/** The packet for a review of oneself. */
export interface ReviewPacket extends Report {
  readonly summary: string;
  readonly sections: readonly ReviewPacketSection[];
}

/** A line of a packet, which has a day. */
export interface PacketLine extends ReportLine {
  readonly date: string;
}

/** The records of a kind that were picked, and the number of all in the months that have any. */
export interface PickedLines {
  readonly lines: readonly PacketLine[];
  readonly counts: ReadonlyMap<string, number>;
}

/** The mean energy of a month. Null if there are too few values. */
export interface MonthEnergy {
  readonly month: string;
  readonly mean: number | null;
  readonly n: number;
}

/** What a packet is made of. */
export interface PacketRecords {
  readonly picked: Readonly<Record<PacketKind, PickedLines>>;
  /** In the order of months; those without values are left out. */
  readonly energy: readonly MonthEnergy[];
}

/** The month of a date, such as `2026-11`. */
export const monthOf = (date: string) => date.slice(0, -3);

/** The months from that of one date to that of another, both included. */
export function monthsBetween(from: string, to: string): string[] {
  const numberOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const [first, last] = [numberOf(from), numberOf(to)];
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const [year, month] = [Math.floor((first + at) / 12), ((first + at) % 12) + 1];
    return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  });
}
