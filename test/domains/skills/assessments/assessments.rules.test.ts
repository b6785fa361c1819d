import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  gapTo,
  type Judgement,
  sources,
  standing,
} from '../../../../src/domains/skills/assessments/assessments.rules.ts';

const judgement: fc.Arbitrary<Judgement> = fc.record({
  id: fc.uuid(),
  skillId: fc.constant('skill'),
  level: fc.integer({ min: 0, max: 5 }),
  source: fc.constantFrom(...sources),
  personId: fc.constantFrom(null, 'ann', 'ben', 'cleo'),
  assessedOn: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'),
  createdAt: fc.date({ min: new Date('2026-03-01'), max: new Date('2026-03-02'), noInvalidDate: true }),
});
const judgements = fc.uniqueArray(judgement, { selector: ({ id }) => id, maxLength: 20 });

const at = (source: Judgement['source'], level: number, assessedOn: string, personId: string | null = null) => ({
  id: `${source} ${personId} ${assessedOn}`,
  skillId: 'skill',
  level,
  source,
  personId,
  assessedOn,
  createdAt: new Date('2026-04-01'),
});

test('of everyone the latest judgement counts, and several of one kind come to their mean', () => {
  const { self, peer, manager, level } = standing([
    at('SELF', 5, '2026-01-01'),
    at('SELF', 3, '2026-02-01'),
    at('PEER', 2, '2026-01-01', 'ann'),
    at('PEER', 4, '2026-03-01', 'ann'),
    at('PEER', 1, '2026-02-01', 'ben'),
  ]);
  expect(self).toMatchObject({ level: 3, latestOn: '2026-02-01' });
  expect(peer).toMatchObject({ level: 2.5, latestOn: '2026-03-01' });
  expect(peer?.judgements.map(({ personId }) => personId)).toEqual(['ann', 'ben']);
  expect([manager, level]).toEqual([null, 2.5]);
});

test('the manager’s word counts before the peers’, and theirs before one’s own', () => {
  const [self, peer, manager] = [
    at('SELF', 5, '2026-03-01'),
    at('PEER', 4, '2026-02-01'),
    at('MANAGER', 2, '2026-01-01'),
  ];
  expect(standing([self]).level).toBe(5);
  expect(standing([self, peer]).level).toBe(4);
  expect(standing([self, peer, manager]).level).toBe(2);
  expect(standing([]).level).toBeNull();
});

test('the order of the rows does not matter', () => {
  fc.assert(
    fc.property(judgements, fc.infiniteStream(fc.nat()), (all, keys) => {
      const shuffled = all.map((one) => ({ one, key: keys.next().value })).sort((a, b) => a.key - b.key);
      expect(standing(shuffled.map(({ one }) => one))).toEqual(standing(all));
    }),
  );
});

test('a level lies between the least and the greatest of its judgements, each of another assessor', () => {
  fc.assert(
    fc.property(judgements, (all) => {
      const result = standing(all);
      for (const one of [result.self, result.peer, result.manager]) {
        if (one === null) continue;
        const levels = one.judgements.map(({ level }) => level);
        expect(one.level).toBeGreaterThanOrEqual(Math.min(...levels));
        expect(one.level).toBeLessThanOrEqual(Math.max(...levels));
        expect(new Set(one.judgements.map(({ personId }) => personId)).size).toBe(levels.length);
      }
      expect(result.level === null).toBe(all.length === 0);
    }),
  );
});

test('what is judged later changes nothing about a day before it', () => {
  fc.assert(
    fc.property(judgements, (all) => {
      const asOf = (day: string) => standing(all.filter(({ assessedOn }) => assessedOn <= day));
      const later = at('MANAGER', 0, '2026-04-01');
      const withIt = (day: string) => standing([...all, later].filter(({ assessedOn }) => assessedOn <= day));
      expect(withIt('2026-03-01')).toEqual(asOf('2026-03-01'));
      expect(withIt('2026-04-01').manager?.judgements.some(({ id }) => id === later.id)).toBe(true);
    }),
  );
});

test('a gap is never negative, and closes as the level rises', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 }),
      fc.option(fc.double({ min: 0, max: 10, noNaN: true })),
      (target, level) => {
        const gap = gapTo(target, level) as number;
        expect(gap).toBeGreaterThanOrEqual(0);
        expect(gapTo(target, (level ?? 0) + 1)).toBeLessThanOrEqual(gap);
      },
    ),
  );
  expect([gapTo(4, null), gapTo(4, 2.5), gapTo(2, 3), gapTo(null, 3)]).toEqual([4, 1.5, 0, null]);
});
