import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { chosenId, date, idOf, integer, prose } from '../../../platform/validation/input-rules.ts';

export const sources = ['SELF', 'PEER', 'MANAGER'] as const;
export type Source = (typeof sources)[number];

const wholeLevel = z.int({ error: 'must be a whole number' });

export const createAssessmentInput = (calendar: Calendar) =>
  z
    .object({
      id: chosenId('Assessment').nullish(),
      skillId: idOf('Skill'),
      level: wholeLevel,
      source: z.enum(sources),
      confidence: integer(1, 5).nullable().optional(),
      notes: prose(20_000).optional(),
      assessedOn: date(calendar)
        .nullish()
        .transform((day) => day ?? calendar.today),
      personId: idOf('Person').nullable().optional(),
    })
    .refine(({ assessedOn }) => assessedOn <= calendar.today, {
      path: ['assessedOn'],
      message: 'must not be in the future',
      when: () => true,
    })
    .refine(({ source, personId }) => source !== 'SELF' || !personId, {
      path: ['personId'],
      message: 'must not be given for your own judgement',
      when: () => true,
    });

export const createSkillTargetInput = (calendar: Calendar) =>
  z
    .object({
      id: chosenId('SkillTarget').nullish(),
      skillId: idOf('Skill'),
      level: wholeLevel,
      setOn: date(calendar)
        .nullish()
        .transform((day) => day ?? calendar.today),
      dueOn: date(calendar).nullable().optional(),
      notes: prose(20_000).optional(),
    })
    .refine(({ setOn, dueOn }) => !dueOn || setOn <= dueOn, {
      path: ['dueOn'],
      message: 'must not be before the day it is set on',
      when: () => true,
    });

const common = {
  skillId: { kind: 'id', type: 'Skill', description: 'By the skill.' },
  level: { kind: 'integer', description: 'By level.' },
  createdAt: { kind: 'instant', description: 'By when it was made.' },
} as const;

export const assessmentFilter = defineFilter('Assessment', {
  id: { kind: 'id', type: 'Assessment', description: 'By id.' },
  ...common,
  source: { kind: 'enum', name: 'AssessmentSource', description: 'By whose judgement it is.' },
  confidence: { kind: 'integer', nullable: true, description: 'By how sure they were.' },
  notes: { kind: 'text', description: 'By notes.' },
  assessedOn: { kind: 'date', description: 'By the day it was judged.' },
  personId: { kind: 'id', type: 'Person', nullable: true, description: 'By who judged.' },
});

export const assessmentOrder: OrderSpec = {
  name: 'Assessment',
  fields: {
    ASSESSED_ON: { column: 'assessedOn', description: 'By the day it was judged.' },
    LEVEL: { column: 'level', description: 'By level.' },
    CREATED_AT: { column: 'createdAt', description: 'By when it was made.' },
  },
};

export const targetFilter = defineFilter('SkillTarget', {
  id: { kind: 'id', type: 'SkillTarget', description: 'By id.' },
  ...common,
  setOn: { kind: 'date', description: 'By the day it was aimed at from.' },
  dueOn: { kind: 'date', nullable: true, description: 'By the day to reach it by.' },
});

export const targetOrder: OrderSpec = {
  name: 'SkillTarget',
  fields: {
    SET_ON: { column: 'setOn', description: 'By the day it was aimed at from.' },
    DUE_ON: { column: 'dueOn', nullable: true, description: 'By the day to reach it by.' },
    LEVEL: { column: 'level', description: 'By level.' },
    CREATED_AT: { column: 'createdAt', description: 'By when it was made.' },
  },
};

/** What a judgement is known by, for finding out which ones count. */
export type Judgement = Pick<
  Row<'assessment'>,
  'id' | 'skillId' | 'level' | 'source' | 'personId' | 'assessedOn' | 'createdAt'
>;

/** What those of one kind say about a skill: the mean of their levels, and the judgements it is the mean of. */
export interface AssessedLevel {
  level: number;
  latestOn: string;
  judgements: Judgement[];
}

/** What is known about one skill. */
export interface SkillStanding {
  self: AssessedLevel | null;
  peer: AssessedLevel | null;
  manager: AssessedLevel | null;
  /** The level that counts; null when nobody has judged. */
  level: number | null;
}

const isLater = (a: Judgement, b: Judgement) =>
  a.assessedOn !== b.assessedOn
    ? a.assessedOn > b.assessedOn
    : a.createdAt.getTime() !== b.createdAt.getTime()
      ? a.createdAt > b.createdAt
      : a.id > b.id;

/**
 * Where somebody stands with one skill. Of everyone who judged, their latest judgement counts; those without a name count
 * as one. Several of one kind come to the arithmetic mean of their levels. The level that counts is the manager's where
 * there is one, else the peers', else one's own: who pays for the level has the last word on it.
 */
export function standing(judgements: readonly Judgement[]): SkillStanding {
  const latest = new Map<string, Judgement>();
  for (const one of judgements) {
    const key = `${one.source} ${one.personId ?? ''}`;
    const other = latest.get(key);
    if (!other || isLater(one, other)) latest.set(key, one);
  }
  const of = (source: Source) => meanOf([...latest.values()].filter((one) => one.source === source));
  const [self, peer, manager] = [of('SELF'), of('PEER'), of('MANAGER')];
  return { self, peer, manager, level: (manager ?? peer ?? self)?.level ?? null };
}

function meanOf(judgements: Judgement[]): AssessedLevel | null {
  if (judgements.length === 0) return null;
  const sorted = judgements.toSorted((a, b) => (isLater(a, b) ? -1 : 1));
  const sum = sorted.reduce((total, { level }) => total + level, 0);
  return { level: sum / sorted.length, latestOn: (sorted[0] as Judgement).assessedOn, judgements: sorted };
}

/** How many levels are missing to a target, never less than 0: nothing judged counts as 0. Null without a target. */
export const gapTo = (target: number | null, level: number | null): number | null =>
  target === null ? null : Math.max(0, target - (level ?? 0));
