import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import {
  areInOrder,
  chosenId,
  date,
  idOf,
  integer,
  pastDate,
  prose,
} from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { personFilter } from '../../people/people/people.rules.ts';
import { skillFilter } from '../skills/skills.rules.ts';

/** How certain an assessment is. */
const confidence = describeRule(integer(1, 5), { limits: 'From 1 (a guess) to 5 (certain).' });

/** The service checks the level against the scale of the framework. */
const wholeLevel = z.int({ error: 'must be a whole number' });

export const createAssessmentInput = z
  .object({
    id: chosenId('Assessment').nullish(),
    skillId: idOf('Skill'),
    level: wholeLevel,
    source: enumOf('AssessmentSource'),
    confidence: confidence.nullable().optional(),
    notes: prose(20_000).optional(),
    assessedOn: pastDate.nullish().transform((day) => day ?? currentCalendar().today),
    personId: idOf('Person').nullable().optional(),
  })
  .refine(({ source, personId }) => source !== 'SELF' || !personId, {
    path: ['personId'],
    message: 'must not be given for your own assessment',
    when: () => true,
  });

export const createSkillTargetInput = z
  .object({
    id: chosenId('SkillTarget').nullish(),
    skillId: idOf('Skill'),
    level: wholeLevel,
    setOn: date.nullish().transform((day) => day ?? currentCalendar().today),
    dueOn: date.nullable().optional(),
    notes: prose(20_000).optional(),
  })
  .refine(({ setOn, dueOn }) => areInOrder(setOn, dueOn), {
    path: ['dueOn'],
    message: 'must not be before setOn',
    when: () => true,
  });

const common = {
  skillId: { kind: 'id', type: 'Skill', description: 'The id of the skill.' },
  skill: { kind: 'one', filter: () => skillFilter, among: active('skill'), description: 'The skill.' },
  level: { kind: 'integer', description: 'The level.' },
} as const;

export const assessmentFilter = defineFilter('Assessment', {
  id: { kind: 'id', type: 'Assessment', description: 'The id.' },
  ...common,
  source: { kind: 'enum', name: 'AssessmentSource', description: 'Whose assessment it is.' },
  confidence: { kind: 'integer', nullable: true, description: 'How certain the assessment is, from 1 to 5.' },
  notes: { kind: 'text', description: 'The notes.' },
  assessedOn: { kind: 'date', description: 'The day of the assessment.' },
  personId: { kind: 'id', type: 'Person', nullable: true, description: 'The id of the person who assessed.' },
  person: {
    kind: 'one',
    filter: () => personFilter,
    among: active('person'),
    description: 'The person who assessed.',
  },
  createdAt: { kind: 'instant', description: 'When the assessment was created.' },
  updatedAt: { kind: 'instant', description: 'When the assessment was last changed.' },
});

export const assessmentOrder: OrderSpec = {
  name: 'Assessment',
  fields: {
    ASSESSED_ON: { column: 'assessedOn', description: 'The day of the assessment.' },
    LEVEL: { column: 'level', description: 'The level.' },
    CREATED_AT: { column: 'createdAt', description: 'When the assessment was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the assessment was last changed.' },
  },
};

export const targetFilter = defineFilter('SkillTarget', {
  id: { kind: 'id', type: 'SkillTarget', description: 'The id.' },
  ...common,
  setOn: { kind: 'date', description: 'The day from which the target applies.' },
  dueOn: { kind: 'date', nullable: true, description: 'The day to reach the target by.' },
  createdAt: { kind: 'instant', description: 'When the target was created.' },
  updatedAt: { kind: 'instant', description: 'When the target was last changed.' },
});

export const targetOrder: OrderSpec = {
  name: 'SkillTarget',
  fields: {
    SET_ON: { column: 'setOn', description: 'The day from which the target applies.' },
    DUE_ON: { column: 'dueOn', nullable: true, description: 'The day to reach the target by.' },
    LEVEL: { column: 'level', description: 'The level.' },
    CREATED_AT: { column: 'createdAt', description: 'When the target was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the target was last changed.' },
  },
};

/** The part of an assessment that decides whether it counts. */
export type AssessmentFacts = Pick<
  Row<'assessment'>,
  'id' | 'skillId' | 'level' | 'source' | 'personId' | 'assessedOn' | 'createdAt'
>;

/** The level of a skill according to one source. */
export interface AssessedLevel {
  /** The arithmetic mean of the levels of the assessments. */
  level: number;
  /** The difference between the highest and the lowest of the levels. 0 for one assessment. */
  spread: number;
  /** The number of assessments that count. A level takes one. */
  assessmentCount: number;
  /** The day of the latest of the assessments. */
  latestOn: string;
  /** The assessments that count, the latest first. */
  assessments: AssessmentFacts[];
}

/** A summary of the assessments of one skill. */
export interface SkillSummary {
  self: AssessedLevel | null;
  peer: AssessedLevel | null;
  manager: AssessedLevel | null;
  /** The level that counts. Null without an assessment. */
  level: number | null;
  /** The number of assessments that the level is computed from. It takes one. */
  n: number;
}

const isLater = (a: AssessmentFacts, b: AssessmentFacts) =>
  a.assessedOn !== b.assessedOn
    ? a.assessedOn > b.assessedOn
    : a.createdAt.getTime() !== b.createdAt.getTime()
      ? a.createdAt > b.createdAt
      : a.id > b.id;

/**
 * Summarizes the assessments of one skill.
 *
 * - The latest assessment of each assessor counts. Assessments of one source without a person have the same assessor.
 * - The level of a source is the arithmetic mean of its assessments that count.
 * - The level that counts is that of MANAGER, else that of PEER, else that of SELF: the manager decides on promotions.
 */
export function summarizeAssessments(assessments: readonly AssessmentFacts[]): SkillSummary {
  const latest = new Map<string, AssessmentFacts>();
  for (const one of assessments) {
    const key = `${one.source} ${one.personId ?? ''}`;
    const other = latest.get(key);
    if (!other || isLater(one, other)) latest.set(key, one);
  }
  const levelOf = (source: AssessmentFacts['source']) =>
    toAssessedLevel([...latest.values()].filter((one) => one.source === source));
  const [self, peer, manager] = [levelOf('SELF'), levelOf('PEER'), levelOf('MANAGER')];
  const { level = null, assessmentCount: n = 0 } = manager ?? peer ?? self ?? {};
  return { self, peer, manager, level, n };
}

function toAssessedLevel(assessments: AssessmentFacts[]): AssessedLevel | null {
  const sorted = assessments.toSorted((a, b) => (isLater(a, b) ? -1 : 1));
  const [latest] = sorted;
  if (!latest) return null;
  const sum = sorted.reduce((total, { level }) => total + level, 0);
  const assessmentCount = sorted.length;
  const levels = sorted.map(({ level }) => level);
  const spread = Math.max(...levels) - Math.min(...levels);
  return { level: sum / assessmentCount, spread, assessmentCount, latestOn: latest.assessedOn, assessments: sorted };
}

/**
 * The number of levels missing to a target, at least 0.
 * @param target the level aimed at; null without a target
 * @param level the level that counts; null without an assessment
 * @returns null without a target or an assessment: a skill that nobody has assessed is not at level 0
 */
export const gapTo = (target: number | null, level: number | null): number | null =>
  target === null || level === null ? null : Math.max(0, target - level);
