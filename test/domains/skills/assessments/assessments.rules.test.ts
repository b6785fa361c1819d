import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AssessmentFacts,
  gapTo,
  summarizeAssessments,
} from '../../../../src/domains/skills/assessments/assessments.rules.ts';
import { AssessmentSource } from '../../../../src/generated/sqlite/enums.ts';

const assessment: fc.Arbitrary<AssessmentFacts> = fc.record({
  id: fc.uuid(),
  skillId: fc.constant('skill'),
  level: fc.integer({ min: 0, max: 5 }),
  source: fc.constantFrom(...Object.values(AssessmentSource)),
  personId: fc.constantFrom(null, 'ann', 'ben', 'cleo'),
  assessedOn: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'),
  createdAt: fc.date({ min: new Date('2026-03-01'), max: new Date('2026-03-02'), noInvalidDate: true }),
});
const assessments = fc.uniqueArray(assessment, { selector: ({ id }) => id, maxLength: 20 });

const at = (source: AssessmentFacts['source'], level: number, assessedOn: string, personId: string | null = null) => ({
  id: `${source} ${personId} ${assessedOn}`,
  skillId: 'skill',
  level,
  source,
  personId,
  assessedOn,
  createdAt: new Date('2026-04-01'),
});

test('the latest assessment of each assessor counts, and those of one source are averaged', () => {
  const { self, peer, manager, level } = summarizeAssessments([
    at('SELF', 5, '2026-01-01'),
    at('SELF', 3, '2026-02-01'),
    at('PEER', 2, '2026-01-01', 'ann'),
    at('PEER', 4, '2026-03-01', 'ann'),
    at('PEER', 1, '2026-02-01', 'ben'),
  ]);
  expect(self).toMatchObject({ level: 3, latestOn: '2026-02-01' });
  expect(peer).toMatchObject({ level: 2.5, latestOn: '2026-03-01' });
  expect(peer?.assessments.map(({ personId }) => personId)).toEqual(['ann', 'ben']);
  expect([manager, level]).toEqual([null, 2.5]);
});

test('the level of managers counts before that of peers, and that of peers before your own', () => {
  const [self, peer, manager] = [
    at('SELF', 5, '2026-03-01'),
    at('PEER', 4, '2026-02-01'),
    at('MANAGER', 2, '2026-01-01'),
  ];
  expect(summarizeAssessments([self]).level).toBe(5);
  expect(summarizeAssessments([self, peer]).level).toBe(4);
  expect(summarizeAssessments([self, peer, manager]).level).toBe(2);
  expect(summarizeAssessments([]).level).toBeNull();
});

test('the order of the assessments does not matter', () => {
  fc.assert(
    fc.property(assessments, fc.infiniteStream(fc.nat()), (all, keys) => {
      const shuffled = all.map((one) => ({ one, key: keys.next().value })).sort((a, b) => a.key - b.key);
      expect(summarizeAssessments(shuffled.map(({ one }) => one))).toEqual(summarizeAssessments(all));
    }),
  );
});

test('a level lies between the lowest and the highest of its assessments, each of another assessor', () => {
  fc.assert(
    fc.property(assessments, (all) => {
      const result = summarizeAssessments(all);
      for (const one of [result.self, result.peer, result.manager]) {
        if (one === null) continue;
        const levels = one.assessments.map(({ level }) => level);
        expect(one.level).toBeGreaterThanOrEqual(Math.min(...levels));
        expect(one.level).toBeLessThanOrEqual(Math.max(...levels));
        expect(new Set(one.assessments.map(({ personId }) => personId)).size).toBe(levels.length);
      }
      expect(result.level === null).toBe(all.length === 0);
    }),
  );
});

test('a later assessment changes nothing about an earlier day', () => {
  fc.assert(
    fc.property(assessments, (all) => {
      const asOf = (day: string) => summarizeAssessments(all.filter(({ assessedOn }) => assessedOn <= day));
      const later = at('MANAGER', 0, '2026-04-01');
      const withIt = (day: string) =>
        summarizeAssessments([...all, later].filter(({ assessedOn }) => assessedOn <= day));
      expect(withIt('2026-03-01')).toEqual(asOf('2026-03-01'));
      expect(withIt('2026-04-01').manager?.assessments.some(({ id }) => id === later.id)).toBe(true);
    }),
  );
});

test('a gap is never negative, and shrinks as the level rises', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 }), fc.double({ min: 0, max: 10, noNaN: true }), (target, level) => {
      const gap = gapTo(target, level) as number;
      expect(gap).toBeGreaterThanOrEqual(0);
      expect(gapTo(target, level + 1)).toBeLessThanOrEqual(gap);
    }),
  );
  expect([gapTo(4, null), gapTo(4, 2.5), gapTo(2, 3), gapTo(null, 3)]).toEqual([null, 1.5, 0, null]);
});
