import { periodUntilToday } from '../../../graphql/fields/period.ts';
import { reportLineType, reportType } from '../../../graphql/reports.ts';
import type { Builder } from '../../../graphql/types.ts';
import type { ReportMonth } from '../../../platform/text/report.ts';
import {
  maxPacketDays,
  monthlyQuota,
  type PacketKind,
  type ReviewPacket,
  type ReviewPacketSection,
} from './review-packet.rules.ts';
import * as packet from './review-packet.service.ts';

/** The packet for a review of oneself: up to two years across all areas, each line with its record. */
export function defineReviewPacket(builder: Builder): void {
  const Kind = builder.enumType('ReviewPacketSectionKind', {
    description: 'A section of a review packet.',
    values: {
      DONE: {
        description: 'The tasks that were done: by the highest priority, then by the largest estimate.',
      },
      GOALS: { description: 'The goals that were achieved.' },
      MILESTONES: { description: 'The milestones that were reached: by the greatest weight.' },
      CHECK_INS: { description: 'The check-ins on goals.' },
      LEARNINGS: { description: 'What was learned: by the highest confidence, then by the most reviews.' },
      DECISIONS: { description: 'The decisions of meetings, by when the meeting began.' },
      PRAISE: { description: 'The praise that was received.' },
      ADVICE: { description: 'The suggestions and concerns that were received.' },
      FEEDBACK_GIVEN: { description: 'The feedback that was given.' },
      ASSESSMENTS: { description: 'The assessments of skills: by the highest confidence.' },
      ARTIFACTS: { description: 'The artifacts, by when they were made.' },
      STORIES: { description: 'The stories, by when they were noted.' },
      INTERVIEWS: { description: 'The practice interviews: by the highest score.' },
      APPLICATIONS: { description: 'The job applications, by when one applied: by the furthest stage reached.' },
      ENGAGEMENT: {
        description: 'The engagement pulses of the weeks that began in the period: by how far the score is from 3.',
      },
      ENERGY: {
        description:
          'The energy entries: by how far the energy is from 3. The summary has the mean of each month with its n.',
      },
    } satisfies Record<PacketKind, { description: string }>,
  });
  const Month = builder.objectRef<ReportMonth>('ReviewPacketMonth').implement({
    description: 'How much of a month a section of a review packet shows.',
    fields: (t) => ({
      month: t.exposeString('month', { description: 'The month, such as `2026-11`.' }),
      count: t.exposeInt('count', { description: 'The number of records. 0 in an empty month.' }),
      shownCount: t.exposeInt('shownCount', {
        description: `The number of records that have a line. At most ${monthlyQuota}.`,
      }),
      leftOutCount: t.int({
        description: 'The number of records that have no line.',
        resolve: ({ count, shownCount }) => count - shownCount,
      }),
    }),
  });
  const Section = builder.objectRef<ReviewPacketSection>('ReviewPacketSection').implement({
    description: 'A section of a review packet: the records of one kind.',
    fields: (t) => ({
      kind: t.expose('kind', { type: Kind, description: 'Which section.' }),
      title: t.exposeString('title', { description: 'The heading.' }),
      summary: t.exposeString('summary', {
        description: 'How much there is, and the months in which there is nothing.',
      }),
      count: t.exposeInt('count', { description: 'The number of records, of which some may have no line.' }),
      months: t.field({
        type: [Month],
        description: 'Each month of the period, in order, also those without records.',
        resolve: ({ months }) => [...months],
      }),
      lines: t.field({
        type: [reportLineType(builder)],
        description: `The most telling records of each month, at most ${monthlyQuota}, in the order of their days.`,
        resolve: ({ lines }) => [...lines],
      }),
    }),
  });
  const Packet = builder.objectRef<ReviewPacket>('ReviewPacket').implement({
    description:
      'The packet for a review of yourself: a period across all areas, with a few lines of each kind a month.',
    interfaces: [reportType(builder)],
    fields: (t) => ({
      summary: t.exposeString('summary', {
        description: 'How much there is, how much is shown and left out, and the months in which there is nothing.',
      }),
      sections: t.field({
        type: [Section],
        description: 'All sections, also those without lines.',
        resolve: ({ sections }) => [...sections],
      }),
    }),
  });

  const days = periodUntilToday(builder, '-P6M', maxPacketDays);
  builder.queryFields((t) => ({
    reviewPacket: t.field({
      type: Packet,
      description: `The packet for a review of yourself: what a period was about, across all areas. Of each kind and month it shows the ${monthlyQuota} most telling records; of equal ones the latest.`,
      args: days.args,
      complexity: { field: 50, multiplier: 1 },
      resolve: (_root, args, ctx) => packet.reviewPacket(ctx, days.of(args)),
    }),
  }));
}
