import type { OwnedKey, Where } from '../../../platform/database/models.ts';
import type { RankSpec } from '../../../platform/queries/picks.ts';
import type { PacketKind } from './review-packet.rules.ts';

/** Which records a section of a packet has, when they were, and which of them are the most telling. */
export interface PacketSource {
  readonly model: OwnedKey;
  readonly where: object;
  readonly time: { readonly column: string; readonly through?: string };
  /** Equal ones by time, the latest first. */
  readonly ranks: readonly RankSpec[];
}

const source = <K extends OwnedKey>(
  model: K,
  time: PacketSource['time'],
  where: Where<K>,
  ...ranks: RankSpec[]
): PacketSource => ({ model, time, where, ranks });

/** The records of each section. The docs list what ranks them: docs/domains/across/review-packet.md. */
export const packetSources: Readonly<Record<PacketKind, PacketSource>> = {
  DONE: source(
    'task',
    { column: 'completedAt' },
    { status: 'DONE' },
    { column: 'priority' },
    { column: 'estimateMinutes' },
  ),
  GOALS: source('goal', { column: 'closedAt' }, { status: 'ACHIEVED' }),
  MILESTONES: source('milestone', { column: 'reachedAt' }, {}, { column: 'weight' }),
  CHECK_INS: source('goalCheckIn', { column: 'checkedOn' }, {}),
  LEARNINGS: source('learning', { column: 'learnedOn' }, {}, { column: 'confidence' }, { column: 'reviewCount' }),
  DECISIONS: source(
    'meetingItem',
    { column: 'startsAt', through: 'meeting' },
    { kind: 'DECISION' },
    { column: 'carryOverCount' },
  ),
  PRAISE: source('feedback', { column: 'occurredOn' }, { direction: 'RECEIVED', kind: 'PRAISE' }),
  ADVICE: source(
    'feedback',
    { column: 'occurredOn' },
    { direction: 'RECEIVED', kind: { in: ['SUGGESTION', 'CONCERN'] } },
  ),
  FEEDBACK_GIVEN: source('feedback', { column: 'occurredOn' }, { direction: 'GIVEN' }),
  ASSESSMENTS: source('assessment', { column: 'assessedOn' }, {}, { column: 'confidence' }),
  ARTIFACTS: source('artifact', { column: 'madeOn' }, {}),
  STORIES: source('story', { column: 'createdAt' }, {}),
  INTERVIEWS: source('practiceInterview', { column: 'heldOn' }, {}, { column: 'score' }),
  APPLICATIONS: source('jobApplication', { column: 'appliedAt' }, {}, { column: 'reachedStage' }),
  ENGAGEMENT: source('engagementPulse', { column: 'week' }, {}, { column: 'score', from: 3 }),
  ENERGY: source('energyEntry', { column: 'at' }, {}, { column: 'energy', from: 3 }),
};
