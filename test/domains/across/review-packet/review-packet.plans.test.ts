import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  assessmentText,
  checkInText,
  interviewText,
  reviewPacketOf,
} from '../../../../src/domains/across/review-packet/review-packet.plans.ts';
import {
  type PacketLine,
  type PacketRecords,
  type PickedLines,
  packetKinds,
} from '../../../../src/domains/across/review-packet/review-packet.rules.ts';
import { reviewPacket } from '../../../../src/domains/across/review-packet/review-packet.service.ts';
import { newId } from '../../../../src/platform/database/ids.ts';
import { reportText } from '../../../../src/platform/text/report.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import { createTestApp } from '../../../support/app.ts';
import { contextOf } from '../../../support/context.ts';

/** Nine tasks done in each month that has a line, and nothing else. */
function linesOf(lines: readonly PacketLine[]): PacketRecords {
  const done: PickedLines = { lines, counts: new Map(lines.map(({ date }) => [date.slice(0, 7), 9])) };
  const none: PickedLines = { lines: [], counts: new Map() };
  const picked = Object.fromEntries(packetKinds.map((kind) => [kind, kind === 'DONE' ? done : none]));
  return { picked: picked as PacketRecords['picked'], energy: [] };
}

test('a packet is the same to the byte, in whatever order its lines are read', () => {
  const line = fc.record({
    text: fc.string(),
    date: fc.constantFrom('2026-01-01', '2026-01-31', '2026-03-15'),
    node: fc.record({ type: fc.constant('Task'), id: fc.uuid() }),
  });
  const lines = fc.uniqueArray(line, { selector: ({ node }) => node.id, minLength: 2, maxLength: 9 });
  const shuffled = lines.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, ([all, other]) => {
      const [one, two] = [all, other].map((some) => reviewPacketOf('2026-01-01', '2026-03-31', linesOf(some)));
      for (const format of ['MARKDOWN', 'JSON'] as const)
        expect(one && reportText(one, format)).toBe(two && reportText(two, format));
    }),
  );
});

test('what a line says leaves out what is not known', () => {
  const goal = { title: 'Run', metricUnit: null };
  const checkIn = { value: null, health: 'ON_TRACK' as const, notes: '' };
  expect(checkInText({ ...checkIn, goal })).toBe('Run: on track');
  expect(checkInText({ ...checkIn, value: 2.5, notes: 'Fine', goal: null })).toBe('2.5, on track: Fine');
  const assessment = { level: 2, source: 'SELF' as const, notes: '', person: null };
  expect(assessmentText({ ...assessment, skill: null })).toBe('level 2 by yourself');
  expect(interviewText({ kind: 'CASE', score: null, notes: '' })).toBe('Practice of a case interview');
});

interface Sample {
  readonly id: string;
  readonly title: string;
  readonly completedAt: Date;
  readonly priority: number;
  readonly estimateMinutes: number | null;
}

/** The tasks that a packet should show, by the rule in plain words, and the number of all, by month. */
function expectedOf(tasks: readonly Sample[], monthOf: (at: Date) => string) {
  const months = [...Map.groupBy(tasks, ({ completedAt }) => monthOf(completedAt))];
  return months.map(([month, all]) => {
    const ranked = all.toSorted(
      (a, b) =>
        b.priority - a.priority ||
        (b.estimateMinutes ?? -1) - (a.estimateMinutes ?? -1) ||
        b.completedAt.getTime() - a.completedAt.getTime() ||
        (a.id < b.id ? -1 : 1),
    );
    return { month, count: all.length, ids: ranked.slice(0, 3).map(({ id }) => id) };
  });
}

test('each month has the tasks that a plain sort picks, at most the quota, and shown and left out add up', async () => {
  const app = await createTestApp();
  const [from, to] = ['2025-01-15', '2026-11-20'];
  const task = fc.record({
    completedAt: fc
      .tuple(
        fc.constantFrom('2025-01-14', '2025-01-31', '2025-03-30', '2026-10-31', '2026-11-20', '2026-11-21'),
        fc.nat(23),
      )
      .map(([day, hour]) => new Date(`${day}T${String(hour).padStart(2, '0')}:30:00Z`)),
    priority: fc.integer({ min: 0, max: 2 }),
    estimateMinutes: fc.option(fc.constantFrom(15, 60)),
  });
  const sets = fc.sample(fc.array(task, { maxLength: 40 }), 8);
  for (const [index, set] of sets.entries()) {
    const ada = await app.person(`Ada${index}`);
    await ada.mutate('updateProfile', {
      timeZone: index % 2 ? 'America/New_York' : 'Pacific/Auckland',
      dayStartsAt: '04:00',
    });
    const ctx = await contextOf(app, ada);
    const tasks: Sample[] = set.map((one, at) => ({ ...one, id: newId(), title: `Task ${at}` }));
    await transaction(ctx, 'fill', async (tx) => {
      const rows = tasks.map((one, position) => ({ ...one, status: 'DONE' as const, position }));
      await tx.write.task.createMany(rows);
    });
    const { sections } = await reviewPacket(ctx, { from, to });
    const { lines, months, count } = sections[0] as (typeof sections)[number];
    const within = tasks.filter(({ completedAt }) => {
      const day = ctx.calendar.dayOf(completedAt);
      return day >= from && day <= to;
    });
    const expected = expectedOf(within, (at) => ctx.calendar.dayOf(at).slice(0, 7));
    expect(new Set(lines.map(({ node }) => node.id))).toEqual(new Set(expected.flatMap(({ ids }) => ids)));
    expect(new Map(months.filter((one) => one.count > 0).map((one) => [one.month, one.count]))).toEqual(
      new Map(expected.map((one) => [one.month, one.count])),
    );
    expect(months).toHaveLength(23);
    expect(months.every(({ shownCount, count: all }) => shownCount === Math.min(3, all))).toBe(true);
    expect(count).toBe(within.length);
  }
});
